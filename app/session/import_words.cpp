#include "app/session/import_words.h"

#include "app/session/field_words.h"
#include "app/session/language.h"
#include "app/session/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Kind = ImportReport::Notice::Kind;

QString importWords(const char* text) { return QCoreApplication::translate("Import", text); }

QString nameOfDatum(Datum datum) {
    switch (datum) {
    case Datum::Wgs84:
        return u"WGS 84"_s;
    case Datum::Cgcs2000:
        return u"CGCS2000"_s;
    case Datum::Gcj02:
        return u"GCJ-02"_s;
    case Datum::Bd09:
        return u"BD-09"_s;
    case Datum::Unknown:
        break;
    }
    return importWords(QT_TRANSLATE_NOOP("Import", "not stated"));
}

const FormerUnit* formerUnit(const Plan& plan, const QString& code) {
    const auto unit = std::ranges::find(plan.formerUnits, code, &FormerUnit::code);
    return unit == plan.formerUnits.end() ? nullptr : &*unit;
}

QString zoneName(const Plan& plan, const QString& code) {
    if (const Zone* zone = plan.zone(code)) {
        return zone->name.in(interfaceLanguage());
    }
    const FormerUnit* unit = formerUnit(plan, code);
    return unit == nullptr ? code : unit->name.in(interfaceLanguage());
}

QString zoneNames(const Plan& plan, const QStringList& codes) {
    QStringList names;
    for (const QString& code : codes)
        names << zoneName(plan, code);
    return names.join(importWords(QT_TRANSLATE_NOOP("Import", ", ")));
}

/// Units of before a change, and what became of each.
QString formerNames(const Plan& plan, const QStringList& codes) {
    QStringList names;
    for (const QString& code : codes) {
        const FormerUnit* unit = formerUnit(plan, code);
        names << (unit == nullptr || unit->successors == QStringList{code}
                      ? zoneName(plan, code)
                      : importWords(QT_TRANSLATE_NOOP("Import", "%1 (now %2)"))
                            .arg(unit->name.in(interfaceLanguage()), zoneNames(plan, unit->successors)));
    }
    return names.join(importWords(QT_TRANSLATE_NOOP("Import", ", ")));
}

/// A zone of today, or a unit that is no more.
QString unitName(const Plan& plan, const QString& code) {
    return plan.zone(code) == nullptr ? formerNames(plan, {code}) : zoneName(plan, code);
}

/// Of zone, indicator, period and the units that it is due to.
QString gapWords(CrosswalkResult::Gap gap) {
    using enum CrosswalkResult::Gap;
    return gap == NotAdditive
               ? importWords(QT_TRANSLATE_NOOP("Import",
                                               "%1, %2, %3: made up of several earlier units (%4), whose values of "
                                               "this kind do not add up"))
           : gap == PartMissing
               ? importWords(QT_TRANSLATE_NOOP(
                     "Import", "%1, %2, %3: the table has no value of %4, which is of the same zone today"))
           : gap == BoundsDiffer
               ? importWords(
                     QT_TRANSLATE_NOOP("Import", "%1, %2, %3: the bounds of its parts (%4) make no bound of the sum"))
               : importWords(
                     QT_TRANSLATE_NOOP("Import", "%1, %2, %3: boundaries have changed, and %4 cannot be split"));
}

QString indicatorName(const Plan& plan, const QString& key) {
    const Indicator* indicator = plan.indicator(key);
    return indicator ? indicator->name.in(interfaceLanguage()) : key;
}

QString periodWords(const QString& written) {
    const auto period = Period::parse(written);
    return period ? words(*period) : written;
}

