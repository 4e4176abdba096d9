#include "maps/import/site_import.h"

#include "core/plan/number_entry.h"
#include "core/project/names.h"
#include "core/store/blob_header.h"
#include "core/store/row_key.h"
#include "maps/geometry/planar.h"
#include "maps/import/column_report.h"

#include <boost/geometry/algorithms/assign.hpp>
#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/algorithms/expand.hpp>
#include <boost/geometry/algorithms/for_each.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <ranges>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

namespace bg = boost::geometry;
using Notice = ImportReport::Notice;

/// One of the districts that tile the plan's area.
struct District {
    QString code;
    Polygons polygons;
    bg::model::box<Point> box;
};

struct Word {
    QLatin1StringView field;
    QStringView text;
};

/// What files call the fields of a site; plain, lower case.
constexpr std::array<Word, 49> words{{{"key"_L1, u"key"},
                                      {"name_zh"_L1, u"name_zh"},
                                      {"name_zh"_L1, u"name"},
                                      {"name_zh"_L1, u"名称"},
                                      {"name_zh"_L1, u"中文名称"},
                                      {"name_zh"_L1, u"企业名称"},
                                      {"name_zh"_L1, u"平台名称"},
                                      {"name_en"_L1, u"name_en"},
                                      {"name_en"_L1, u"英文名称"},
                                      {"pinyin"_L1, u"pinyin"},
                                      {"kind"_L1, u"kind"},
                                      {"kind"_L1, u"type"},
                                      {"kind"_L1, u"类型"},
                                      {"kind"_L1, u"类别"},
                                      {"zone"_L1, u"zone"},
                                      {"zone"_L1, u"district"},
                                      {"zone"_L1, u"adcode"},
                                      {"zone"_L1, u"片区"},
                                      {"zone"_L1, u"区县"},
                                      {"zone"_L1, u"所在区县"},
                                      {"zone"_L1, u"地区"},
                                      {"stage"_L1, u"stage"},
                                      {"confidence"_L1, u"confidence"},
                                      {"source"_L1, u"source"},
                                      {"source"_L1, u"来源"},
                                      {"source"_L1, u"数据来源"},
                                      {"address"_L1, u"address"},
                                      {"address"_L1, u"地址"},
                                      {"note"_L1, u"note"},
                                      {"note"_L1, u"备注"},
                                      {"name_zh"_L1, u"单位名称"},
                                      {"name_zh"_L1, u"项目名称"},
                                      {"name_zh"_L1, u"园区名称"},
                                      {"name_zh"_L1, u"基地名称"},
                                      {"name_zh"_L1, u"机构名称"},
                                      {"name_zh"_L1, u"点位名称"},
                                      {"name_zh"_L1, u"名字"},
                                      {"address"_L1, u"详细地址"},
                                      {"zone"_L1, u"行政区"},
                                      {"zone"_L1, u"所在区"},
                                      {"zone"_L1, u"所在区、县(市)"},
                                      {"zone"_L1, u"区、县(市)"},
                                      {"zone"_L1, u"所属区县"},
                                      {"zone"_L1, u"所属区"},
                                      {"zone"_L1, u"所在地区"},
                                      {"zone"_L1, u"所在片区"},
                                      {"zone"_L1, u"区县名称"},
                                      {"zone"_L1, u"行政区划"},
                                      {"zone"_L1, u"区划代码"}}};

/// What files call a pair of coordinates: degrees first, so that an X beside 经度 and 纬度 is not taken for one of them.
struct CoordinateWords {
    std::initializer_list<QStringView> eastward;
    std::initializer_list<QStringView> northward;
};
const std::array<CoordinateWords, 2> coordinateWords{
    {{{u"longitude", u"lon", u"lng", u"经度", u"东经"}, {u"latitude", u"lat", u"纬度", u"北纬"}},
     {{u"x", u"easting", u"x坐标", u"东坐标", u"横坐标"}, {u"y", u"northing", u"y坐标", u"北坐标", u"纵坐标"}}}};

struct CoordinateColumns {
    qsizetype longitude = -1; ///< or easting; -1: there is none
    qsizetype latitude = -1;
};

