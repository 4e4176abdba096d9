#include "maps/register/register_count.h"

#include "core/plan/zone_names.h"
#include "maps/formats/csv_sheet.h"
#include "maps/formats/row_reader.h"
#include "maps/geometry/zone_grid.h"
#include "maps/import/coordinates.h"
#include "maps/register/csv_records.h"

#include <QHash>
#include <QStringDecoder>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <mutex>
#include <optional>

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

int industryIndex(const Industry& industry) {
    constexpr int divisions = 97;
    return industry.section == 0   ? 0
           : industry.division > 0 ? industry.division
                                   : divisions + 1 + (industry.section - 'A');
}

namespace {

constexpr std::size_t rowsShown = 10;
constexpr std::size_t kinds = 7;

/// Counts rows and keeps the first of them, whatever the order they come in.
struct FirstRows {
    qint64 count = 0;
    std::vector<qint64> first; ///< ascending

    void add(qint64 row) {
        ++count;
        keep(row);
    }
    void keep(qint64 row) {
        if (first.size() == rowsShown && row > first.back()) {
            return;
        }
        first.insert(std::ranges::upper_bound(first, row), row);
        first.resize(std::min(first.size(), rowsShown));
    }
    void add(const FirstRows& other) {
        count += other.count;
        std::ranges::for_each(other.first, [this](qint64 row) { keep(row); });
    }
};

/// The majority vote of Boyer and Moore (1991), in many boxes: what fills a good part of a box is left in it, with a count
/// that is never too high.
class PlaceVotes {
public:
    void add(double longitude, double latitude) {
        const auto mixed = (std::bit_cast<quint64>(longitude) * 0x9E3779B97F4A7C15) ^
                           (std::bit_cast<quint64>(latitude) * 0xC2B2AE3D27D4EB4F);
        SharedPlace& box = m_boxes[(mixed >> 40) % m_boxes.size()];
        if (box.longitude == longitude && box.latitude == latitude) {
            ++box.atLeast;
        } else if (box.atLeast == 0) {
            box = {longitude, latitude, 1};
        } else {
            --box.atLeast;
        }
    }
    void add(const PlaceVotes& other) {
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            SharedPlace& box = m_boxes[i];
            const SharedPlace& with = other.m_boxes[i];
            if (box.longitude == with.longitude && box.latitude == with.latitude) {
                box.atLeast += with.atLeast;
            } else {
                const qint64 left = box.atLeast - with.atLeast;
                box = left < 0 ? with : box;
                box.atLeast = std::abs(left);
            }
        }
    }
    const auto& boxes() const { return m_boxes; }

private:
    std::vector<SharedPlace> m_boxes = std::vector<SharedPlace>(2048);
};

/// What one thread finds.
struct Tally {
    qint64 read = 0;
    qint64 outside = 0;
    qint64 byDistrict = 0;
    std::vector<std::array<qint64, industryIndexes>> zones;
    std::array<FirstRows, kinds> rejections;
    FirstRows disagreements;
    PlaceVotes places;
    QHash<QByteArray, int> known; ///< zones by what names them, so that each text is looked up once

    void reject(Rejection kind, qint64 row) { rejections[static_cast<std::size_t>(kind)].add(row); }
};

