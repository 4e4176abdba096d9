#include "app/compare/claims_table.h"

#include "app/compare/compare_words.h"
#include "app/compare/plain_table.h"
#include "app/compare/table_text.h"
#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "app/session/words.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

enum Column { Called, Says, Kind, Count, Assignments, Effect, P, LeastP, FirstZone };
enum TermColumn { Term, As, When, Weight, Known, Why, TermColumns };

bool isIllustrative(const Plan& plan, const TermEvidence& term) {
    return std::ranges::any_of(term.observations, [&](const QList<qsizetype>& rows) {
        return std::ranges::any_of(
            rows, [&](qsizetype row) { return plan.observations[row].status == Observation::Status::Illustrative; });
    });
}

} // namespace

ClaimsTable::ClaimsTable(Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_matrix(makeTable(this, u"claims"_s))
    , m_sentence(new QLabel(this))
    , m_terms(makeTable(this, u"terms"_s)) {
    m_matrix->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_terms->verticalHeader()->hide();
    m_sentence->setObjectName(u"sentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setContentsMargins(6, 4, 6, 4);
    auto* room = new QScrollArea(this); // a long sentence does not make the dock higher
    room->setWidget(m_sentence);
    room->setWidgetResizable(true);
    room->setFrameShape(QFrame::NoFrame);
    auto* below = new QSplitter(Qt::Horizontal, this);
    below->addWidget(room);
    below->addWidget(m_terms);
    below->setSizes({460, 700});
    below->setChildrenCollapsible(false);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_matrix);
    split->addWidget(below);
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    connect(m_matrix, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
        if (!m_filling && row != before)
            showChosen();
    });
    connect(m_matrix, &QTableWidget::cellClicked, this, &ClaimsTable::takeClick);
    connect(m_matrix, &QTableWidget::cellActivated, this, [this](int row, int column) { // Enter does, too
        takeClick(row, column);
        if (column >= FirstZone)
            Q_EMIT zoneActivated(m_zones[column - FirstZone].code);
    });
    connect(m_terms, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) {
        if (m_filling || item->column() != Weight || m_matrix->currentRow() < 0)
            return;
        const Claim claim = m_claims[m_matrix->currentRow()].claim;
        Q_EMIT weightEntered(claim.tier, claim.terms[item->row()], item->text());
    });
    connect(&selection, &Selection::changed, this, &ClaimsTable::showSelection);
}

const QAbstractItemModel& ClaimsTable::matrix() const { return *m_matrix->model(); }

void ClaimsTable::setClaims(const Plan& plan, const QList<ClaimEvidence>& claims) {
    const QScopedValueRollback filling(m_filling, true);
    const int chosen = std::max(0, m_matrix->currentRow());
    m_plan = plan;
    m_claims = claims;
    m_zones = plan.layoutZones();
    m_matrix->setAccessibleName(tr("Claims of the tiers"));
    m_matrix->clear();
    m_matrix->setRowCount(static_cast<int>(claims.size()));
    m_matrix->setColumnCount(FirstZone + static_cast<int>(m_zones.size()));
    fillHeadings();
    for (int row = 0; row < m_matrix->rowCount(); ++row)
        fillRow(row);
    m_matrix->resizeColumnsToContents();
    m_matrix->setColumnWidth(Called, std::min(m_matrix->columnWidth(Called), fontMetrics().averageCharWidth() * 34));
    if (m_matrix->rowCount() > 0)
        m_matrix->setCurrentCell(std::min(chosen, m_matrix->rowCount() - 1), 0);
    showSelection();
    showChosen();
}

void ClaimsTable::fillHeadings() {
    const std::pair<QString, QString> headings[] = {
        {tr("Claim"), tr("What being in the tier claims of its zones")},
        {tr("Verdict"), tr("What the numbers say of it. Nothing is proved by it.")},
        {tr("Test"), tr("What is looked at")},
        {tr("n"), tr("Zones with numbers")},
        {tr("Assignments"), tr("Ways to assign these zones to tiers of the same sizes")},
        {tr("Effect"), tr("Cliff's delta, −1 to 1; for distinctness, standard deviations from what is expected")},
        {tr("p"), tr("Share of the assignments that are as high or higher")},
        {tr("Least p"), tr("The smallest p that any assignment has")},
    };
    for (int column = 0; column < FirstZone; ++column) {
        auto* heading = new QTableWidgetItem(headings[column].first);
        heading->setToolTip(headings[column].second);
        m_matrix->setHorizontalHeaderItem(column, heading);
    }
    for (int i = 0; i < m_zones.size(); ++i) {
        auto* heading = new QTableWidgetItem(m_zones[i].name.in(interfaceLanguage()));
        heading->setToolTip(tr("%1, tier %2").arg(heading->text(), nameOfTier(m_plan, m_zones[i].tier)));
        m_matrix->setHorizontalHeaderItem(FirstZone + i, heading);
    }
}

