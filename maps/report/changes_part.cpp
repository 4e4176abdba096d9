#include "core/store/edit_log.h"
#include "maps/report/dossier_work.h"
#include "maps/style/number_text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString columnWords(const DossierWork& work, const QString& column) {
    for (const report_words::ColumnWord& each : report_words::columns) {
        if (column == QStringView(each.column))
            return work.in(each.word);
    }
    return column;
}

/// A cell as a person reads it.
QString cellText(const DossierWork& work, const QString& column, const Value& value) {
    using namespace report_words;
    if (isNull(value) || toText(value).isEmpty())
        return work.in(none);
    const QString text = toText(value);
    if (column == "geom"_L1)
        return work.in(shape);
    if (column == "adopted"_L1 || column == "schematic"_L1)
        return work.in(text == "1"_L1 ? yes : no);
    if (column == "status"_L1) {
        if (const auto status = fromName<Observation::Status>(text))
            return work.in(statusWord(*status));
    }
    if (column == "tier"_L1) {
        if (const Tier* tier = work.plan.tier(text))
            return work.in(tier->name);
    }
    if (column == "period"_L1) {
        if (const auto period = Period::parse(text))
            return periodWords(*period, work.language);
    }
    bool isNumber = false;
    const double number = column == "value"_L1 ? text.toDouble(&isNumber) : 0;
    return isNumber && std::isfinite(number) ? shortest(number) : text;
}

/// What a row that came or went says.
QString rowText(const DossierWork& work, const LogLine& line, const Value& value) {
    if (isNull(value))
        return work.in(report_words::none);
    const Fields row = rowFromText(line.table, textOf(value));
    if (line.table != Table::Observations)
        return cellText(work, {}, row.value(work.language == Language::Chinese ? u"name_zh"_s : u"name_en"_s));
    const Value number = row.value(u"value"_s);
    if (isNull(number))
        return work.in(report_words::missing);
    const auto bound = fromName<Quantity::Bound>(textOf(row.value(u"bound"_s)));
    const bool made = textOf(row.value(u"status"_s)) == nameOf(Observation::Status::Illustrative);
    return quantityText({toText(number).toDouble(), bound.value_or(Quantity::Bound::Exact)}, work.language) +
           (made ? u"*"_s : QString()) + u' ' + unitOf(work, line.key.value(1));
}

/// The row that a line of the log is about.
QString rowName(const DossierWork& work, const LogLine& line) {
    using namespace report_words;
    if (line.table == Table::Observations) {
        const Period when = Period::parse(line.key.value(2)).value_or(Period{});
        return work.in(withPeriod).arg(indicatorName(work, line.key.value(1)), periodWords(when, work.language));
    }
    if (line.table == Table::Sites) {
        const auto found = std::ranges::find(work.plan.sites, line.key.value(0), &Site::key);
        return work.in(site).arg(found == work.plan.sites.end() ? line.key.value(0) : work.in(found->name));
    }
    return line.table == Table::Zones ? work.in(thisZone) : line.key.join(u' ');
}

QString changeWords(const DossierWork& work, const LogLine& line) {
    using namespace report_words;
    const QString row = rowName(work, line);
    QString what = !line.field.isEmpty()                 ? work.in(cell).arg(row, columnWords(work, line.field))
                   : line.change == Change::Kind::Insert ? work.in(rowAdded).arg(row)
                                                         : work.in(rowRemoved).arg(row);
    switch (line.action) {
    case Action::Edit:
        break;
    case Action::Undo:
        return work.in(undone).arg(what);
    case Action::Redo:
        return work.in(redone).arg(what);
    case Action::Outside:
        return work.in(outside).arg(what);
    }
    return what;
}

} // namespace

DossierPart changesPart(const DossierWork& work, const QList<LogLine>& log) {
    using namespace report_words;
    const QString& since = work.material.since;
    DossierPart part{since.isEmpty() ? work.in(changes) : work.in(changesSince).arg(since)};
    DossierTable table{{{work.in(time), 26},
                        {work.in(author), 20},
                        {work.in(changed), 48},
                        {work.in(before), 26},
                        {work.in(after), 26},
                        {work.in(reason), 34}},
                       {}};
    for (const LogLine& line : asCellChanges(log)) {
        if (line.field == "author"_L1 || line.field == "edited_at"_L1)
            continue; // the row's own account of what the first columns say
        const auto said = [&](const Value& value) {
            return line.field.isEmpty() ? rowText(work, line, value) : cellText(work, line.field, value);
        };
        QStringList why{line.reason, line.source};
        why.removeAll(QString());
        table.rows += {line.at.left(16).replace(u'T', u' '),
                       line.author,
                       changeWords(work, line),
                       said(line.before),
                       said(line.after),
                       why.join(work.in(clause))};
    }
    if (table.rows.isEmpty())
        part.items += DossierText{work.in(noChanges)};
    else
        part.items += table;
    return part;
}

} // namespace tiermap
