#include "app/compare/claims_table.h"
#include "app/compare/compare_panel.h"
#include "app/compare/comparison_table.h"
#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "core/store/project_file.h"
#include "tests/core/store/sample_project.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace tiermap;

/// The zones beside each other, as a planner looks at them: roles, comparison, weights.
class ComparePanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rolesAreHeldAgainstTheNumbers();
    void eachZoneSpeaksForOrAgainstOrHasNoNumber();
    void weightOfATermIsAnEdit();
    void refusedWeightKeepsTheOldOne();
    void weightOfAReadOnlyPlanAsksWhereToKeepIt();
    void indicatorsChangeTheTable();
    void missingIsNeverZero();
    void zonesStandInTheirTierUnlessAskedOtherwise();
    void sortsWithinTiersWithMissingLast();
    void weightsByHandAndCap();
    void pairwiseJudgementsWeigh();
    void weightThatOneZoneMakesIsToldAndCapped();
    void tiesAndReversalsAreSentences();
    void illustrativeNumbersAreMarked();
    void nothingChosenIsSaid();
    void selectionIsSharedBothWays();
    void newerChoiceOvertakes();
    void tableIsCopied();
    void speaksBothLanguages();

private:
    void start(OpenProject::Access access);
    const Plan& plan() const { return m_project->content().plan; }
    template <class Field>
    Field& field(const QString& name) const {
        return *m_panel->findChild<Field*>(name);
    }
    QTreeWidget& indicators() const { return field<QTreeWidget>(u"indicators"_s); }
    ComparisonTable& table() const { return field<ComparisonTable>(u"comparison"_s); }
    void wait() const { QVERIFY(QSignalSpy(m_panel.get(), &ComparePanel::compared).wait(60000)); }
    void check(const QString& indicator, bool on) const;
    void checkOnly(const QStringList& keys) const;
    void choose(const QString& box, int value) const;
    QTreeWidgetItem* row(const QString& zone) const;
    void photograph(const char* name) const;

    Project m_sample;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenProject> m_project;
    std::unique_ptr<OpenProject> m_moved; ///< where a read-only plan was kept
    PlanShapes m_shapes;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<EditGate> m_gate;
    std::unique_ptr<ComparePanel> m_panel;
};

namespace {

const QString xiaoshan = u"330109"_s;
constexpr int indicatorKeyRole = Qt::UserRole + 1;
constexpr int termWeight = 3;
constexpr int firstZone = 8;

} // namespace

void ComparePanelTest::init() {
    setInterfaceLanguage(Language::English);
    m_sample = sampleProject();
    start(OpenProject::Access::Write);
}

void ComparePanelTest::start(OpenProject::Access access) {
    cleanup();
    m_folder = std::make_unique<QTemporaryDir>();
    const QString file = m_folder->filePath(u"plan.gpkg"_s);
    QVERIFY(writeProjectFile(file, m_sample));
    auto project = OpenProject::open(file, access);
    QVERIFY(project);
    m_project = std::move(*project);
    auto shapes = decodeShapes(m_project->content());
    QVERIFY(shapes);
    m_shapes = *std::move(shapes);
    m_selection = std::make_unique<Selection>();
    m_gate = std::make_unique<EditGate>(
        *m_project, [this] { return m_folder->filePath(u"kept.gpkg"_s); },
        [this](std::unique_ptr<OpenProject> moved) { m_moved = std::move(moved); });
    m_panel = std::make_unique<ComparePanel>(*m_project, m_shapes, *m_selection, *m_gate);
    connect(m_project.get(), &OpenProject::changed, m_panel.get(), &ComparePanel::refresh);
    QSignalSpy first(m_panel.get(), &ComparePanel::compared); // it may come while the window does
    m_panel->resize(1160, 330);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QVERIFY(!first.isEmpty() || first.wait(60000));
}

void ComparePanelTest::cleanup() {
    m_panel.reset();
    m_gate.reset();
    m_selection.reset();
    m_moved.reset();
    m_project.reset();
    m_folder.reset();
}

void ComparePanelTest::check(const QString& indicator, bool on) const {
    for (int i = 0; i < indicators().topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = indicators().topLevelItem(i);
        if (item->data(0, indicatorKeyRole) == indicator)
            item->setCheckState(0, on ? Qt::Checked : Qt::Unchecked);
    }
}