QString what(const Plan& plan, const ImportReport::Notice& notice) {
    const QStringList& given = notice.arguments;
    switch (notice.kind) {
    case Kind::ZoneUnknown:
        return notice.text.isEmpty()
                   ? importWords(QT_TRANSLATE_NOOP("Import", "no zone is named"))
                   : importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" is no zone of this plan")).arg(notice.text);
    case Kind::ZoneFormer:
        return importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" is an earlier unit; its area lies in %2 today"))
            .arg(notice.text, zoneNames(plan, given));
    case Kind::FormerAdded:
        return importWords(QT_TRANSLATE_NOOP("Import", "%1, %2, %3 is the sum of %4"))
            .arg(zoneName(plan, given.value(0)), indicatorName(plan, given.value(1)), periodWords(given.value(2)),
                 given.value(3));
    case Kind::FormerSplit:
        return gapWords(fromName<CrosswalkResult::Gap>(given.value(3)).value_or(CrosswalkResult::Gap::CannotSplit))
            .arg(given.sliced(4).contains(given[0]) ? zoneName(plan, given[0]) : unitName(plan, given.value(0)),
                 indicatorName(plan, given.value(1)), periodWords(given.value(2)), formerNames(plan, given.sliced(4)));
    case Kind::FormerGone: {
        const FormerUnit* unit = formerUnit(plan, given.value(0));
        return importWords(QT_TRANSLATE_NOOP("Import",
                                             "%1 is no more since %2, its area lies in %3 today: its value of "
                                             "%4 is that of no whole zone"))
            .arg(zoneName(plan, given.value(0)), unit != nullptr ? words(unit->until) : QString(),
                 unit != nullptr ? zoneNames(plan, unit->successors) : QString(), periodWords(given.value(1)));
    }
    case Kind::VintageUnknown:
        if (given.size() > 1)
            return importWords(QT_TRANSLATE_NOOP("Import", "figures of %1 may speak of earlier boundaries (%2 rows); "
                                                           "say which with the boundary vintage"))
                .arg(periodWords(given[0]), given[1]);
        return importWords(QT_TRANSLATE_NOOP("Import", "figures of %1 may speak of earlier boundaries; say which with "
                                                       "the boundary vintage"))
            .arg(periodWords(given.value(0)));
    case Kind::ColumnUnknown:
        return given.isEmpty()
                   ? importWords(QT_TRANSLATE_NOOP("Import", "the column names no indicator of this plan"))
                   : importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" is no indicator of this plan")).arg(given[0]);
    case Kind::PeriodUnknown:
        return given.value(0).isEmpty() ? importWords(QT_TRANSLATE_NOOP("Import", "nothing tells the period"))
                                        : importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" is no period")).arg(given[0]);
    case Kind::UnitDiffers:
        return importWords(QT_TRANSLATE_NOOP("Import", "the unit \"%1\" cannot be converted to \"%2\""))
            .arg(given.value(0), given.value(1));
    case Kind::NotANumber:
        return importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" is no number")).arg(notice.text);
    case Kind::ValueRefused:
        return given.value(1).isEmpty()
                   ? importWords(QT_TRANSLATE_NOOP("Import", "%1 is less than %2, the least allowed"))
                         .arg(notice.text, given.value(0))
               : given.value(0).isEmpty()
                   ? importWords(QT_TRANSLATE_NOOP("Import", "%1 is more than %2, the most allowed"))
                         .arg(notice.text, given.value(1))
                   : importWords(QT_TRANSLATE_NOOP("Import", "%1 is not from %2 to %3"))
                         .arg(notice.text, given.value(0), given.value(1));
    case Kind::ValueTwice:
        return given.value(0).toInt() > 0
                   ? importWords(QT_TRANSLATE_NOOP("Import", "row %1 has another value for the same zone and period, "
                                                             "and came first"))
                         .arg(given.value(0))
                   : importWords(
                         QT_TRANSLATE_NOOP("Import", "another row has another value for the same zone and period"));
    case Kind::SiteTwice:
        return importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" stands in row %2 already"))
            .arg(notice.text, given.value(0));
    case Kind::SourceUnknown:
        return importWords(QT_TRANSLATE_NOOP("Import", "nothing tells the source"));
    case Kind::ValuesWithheld:
        return importWords(QT_TRANSLATE_NOOP("Import", "numbers that are withheld: %1. That they are is kept"))
            .arg(given.value(0));
    case Kind::RowEmpty:
        return importWords(QT_TRANSLATE_NOOP("Import", "the row has no value"));
    case Kind::NamesDiffer:
        return importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" names %2, another column of the row names %3"))
            .arg(notice.text, zoneName(plan, given.value(0)), zoneName(plan, given.value(1)));
    case Kind::NotAdopted:
        return importWords(QT_TRANSLATE_NOOP("Import",
                                             "%1 values stand beside the adopted ones of other sources, which "
                                             "maps go on using; adopting these is a choice of its own"))
            .arg(given.value(0));
    case Kind::ZoneAbove:
        return importWords(QT_TRANSLATE_NOOP("Import",
                                             "from here on %1 rows name no zone and are taken for those of the "
                                             "zone above them"))
            .arg(given.value(0));
    case Kind::HeadingMissing:
        return importWords(QT_TRANSLATE_NOOP("Import", "nothing stands over the column, its values are not used"));
    case Kind::ColumnLeft:
        return importWords(QT_TRANSLATE_NOOP("Import", "the column is not kept"));
    case Kind::LayerLeft:
        return importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" is in the file, too, and was not read"))
            .arg(notice.text);
    case Kind::DatumDoubted: {
        const auto datum = [](const QString& name) {
            return nameOfDatum(fromName<Datum>(name).value_or(Datum::Unknown));
        };
        const QString doubt =
            given.value(4).toInt() > 0
                ? importWords(QT_TRANSLATE_NOOP("Import", "of %1 points %2% lie in the zone that their row names, and "
                                                          "%3% would if the datum were %4 (%5 m away)"))
                      .arg(given.value(4), given.value(0), given.value(2), datum(given.value(1)), given.value(3))
                : importWords(QT_TRANSLATE_NOOP("Import", "the outlines share %1% of their area with the plan's, and "
                                                          "%2% if the datum were %3 (%4 m away)"))
                      .arg(given.value(0), given.value(2), datum(given.value(1)), given.value(3));
        return importWords(QT_TRANSLATE_NOOP("Import", "%1. They are taken as %2 all the same: is that right?"))
            .arg(doubt, notice.text == nameOf(Datum::Unknown) ? nameOfDatum(Datum::Cgcs2000) : datum(notice.text));
    }
    case Kind::DatumOpen:
        return importWords(QT_TRANSLATE_NOOP("Import",
                                             "nothing tells the datum. Should the places come from a Chinese web "
                                             "map (GCJ-02), they lie %1 m wide of the mark: say the datum"))
            .arg(given.value(0));
    case Kind::EncodingOdd:
        return importWords(QT_TRANSLATE_NOOP("Import",
                                             "read as %1 the file names %2 zones, as %3 it would be %4: say the "
                                             "encoding"))
            .arg(notice.text, given.value(0), given.value(1), given.value(2));
    case Kind::NameMissing:
        return importWords(QT_TRANSLATE_NOOP("Import", "the name is missing"));
    case Kind::WhereMissing:
        return given.isEmpty() ? importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" has neither coordinates nor a zone"))
                                     .arg(notice.text)
               : given.size() == 1
                   ? importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" has no coordinates, and \"%2\" says no district"))
                         .arg(notice.text, given[0])
                   : importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" has no coordinates, and \"%2\" is an earlier unit "
                                                             "that lies in several zones today: %3"))
                         .arg(notice.text, given[0], zoneNames(plan, given.sliced(1)));
    case Kind::PlaceElsewhere:
        if (given.value(1).isEmpty())
            return importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" is said to be in %2, and its point lies beside it, "
                                                           "outside of the plan's area; both are kept"))
                .arg(notice.text, zoneNames(plan, given.value(0).split(u' ')));
        return importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" is said to be in %2, and its point lies in %3; both are "
                                                       "kept"))
            .arg(notice.text, zoneNames(plan, given.value(0).split(u' ')), zoneName(plan, given.value(1)));
    case Kind::SitesUnplaced:
        return importWords(QT_TRANSLATE_NOOP("Import", "sites without coordinates: %1. They stand for their zone, and "
                                                       "are drawn hollow beside its name"))
            .arg(given.value(0));
    case Kind::PlaceMissing:
        return importWords(QT_TRANSLATE_NOOP("Import", "there are no coordinates"));
    case Kind::GeometryInvalid:
        return importWords(QT_TRANSLATE_NOOP("Import", "the geometry cannot be used: %1"))
            .arg(reasonWords(given.value(0)));
    case Kind::OutsidePlan:
        return importWords(QT_TRANSLATE_NOOP("Import", "%1, %2 lies outside of the plan's area"))
            .arg(given.value(0), given.value(1));
    case Kind::ZoneTwice:
        return importWords(QT_TRANSLATE_NOOP("Import", "%1 has an outline already")).arg(zoneName(plan, notice.text));
    case Kind::OverlapMatch:
        return importWords(QT_TRANSLATE_NOOP("Import", "taken for %1, with which it shares %2% of the area"))
            .arg(zoneName(plan, notice.text), given.value(0));
    case Kind::KindUnknown:
        return importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" is no kind of site; it is taken for a platform"))
            .arg(notice.text);
    case Kind::BoundaryNoteGoes:
        return importWords(QT_TRANSLATE_NOOP(
            "Import", "all districts get outlines from this file: figures no longer call the boundaries schematic"));
    case Kind::BoundaryNoteStays:
        return importWords(QT_TRANSLATE_NOOP("Import",
                                             "%1 districts keep their schematic outlines, and figures go on saying so"))
            .arg(given.value(0));
    case Kind::ValueJumps:
        return importWords(QT_TRANSLATE_NOOP("Import", "%1, %2: it was %3 in %4 and is %5 now. Is that its unit?"))
            .arg(zoneName(plan, given.value(0)), indicatorName(plan, given.value(1)), given.value(2),
                 periodWords(given.value(3)), notice.text);
    case Kind::RasterDatum:
        return importWords(
                   QT_TRANSLATE_NOOP("Import", "the image is in %1: it is drawn %2 m from where it says it lies"))
            .arg(nameOfDatum(fromName<Datum>(notice.text).value_or(Datum::Unknown)), given.value(0));
    case Kind::CellRefused:
        return given.isEmpty()
                   ? importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" cannot stand in this column")).arg(notice.text)
                   : importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" is not one of: %2")).arg(notice.text, given[0]);
    case Kind::RowTwice:
        return importWords(QT_TRANSLATE_NOOP("Import", "another row has the key \"%1\" already")).arg(notice.text);
    case Kind::RowUnknown:
        return importWords(QT_TRANSLATE_NOOP("Import", "\"%1\" stands in a row that is none of the form's"))
            .arg(notice.text);
    case Kind::RowChanged:
        return importWords(QT_TRANSLATE_NOOP("Import", "the form says \"%1\" here, and \"%2\" was asked"))
            .arg(notice.text, given.value(0));
    case Kind::RowGone:
        return importWords(QT_TRANSLATE_NOOP("Import", "%1, %2: the row is no longer in the form"))
            .arg(indicatorName(plan, given.value(0)), periodWords(given.value(1)));
    }
    return {};
}

