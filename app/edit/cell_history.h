#pragma once

#include "core/store/open_project.h"

#include <QDialog>

class QLabel;
class QTreeWidget;

namespace tiermap {

/// What happened to a cell, or to a row where no field is given: when, who, from what to what, why and by which source;
/// latest first. It stays current while it is open.
class CellHistory : public QDialog {
    Q_OBJECT

public:
    CellHistory(OpenProject& project, Table table, const QStringList& key, const QString& field,
                QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    Result<QList<LogLine>> lines() const;
    bool concerns(const LogLine& line) const;
    QString cell(const LogLine& line, const Value& value) const;

    OpenProject& m_project;
    Table m_table;
    QStringList m_key;
    QString m_field;
    QLabel* m_subject;
    QTreeWidget* m_list;
};

} // namespace tiermap