CoordinateColumns coordinateColumns(const QStringList& headings) {
    const auto find = [&](std::initializer_list<QStringView> names) {
        const auto heading = std::ranges::find_if(headings, [&](const QString& each) {
            return std::ranges::contains(names, QStringView(plainText(each).toLower()));
        });
        return heading == headings.end() ? qsizetype{-1} : heading - headings.begin();
    };
    CoordinateColumns half;
    for (const CoordinateWords& names : coordinateWords) {
        const CoordinateColumns found{.longitude = find(names.eastward), .latitude = find(names.northward)};
        if (found.longitude >= 0 && found.latitude >= 0) {
            return found;
        }
        half.longitude = half.longitude < 0 ? found.longitude : half.longitude;
        half.latitude = half.latitude < 0 ? found.latitude : half.latitude;
    }
    return half;
}

QString fieldNamed(const QString& heading) {
    const QString plain = plainText(heading).toLower();
    const auto* word = std::ranges::find_if(words, [&](const Word& each) { return each.text == plain; });
    return word == words.end() ? QString() : QString(word->field);
}

/// By its key, or as Chinese registers say it.
std::optional<Site::Kind> kindNamed(const QString& text) {
    using enum Site::Kind;
    static const QHash<QString, Site::Kind> kinds{
        {u"平台"_s, Platform},        {u"基地"_s, Base},         {u"园区"_s, Park},
        {u"产业园"_s, Park},          {u"产业园区"_s, Park},     {u"场馆"_s, Venue},
        {u"会展场馆"_s, Venue},       {u"总部"_s, Headquarters}, {u"企业总部"_s, Headquarters},
        {u"总部企业"_s, Headquarters}};
    const auto found = kinds.constFind(text);
    return found != kinds.constEnd() ? std::optional(*found) : fromName<Site::Kind>(text.toLower());
}

/// The column that tells the zone: of those that are called so, and others that no word is for, the one whose cells name
/// most zones; -1: none. `nameField` is something else.
qsizetype zoneColumn(const SourceRows& rows, const ZoneNames& names, const QString& nameField) {
    constexpr std::size_t enough = 1000;
    qsizetype best = -1;
    std::size_t most = 0;
    for (qsizetype column = 0; column < rows.fields.size(); ++column) {
        const QString field = fieldNamed(rows.fields[column]);
        const bool called = field == "zone"_L1;
        if ((!called && !field.isEmpty()) || (!nameField.isEmpty() && rows.fields[column] == nameField)) {
            continue;
        }
        std::size_t filled = 0;
        std::size_t matches = 0;
        for (const SourceRow& row : rows.rows | std::views::take(enough)) {
            const QString text = row.cells.value(column).trimmed();
            filled += text.isEmpty() ? 0 : 1;
            matches += text.isEmpty() || !names.find(text) ? 0 : 1;
        }
        const bool firstCalled = called && (best < 0 || fieldNamed(rows.fields[best]) != "zone"_L1);
        if ((called || matches * 2 > filled) && (matches > most || (firstCalled && matches == most))) {
            most = matches;
            best = column;
        }
    }
    return best;
}