void ComparePanelTest::checkOnly(const QStringList& keys) const {
    bool changes = false;
    for (int i = 0; i < indicators().topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = indicators().topLevelItem(i);
        const bool on = keys.contains(item->data(0, indicatorKeyRole).toString());
        changes = changes || on != (item->checkState(0) == Qt::Checked);
        item->setCheckState(0, on ? Qt::Checked : Qt::Unchecked);
    }
    if (changes)
        wait();
}

void ComparePanelTest::choose(const QString& name, int value) const {
    auto& box = field<QComboBox>(name);
    box.setCurrentIndex(box.findData(value));
    Q_EMIT box.activated(box.currentIndex());
}

QTreeWidgetItem* ComparePanelTest::row(const QString& zone) const {
    for (QTreeWidgetItemIterator item(&table()); *item != nullptr; ++item) {
        if ((*item)->data(ComparisonTable::Zone, ComparisonTable::codeRole) == zone)
            return *item;
    }
    return nullptr;
}

/// Pictures to look at, where a folder for them is named.
void ComparePanelTest::photograph(const char* name) const {
    const QString folder = qEnvironmentVariable("TIERMAP_PICTURES");
    if (folder.isEmpty())
        return;
    auto& tabs = field<QTabBar>(u"views"_s);
    for (int tab = 0; tab < tabs.count(); ++tab) {
        tabs.setCurrentIndex(tab);
        QVERIFY(
            m_panel->grab().save(QDir(folder).filePath(QLatin1StringView(name) + QString::number(tab) + u".png"_s)));
    }
}

void ComparePanelTest::rolesAreHeldAgainstTheNumbers() {
    const auto& claims = field<QTableWidget>(u"claims"_s);
    QCOMPARE(claims.rowCount(), plan().claims.size());
    QCOMPARE(claims.columnCount(), firstZone + plan().layoutZones().size());
    for (int row = 0; row < claims.rowCount(); ++row) {
        const ClaimEvidence& evidence = m_panel->claims()[row];
        QVERIFY(claims.verticalHeaderItem(row)->text().contains(plan().tier(evidence.claim.tier)->name.en));
        QVERIFY(claims.item(row, 0)->text().startsWith(evidence.claim.name.en));
        QVERIFY(
            claims.item(row, 1)->text().endsWith(words(evidence.test ? evidence.test->verdict : Verdict::NotTestable)));
        QCOMPARE(claims.item(row, 6)->text() == u"none"_s, !evidence.hasP());
    }
    field<QTableWidget>(u"claims"_s).setCurrentCell(2, 0);
    QCOMPARE(field<QLabel>(u"sentence"_s).text(), sentence(plan(), m_panel->claims()[2]));
    QCOMPARE(field<QTableWidget>(u"terms"_s).rowCount(), m_panel->claims()[2].claim.terms.size());
    photograph("english");
}

void ComparePanelTest::eachZoneSpeaksForOrAgainstOrHasNoNumber() {
    const auto& claims = field<QTableWidget>(u"claims"_s);
    const QList<tiermap::Zone> zones = plan().layoutZones();
    const ClaimEvidence& level = m_panel->claims().first();
    const QStringList supporting = zonesFor(plan(), level);
    const QStringList opposing = zonesAgainst(plan(), level);
    QVERIFY(!supporting.isEmpty());
    for (int i = 0; i < zones.size(); ++i) {
        const QTableWidgetItem& cell = *claims.item(0, firstZone + i);
        QCOMPARE(cell.text().contains(u'+'), supporting.contains(zones[i].code));
        QCOMPARE(cell.text().contains(u'−'), opposing.contains(zones[i].code));
        QCOMPARE(cell.font().bold(), zones[i].tier == level.claim.tier);
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().startsWith(zones[i].name.en));
        if (zones[i].kind == tiermap::Zone::Kind::OfWhich)
            QVERIFY(cell.text().isEmpty()); // no part of a test of districts
        else if (!supporting.contains(zones[i].code) && !opposing.contains(zones[i].code))
            QCOMPARE(cell.text() == u"no data"_s,
                     std::isnan(level.scores[static_cast<std::size_t>(level.zones.indexOf(zones[i].code))]));
    }
}

