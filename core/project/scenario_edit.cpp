#include "core/project/scenario_edit.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tiermap {

Edit keepScenario(const Project& project, const QString& name, const QStringList& moves) {
    const QString list =
        QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(moves)).toJson(QJsonDocument::Compact));
    if (const SavedScenario* known = scenarioNamed(project, name)) {
        return known->moves == moves ? Edit()
                                     : Edit{.changes = {setCell(Table::Scenarios, {known->key}, u"moves"_s, list)}};
    }
    return {.changes = {
                insertRow(Table::Scenarios,
                          {{u"key"_s, name}, {u"name_zh"_s, name}, {u"name_en"_s, QString()}, {u"moves"_s, list}})}};
}

Result<Edit> renameScenario(const Project& project, const SavedScenario& scenario, const QString& name) {
    const SavedScenario* other = scenarioNamed(project, name);
    if (other && other->key != scenario.key) {
        return std::unexpected(Problem{.code = Problem::Code::DuplicateKey, .arguments = {name}});
    }
    Edit edit;
    if (scenario.name != Text{name, QString()}) {
        edit.changes << setCell(Table::Scenarios, {scenario.key}, u"name_zh"_s, name)
                     << setCell(Table::Scenarios, {scenario.key}, u"name_en"_s, QString());
    }
    return edit;
}

} // namespace tiermap
