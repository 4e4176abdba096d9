#include "maps/import/new_plan.h"

#include "core/import/new_indicators.h"
#include "core/plan/placeholder.h"
#include "maps/geometry/geopackage_blob.h"
#include "maps/geometry/ring_order.h"
#include "maps/geometry/validity.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Notice = ImportReport::Notice;

/// Inks that can be told apart (docs: tier ink), the first four as on the layout figure; more repeat with a hatch.
constexpr std::array<QLatin1StringView, 8> inks{"#1F5A94"_L1, "#5FA8C9"_L1, "#E4572E"_L1, "#B9D67A"_L1,
                                                "#8C6BB1"_L1, "#D9A441"_L1, "#3B8F6B"_L1, "#A65628"_L1};
constexpr QLatin1StringView noInk("#C8C4BC");

const QRegularExpression& sixDigits() {
    static const QRegularExpression pattern(u"\\A[0-9]{6}\\z"_s);
    return pattern;
}

/// 330102000000 and 330102.0 are 330102.
QString codeText(const QString& text) {
    static const QRegularExpression longer(u"\\A([0-9]{6})(?:0{6})?(?:\\.0+)?\\z"_s);
    const auto match = longer.match(text.trimmed());
    return match.hasMatch() ? match.captured(1) : text.trimmed();
}

class PlanMaker {
public:
    explicit PlanMaker(const NewPlanChoices& choices)
        : m_choices(choices) {}

    Result<NewPlan> make() {
        auto rows = readLayer(m_choices.boundaries, {.layer = m_choices.layer, .encoding = m_choices.encoding});
        if (!rows) {
            return std::unexpected(rows.error());
        }
        return readOutlines(*rows)
            .and_then([&] { return readTiers(*rows); })
            .and_then([&] { return readFigures(); })
            .transform([&] { return std::move(m_made); });
    }

private:
    Plan& plan() { return m_made.project.plan; }

    std::unexpected<Problem> wrong(Problem::Code code, const QString& field, const QStringList& arguments) const {
        return std::unexpected(
            Problem{.code = code, .file = m_choices.boundaries, .field = field, .arguments = arguments});
    }

    // --- outlines

    Result<void> readOutlines(SourceRows& rows) {
        for (const QString& field : {m_choices.keyField, m_choices.nameField}) {
            if (!field.isEmpty() && !rows.fields.contains(field)) {
                return wrong(Problem::Code::ValueUnknown, field, {field, rows.fields.join(u", "_s)});
            }
        }
        const bool shaped = std::ranges::any_of(rows.rows, [](const SourceRow& row) { return row.shape.has_value(); });
        if (!shaped) {
            return wrong(Problem::Code::GeometryMissing, {}, {QFileInfo(m_choices.boundaries).fileName()});
        }
        auto coordinates = readCoordinates(rows, PlanShapes{}, m_choices.coordinates);
        if (!coordinates) {
            Problem problem = coordinates.error();
            problem.file = m_choices.boundaries;
            return std::unexpected(problem);
        }
        m_made.coordinates = *coordinates;
        findFields(rows);
        describePlan();
        for (SourceRow& row : rows.rows) {
            ++m_made.outlines.read;
            takeOutline(row);
        }
        if (m_made.outlines.used == 0) {
            return wrong(Problem::Code::GeometryMissing, {}, {QFileInfo(m_choices.boundaries).fileName()});
        }
        addCity();
        return {};
    }