void ComparePanelTest::weightOfATermIsAnEdit() {
    auto& terms = field<QTableWidget>(u"terms"_s);
    QCOMPARE(terms.item(0, termWeight)->text(), u"3"_s);
    QVERIFY(!(terms.item(0, 0)->flags() & Qt::ItemIsEditable));
    terms.item(0, termWeight)->setText(u"４.5"_s); // full-width, as an input method leaves it
    QCOMPARE(plan().claims[0].terms[0].weight, 4.5);
    wait();
    QCOMPARE(terms.item(0, termWeight)->text(), u"4.5"_s);
    QCOMPARE(m_panel->claims()[0].claim.terms[0].weight, 4.5);
    QVERIFY(m_project->undo());
    wait();
    QCOMPARE(plan().claims[0].terms[0].weight, 3.0);
    QCOMPARE(terms.item(0, termWeight)->text(), u"3"_s);
    QVERIFY(!m_project->canUndo()); // showing it wrote nothing
}

void ComparePanelTest::refusedWeightKeepsTheOldOne() {
    auto& terms = field<QTableWidget>(u"terms"_s);
    for (const QString& typed : {u"0"_s, u"-1"_s, u"much"_s, QString()}) {
        terms.item(0, termWeight)->setText(typed);
        QCOMPARE(terms.item(0, termWeight)->text(), u"3"_s);
        QVERIFY(field<QLabel>(u"message"_s).isVisible());
        QCOMPARE(plan().claims[0].terms[0].weight, 3.0);
    }
    QVERIFY(!m_project->canUndo());
}

void ComparePanelTest::weightOfAReadOnlyPlanAsksWhereToKeepIt() {
    start(OpenProject::Access::Read);
    field<QTableWidget>(u"terms"_s).item(0, termWeight)->setText(u"2"_s);
    QVERIFY(m_moved);
    QCOMPARE(m_moved->content().plan.claims[0].terms[0].weight, 2.0);
    QCOMPARE(plan().claims[0].terms[0].weight, 3.0);
}

void ComparePanelTest::indicatorsChangeTheTable() {
    QVERIFY(m_panel->comparison());
    QCOMPARE(m_panel->comparison()->settings.indicators, comparableIndicators(plan()));
    QCOMPARE(m_panel->comparison()->settings.neighbours.size(), m_panel->comparison()->matrix.zones.size());
    const int before = table().columnCount();
    QCOMPARE(before, ComparisonTable::FirstIndicator + comparableIndicators(plan()).size());
    const QString last = comparableIndicators(plan()).last();
    check(last, false);
    wait();
    QCOMPARE(table().columnCount(), before - 1);
    QVERIFY(!m_panel->comparison()->settings.indicators.contains(last));
    check(last, true);
    wait();
    QCOMPARE(table().columnCount(), before);
    const QString sum = row(xiaoshan)->text(ComparisonTable::Score);
    choose(u"aggregation"_s, static_cast<int>(Aggregation::Topsis));
    wait();
    QCOMPARE(m_panel->comparison()->settings.aggregation, Aggregation::Topsis);
    QVERIFY(row(xiaoshan)->text(ComparisonTable::Score) != sum);
    QCOMPARE(m_panel->claims().size(), plan().claims.size()); // those are not touched by it
}

void ComparePanelTest::missingIsNeverZero() {
    checkOnly({u"hq_enterprises"_s, u"gdp"_s}); // few districts have headquarters counted
    const Comparison& comparison = *m_panel->comparison();
    int missing = 0;
    for (int zone = 0; zone < comparison.matrix.zones.size(); ++zone) {
        const QTreeWidgetItem& item = *row(comparison.matrix.zones[zone]);
        for (int i = 0; i < comparison.matrix.columns.size(); ++i) {
            const bool none = comparison.matrix.values.isMissing(zone, i);
            QCOMPARE(item.text(ComparisonTable::FirstIndicator + i) == u"no data"_s, none);
            missing += none ? 1 : 0;
        }
        const CompositeScore& score = comparison.scores[static_cast<std::size_t>(zone)];
        QCOMPARE(item.text(ComparisonTable::Score).contains(u'–'), !score.complete);
        QCOMPARE(item.text(ComparisonTable::Rank).contains(u'–'), !score.rank());
        QVERIFY(item.data(ComparisonTable::Zone, Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"rank "_s + item.text(ComparisonTable::Rank)));
    }
    QVERIFY(missing > 0);
    QVERIFY(table().headerItem()->text(ComparisonTable::FirstIndicator).contains(u"100 million yuan"_s));
}