class Importer {
public:
    Importer(const Project& project, const PlanShapes& shapes, const ZoneNames& names, const SourceRows& rows,
             const QString& nameField, const QString& source)
        : m_plan(project.plan)
        , m_names(names)
        , m_rows(rows)
        , m_source(source.trimmed()) {
        for (const ZoneShape& shape : shapes.zones) {
            const Zone* zone = project.plan.zone(shape.code);
            if (zone != nullptr && zone->kind == Zone::Kind::District) { // areas within a district do not count
                Polygons polygons = planar(shape.polygons);
                bg::model::box<Point> box;
                bg::assign_inverse(box);
                bg::for_each_point(polygons, [&](const Point& point) { bg::expand(box, point); });
                m_districts.push_back({shape.code, std::move(polygons), box});
            }
        }
        if (const qsizetype column = zoneColumn(rows, names, nameField); column >= 0) {
            m_columns.insert(u"zone"_s, column);
        }
        for (qsizetype column = 0; column < rows.fields.size(); ++column) {
            const bool isName = !nameField.isEmpty() && rows.fields[column] == nameField;
            const QString field = isName ? u"name_zh"_s : fieldNamed(rows.fields[column]);
            if (isName ||
                (!field.isEmpty() && !m_columns.contains(field) && (nameField.isEmpty() || field != "name_zh"_L1))) {
                m_columns.insert(field, column);
            }
        }
        m_result.keyField = rows.fields.value(m_columns.value(u"name_zh"_s, -1));
        const CoordinateColumns place = coordinateColumns(rows.fields);
        QHash<qsizetype, QString> read;
        for (auto column = m_columns.cbegin(); column != m_columns.cend(); ++column) {
            read.insert(column.value(), column.key());
        }
        read.insert(place.longitude, u"longitude"_s);
        read.insert(place.latitude, u"latitude"_s);
        tellColumns(m_result.report, rows, read);
        for (const Site& site : project.plan.sites) {
            m_known.insert(site.key, &site);
            m_byName.insert(site.name.zh, site.key);
        }
    }

    ShapeImport import() {
        for (const SourceRow& row : m_rows.rows) {
            ++m_result.report.read;
            take(row);
        }
        if (m_unplaced > 0) {
            warn(0, Notice::Kind::SitesUnplaced, {}, {QString::number(m_unplaced)});
        }
        return std::move(m_result);
    }

private:
    QString cell(const SourceRow& row, const QString& field) const {
        const auto column = m_columns.constFind(field);
        return column == m_columns.constEnd() ? QString() : row.cells.value(*column).trimmed();
    }

    void leave(const SourceRow& row, Notice::Kind kind, const QString& text, const QStringList& arguments = {}) {
        m_result.report.unused << Notice{
            .kind = kind, .row = row.row, .column = {}, .text = text, .arguments = arguments};
    }

    void warn(int row, Notice::Kind kind, const QString& text, const QStringList& arguments = {}) {
        m_result.report.warnings << Notice{
            .kind = kind, .row = row, .column = {}, .text = text, .arguments = arguments};
    }

    QString zoneAt(const GeoPoint& point) const {
        const Point place = planar(point);
        const auto district = std::ranges::find_if(m_districts, [&](const District& each) {
            return bg::covered_by(place, each.box) && bg::covered_by(place, each.polygons);
        });
        return district == m_districts.end() ? QString() : district->code;
    }

    /// Just outside of the plan, whose outlines are coarse, beside the district that the row names.
    bool liesBy(const QString& zone, const GeoPoint& point) const {
        constexpr double degrees = 0.05;
        return std::ranges::any_of(m_districts, [&](const District& district) {
            const auto& low = district.box.min_corner();
            const auto& high = district.box.max_corner();
            return district.code == zone && point.get<0>() > low.get<0>() - degrees &&
                   point.get<0>() < high.get<0>() + degrees && point.get<1>() > low.get<1>() - degrees &&
                   point.get<1>() < high.get<1>() + degrees;
        });
    }

    void take(const SourceRow& row) {
        const QString name = cell(row, u"name_zh"_s);
        if (name.isEmpty()) {
            leave(row, Notice::Kind::NameMissing, {});
            return;
        }
        if (!row.shapeProblem.isEmpty()) {
            leave(row, Notice::Kind::GeometryInvalid, name, {row.shapeProblem});
            return;
        }
        Fields cells{{u"name_zh"_s, name}};
        for (const QString& field : {u"name_en"_s, u"pinyin"_s, u"address"_s, u"note"_s}) {
            if (m_columns.contains(field)) {
                cells.insert(field, cell(row, field));
            }
        }
        const QString source = cell(row, u"source"_s).isEmpty() ? m_source : cell(row, u"source"_s);
        if (source.isEmpty()) {
            leave(row, Notice::Kind::SourceUnknown, name);
            return;
        }
        cells.insert(u"source"_s, source);
        if (!addZoneAndPlace(row, name, cells)) {
            return;
        }
        QString key = cell(row, u"key"_s);
        if (key.isEmpty()) {
            key =
                m_byName.value(name, u"site-"_s + QString::number(rowKey({name, textOf(cells.value(u"zone"_s))}), 36));
        }
        if (const auto taken = m_taken.constFind(key); taken != m_taken.constEnd()) {
            leave(row, Notice::Kind::SiteTwice, name, {QString::number(*taken)});
            return;
        }
        m_taken.insert(key, row.row);
        addKind(row, cells);
        write(key, cells);
    }