std::optional<double> numberIn(QByteArrayView cell) {
    double number = 0;
    const char* from = cell.data() + (cell.startsWith('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(from, cell.data() + cell.size(), number);
    if (error == std::errc() && end == cell.data() + cell.size()) {
        return std::isfinite(number) ? std::optional(number) : std::nullopt;
    }
    return std::nullopt;
}

/// UTF-8 where it is well-formed, else GB18030.
QString textOf(QByteArrayView bytes) {
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8.decode(bytes);
    return utf8.hasError() ? QString(QStringDecoder("GB18030").decode(bytes)) : text;
}

QByteArrayList utf8(const QStringList& texts) {
    QByteArrayList bytes;
    std::ranges::transform(texts, std::back_inserter(bytes), [](const QString& text) { return text.toUtf8(); });
    return bytes;
}

/// Where rows go. All but begin() may be called by several threads, each with a tally of its own.
class Counter {
public:
    Counter(const Project& project, const PlanShapes& shapes, const RegisterChoices& choices)
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
        if (m_choices.districtOnly && m_columns.district < 0) {
            return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .row = 1, .field = u"district"_s});
        }
        m_cellsNeeded = std::max({m_columns.longitude, m_columns.hasPlace() ? m_columns.latitude : -1,
                                  m_columns.hasPlace() ? -1 : m_columns.district}) +
                        1;
        return {};
    }

    void take(Tally& tally, const CsvRecord& record) const {
        ++tally.read;
        if (record.wrongQuotes) {
            tally.reject(Rejection::WrongQuotes, record.row);
            return;
        }
        if (static_cast<int>(record.cells.size()) < m_cellsNeeded) {
            tally.reject(Rejection::CellsMissing, record.row);
            return;
        }
        const auto cell = [&](int column) {
            return column >= 0 && column < static_cast<int>(record.cells.size())
                       ? record.cells[static_cast<std::size_t>(column)]
                       : QByteArrayView();
        };
        const QByteArrayView longitude = cell(m_columns.hasPlace() ? m_columns.longitude : -1);
        const QByteArrayView latitude = cell(m_columns.hasPlace() ? m_columns.latitude : -1);
        const QByteArrayView district = cell(m_columns.district);
        const auto industry = static_cast<std::size_t>(industryIndex(industryOf(cell(m_columns.industry))));
        if (longitude.isEmpty() && latitude.isEmpty() && !district.isEmpty()) {
            countByDistrict(tally, record.row, district, industry);
        } else if (longitude.isEmpty() || latitude.isEmpty()) {
            tally.reject(Rejection::PlaceMissing, record.row);
        } else if (const auto x = numberIn(longitude), y = numberIn(latitude); !x || !y) {
            tally.reject(Rejection::NotANumber, record.row);
        } else {
            countByPlace(tally, record.row, *x, *y, district, industry);
        }
    }

    Tally emptyTally() const {
        Tally tally;
        tally.zones.resize(static_cast<std::size_t>(m_zones.size()));
        return tally;
    }

    RegisterCount result(const Tally& tally) const {
        RegisterCount count{.read = tally.read, .outside = tally.outside, .byDistrict = tally.byDistrict};
        for (qsizetype zone = 0; zone < m_zones.size(); ++zone) {
            const auto& industries = tally.zones[static_cast<std::size_t>(zone)];
            ZoneCount& made = count.zones.emplace_back(ZoneCount{.code = m_zones[zone]});
            made.industries.assign(industries.begin(), industries.end());
            for (const qint64 rows : industries) {
                made.count += rows;
            }
        }
        for (const int district : m_districts) {
            count.counted += count.zones[district].count;
        }
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            if (const FirstRows& rows = tally.rejections[kind]; rows.count > 0) {
                count.rejections << RejectedRows{static_cast<Rejection>(kind), rows.count, rows.first};
                count.rejected += rows.count;
            }
        }
        count.disagreements = {.kind = {}, .count = tally.disagreements.count, .first = tally.disagreements.first};
        constexpr qint64 least = 1000;
        for (const SharedPlace& place : tally.places.boxes()) {
            if (place.atLeast >= std::max(least, tally.read / 100)) {
                count.shared << place;
            }
        }
        std::ranges::sort(count.shared, std::greater(), &SharedPlace::atLeast);
        return count;
    }

