#include "app/edit/findings_list.h"

#include "app/session/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tiermap {

FindingsList::FindingsList(OpenProject& project, QWidget* parent)
    : QWidget(parent)
    , m_project(project)
    , m_check(new QPushButton(this))
    , m_summary(new QLabel(this))
    , m_list(new QListWidget(this)) {
    m_check->setObjectName(u"check"_s);
    m_summary->setObjectName(u"summary"_s);
    m_list->setObjectName(u"findings"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setAlternatingRowColors(true);
    auto* top = new QHBoxLayout;
    top->addWidget(m_check);
    top->addWidget(m_summary, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    connect(m_check, &QPushButton::clicked, this, &FindingsList::run);
    const auto again = [this] {
        if (m_checked) {
            run();
        }
    };
    connect(&project, &OpenProject::changed, this, again);
    connect(&project, &OpenProject::reloaded, this, again);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        const Finding finding = m_findings.value(m_list->row(item));
        Q_EMIT cellWanted(finding.table, finding.key, finding.field);
    });
    fill();
}

void FindingsList::run() {
    m_checked = true;
    m_findings = check(m_project.content().plan);
    fill();
}

void FindingsList::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
}

void FindingsList::fill() {
    m_check->setText(tr("&Check"));
    m_list->setAccessibleName(tr("Findings"));
    m_summary->setText(!m_checked             ? tr("Compares the figures with the rules that the plan states.")
                       : m_findings.isEmpty() ? tr("The plan keeps all of its rules.")
                                              : tr("%n finding(s)", nullptr, static_cast<int>(m_findings.size())));
    const int current = m_list->currentRow();
    m_list->clear();
    for (const Finding& finding : m_findings) {
        m_list->addItem(sentence(m_project.content().plan, finding));
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
}

} // namespace tiermap