void ComparePanelTest::zonesStandInTheirTierUnlessAskedOtherwise() {
    for (int i = 0; i < table().topLevelItemCount(); ++i) {
        const QTreeWidgetItem& group = *table().topLevelItem(i);
        QVERIFY(group.childCount() > 0);
        for (int j = 0; j < group.childCount(); ++j) {
            const QString code = group.child(j)->data(0, ComparisonTable::codeRole).toString();
            QVERIFY(group.text(0).endsWith(plan().tier(plan().zone(code)->tier)->name.en));
        }
    }
    field<QCheckBox>(u"byTier"_s).click();
    QCOMPARE(table().topLevelItemCount(), m_panel->comparison()->matrix.zones.size());
    QVERIFY(row(xiaoshan)->text(0).startsWith(plan().tier(plan().zone(xiaoshan)->tier)->mark.en));
}

void ComparePanelTest::sortsWithinTiersWithMissingLast() {
    const auto groups = [&] {
        QStringList names;
        for (int i = 0; i < table().topLevelItemCount(); ++i)
            names << table().topLevelItem(i)->text(0);
        return names;
    };
    const QStringList before = groups();
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        table().sortByColumn(ComparisonTable::FirstIndicator, order);
        QCOMPARE(groups(), before); // tiers are no ranks
        for (int i = 0; i < table().topLevelItemCount(); ++i) {
            bool ended = false;
            for (int j = 0; j < table().topLevelItem(i)->childCount(); ++j) {
                const bool none =
                    table().topLevelItem(i)->child(j)->text(ComparisonTable::FirstIndicator) == u"no data"_s;
                QVERIFY(none || !ended);
                ended = ended || none;
            }
        }
    }
}

void ComparePanelTest::weightsByHandAndCap() {
    checkOnly({u"hq_enterprises"_s, u"gdp"_s});
    choose(u"weighting"_s, static_cast<int>(Weighting::Kind::Given));
    wait();
    QTreeWidgetItem* gdp = nullptr;
    for (int i = 0; i < indicators().topLevelItemCount(); ++i) {
        if (indicators().topLevelItem(i)->data(0, indicatorKeyRole) == u"gdp"_s)
            gdp = indicators().topLevelItem(i);
    }
    QVERIFY(gdp);
    gdp->setText(3, u"3"_s);
    wait();
    QCOMPARE(m_panel->comparison()->weights, (Weights{0.75, 0.25}));
    gdp->setText(3, u"-3"_s);
    QCOMPARE(gdp->text(3), u"3"_s);
    QVERIFY(field<QLabel>(u"message"_s).isVisible());
    field<QCheckBox>(u"capped"_s).click();
    field<QSpinBox>(u"cap"_s).setValue(60);
    wait();
    QCOMPARE(m_panel->comparison()->weights, (Weights{0.6, 0.4}));
    field<QSpinBox>(u"cap"_s).setValue(20); // two of them make no whole
    wait();
    QVERIFY(!m_panel->comparison());
    QVERIFY(!field<QLabel>(u"warnings"_s).text().isEmpty());
    QVERIFY(!field<QPushButton>(u"workbook"_s).isEnabled());
}

/// Saaty's scale: 3, and the reciprocal below the diagonal; of two indicators no judgement contradicts another, of three
/// 9, 9 and 1/9 do.
void ComparePanelTest::pairwiseJudgementsWeigh() {
    checkOnly({u"hq_enterprises"_s, u"gdp"_s});
    field<QTabBar>(u"views"_s).setCurrentIndex(2);
    auto& matrix = field<QTableWidget>(u"judgements"_s);
    QVERIFY(!matrix.isVisible());
    field<QCheckBox>(u"judged"_s).click();
    wait();
    QVERIFY(matrix.isVisible());
    QCOMPARE(m_panel->comparison()->weights, (Weights{0.5, 0.5}));
    const auto judge = [&](int row, int column, const QString& judgement) {
        matrix.setCurrentCell(row, column); // the scale opens
        auto* scale = matrix.findChild<QComboBox*>();
        QVERIFY(scale);
        scale->setCurrentText(judgement);
        Q_EMIT scale->activated(scale->currentIndex());
        wait();
        matrix.setCurrentItem(nullptr);
    };
    judge(0, 1, u"3"_s);
    QCOMPARE(matrix.item(1, 0)->text(), u"1/3"_s);
    QCOMPARE_LE(std::abs(m_panel->comparison()->weights[0] - 0.75), 1e-9);
    QVERIFY(!(matrix.item(1, 0)->flags() & Qt::ItemIsEditable));
    QVERIFY(field<QLabel>(u"consistency"_s).text().startsWith(u"Consistency ratio: 0 "_s));
    QString third;
    for (int i = 0; i < indicators().topLevelItemCount(); ++i) {
        const QString key = indicators().topLevelItem(i)->data(0, indicatorKeyRole).toString();
        if (key != "hq_enterprises"_L1 && key != "gdp"_L1)
            third = key;
    }
    check(third, true);
    wait();
    QCOMPARE(matrix.rowCount(), 3);
    judge(0, 1, u"9"_s);
    judge(1, 2, u"9"_s);
    judge(0, 2, u"1/9"_s);
    QVERIFY2(field<QLabel>(u"consistency"_s).text().contains(u"contradict"_s),
             qPrintable(field<QLabel>(u"consistency"_s).text()));
    photograph("ahp");
    choose(u"weighting"_s, static_cast<int>(Weighting::Kind::Equal));
    wait();
    QVERIFY(!field<QCheckBox>(u"judged"_s).isChecked());
}