private:
    static constexpr int elsewhere = -1;
    static constexpr int unknown = -2;

    void countByPlace(Tally& tally, qint64 row, double x, double y, QByteArrayView district,
                      std::size_t industry) const {
        constexpr auto inChina = [](double longitude, double latitude) {
            return longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;
        };
        if (!inChina(x, y)) {
            tally.reject(inChina(y, x) ? Rejection::Swapped : Rejection::OutsideChina, row);
            return;
        }
        tally.places.add(x, y);
        if (m_choices.datum == Datum::Gcj02 || m_choices.datum == Datum::Bd09) {
            const GeoPoint moved = toCgcs2000(GeoPoint(x, y), m_choices.datum);
            x = moved.get<0>();
            y = moved.get<1>();
        }
        const int zone = m_grid->at(x, y);
        if (!district.isEmpty()) {
            const int named = zoneNamed(tally, district);
            if (named != unknown && named != (zone < 0 ? elsewhere : m_districts[static_cast<std::size_t>(zone)])) {
                tally.disagreements.add(row);
            }
        }
        if (zone < 0) {
            ++tally.outside;
            return;
        }
        ++tally.zones[static_cast<std::size_t>(m_districts[static_cast<std::size_t>(zone)])][industry];
        if (const int inner = m_inner->at(x, y); inner >= 0) {
            ++tally.zones[static_cast<std::size_t>(m_within[static_cast<std::size_t>(inner)])][industry];
        }
    }

    void countByDistrict(Tally& tally, qint64 row, QByteArrayView district, std::size_t industry) const {
        const int zone = zoneNamed(tally, district);
        if (zone == unknown) {
            tally.reject(Rejection::DistrictUnknown, row);
        } else if (zone == elsewhere) {
            ++tally.outside;
        } else {
            ++tally.byDistrict;
            ++tally.zones[static_cast<std::size_t>(zone)][industry];
        }
    }

    /// Index into the zones; `elsewhere` for the code of another city, `unknown` for what tells nothing, such as a
    /// former district that went to two of today's.
    int zoneNamed(Tally& tally, QByteArrayView text) const {
        const auto found = tally.known.constFind(QByteArray::fromRawData(text.data(), text.size()));
        if (found != tally.known.constEnd()) {
            return *found;
        }
        constexpr qsizetype enough = 100'000; // texts that are all different name nothing
        const int zone = lookUp(textOf(text));
        if (tally.known.size() < enough) {
            tally.known.insert(text.toByteArray(), zone);
        }
        return zone;
    }

    int lookUp(const QString& text) const {
        if (const auto match = m_names.find(text)) {
            return match->zones.size() == 1 ? static_cast<int>(m_zones.indexOf(match->zones[0])) : unknown;
        }
        const bool isCode = text.size() >= 6 && std::ranges::all_of(text.first(6), [](QChar c) { return c.isDigit(); });
        return isCode && !text.startsWith(m_prefix) ? elsewhere : unknown;
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

void add(Tally& sum, const Tally& part) {
    sum.read += part.read;
    sum.outside += part.outside;
    sum.byDistrict += part.byDistrict;
    for (std::size_t zone = 0; zone < sum.zones.size(); ++zone) {
        std::ranges::transform(sum.zones[zone], part.zones[zone], sum.zones[zone].begin(), std::plus());
    }
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        sum.rejections[kind].add(part.rejections[kind]);
    }
    sum.disagreements.add(part.disagreements);
    sum.places.add(part.places);
}

Result<RegisterCount> countCsv(Counter& counter, const QString& file, const Progress& progress) {
    std::mutex adding;
    Tally sum = counter.emptyTally();
    std::vector<std::unique_ptr<Tally>> parts; // one for each thread
    const auto start = [&](const CsvRecord& heading) {
        QStringList headings;
        std::ranges::transform(heading.cells, std::back_inserter(headings), textOf);
        return counter.begin(headings);
    };
    const auto take = [&](std::span<const CsvRecord> records) {
        std::unique_ptr<Tally> tally;
        {
            const std::scoped_lock lock(adding);
            if (!parts.empty()) {
                tally = std::move(parts.back());
                parts.pop_back();
            }
        }
        if (!tally) {
            tally = std::make_unique<Tally>(counter.emptyTally());
        }
        for (const CsvRecord& record : records) {
            counter.take(*tally, record);
        }
        const std::scoped_lock lock(adding);
        parts.push_back(std::move(tally));
    };
    if (const Result<void> read = readRecords(file, start, take, progress); !read) {
        return std::unexpected(read.error());
    }
    for (const auto& part : parts) {
        add(sum, *part);
    }
    return counter.result(sum);
}

/// A sheet whose first row is the heading. Row i stands in row i + 1 of the file.
Result<RegisterCount> countSheet(Counter& counter, const QList<QStringList>& sheet) {
    if (const Result<void> begun = counter.begin(sheet.value(0)); !begun) {
        return std::unexpected(begun.error());
    }
    Tally tally = counter.emptyTally();
    CsvRecord record;
    for (qsizetype row = 1; row < sheet.size(); ++row) {
        const QByteArrayList cells = utf8(sheet[row]);
        record.row = row + 1;
        record.cells.clear();
        std::ranges::transform(cells, std::back_inserter(record.cells),
                               [](const QByteArray& cell) { return QByteArrayView(cell).trimmed(); });
        if (!std::ranges::all_of(record.cells, &QByteArrayView::isEmpty)) {
            counter.take(tally, record);
        }
    }
    return counter.result(tally);
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
Result<RegisterCount> countOther(const Project& project, const PlanShapes& shapes, const QString& file,
                                 RegisterChoices choices, const Progress& progress) {
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
    Counter counter(project, shapes, choices);
    return countSheet(counter, *sheet);
}

} // namespace

Result<RegisterCount> countRegister(const Project& project, const PlanShapes& shapes, const QString& file,
                                    const RegisterChoices& choices, const Progress& progress) {
    const auto named = [&](Problem problem) {
        problem.file = file;
        return problem;
    };
    if (!isCsv(file)) {
        return countOther(project, shapes, file, choices, progress).transform_error(named);
    }
    Counter counter(project, shapes, choices);
    return countCsv(counter, file, progress).transform_error(named);
}

} // namespace tiermap
