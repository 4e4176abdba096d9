#pragma once

#include "core/plan/plan.h"
#include "core/project/table.h"

#include <functional>

namespace tiermap {

/// One column of an attribute table.
struct AttributeColumn {
    enum class Kind {
        Text,
        Choice,     ///< one of choicesOf()
        Period,     ///< the time that an observation speaks of, as Period::parse() reads it
        Quantity,   ///< value and bound of an observation in one cell: ">50"
        Coordinate, ///< "longitude" or "latitude" of a site, degrees (EPSG:4490)
        Figure,     ///< a zone's adopted value of the indicator whose key is `field`
    };

    QString field; ///< the column of the file, unless the kind says otherwise
    Kind kind = Kind::Text;
    bool editable = true;
    /// A row's cell as it is written; none for a Figure.
    std::function<QString(const Plan& plan, qsizetype row)> written{};
};

/// The tables that can be seen and edited: Zones, Tiers, Observations, Sites, Indicators. Zones have a column for each
/// indicator.
QList<AttributeColumn> attributeColumns(const Plan& plan, Table table);

/// Natural keys of all rows, in the plan's order.
QList<QStringList> attributeKeys(const Plan& plan, Table table);

struct Choice {
    QString value; ///< as written
    QString words; ///< as read
};
QList<Choice> choicesOf(const Plan& plan, Table table, const QString& field); ///< empty: the field has none

// In the language of the interface.

QString titleOf(Table table);
QString titleOf(const Plan& plan, Table table,
                const QString& field); ///< name of a column; of an indicator with its unit
/// A cell as a person reads it: names for codes and keys, thin spaces in numbers.
QString shownCell(const Plan& plan, Table table, const QString& field, const QString& written);
/// What a row is called: the name of its zone, tier, site or indicator.
QString titleOfRow(const Plan& plan, Table table, const QStringList& key);

} // namespace tiermap