void ComparePanelTest::weightThatOneZoneMakesIsToldAndCapped() {
    for (Observation& o : m_sample.plan.observations) {
        if (o.indicator == u"hq_enterprises"_s && o.adopted && o.value && o.zone != xiaoshan)
            o.value->number = 2;
    }
    start(OpenProject::Access::Write);
    QVERIFY(!field<QPushButton>(u"capWeights"_s).isVisibleTo(m_panel.get()));
    choose(u"weighting"_s, static_cast<int>(Weighting::Kind::Entropy));
    wait();
    const auto& matrix = m_panel->comparison()->matrix;
    const auto at = std::ranges::find(matrix.columns, u"hq_enterprises"_s, &MatrixColumn::indicator);
    QVERIFY(at != matrix.columns.end());
    const auto weight = [&] {
        return m_panel->comparison()->weights[static_cast<std::size_t>(at - matrix.columns.begin())];
    };
    QVERIFY(field<QLabel>(u"warnings"_s).text().contains(u"only Xiaoshan"_s));
    field<QTabBar>(u"views"_s).setCurrentIndex(1);
    photograph("entropy");
    if (weight() > 0.3) {
        field<QPushButton>(u"capWeights"_s).click();
        wait();
        QVERIFY(m_panel->comparison()->settings.weighting.cap.has_value());
        QVERIFY(std::ranges::max(m_panel->comparison()->weights) <
                *m_panel->comparison()->settings.weighting.cap + 1e-9);
        QVERIFY(!field<QPushButton>(u"capWeights"_s).isVisibleTo(m_panel.get()));
    }
}

void ComparePanelTest::tiesAndReversalsAreSentences() {
    const auto& ties = field<QListWidget>(u"ties"_s);
    QCOMPARE(ties.count(), std::max(qsizetype(1), m_panel->comparison()->ties.size()));
    if (!m_panel->comparison()->ties.isEmpty()) {
        const NearTie& tie = m_panel->comparison()->ties.first();
        QVERIFY(ties.item(0)->text().startsWith(plan().zone(m_panel->comparison()->matrix.zones[tie.ahead])->name.en));
        QVERIFY(ties.item(0)->text().contains(u'%'));
        field<QListWidget>(u"ties"_s).setCurrentRow(0);
        QCOMPARE(m_selection->zones().size(), 2);
    }
    QVERIFY(field<QListWidget>(u"reversals"_s).count() > 0);
    QCOMPARE(field<QTableWidget>(u"weights"_s).rowCount(), m_panel->comparison()->matrix.columns.size());
}

void ComparePanelTest::illustrativeNumbersAreMarked() {
    QVERIFY(!field<QLabel>(u"warnings"_s).text().contains(u'*'));
    for (Observation& o : m_sample.plan.observations) {
        if (o.indicator == u"gdp"_s && o.zone == xiaoshan)
            o.status = Observation::Status::Illustrative;
    }
    start(OpenProject::Access::Write);
    QVERIFY(field<QLabel>(u"warnings"_s).text().startsWith(u"* Illustrative"_s));
    checkOnly({u"gdp"_s});
    QVERIFY(row(xiaoshan)->text(ComparisonTable::FirstIndicator).endsWith(u" *"_s));
    QVERIFY(!row(u"330106"_s)->text(ComparisonTable::FirstIndicator).endsWith(u" *"_s));
}