    /// Codes: all six digits. Names: the most different texts with Chinese characters in them, else any texts.
    void findFields(const SourceRows& rows) {
        m_key = rows.fields.indexOf(m_choices.keyField);
        m_name = rows.fields.indexOf(m_choices.nameField);
        qsizetype most = 0;
        for (qsizetype field = 0; field < rows.fields.size(); ++field) {
            QSet<QString> codes;
            QSet<QString> names;
            for (const SourceRow& row : rows.rows) {
                const QString text = row.cells.value(field).trimmed();
                if (sixDigits().match(codeText(text)).hasMatch()) {
                    codes << codeText(text);
                } else if (std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; })) {
                    names << text;
                }
            }
            if (m_key < 0 && static_cast<std::size_t>(codes.size()) == rows.rows.size()) {
                m_key = field;
            }
            if (m_choices.nameField.isEmpty() && names.size() > most && field != m_key) {
                most = names.size();
                m_name = field;
            }
        }
        m_made.keyField = rows.fields.value(m_key);
        m_made.nameField = rows.fields.value(m_name);
    }

    void describePlan() {
        const QString file = QFileInfo(m_choices.boundaries).fileName();
        plan().key = m_choices.key;
        const auto told = [](const QString& text, const QString& what) {
            return Text{text.trimmed().isEmpty() ? placeholder(what) : text.trimmed(), {}};
        };
        plan().title = told(m_choices.title, u"规划名称"_s);
        plan().layout = told({}, u"格局简称"_s);
        plan().issuer = told({}, u"印发单位"_s);
        plan().coordinator = told({}, u"牵头单位"_s);
        plan().goal = placeholder(u"关于空间格局的原文"_s);
        plan().source = placeholder(u"规划文本出处"_s);
        const Datum datum = m_made.coordinates.datum;
        const QString moved = datum == Datum::Gcj02  ? u" (GCJ-02 → CGCS2000)"_s
                              : datum == Datum::Bd09 ? u" (BD-09 → CGCS2000)"_s
                                                     : QString();
        plan().boundary = {.vintage = told(m_choices.vintage, u"区划年月"_s).zh,
                           .schematic = true,
                           .note = {u"界线为示意, 不作为划界依据"_s, u"Boundaries schematic, not for delimitation"_s},
                           .provenance = {u"由 %1 导入, 坐标系 %2, %3"_s.arg(file, m_made.coordinates.crs + moved,
                                                                             placeholder(u"界线出处和许可"_s)),
                                          {}}};
    }

    void takeOutline(SourceRow& row) {
        const QString name = row.cells.value(m_name).trimmed();
        const QString code = m_key >= 0 ? codeText(row.cells.value(m_key)) : name;
        const auto leave = [&](Notice::Kind kind, const QStringList& arguments = {}) {
            m_made.outlines.unused << Notice{.kind = kind,
                                             .row = row.row,
                                             .column = {},
                                             .text = name.isEmpty() ? code : name,
                                             .arguments = arguments};
        };
        auto* polygons = row.shape ? std::get_if<GeoPolygons>(&*row.shape) : nullptr;
        if (code.isEmpty()) {
            return leave(Notice::Kind::ZoneUnknown);
        }
        if (polygons == nullptr) {
            return row.shape || !row.shapeProblem.isEmpty()
                       ? leave(Notice::Kind::GeometryInvalid,
                               {row.shape ? u"polygons are expected"_s : row.shapeProblem})
                       : leave(Notice::Kind::PlaceMissing);
        }
        if (plan().zone(code) != nullptr) {
            return leave(Notice::Kind::ZoneTwice);
        }
        std::ranges::for_each(*polygons, orderRings);
        if (const auto reason = whyInvalid(*polygons)) {
            return leave(Notice::Kind::GeometryInvalid, {*reason});
        }
        plan().zones << Zone{.code = code,
                             .name = {name.isEmpty() ? placeholder(u"名称"_s) : name, {}},
                             .tier = {},
                             .kind = Zone::Kind::District,
                             .parent = {}};
        m_rowOf << row.row;
        m_made.project.zoneShapes.insert(code, encodeShape(*polygons));
        ++m_made.outlines.used;
    }

    void addCity() {
        QString prefix = plan().zones[0].code.first(std::min<qsizetype>(4, plan().zones[0].code.size()));
        for (const Zone& zone : std::as_const(plan().zones)) {
            const bool same = sixDigits().match(zone.code).hasMatch() && zone.code.startsWith(prefix);
            prefix = same ? prefix : QString();
        }
        m_city = prefix.isEmpty() ? u"CITY"_s : prefix + u"00"_s;
        for (Zone& zone : plan().zones) {
            zone.parent = m_city;
        }
        const QString name = m_choices.city.trimmed();
        plan().zones << Zone{.code = m_city,
                             .name = {name.isEmpty() ? placeholder(u"城市名称"_s) : name, {}},
                             .tier = {},
                             .kind = Zone::Kind::City,
                             .parent = {}};
    }

    // --- tiers

    Result<void> readTiers(const SourceRows& rows) {
        QHash<QString, QString> names; // of the tier, by zone
        if (const qsizetype field = rows.fields.indexOf(m_choices.tiers); field >= 0) {
            for (qsizetype i = 0; i < m_rowOf.size(); ++i) {
                const auto row = std::ranges::find(rows.rows, m_rowOf[i], &SourceRow::row);
                names.insert(plan().zones[i].code, row->cells.value(field).trimmed());
            }
        } else if (QFileInfo(m_choices.tiers).isFile()) {
            const auto read = tiersFromTable(names);
            if (!read) {
                return read;
            }
        } else if (!m_choices.tiers.isEmpty()) {
            return wrong(Problem::Code::ValueUnknown, m_choices.tiers, {m_choices.tiers, rows.fields.join(u", "_s)});
        }
        QMap<QString, int> counts;
        for (Zone& zone : plan().zones) {
            if (zone.kind == Zone::Kind::City) {
                continue;
            }
            const QString name = names.value(zone.code);
            zone.tier = name.isEmpty() ? QString(placeholderTier) : tierNamed(name);
            ++counts[zone.tier];
        }
        QStringList sizes;
        for (const Tier& tier : std::as_const(plan().tiers)) {
            sizes << QString::number(counts.value(tier.key));
        }
        if (counts.contains(placeholderTier)) {
            const QString name = placeholder(u"层级"_s);
            plan().tiers << Tier{.key = placeholderTier,
                                 .mark = {u"?"_s, {}},
                                 .name = {name, {}},
                                 .driver = {},
                                 .carrier = {},
                                 .mode = {},
                                 .role = {name, {}},
                                 .color = noInk};
        } else { // "3+3" is what the layout is, whatever the plan calls it
            plan().layout = {sizes.join(u'+'), sizes.join(u'+')};
        }
        return {};
    }

    Result<void> tiersFromTable(QHash<QString, QString>& names) {
        const auto sheet = readSheet(m_choices.tiers);
        if (!sheet) {
            return std::unexpected(sheet.error());
        }
        const ZoneNames zones(plan());
        const auto layout = layoutOf(plan(), zones, *sheet);
        if (!layout) {
            Problem problem = layout.error();
            problem.file = m_choices.tiers;
            return std::unexpected(problem);
        }
        static const QStringList headings{u"层级"_s, u"tier"_s, u"梯队"_s, u"类型"_s, u"定位"_s};
        qsizetype column = -1;
        for (qsizetype i = 0; i < layout->columns.size(); ++i) {
            const bool named = headings.contains(layout->columns[i].heading.toLower());
            const bool other = column < 0 && layout->columns[i].kind == TableColumn::Kind::Unused;
            column = named || other ? i : column;
        }
        NewPlanTable table{.file = m_choices.tiers, .report = {}};
        for (qsizetype row = layout->firstRow; row < sheet->size(); ++row) {
            const QStringList& cells = (*sheet)[row];
            const QString name = cells.value(column).trimmed();
            const QString zone = cells.value(layout->zoneColumn).trimmed();
            if (zone.isEmpty() && name.isEmpty()) {
                continue;
            }
            ++table.report.read;
            const auto match = zones.find(zone);
            if (match && column >= 0 && !name.isEmpty()) {
                names.insert(match->zones[0], name);
                ++table.report.used;
            } else {
                table.report.unused << Notice{.kind = match ? Notice::Kind::RowEmpty : Notice::Kind::ZoneUnknown,
                                              .row = static_cast<int>(row) + 1,
                                              .column = {},
                                              .text = zone,
                                              .arguments = {}};
            }
        }
        m_made.tables << table;
        return {};
    }

    QString tierNamed(const QString& name) {
        const auto known = std::ranges::find(plan().tiers, name, [](const Tier& tier) { return tier.name.zh; });
        if (known != plan().tiers.end()) {
            return known->key;
        }
        const auto number = static_cast<std::size_t>(plan().tiers.size());
        plan().tiers << Tier{.key = u"tier_%1"_s.arg(number + 1),
                             .mark = {name.first(1), {}},
                             .name = {name, {}},
                             .driver = {},
                             .carrier = {},
                             .mode = {},
                             .role = {placeholder(u"规划对该层级的表述"_s), {}},
                             .color = inks.at(number % inks.size()),
                             .pattern = number < inks.size() ? Tier::Pattern::Solid : Tier::Pattern::Hatch};
        return plan().tiers.last().key;
    }

    // --- figures

    /// The indicators of all tables come before the values of any: a later table may state the unit.
    Result<void> readFigures() {
        const ZoneNames zones(plan());
        const auto named = [](const QString& file) {
            return [&file](Problem problem) {
                problem.file = file;
                return problem;
            };
        };
        QList<SheetRows> sheets;
        for (const QString& file : m_choices.observations) {
            const auto added = readSheet(file, {.encoding = m_choices.encoding}).and_then([&](const SheetRows& sheet) {
                sheets << sheet;
                return layoutOf(plan(), zones, sheet, {.period = m_choices.period});
            });
            if (!added) {
                return std::unexpected(named(file)(added.error()));
            }
            addIndicators(plan(), sheets.last(), *added);
        }
        for (qsizetype i = 0; i < sheets.size(); ++i) {
            const QString& file = m_choices.observations[i];
            if (const auto read = readFigures(file, zones, sheets[i]); !read) {
                return std::unexpected(named(file)(read.error()));
            }
        }
        return {};
    }

    Result<void> readFigures(const QString& file, const ZoneNames& zones, const SheetRows& sheet) {
        const auto layout = layoutOf(plan(), zones, sheet, {.period = m_choices.period});
        if (!layout) {
            return std::unexpected(layout.error());
        }
        const QString source = m_choices.source.trimmed();
        const ObservationImport made = importObservations(
            plan(), zones, sheet, *layout,
            {.source = source.isEmpty() ? placeholder(u"来源"_s) + QFileInfo(file).fileName() : source});
        for (const Change& change : made.edit.changes) {
            apply(change);
        }
        m_made.tables << NewPlanTable{.file = file, .report = made.report};
        return {};
    }

    /// Of a plan that grows only the importer's changes are known.
    void apply(const Change& change) {
        const auto text = [&](const QString& column) { return textOf(change.after.value(column)); };
        const QStringList& key = change.key;
        auto at = std::ranges::find_if(plan().observations, [&](const Observation& o) {
            return QStringList{o.zone, o.indicator, o.period.toString(), o.source} == key;
        });
        if (at == plan().observations.end()) {
            Observation fresh;
            fresh.zone = key[0];
            fresh.indicator = key[1];
            fresh.period = Period::parse(key[2]).value_or(Period{});
            fresh.source = key[3];
            at = plan().observations.insert(plan().observations.end(), fresh);
        }
        at->adopted = change.after.value(u"adopted"_s) == Value(qint64(1)); // every change of an import says so
        if (!change.after.contains(u"value"_s)) {
            return;
        }
        const Value value = change.after.value(u"value"_s);
        const auto* number = std::get_if<double>(&value);
        at->value = number == nullptr
                        ? std::nullopt
                        : std::optional(Quantity{
                              *number, fromName<Quantity::Bound>(text(u"bound"_s)).value_or(Quantity::Bound::Exact)});
        at->missingReason = text(u"missing_reason"_s);
        at->status = fromName<Observation::Status>(text(u"status"_s)).value_or(Observation::Status::Published);
        at->confidence =
            fromName<Observation::Confidence>(text(u"confidence"_s)).value_or(Observation::Confidence::Medium);
        at->address = text(u"address"_s);
        at->note = text(u"note"_s);
    }

    const NewPlanChoices& m_choices;
    NewPlan m_made;
    QList<int> m_rowOf; ///< of each district, in the order of the plan's zones
    QString m_city;
    qsizetype m_key = -1;
    qsizetype m_name = -1;
};

} // namespace

Result<NewPlan> makePlan(const NewPlanChoices& choices) { return PlanMaker(choices).make(); }

} // namespace tiermap
