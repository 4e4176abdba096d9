#include "app/window/search_box.h"

#include "app/session/language.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QStandardItemModel>

namespace tiermap {

SearchBox::SearchBox(const Plan& plan, QWidget* parent)
    : QLineEdit(parent)
    , m_plan(plan)
    , m_model(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_model, this)) {
    setObjectName(QStringLiteral("search"));
    setClearButtonEnabled(true);
    // The index has matched already (pinyin, coordinates): the completer only shows what it found.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    connect(this, &QLineEdit::textEdited, this, &SearchBox::propose);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { choose(index.row()); });
    connect(this, &QLineEdit::returnPressed, this, [this] {
        m_hits = search(m_plan, text(), interfaceLanguage());
        choose(0);
    });
    retranslate();
}

void SearchBox::propose(const QString& text) {
    m_hits = search(m_plan, text, interfaceLanguage());
    m_model->clear();
    for (const SearchHit& hit : m_hits) {
        const QString kind = hit.kind == SearchHit::Kind::Zone   ? tr("zone")
                             : hit.kind == SearchHit::Kind::Site ? tr("site")
                                                                 : tr("coordinate");
        m_model->appendRow(new QStandardItem(tr("%1 (%2)").arg(hit.title, kind)));
    }
    if (m_hits.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void SearchBox::refresh() {
    if (m_completer->popup()->isVisible())
        propose(text());
}

void SearchBox::choose(qsizetype index) {
    m_completer->popup()->hide();
    if (index < 0 || index >= m_hits.size())
        return;
    const SearchHit hit = m_hits[index];
    setText(hit.title);
    Q_EMIT chosen(hit);
}

void SearchBox::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SearchBox::retranslate() {
    setPlaceholderText(tr("Zone, site, pinyin or 120.2, 30.25"));
    setAccessibleName(tr("Search"));
}

} // namespace tiermap
