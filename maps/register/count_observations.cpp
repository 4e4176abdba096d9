#include "maps/register/count_observations.h"

#include "core/import/new_indicators.h"
#include "core/import/unit.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

const QString unit = u"家"_s;

QString noteOf(const RegisterCount& count, const QString& about) {
    const QString told = u"由名录计数: 读 %1 行, 计入 %2, 片区外 %3, 剔除 %4"_s.arg(count.read)
                             .arg(count.counted)
                             .arg(count.outside)
                             .arg(count.rejected);
    return about.isEmpty() ? told : told + u"; "_s + about;
}

} // namespace

Result<ObservationImport> observationsOf(const Plan& plan, const RegisterCount& count, const CountChoices& choices) {
    const QString name = choices.indicator.trimmed();
    SheetRows sheet{{u"片区"_s, name, u"备注"_s}};
    const QString note = noteOf(count, choices.note);
    for (const ZoneCount& zone : count.zones) {
        sheet << QStringList{zone.code, QString::number(zone.count), note};
    }
    TableLayout layout{
        .firstRow = 1,
        .zoneColumn = 0,
        .zoneAsked = true,
        .columns = {{.kind = TableColumn::Kind::Zone, .heading = sheet[0][0]},
                    {.kind = TableColumn::Kind::Unused, .heading = name, .period = choices.period, .unit = unit},
                    {.kind = TableColumn::Kind::Note, .heading = sheet[0][2]}}};
    Plan after = plan;
    QString key = HeadingReader(plan).read(name).indicator;
    if (key.isEmpty()) {
        addIndicators(after, sheet, layout);
        if (after.indicators.size() == plan.indicators.size()) { // a year, or nothing at all, is no name
            return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"indicator"_s});
        }
        after.indicators.last().aggregation = Indicator::Aggregation::Sum;
        key = after.indicators.last().key;
    }
    const QString counted = after.indicator(key)->unit.zh;
    const auto factor = unitFactor(unit, counted);
    if (!factor) {
        return std::unexpected(Problem{
            .code = Problem::Code::ValueUnknown, .field = u"indicator"_s, .arguments = {counted, unit + u", 万家"_s}});
    }
    layout.columns[1].kind = TableColumn::Kind::Figure;
    layout.columns[1].indicator = key;
    layout.columns[1].factor = *factor;
    ObservationImport made = importObservations(after, ZoneNames(after), sheet, layout,
                                                {.source = choices.source,
                                                 .status = Observation::Status::Estimate,
                                                 .adopt = choices.adopt,
                                                 .vintage = Vintage::Current}); // today's zones were counted
    introduceIndicators(made.edit, plan, after);
    made.edit.source = choices.source;
    return made;
}

} // namespace tiermap