    bool addZoneAndPlace(const SourceRow& row, const QString& name, Fields& cells) {
        const QString text = cell(row, u"zone"_s);
        const std::optional<ZoneMatch> match = text.isEmpty() ? std::nullopt : m_names.find(text);
        if (!match && !text.isEmpty()) {
            leave(row, Notice::Kind::ZoneUnknown, text);
            return false;
        }
        const auto* point = row.shape ? std::get_if<GeoPoint>(&*row.shape) : nullptr;
        if (row.shape && point == nullptr) {
            leave(row, Notice::Kind::GeometryInvalid, name, {u"points are expected"_s});
            return false;
        }
        QString zone = match && match->zones.size() == 1 ? match->zones[0] : QString();
        if (const Zone* whole = m_plan.zone(zone); whole != nullptr && whole->kind == Zone::Kind::City) {
            zone.clear();
        }
        if (point != nullptr) {
            const double longitude = bg::get<0>(*point);
            const double latitude = bg::get<1>(*point);
            const QString within = zoneAt(*point);
            if (within.isEmpty() && !liesBy(zone, *point)) {
                leave(row, Notice::Kind::OutsidePlan, name,
                      {QString::number(longitude, 'f', 5), QString::number(latitude, 'f', 5)});
                return false;
            }
            if (within.isEmpty() || (match && contradict(m_plan, *match, {.zones = {within}}))) {
                warn(row.row, Notice::Kind::PlaceElsewhere, name, {match->zones.join(u' '), within});
            }
            zone = zone.isEmpty() ? within : zone; // where it lies tells what a former unit or the city does not
            cells.insert(u"geom"_s, encodePosition(QPointF(longitude, latitude)));
        }
        if (zone.isEmpty()) {
            const QStringList said = text.isEmpty() ? QStringList() : QStringList{text};
            leave(row, Notice::Kind::WhereMissing, name,
                  match && match->former != nullptr ? said + match->zones : said);
            return false;
        }
        if (match && match->former != nullptr && !m_told.contains(text)) {
            m_told << text;
            warn(row.row, Notice::Kind::ZoneFormer, text, match->zones);
        }
        cells.insert(u"zone"_s, zone);
        return true;
    }

    void addKind(const SourceRow& row, Fields& cells) {
        const QString text = cell(row, u"kind"_s);
        const std::optional<Site::Kind> kind = kindNamed(text);
        if (!kind && !text.isEmpty()) {
            warn(row.row, Notice::Kind::KindUnknown, text);
        }
        if (kind || m_columns.contains(u"kind"_s)) {
            cells.insert(u"kind"_s, nameOf(kind.value_or(Site::Kind::Platform)));
        }
        if (const auto stage = fromName<Site::Stage>(cell(row, u"stage"_s))) {
            cells.insert(u"stage"_s, nameOf(*stage));
        }
        if (const auto confidence = fromName<Observation::Confidence>(cell(row, u"confidence"_s))) {
            cells.insert(u"confidence"_s, nameOf(*confidence));
        }
    }

