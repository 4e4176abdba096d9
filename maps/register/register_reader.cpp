#include "maps/register/register_reader.h"

#include "core/plan/zone_names.h"
#include "maps/formats/csv_sheet.h"
#include "maps/formats/row_reader.h"
#include "maps/geometry/zone_grid.h"
#include "maps/import/coordinates.h"
#include "maps/register/csv_records.h"

#include <QHash>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<Rejection>> namesOf() {
    static constexpr Name<Rejection> names[] = {{Rejection::WrongQuotes, "wrong_quotes"_L1},
                                                {Rejection::CellsMissing, "cells_missing"_L1},
                                                {Rejection::PlaceMissing, "place_missing"_L1},
                                                {Rejection::NotANumber, "not_a_number"_L1},
                                                {Rejection::Swapped, "swapped"_L1},
                                                {Rejection::OutsideChina, "outside_china"_L1},
                                                {Rejection::DistrictUnknown, "district_unknown"_L1}};
    return names;
}

namespace {

/// Zones by what names them, so that each text is looked up once.
using KnownZones = QHash<QByteArray, int>;

std::optional<double> numberIn(QByteArrayView cell) {
    double number = 0;
    const char* from = cell.data() + (cell.startsWith('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(from, cell.data() + cell.size(), number);
    if (error == std::errc() && end == cell.data() + cell.size()) {
        return std::isfinite(number) ? std::optional(number) : std::nullopt;
    }
    return std::nullopt;
}

QByteArrayList utf8(const QStringList& texts) {
    QByteArrayList bytes;
    std::ranges::transform(texts, std::back_inserter(bytes), [](const QString& text) { return text.toUtf8(); });
    return bytes;
}

/// Finds the zones of rows. All but begin() may be called by several threads, each with zones of its own that it knows.
class Reader {
public:
    Reader(const Project& project, const PlanShapes& shapes, const RegisterChoices& choices)
        : m_choices(choices)
        , m_names(project.plan) {
        std::vector<const GeoPolygons*> districts;
        std::vector<const GeoPolygons*> within;
        for (const ZoneShape& shape : shapes.zones) {
            const Zone* zone = project.plan.zone(shape.code);
            const bool ofWhich = zone != nullptr && zone->kind == Zone::Kind::OfWhich;
            (ofWhich ? within : districts).push_back(&shape.polygons);
            (ofWhich ? m_within : m_districts).push_back(static_cast<int>(m_zones.size()));
            m_zones << shape.code;
        }
        m_grid.emplace(districts);
        m_inner.emplace(within);
        for (const Zone& zone : project.plan.zones) {
            m_prefix = zone.code.size() == 6 ? zone.code.left(4) : m_prefix;
        }
    }

    Result<void> begin(const QStringList& headings) {
        const auto columns = findColumns(headings, m_choices.columns);
        if (!columns) {
            return std::unexpected(columns.error());
        }
        m_columns = *columns;
        m_columns.longitude = m_choices.districtOnly ? -1 : m_columns.longitude;
        const RegisterFilter& filter = m_choices.filter;
        const QString missing = m_choices.districtOnly && m_columns.district < 0         ? u"district"_s
                                : !filter.industries.isEmpty() && m_columns.industry < 0 ? u"industry"_s
                                : !filter.sizes.isEmpty() && m_columns.size < 0          ? u"size"_s
                                : (filter.from.has_value() || filter.to.has_value()) && m_columns.year < 0 ? u"year"_s
                                                                                                           : QString();
        if (!missing.isEmpty()) {
            return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .row = 1, .field = missing});
        }
        m_cellsNeeded = std::max({m_columns.longitude, m_columns.hasPlace() ? m_columns.latitude : -1,
                                  m_columns.hasPlace() ? -1 : m_columns.district}) +
                        1;
        return {};
    }

    RegisterRow place(const CsvRecord& record, KnownZones& known) const {
        RegisterRow row{.row = record.row};
        if (record.wrongQuotes || static_cast<int>(record.cells.size()) < m_cellsNeeded) {
            row.rejection = record.wrongQuotes ? Rejection::WrongQuotes : Rejection::CellsMissing;
            return row;
        }
        const auto cell = [&](int column) {
            return column >= 0 && column < static_cast<int>(record.cells.size())
                       ? record.cells[static_cast<std::size_t>(column)]
                       : QByteArrayView();
        };
        row.industry = industryOf(cell(m_columns.industry));
        row.size = enterpriseSizeOf(cell(m_columns.size));
        row.year = yearOf(cell(m_columns.year));
        if (!passes(row, record)) {
            row.leftOut = true;
            return row;
        }
        const QByteArrayView longitude = cell(m_columns.hasPlace() ? m_columns.longitude : -1);
        const QByteArrayView latitude = cell(m_columns.hasPlace() ? m_columns.latitude : -1);
        const QByteArrayView district = cell(m_columns.district);
        if (longitude.isEmpty() && latitude.isEmpty() && !district.isEmpty()) {
            row.zone = zoneNamed(known, district);
            if (row.zone == unknown) {
                row.rejection = Rejection::DistrictUnknown;
            }
        } else if (longitude.isEmpty() || latitude.isEmpty()) {
            row.rejection = Rejection::PlaceMissing;
        } else if (const auto x = numberIn(longitude), y = numberIn(latitude); !x || !y) {
            row.rejection = Rejection::NotANumber;
        } else {
            placeAt(row, *x, *y, district, known);
        }
        return row;
    }

private:
    static constexpr int unknown = -2;

    bool passes(const RegisterRow& row, const CsvRecord& record) const {
        const RegisterFilter& filter = m_choices.filter;
        return filter.passes(row.industry, row.size, row.year) &&
               (filter.text.isEmpty() || std::ranges::any_of(record.cells, [&](QByteArrayView cell) {
                    return textOf(cell).contains(filter.text, Qt::CaseInsensitive);
                }));
    }

    void placeAt(RegisterRow& row, double x, double y, QByteArrayView district, KnownZones& known) const {
        constexpr auto inChina = [](double longitude, double latitude) {
            return longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;
        };
        if (!inChina(x, y)) {
            row.rejection = inChina(y, x) ? Rejection::Swapped : Rejection::OutsideChina;
            return;
        }
        row.hasPlace = true;
        row.readLongitude = x;
        row.readLatitude = y;
        if (m_choices.datum == Datum::Gcj02 || m_choices.datum == Datum::Bd09) {
            const GeoPoint moved = toCgcs2000(GeoPoint(x, y), m_choices.datum);
            x = moved.get<0>();
            y = moved.get<1>();
        }
        row.longitude = x;
        row.latitude = y;
        if (const int at = m_grid->at(x, y); at >= 0) {
            row.zone = m_districts[static_cast<std::size_t>(at)];
        }
        if (!district.isEmpty()) {
            const int named = zoneNamed(known, district);
            row.disagrees = named != unknown && named != row.zone;
        }
        if (const int inner = row.zone >= 0 ? m_inner->at(x, y) : -1; inner >= 0) {
            row.ofWhich = m_within[static_cast<std::size_t>(inner)];
        }
    }

    /// Index into the zones; `elsewhere` for the code of another city, `unknown` for what tells nothing, such as a
    /// former district that went to two of today's.
    int zoneNamed(KnownZones& known, QByteArrayView text) const {
        const auto found = known.constFind(QByteArray::fromRawData(text.data(), text.size()));
        if (found != known.constEnd()) {
            return *found;
        }
        constexpr qsizetype enough = 100'000; // texts that are all different name nothing
        const int zone = lookUp(textOf(text));
        if (known.size() < enough) {
            known.insert(text.toByteArray(), zone);
        }
        return zone;
    }

    int lookUp(const QString& text) const {
        if (const auto match = m_names.find(text)) {
            return match->zones.size() == 1 ? static_cast<int>(m_zones.indexOf(match->zones[0])) : unknown;
        }
        const bool isCode = text.size() >= 6 && std::ranges::all_of(text.first(6), [](QChar c) { return c.isDigit(); });
        return isCode && !text.startsWith(m_prefix) ? RegisterRow::elsewhere : unknown;
    }

    const RegisterChoices& m_choices;
    ZoneNames m_names;
    QStringList m_zones;          ///< codes, as PlanShapes has them
    std::vector<int> m_districts; ///< of the grid's polygons, the zone
    std::vector<int> m_within;
    std::optional<ZoneGrid> m_grid;
    std::optional<ZoneGrid> m_inner;
    QString m_prefix; ///< of the codes of the city's districts
    RegisterColumns m_columns;
    int m_cellsNeeded = 0;
};

using TakeRows = std::function<void(std::span<const RegisterRow> rows)>;

Result<void> readCsv(Reader& reader, const QString& file, const TakeRows& take, const Progress& progress) {
    struct Desk { // of one thread
        KnownZones known;
        std::vector<RegisterRow> rows;
    };
    std::mutex choosing;
    std::vector<std::unique_ptr<Desk>> free;
    const auto start = [&](const CsvRecord& heading) {
        QStringList headings;
        std::ranges::transform(heading.cells, std::back_inserter(headings), textOf);
        return reader.begin(headings);
    };
    const auto placeAll = [&](std::span<const CsvRecord> records) {
        std::unique_ptr<Desk> desk;
        {
            const std::scoped_lock lock(choosing);
            if (!free.empty()) {
                desk = std::move(free.back());
                free.pop_back();
            }
        }
        desk = desk ? std::move(desk) : std::make_unique<Desk>();
        desk->rows.clear();
        for (const CsvRecord& record : records) {
            desk->rows.push_back(reader.place(record, desk->known));
        }
        take(desk->rows);
        const std::scoped_lock lock(choosing);
        free.push_back(std::move(desk));
    };
    return readRecords(file, start, placeAll, progress);
}

/// A sheet whose first row is the heading. Row i stands in row i + 1 of the file.
Result<void> placeSheet(Reader& reader, const QList<QStringList>& sheet, const TakeRows& take) {
    if (const Result<void> begun = reader.begin(sheet.value(0)); !begun) {
        return begun;
    }
    KnownZones known;
    CsvRecord record;
    std::vector<RegisterRow> rows;
    for (qsizetype row = 1; row < sheet.size(); ++row) {
        const QByteArrayList cells = utf8(sheet[row]);
        record.row = row + 1;
        record.cells.clear();
        std::ranges::transform(cells, std::back_inserter(record.cells),
                               [](const QByteArray& cell) { return QByteArrayView(cell).trimmed(); });
        if (!std::ranges::all_of(record.cells, &QByteArrayView::isEmpty)) {
            rows.push_back(reader.place(record, known));
        }
    }
    take(rows);
    return {};
}

/// The layer as a sheet, with its points as two more columns of degrees.
Result<QList<QStringList>> sheetOf(SourceRows rows, const PlanShapes& shapes, RegisterChoices& choices) {
    const auto isPoint = [](const SourceRow& row) { return row.shape && std::holds_alternative<GeoPoint>(*row.shape); };
    QList<QStringList> sheet{rows.fields};
    const bool hasPoints = std::ranges::any_of(rows.rows, isPoint);
    if (hasPoints) {
        // What moves the datum, too, has moved it already.
        if (const auto read = readCoordinates(rows, shapes, {.datum = choices.datum}); !read) {
            return std::unexpected(read.error());
        }
        choices.datum = Datum::Unknown;
        choices.columns.longitude = u"\u2316 x"_s; // a heading that no file has
        choices.columns.latitude = u"\u2316 y"_s;
        sheet[0] << choices.columns.longitude << choices.columns.latitude;
    }
    for (const SourceRow& row : rows.rows) {
        sheet << row.cells;
        if (isPoint(row)) {
            const auto& point = std::get<GeoPoint>(*row.shape);
            sheet.last() << numberText(point.get<0>()) << numberText(point.get<1>());
        } else if (hasPoints) {
            sheet.last() << QString() << QString();
        }
    }
    return sheet;
}

/// Anything but CSV: as GDAL reads it.
Result<void> readOther(const Project& project, const PlanShapes& shapes, const QString& file, RegisterChoices choices,
                       const TakeRows& take, const Progress& progress) {
    const ReadOptions options{.layer = choices.layer, .progress = progress};
    const Result<Source> source = describeSource(file, {}, progress);
    if (!source) {
        return std::unexpected(source.error());
    }
    const auto sheet =
        source->isTable()
            ? readSheet(file, options)
            : readLayer(file, options).and_then([&](const SourceRows& rows) { return sheetOf(rows, shapes, choices); });
    if (!sheet) {
        return std::unexpected(sheet.error());
    }
    Reader reader(project, shapes, choices);
    return placeSheet(reader, *sheet, take);
}

} // namespace

Result<void> readRegister(const Project& project, const PlanShapes& shapes, const QString& file,
                          const RegisterChoices& choices, const TakeRows& take, const Progress& progress) {
    const auto named = [&](Problem problem) {
        problem.file = file;
        return problem;
    };
    if (!isCsv(file)) {
        return readOther(project, shapes, file, choices, take, progress).transform_error(named);
    }
    Reader reader(project, shapes, choices);
    return readCsv(reader, file, take, progress).transform_error(named);
}

} // namespace tiermap