void ClaimsTable::fillRow(int row) {
    const ClaimEvidence& evidence = m_claims[row];
    const Tier* tier = m_plan.tier(evidence.claim.tier);
    const Language language = interfaceLanguage();
    auto* heading = new QTableWidgetItem(tier != nullptr ? tier->mark.in(language) + u' ' + tier->name.in(language)
                                                         : evidence.claim.tier);
    m_matrix->setVerticalHeaderItem(row, heading);
    const std::optional<GroupTest> test = evidence.test ? std::optional(*evidence.test) : std::nullopt;
    const std::optional<GroupTest> counted = evidence.hasP() ? test : std::nullopt;
    const Verdict verdict = evidence.verdict();
    const QString none = tr("none"); // there is none, which is not 0
    QTableWidgetItem* name = textItem(evidence.claim.name.in(language) + (evidence.illustrative ? u" *"_s : QString()));
    name->setToolTip(sentence(m_plan, evidence));
    name->setData(Qt::AccessibleTextRole,
                  tr("%1: %2, %3")
                      .arg(nameOfTier(m_plan, evidence.claim.tier), evidence.claim.name.in(language), words(verdict)));
    m_matrix->setItem(row, Called, name);
    m_matrix->setItem(row, Says, textItem(symbol(verdict) + u' ' + words(verdict)));
    m_matrix->setItem(row, Kind, textItem(words(evidence.claim.statistic)));
    m_matrix->setItem(row, Count, numberItem(test ? std::optional<double>(test->zones) : std::nullopt, none));
    QTableWidgetItem* assignments = numberItem(std::nullopt, none);
    if (counted && counted->assignments) {
        assignments->setText(words(static_cast<double>(*counted->assignments)));
        assignments->setData(numberRole, static_cast<double>(*counted->assignments));
    } else if (counted) {
        assignments->setText(u"> 10¹⁵"_s);
    }
    m_matrix->setItem(row, Assignments, assignments);
    m_matrix->setItem(row, Effect,
                      numberItem(test && test->zones > 0 ? std::optional(test->effect) : std::nullopt, none));
    m_matrix->setItem(row, P, numberItem(counted ? std::optional(counted->p) : std::nullopt, none));
    m_matrix->setItem(row, LeastP, numberItem(counted ? std::optional(counted->leastP) : std::nullopt, none));
    for (int i = 0; i < m_zones.size(); ++i)
        m_matrix->setItem(row, FirstZone + i, zoneItem(evidence, m_zones[i]));
}

/// A sign for what speaks for or against; blank for what the test is not about; "no data" for what it misses.
QTableWidgetItem* ClaimsTable::zoneItem(const ClaimEvidence& evidence, const Zone& zone) const {
    const qsizetype place = evidence.zones.indexOf(zone.code);
    const auto at = static_cast<std::size_t>(place);
    const bool scored = place >= 0 && at < evidence.scores.size() && !std::isnan(evidence.scores[at]);
    const bool speaks = place >= 0 && evidence.test && at < evidence.test->contributions.size() &&
                        evidence.test->contributions[at].has_value();
    QString sign;
    QString meaning = tr("is no part of this test");
    if (speaks) {
        const double part = evidence.test->contributions[at].value_or(0);
        const bool own = zone.tier == evidence.claim.tier;
        sign = part > 0 ? u"+"_s : part < 0 ? u"−"_s : u"0"_s;
        meaning = (part > 0   ? tr("speaks for the claim (%1)")
                   : part < 0 ? tr("speaks against the claim (%1)")
                              : tr("speaks neither for nor against (%1)"))
                      .arg(shortNumber(part));
        if (!own && part > 0) { // that others are low is no support of the tier's own
            sign = u"·"_s;
            meaning = tr("does not outdo the tier (%1)").arg(shortNumber(part));
        }
    } else if (scored) {
        meaning = tr("has numbers, but the claim is about the tier's own zones only");
    } else if (place >= 0) {
        sign = tr("no data");
        meaning = sign;
    }
    QTableWidgetItem* item = textItem(sign);
    item->setTextAlignment(Qt::AlignCenter);
    const QString name = zone.name.in(interfaceLanguage());
    const bool own = zone.tier == evidence.claim.tier;
    const QString told = own ? tr("%1 (of this tier): %2").arg(name, meaning) : tr("%1: %2").arg(name, meaning);
    item->setToolTip(told);
    item->setData(Qt::AccessibleTextRole, told);
    if (own) {
        QFont bold = font();
        bold.setBold(true);
        item->setFont(bold);
        item->setText(!speaks ? sign : u"["_s + sign + u"]"_s);
        item->setBackground(palette().brush(QPalette::AlternateBase));
    }
    return item;
}

