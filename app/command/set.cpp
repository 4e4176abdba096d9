#include "app/command/command.h"
#include "app/session/words.h"
#include "core/analysis/zone_figures.h"
#include "core/store/open_project.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

struct Named {
    QString zone;
    QString indicator;
    Period period;
    std::optional<Quantity> value; ///< none: missing, for `reason`
    QString missing;
    QString source;
    bool adopt = false;
};

/// The row that an observation of this source has, or the row it gets. What is set by hand is adopted where nothing else
/// is, or where it is asked for: then the other one is no longer.
Edit editFor(const Plan& plan, const Named& named) {
    const QString period = named.period.toString();
    const QStringList key{named.zone, named.indicator, period, named.source};
    const Observation* own = nullptr;
    const Observation* adopted = nullptr;
    for (const Observation& o : plan.observations) {
        if (o.zone != named.zone || o.indicator != named.indicator || !(o.period == named.period))
            continue;
        own = o.source == named.source ? &o : own;
        adopted = o.adopted ? &o : adopted;
    }
    Fields cells{{u"value"_s, named.value ? Value(named.value->number) : Value()},
                 {u"bound"_s, nameOf(named.value.value_or(Quantity{}).bound)},
                 {u"missing_reason"_s, orNull(named.missing)}};
    Edit edit;
    Observation told;
    told.missingReason = named.missing;
    const bool withheld = !named.value && isWithheld(told);
    const bool adopts = named.adopt || ((named.value || withheld) && !adopted);
    if (adopts && adopted && adopted != own)
        edit.changes << setCell(Table::Observations, {named.zone, named.indicator, period, adopted->source},
                                u"adopted"_s, qint64(0));
    if (adopts || !named.value) // what has no value is not used by itself
        cells.insert(u"adopted"_s, qint64(adopts ? 1 : 0));
    if (own) {
        Change change = setCell(Table::Observations, key, u"bound"_s, cells.value(u"bound"_s));
        change.after = cells;
        edit.changes << change;
        return edit;
    }
    cells.insert(u"zone"_s, named.zone);
    cells.insert(u"indicator"_s, named.indicator);
    cells.insert(u"period"_s, period);
    cells.insert(u"source"_s, named.source);
    cells.insert(u"confidence"_s, nameOf(Observation::Confidence::Medium));
    edit.changes << insertRow(Table::Observations, cells);
    return edit;
}

void addOptions(QCommandLineParser& parser) {
    const auto words = commandWords;
    parser.addPositionalArgument(u"PROJECT"_s, words(QT_TRANSLATE_NOOP("Command", "Project file.")));
    parser.addPositionalArgument(u"ZONE"_s, words(QT_TRANSLATE_NOOP("Command", "Code or name of a zone.")));
    parser.addPositionalArgument(u"INDICATOR"_s, words(QT_TRANSLATE_NOOP("Command", "Key of an indicator.")));
    parser.addPositionalArgument(
        u"VALUE"_s, words(QT_TRANSLATE_NOOP("Command", "A number, a bound such as \">50\" or \"~30\"; or - with "
                                                       "--missing.")));
    parser.addOption({u"period"_s, words(QT_TRANSLATE_NOOP("Command", "2025, 2025-Q1, 2025-01..2025-06, 2025-03-31.")),
                      u"PERIOD"_s});
    parser.addOption(
        {u"source"_s, words(QT_TRANSLATE_NOOP("Command", "Title of the publication it stands in.")), u"TEXT"_s});
    parser.addOption({u"reason"_s, words(QT_TRANSLATE_NOOP("Command", "Why, for the log.")), u"TEXT"_s});
    parser.addOption({u"missing"_s, words(QT_TRANSLATE_NOOP("Command", "Why there is no value.")), u"TEXT"_s});
    parser.addOption({u"adopt"_s, words(QT_TRANSLATE_NOOP("Command", "Use this value instead of another source's."))});
}

} // namespace

int runSet(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(
        QT_TRANSLATE_NOOP("Command", "Sets what a source says of a zone. The change is on disk and in the log when the "
                                     "command ends, and can be undone.")));
    addOptions(parser);
    // A negative number is no option.
    static const QRegularExpression negative(u"\\A-(?=[0-9.])"_s);
    QStringList quoted = arguments;
    quoted.replaceInStrings(negative, u"\u2212"_s);
    if (const auto code = parseArguments(parser, u"set"_s, quoted))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 4 || !parser.isSet(u"period"_s) || parser.value(u"source"_s).trimmed().isEmpty())
        return usageError(u"set"_s, commandWords(QT_TRANSLATE_NOOP(
                                        "Command", "PROJECT ZONE INDICATOR VALUE, --period and --source are needed.")));
    const auto project = projectToEdit(given[0]);
    if (!project)
        return project.error();
    const Plan& plan = (*project)->content().plan;
    const auto wrong = [&](Problem::Code code, const QString& field, const QStringList& what) {
        return report({.code = code, .file = given[0], .field = field, .arguments = what});
    };
    const Zone* zone = zoneNamed(plan, given[1]);
    if (!zone)
        return wrong(Problem::Code::ReferenceUnknown, u"ZONE"_s, {given[1], u"zone"_s});
    if (!plan.indicator(given[2]))
        return wrong(Problem::Code::ReferenceUnknown, u"INDICATOR"_s, {given[2], u"indicator"_s});
    const auto period = Period::parse(parser.value(u"period"_s));
    if (!period)
        return wrong(Problem::Code::FieldType, u"--period"_s, {u"period"_s});
    const bool missing = parser.isSet(u"missing"_s);
    const auto value = missing ? std::nullopt : Quantity::parse(QString(given[3]).replace(u'\u2212', u'-'));
    if (missing ? given[3] != u"-"_s : !value)
        return wrong(Problem::Code::FieldType, u"VALUE"_s, {u"number"_s});
    Edit edit = editFor(plan, {zone->code, given[2], *period, value, parser.value(u"missing"_s),
                               parser.value(u"source"_s).trimmed(), parser.isSet(u"adopt"_s)});
    edit.reason = parser.value(u"reason"_s);
    edit.source = parser.value(u"source"_s).trimmed();
    const auto applied = (*project)->apply(edit);
    return applied ? int(Done) : report(applied.error());
}

} // namespace tiermap
