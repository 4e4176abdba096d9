#pragma once

#include "core/forms/form_collection.h"

#include <QDialog>

#include <atomic>
#include <functional>
#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QThread;

namespace tiermap {

/// Shows what came back in forms, and from whom nothing did, before it is taken in. The files are read in another thread.
class CollectFormsDialog : public QDialog {
    Q_OBJECT

public:
    using Apply = std::function<Result<bool>(const Edit&)>; ///< as EditGate does

    CollectFormsDialog(const Plan& plan, const QStringList& files, Apply apply, QWidget* parent);
    ~CollectFormsDialog() override;

    void accept() override;

Q_SIGNALS:
    void shown(); ///< the report stands there

private:
    void showReport();
    ObservationChoices choices() const;

    Plan m_plan; ///< a copy: the words of the report speak of the plan as it was
    QStringList m_files;
    Apply m_apply;
    QList<ReturnedForm> m_forms;
    FormCollection m_collection;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
    QThread* m_worker = nullptr;
    QLineEdit* m_source;
    QComboBox* m_status;
    QCheckBox* m_adopt;
    QPlainTextEdit* m_report;
    QPushButton* m_take;
};

} // namespace tiermap
