#pragma once

#include "core/store/open_project.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace tiermap {

/// Asks for a new row of Observations, Sites or Indicators and adds it; what is refused stays in the form with the
/// reason below it.
class RowDialog : public QDialog {
    Q_OBJECT

public:
    RowDialog(OpenProject& project, Table table, const QString& source, const QString& reason,
              QWidget* parent = nullptr);

    const QStringList& key() const { return m_key; } ///< of the row that was added

    void accept() override;

private:
    struct Field {
        QString name;
        QLineEdit* line = nullptr;
        QComboBox* list = nullptr;
    };

    QString text(const QString& field) const;
    std::optional<Fields> row();
    void refuse(Problem problem);

    OpenProject& m_project;
    Table m_table;
    QString m_reason;
    QList<Field> m_fields;
    QLabel* m_refusal;
    QStringList m_key;
};

} // namespace tiermap