void ComparePanelTest::nothingChosenIsSaid() {
    checkOnly({});
    QVERIFY(!m_panel->comparison());
    QCOMPARE(field<QLabel>(u"warnings"_s).text(), u"Choose at least one indicator."_s);
    QVERIFY(!field<QPushButton>(u"workbook"_s).isEnabled());
    checkOnly({u"gdp"_s});
    QVERIFY(m_panel->comparison());
    QSignalSpy wanted(m_panel.get(), &ComparePanel::workbookWanted);
    field<QPushButton>(u"workbook"_s).click();
    QCOMPARE(wanted.count(), 1);
}

void ComparePanelTest::selectionIsSharedBothWays() {
    QSignalSpy changes(m_selection.get(), &Selection::changed);
    table().setCurrentItem(row(xiaoshan));
    QCOMPARE(m_selection->zones(), QStringList{xiaoshan});
    QCOMPARE(changes.count(), 1);
    m_selection->set({u"330106"_s, u"330108"_s});
    QCOMPARE(changes.count(), 2);
    QVERIFY(!row(xiaoshan)->isSelected());
    QVERIFY(row(u"330106"_s)->isSelected());
    QVERIFY(row(u"330108"_s)->isSelected());
    table().setCurrentItem(table().topLevelItem(0)); // a tier's heading stands for its zones
    QCOMPARE(m_selection->zones().size(), table().topLevelItem(0)->childCount());
    auto& claims = field<QTableWidget>(u"claims"_s);
    Q_EMIT claims.cellClicked(0, firstZone + 1);
    QCOMPARE(m_selection->zones(), QStringList{plan().layoutZones()[1].code});
    QVERIFY(claims.horizontalHeaderItem(firstZone + 1)->font().underline());
    QVERIFY(!claims.horizontalHeaderItem(firstZone)->font().underline());
    m_panel->refresh();
    wait();
    QCOMPARE(m_selection->zones(),
             QStringList{plan().layoutZones()[1].code}); // a table that is filled anew chooses nothing
}

void ComparePanelTest::newerChoiceOvertakes() {
    QSignalSpy compared(m_panel.get(), &ComparePanel::compared);
    m_panel->refresh();
    m_panel->refresh();
    check(u"gdp"_s, false);
    m_panel->refresh();
    QVERIFY(compared.wait(60000));
    QTRY_VERIFY(field<QLabel>(u"busy"_s).text().isEmpty());
    QVERIFY(!m_panel->comparison()->settings.indicators.contains(u"gdp"_s));
    QCOMPARE(compared.count(), 1);
}

void ComparePanelTest::tableIsCopied() {
    field<QTabBar>(u"views"_s).setCurrentIndex(1);
    field<QPushButton>(u"copy"_s).click();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 1 + table().topLevelItemCount() + m_panel->comparison()->matrix.zones.size() + 1);
    QCOMPARE(lines[0].split(u'\t').size(), table().columnCount());
    const auto line = std::ranges::find_if(lines, [](const QString& each) { return each.startsWith(u"Xiaoshan\t"_s); });
    QVERIFY(line != lines.end());
    QVERIFY(!line->contains(QChar(0x2009)) && !line->contains(QChar(0x202f))); // no thin spaces in numbers
    for (const int tab : {0, 2, 3, 4}) {
        field<QTabBar>(u"views"_s).setCurrentIndex(tab);
        field<QPushButton>(u"copy"_s).click();
        QVERIFY(QGuiApplication::clipboard()->text().count(u'\n') >= 3);
    }
}

void ComparePanelTest::speaksBothLanguages() {
    m_selection->set({xiaoshan});
    const int columns = table().columnCount();
    setInterfaceLanguage(Language::Chinese);
    QCoreApplication::processEvents();
    QCOMPARE(table().columnCount(), columns);
    QVERIFY(row(xiaoshan)->text(0).contains(u"萧山"_s));
    QVERIFY(row(xiaoshan)->isSelected());
    QVERIFY(field<QTableWidget>(u"claims"_s).item(0, 0)->text().startsWith(plan().claims[0].name.zh));
    QVERIFY(field<QTableWidget>(u"claims"_s).verticalHeaderItem(0)->text().contains(plan().tiers[0].name.zh));
    QVERIFY(field<QTableWidget>(u"weights"_s).item(0, 0)->text() ==
            plan().indicator(m_panel->comparison()->settings.indicators[0])->name.zh);
    photograph("chinese");
}

QTEST_MAIN(ComparePanelTest)
#include "compare_panel_test.moc"