QString reasonWords(EncodingReason reason) {
    switch (reason) {
    case EncodingReason::CpgFile:
        return importWords(QT_TRANSLATE_NOOP("Import", "its .cpg file says so"));
    case EncodingReason::LanguageByte:
        return importWords(QT_TRANSLATE_NOOP("Import", "the language byte of its .dbf says so"));
    case EncodingReason::ByteOrderMark:
        return importWords(QT_TRANSLATE_NOOP("Import", "its byte order mark says so"));
    case EncodingReason::Utf8Test:
        return importWords(QT_TRANSLATE_NOOP("Import", "all texts are well-formed"));
    case EncodingReason::Fallback:
        return importWords(QT_TRANSLATE_NOOP("Import", "nothing says so, and it is no UTF-8"));
    case EncodingReason::CpgWrong:
        return importWords(QT_TRANSLATE_NOOP("Import", "its .cpg file says otherwise, but the texts are not that"));
    case EncodingReason::Asked:
        return importWords(QT_TRANSLATE_NOOP("Import", "as asked for"));
    case EncodingReason::Format:
        break;
    }
    return {};
}

} // namespace

QString datumWords(const CoordinateReading& coordinates) {
    const QString datum = nameOfDatum(coordinates.datum);
    const QString least = words(std::round(coordinates.metresLeast));
    const QString most = words(std::round(coordinates.metresMost));
    const QString metres =
        least == most ? least : importWords(QT_TRANSLATE_NOOP("Import", "%1 to %2")).arg(least, most);
    if (coordinates.suggested)
        return importWords(QT_TRANSLATE_NOOP("Import", "datum %1 fits the plan best: each point moves, by %2 m"))
            .arg(datum, metres);
    return coordinates.metresMoved > 0
               ? importWords(QT_TRANSLATE_NOOP("Import", "datum %1: each point moves, by %2 m")).arg(datum, metres)
               : importWords(QT_TRANSLATE_NOOP("Import", "datum %1")).arg(datum);
}