    void write(const QString& key, Fields& cells) {
        const Site* known = m_known.value(key);
        if (!cells.contains(u"geom"_s) && (known == nullptr || !known->position)) {
            ++m_unplaced;
        }
        if (known == nullptr) {
            cells.insert(u"key"_s, key);
            for (const auto& [field, value] : {std::pair(u"kind"_s, nameOf(Site::Kind::Platform)),
                                               {u"stage"_s, nameOf(Site::Stage::Operating)},
                                               {u"confidence"_s, nameOf(Observation::Confidence::Medium)}}) {
                if (!cells.contains(field)) {
                    cells.insert(field, value);
                }
            }
            m_result.edit.changes << insertRow(Table::Sites, cells);
            ++m_result.report.used;
            return;
        }
        if (!differs(*known, cells)) {
            ++m_result.report.unchanged;
            return;
        }
        m_result.edit.changes << Change{
            .kind = Change::Kind::Update, .table = Table::Sites, .key = {key}, .before = {}, .after = cells};
        ++m_result.report.used;
    }

    static bool differs(const Site& site, const Fields& cells) {
        const Fields is{{u"name_zh"_s, site.name.zh},
                        {u"name_en"_s, site.name.en},
                        {u"pinyin"_s, site.pinyin},
                        {u"kind"_s, nameOf(site.kind)},
                        {u"zone"_s, orNull(site.zone)},
                        {u"geom"_s, site.position ? Value(encodePosition(*site.position)) : Value()},
                        {u"stage"_s, nameOf(site.stage)},
                        {u"confidence"_s, nameOf(site.confidence)},
                        {u"source"_s, site.source},
                        {u"address"_s, site.address},
                        {u"note"_s, site.note}};
        return std::ranges::any_of(cells.keys(), [&](const QString& field) {
            return is.contains(field) && is.value(field) != cells.value(field);
        });
    }

    const Plan& m_plan;
    const ZoneNames& m_names;
    const SourceRows& m_rows;
    QString m_source;
    std::vector<District> m_districts;
    QHash<QString, qsizetype> m_columns;
    QHash<QString, const Site*> m_known;
    QHash<QString, QString> m_byName;
    QHash<QString, int> m_taken; ///< keys, and the rows that had them
    QSet<QString> m_told;        ///< former units that were warned of
    int m_unplaced = 0;
    ShapeImport m_result;
};

} // namespace

ShapeImport importSites(const Project& project, const PlanShapes& shapes, const ZoneNames& names,
                        const SourceRows& rows, const QString& nameField, const QString& source) {
    return Importer(project, shapes, names, rows, nameField, source).import();
}

QStringList zonesNamed(const SourceRows& rows, const ZoneNames& names, const QString& nameField) {
    const qsizetype column = zoneColumn(rows, names, nameField);
    QStringList zones;
    for (const SourceRow& row : rows.rows) {
        const auto match = column < 0 ? std::nullopt : names.find(row.cells.value(column));
        zones << (match && match->former == nullptr ? match->zones[0] : QString());
    }
    return zones;
}

SourceRows rowsOf(const QList<QStringList>& sheet) {
    SourceRows result;
    qsizetype heading = 0;
    const auto filled = [](const QStringList& row) {
        return std::ranges::count_if(row, [](const QString& text) { return !text.trimmed().isEmpty(); });
    };
    while (heading < sheet.size() && filled(sheet[heading]) < 2) { // titles
        ++heading;
    }
    if (heading == sheet.size()) { // a table of one column
        const auto first = std::ranges::find_if(sheet, [&](const QStringList& row) { return filled(row) > 0; });
        heading = first - sheet.begin();
    }
    result.fields = sheet.value(heading);
    const auto [longitude, latitude] = coordinateColumns(result.fields);
    for (qsizetype at = heading + 1; at < sheet.size(); ++at) {
        if (filled(sheet[at]) == 0) {
            continue;
        }
        SourceRow row{.row = static_cast<int>(at) + 1, .cells = sheet[at], .shape = {}, .shapeProblem = {}};
        const QString written = sheet[at].value(longitude).trimmed() + sheet[at].value(latitude).trimmed();
        const std::optional<double> x = enteredNumber(sheet[at].value(longitude));
        const std::optional<double> y = enteredNumber(sheet[at].value(latitude));
        if (x && y) {
            row.shape = GeoPoint(*x, *y);
        } else if (!written.isEmpty()) {
            row.shapeProblem = u"the coordinates are no numbers"_s;
        }
        result.rows.push_back(std::move(row));
    }
    return result;
}

} // namespace tiermap