void ClaimsTable::showChosen() {
    const int row = m_matrix->currentRow();
    m_sentence->setText(row >= 0 ? sentence(m_plan, m_claims[row]) : tr("The plan makes no claims of its tiers."));
    showTerms();
}

void ClaimsTable::showTerms() {
    const QScopedValueRollback filling(m_filling, true);
    m_terms->setAccessibleName(tr("Terms of the claim"));
    m_terms->clear();
    m_terms->setColumnCount(TermColumns);
    m_terms->setHorizontalHeaderLabels(
        {tr("Term"), tr("As"), tr("Period"), tr("Weight"), tr("Known"), tr("Why it expresses the claim")});
    m_terms->horizontalHeaderItem(Weight)->setToolTip(
        tr("Double-click to change it; only how the weights relate to each other counts"));
    m_terms->horizontalHeaderItem(Known)->setToolTip(tr("How many of the zones have a number"));
    const int chosen = m_matrix->currentRow();
    m_terms->setRowCount(chosen < 0 ? 0 : static_cast<int>(m_claims[chosen].claim.terms.size()));
    for (int row = 0; row < m_terms->rowCount(); ++row) {
        const ClaimEvidence& evidence = m_claims[chosen];
        const ClaimTerm& term = evidence.claim.terms[row];
        const TermEvidence* known = row < evidence.terms.size() ? &evidence.terms[row] : nullptr;
        const Indicator* indicator = m_plan.indicator(term.indicator);
        const QString unit = indicator != nullptr ? indicator->unit.in(interfaceLanguage()) : QString();
        const QString name = nameOfIndicator(m_plan, term.indicator);
        QTableWidgetItem* called = textItem(unit.isEmpty() ? name : tr("%1 (%2)").arg(name, unit));
        if (known && isIllustrative(m_plan, *known))
            called->setText(called->text() + u" * "_s + words(Observation::Status::Illustrative));
        called->setToolTip(called->text());
        m_terms->setItem(row, Term, called);
        m_terms->setItem(row, As, textItem(words(term.measure)));
        m_terms->setItem(row, When,
                         textItem(!known || !known->period ? tr("no data")
                                  : known->from ? tr("%1 to %2").arg(words(*known->from), words(*known->period))
                                                : words(*known->period)));
        auto* weight = new QTableWidgetItem(QString::number(term.weight, 'g', QLocale::FloatingPointShortest));
        weight->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_terms->setItem(row, Weight, weight);
        const auto count =
            known ? std::ranges::count_if(known->numbers, [](double number) { return !std::isnan(number); }) : 0;
        const QString share = tr("%1 of %2").arg(count).arg(evidence.zones.size());
        m_terms->setItem(row, Known, textItem(known && !known->counts ? tr("%1, left out").arg(share) : share));
        QTableWidgetItem* why = textItem(term.reason.in(interfaceLanguage()));
        why->setToolTip(why->text());
        m_terms->setItem(row, Why, why);
    }
    m_terms->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {Term, Why}) // elided, with tool tips
        m_terms->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

/// A zone's cell chooses the zone, any other cell the zones of the tier.
void ClaimsTable::takeClick(int row, int column) {
    QStringList codes;
    if (column >= FirstZone) {
        codes << m_zones[column - FirstZone].code;
    } else {
        for (const Zone& zone : m_zones) {
            if (zone.tier == m_claims[row].claim.tier)
                codes << zone.code;
        }
    }
    m_selection.set(codes);
}

/// Columns of the selected zones have their names underlined and bold.
void ClaimsTable::showSelection() {
    const QScopedValueRollback filling(m_filling, true);
    for (int i = 0; i < m_zones.size(); ++i) {
        QTableWidgetItem* heading = m_matrix->horizontalHeaderItem(FirstZone + i);
        QFont face = font();
        const bool chosen = m_selection.contains(m_zones[i].code);
        face.setBold(chosen);
        face.setUnderline(chosen);
        heading->setFont(face);
    }
}

} // namespace tiermap