QString sentence(const Plan& plan, const ImportReport::Notice& notice) {
    const QString words = what(plan, notice);
    const bool row = notice.row > 0;
    const bool column = !notice.column.isEmpty();
    return row && column ? importWords(QT_TRANSLATE_NOOP("Import", "Row %1, column \"%2\": %3"))
                               .arg(notice.row)
                               .arg(notice.column, words)
           : row    ? importWords(QT_TRANSLATE_NOOP("Import", "Row %1: %2")).arg(notice.row).arg(words)
           : column ? importWords(QT_TRANSLATE_NOOP("Import", "Column \"%1\": %2")).arg(notice.column, words)
                    : words;
}

QString rowWords(const ImportReport& report) {
    return importWords(QT_TRANSLATE_NOOP("Import", "Rows: %1 read, %2 used, %3 as before, %4 not used"))
        .arg(report.read)
        .arg(report.used)
        .arg(report.unchanged)
        .arg(report.unused.size());
}

QString valueWords(const ImportReport& report) {
    return importWords(QT_TRANSLATE_NOOP("Import", "Values: %1 read, %2 used, %3 as before, %4 not used"))
        .arg(report.values)
        .arg(report.valuesUsed)
        .arg(report.valuesUnchanged)
        .arg(report.unusedValues.size());
}

