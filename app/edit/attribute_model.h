#pragma once

#include "app/edit/attribute_columns.h"
#include "core/analysis/adopted_figures.h"
#include "core/store/open_project.h"

#include <QAbstractTableModel>

namespace tiermap {

/// A table of an open project to be read and edited; attributeColumns() describes it. What is written goes through
/// OpenProject::apply, and every change of the project shows, whoever made it.
class AttributeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, ///< a number, a text, or nothing where the cell is missing
        CopyRole,                ///< for spreadsheets: plain numbers, words for choices
        FieldRole,               ///< AttributeColumn::field
        HintRole,                ///< what may be entered, for an empty editor
        ChoiceValuesRole,        ///< QStringList; empty where the cell is no choice
        ChoiceWordsRole,
    };

    struct CellText {
        int row = 0;
        int column = 0;
        QString text;
    };

    AttributeModel(OpenProject& project, Table table, QObject* parent = nullptr);

    Table table() const { return m_table; }
    const QStringList& key(int row) const { return m_keys[row]; }
    int rowOf(const QStringList& key) const { return static_cast<int>(m_keys.indexOf(key)); } ///< -1: none
    int columnOf(const QString& field) const;                                                 ///< -1: none

    /// The period of the zones' figures; nothing: the latest of each, which cannot be edited.
    const std::optional<Period>& period() const { return m_period; }
    void setPeriod(const std::optional<Period>& period);

    /// What the log says of the edits to come; a new observation takes the source for its own.
    void setSource(const QString& source) { m_source = source; }
    void setReason(const QString& reason) { m_reason = reason; }

    /// Whether a cell could be edited if the project were not one that can only be read.
    /// Whether a cell shows figures of several periods, so that nobody knows which one a new value is of.
    bool wantsPeriod(const QModelIndex& index) const;
    bool wantsCopy(const QModelIndex& index) const;

    /// Writes cells in one Edit, all or none. Read-only cells may be among them as long as they stay what they are.
    bool write(const QList<CellText>& cells);
    bool removeRecords(const QList<int>& rows); ///< in one Edit

    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// The cell keeps its old value; the problem names row and column as the table does. Invalid index: a whole row.
    void refused(const QModelIndex& index, const tiermap::Problem& problem);

private:
    const Plan& plan() const { return m_project.content().plan; }
    bool isRecord(int row) const;
    const Observation* observation(int row, const AttributeColumn& column) const;
    QString written(int row, const AttributeColumn& column) const;
    QString shown(int row, const AttributeColumn& column) const;
    QVariant sortKey(int row, const AttributeColumn& column) const;
    QString toolTip(int row, const AttributeColumn& column) const;
    bool isNumber(const AttributeColumn& column) const;
    bool refuse(int row, int column, Problem problem);
    bool apply(Edit edit, const QList<QPair<int, int>>& cells);
    void follow(const QList<Change>& changes);
    bool followRows();
    void reset();

    OpenProject& m_project;
    Table m_table;
    QList<AttributeColumn> m_columns;
    QList<QStringList> m_keys; ///< what views know; the plan is ahead of it until changed() has been heard
    std::optional<Period> m_period;
    AdoptedFigures m_adopted;
    QString m_source;
    QString m_reason;
};

} // namespace tiermap
