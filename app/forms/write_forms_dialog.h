#pragma once

#include "core/plan/plan.h"
#include "maps/forms/make_form.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace tiermap {

/// Asks what forms are to ask: whom, which indicators, which periods, in which language.
class WriteFormsDialog : public QDialog {
    Q_OBJECT

public:
    WriteFormsDialog(const Plan& plan, QWidget* parent);

    FormChoices choices() const;

private:
    QList<Period> periods(QString& wrong) const; ///< none where one of them cannot be read
    void showState();

    QLineEdit* m_periods;
    QListWidget* m_zones;
    QListWidget* m_indicators;
    QComboBox* m_language;
    QLabel* m_count;
    QPushButton* m_write;
};

} // namespace tiermap