QStringList understood(const FileImport& made) {
    QStringList phrases{
        made.layer.isEmpty()
            ? made.source.driver
            : importWords(QT_TRANSLATE_NOOP("Import", "%1, \"%2\"")).arg(made.source.driver, made.layer)};
    if (made.source.encodingReason != EncodingReason::Format)
        phrases << importWords(QT_TRANSLATE_NOOP("Import", "encoding %1 (%2)"))
                       .arg(made.source.encoding, reasonWords(made.source.encodingReason));
    for (const EncodingReading& reading : made.readings)
        phrases << importWords(QT_TRANSLATE_NOOP("Import", "read as %1 it names %2 zones (%3)"))
                       .arg(reading.encoding)
                       .arg(reading.zones)
                       .arg(reading.sample);
    if (made.coordinates) {
        const CoordinateReading& coordinates = *made.coordinates;
        phrases << (coordinates.declared ? importWords(QT_TRANSLATE_NOOP("Import", "coordinates in %1"))
                                         : importWords(QT_TRANSLATE_NOOP("Import", "coordinates taken for %1")))
                       .arg(coordinates.crs);
        if (!coordinates.overruled.isEmpty())
            phrases << importWords(QT_TRANSLATE_NOOP("Import", "its own statement, %1, does not fit the plan"))
                           .arg(coordinates.overruled);
        if (coordinates.approximate)
            phrases << importWords(
                QT_TRANSLATE_NOOP("Import", "its shift to CGCS2000 is not public: off by up to 100 m"));
        if (coordinates.swapped)
            phrases << importWords(QT_TRANSLATE_NOOP("Import", "the first coordinate is the northing"));
        phrases << datumWords(coordinates);
    }
    QStringList added;
    for (const Indicator& indicator : made.newIndicators)
        added << (indicator.unit.zh.isEmpty() ? indicator.name.zh
                                              : u"%1 (%2)"_s.arg(indicator.name.zh, indicator.unit.zh));
    if (!added.isEmpty())
        phrases << importWords(QT_TRANSLATE_NOOP("Import", "new indicators: %1")).arg(added.join(u", "_s));
    if (made.raster)
        phrases << importWords(QT_TRANSLATE_NOOP("Import", "image of %1 by %2 pixels in %3"))
                       .arg(made.raster->width)
                       .arg(made.raster->height)
                       .arg(made.raster->crs);
    if (!made.earlier.isEmpty()) {
        QStringList periods;
        for (const auto& [period, rows] : made.earlier)
            periods << importWords(QT_TRANSLATE_NOOP("Import", "%1 (%2 rows)")).arg(words(period)).arg(rows);
        phrases
            << importWords(QT_TRANSLATE_NOOP("Import", "figures of earlier boundaries: %1")).arg(periods.join(u", "_s));
    }
    return phrases;
}

