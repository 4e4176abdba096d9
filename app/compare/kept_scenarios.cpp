#include "app/compare/kept_scenarios.h"

#include "app/compare/flat_button.h"
#include "app/session/language.h"
#include "core/project/scenario_edit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tiermap {

KeptScenarios::KeptScenarios(const Project& project, QWidget* parent)
    : QWidget(parent)
    , m_project(project)
    , m_name(new QComboBox(this))
    , m_keep(makeFlatButton(this, u"keepScenario"_s, u"document-save"_s))
    , m_rename(makeFlatButton(this, u"renameScenario"_s, u"edit-rename"_s))
    , m_remove(makeFlatButton(this, u"removeScenario"_s, u"edit-delete"_s)) {
    m_name->setObjectName(u"scenarioName"_s);
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->setMinimumContentsLength(8);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_name, 1);
    for (QToolButton* button : {m_keep, m_rename, m_remove})
        layout->addWidget(button);
    connect(m_name, &QComboBox::activated, this, &KeptScenarios::choose);
    connect(m_name, &QComboBox::editTextChanged, this, &KeptScenarios::offer);
    connect(m_keep, &QToolButton::clicked, this, &KeptScenarios::keep);
    connect(m_rename, &QToolButton::clicked, this, &KeptScenarios::rename);
    connect(m_remove, &QToolButton::clicked, this, &KeptScenarios::remove);
    refresh();
}

const SavedScenario* KeptScenarios::current() const {
    return m_key.isEmpty() ? nullptr : scenarioNamed(m_project, m_key);
}

QString KeptScenarios::typed() const { return m_name->currentText().trimmed(); }

void KeptScenarios::setMoves(const QList<ZoneMove>& moves) {
    m_moves = moves;
    offer();
}

void KeptScenarios::refresh() {
    const QString text = m_name->currentText();
    const SavedScenario* known = current();
    if (!known)
        m_key.clear();
    {
        const QSignalBlocker quiet(m_name);
        m_name->clear();
        for (const SavedScenario& scenario : m_project.scenarios)
            m_name->addItem(scenario.name.in(interfaceLanguage()), scenario.key);
        m_name->setCurrentIndex(m_name->findData(m_key));
        m_name->setEditText(known ? known->name.in(interfaceLanguage()) : text);
    }
    offer();
}

void KeptScenarios::choose(int index) {
    const SavedScenario* scenario = scenarioNamed(m_project, m_name->itemData(index).toString());
    if (!scenario)
        return;
    m_key = scenario->key;
    if (const auto moves = movesOf(m_project.plan, scenario->moves)) {
        Q_EMIT chosen(*moves);
    } else { // the plan has changed since
        Problem problem = moves.error();
        problem.record = scenario->key;
        Q_EMIT refused(problem);
    }
    offer();
}

void KeptScenarios::keep() {
    const Edit edit = keepScenario(m_project, typed(), textOf(m_moves));
    const SavedScenario* known = scenarioNamed(m_project, typed());
    m_key = known ? known->key : typed();
    if (!edit.changes.isEmpty())
        Q_EMIT editWanted(edit);
    refresh();
}

void KeptScenarios::rename() {
    const auto edit = renameScenario(m_project, *current(), typed());
    if (!edit)
        Q_EMIT refused(edit.error());
    else
        Q_EMIT editWanted(*edit);
    refresh();
}

void KeptScenarios::remove() {
    Q_EMIT editWanted({.changes = {removeRow(Table::Scenarios, {current()->key})}});
    m_name->clearEditText();
    refresh();
}

void KeptScenarios::offer() {
    const SavedScenario* known = current();
    const QString name = typed();
    m_keep->setEnabled(!name.isEmpty() && !m_moves.isEmpty());
    m_rename->setEnabled(known && !name.isEmpty() && name != known->name.in(interfaceLanguage()));
    m_remove->setEnabled(known != nullptr);
}

void KeptScenarios::retranslate() {
    m_name->setAccessibleName(tr("Scenarios that the project keeps"));
    m_name->setToolTip(tr("Scenarios that the project keeps; type a name to keep another one"));
    m_name->lineEdit()->setPlaceholderText(tr("name of a scenario"));
    word(*m_keep, tr("Keep the moves in the project under this name"));
    word(*m_rename, tr("Give the scenario this name"));
    word(*m_remove, tr("Remove the scenario from the project"));
    refresh();
}

} // namespace tiermap