QString meaningOf(const Plan& plan, const ColumnReading& column) {
    if (column.field.isEmpty())
        return importWords(QT_TRANSLATE_NOOP("Import", "(not used)"));
    if (column.field == u"provenance"_s)
        return importWords(QT_TRANSLATE_NOOP("Import", "(not used: author and time are stated anew)"));
    if (column.field != u"figure"_s)
        return fieldWords(column.field);
    const Indicator* indicator = plan.indicator(column.indicator);
    const QString own = indicator == nullptr ? QString() : indicator->unit.in(interfaceLanguage());
    QStringList parts{indicatorName(plan, column.indicator),
                      column.period ? words(*column.period)
                                    : importWords(QT_TRANSLATE_NOOP("Import", "period as the row says"))};
    if (column.converted)
        parts << importWords(QT_TRANSLATE_NOOP("Import", "%1, converted to %2")).arg(column.unit, own);
    else if (!column.unit.isEmpty())
        parts << column.unit;
    else if (!own.isEmpty())
        parts << importWords(QT_TRANSLATE_NOOP("Import", "%1, which the table does not say")).arg(own);
    return parts.join(importWords(QT_TRANSLATE_NOOP("Import", ", ")));
}

QStringList columnLines(const Plan& plan, const ImportReport& report) {
    QStringList lines;
    for (const ColumnReading& column : report.columns) {
        const auto why = std::ranges::find(report.unusedColumns, column.column, &ImportReport::Notice::column);
        const bool told = column.field.isEmpty() && why != report.unusedColumns.end();
        if (told || !column.field.isEmpty()) // else there is nothing in it
            lines << importWords(QT_TRANSLATE_NOOP("Import", "Column \"%1\": %2"))
                         .arg(column.column,
                              told ? importWords(QT_TRANSLATE_NOOP("Import", "not used: %1")).arg(what(plan, *why))
                                   : meaningOf(plan, column));
    }
    return lines;
}

QList<ImportReport::Notice> noticesOf(const ImportReport& report) {
    QList<ImportReport::Notice> values = report.unusedValues;
    values.removeIf([&](const ImportReport::Notice& value) { return report.unused.contains(value); }); // told once
    return report.unused + values + report.warnings;
}

} // namespace tiermap
