#include "app/compare/split_panel.h"
#include "app/compare/table_text.h"
#include "app/session/language.h"
#include "app/session/split_words.h"
#include "core/plan/package.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tiermap;

/// A target split over the districts in the window: the same numbers as the command line's, and what they are said to be.
class SplitPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_panel.reset(); }
    void theSameAsTheFunction();
    void lockedPartsStay();
    void whatDoesNotGoTogetherIsSaid();
    void numbersThatAreNotThereAreNamed();
    void onlyWhatCountsIsAsked();
    void aBoundIsCalledOne();
    void eachCopyIsMarked();

private:
    template <class Field>
    Field& field(const QString& name) const {
        return *m_panel->findChild<Field*>(name);
    }
    QTableWidget& table() const { return field<QTableWidget>(u"split"_s); }
    QString notes() const { return field<QLabel>(u"splitNotes"_s).text(); }
    void choose(const QString& box, const QString& key) const {
        field<QComboBox>(box).setCurrentIndex(field<QComboBox>(box).findData(key));
    }
    void chooseMethod(int method) const { field<QComboBox>(u"method"_s).setCurrentIndex(method); }
    void type(int row, int column, const QString& text) const {
        table().item(row, column)->setText(text);
        QCoreApplication::processEvents();
    }
    double sum() const {
        double sum = 0;
        for (int row = 1; row < table().rowCount(); ++row)
            sum += table().item(row, part)->data(numberRole).toDouble();
        return sum;
    }

    static constexpr int lock = 2;
    static constexpr int part = 5;
    Plan m_plan;
    Selection m_selection;
    std::unique_ptr<SplitPanel> m_panel;
};

void SplitPanelTest::initTestCase() {
    const auto plan = readPlanPackage(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    m_plan = *plan;
}

void SplitPanelTest::init() {
    setInterfaceLanguage(Language::English);
    m_panel = std::make_unique<SplitPanel>(m_selection);
    m_panel->setPlan(m_plan);
    choose(u"target"_s, u"overseas_brands"_s);
    choose(u"base"_s, u"pop_census_2020"_s);
    m_panel->resize(1160, 330);
    m_panel->show();
}

void SplitPanelTest::theSameAsTheFunction() {
    const auto expected = decompose(m_plan, {.target = u"overseas_brands"_s, .base = u"pop_census_2020"_s});
    QVERIFY(expected);
    QCOMPARE(table().rowCount(), 14); // 13 districts and their sum
    for (int row = 0; row < 13; ++row)
        QCOMPARE(table().item(row + 1, part)->data(numberRole).toDouble(), expected->parts[row].value);
    QCOMPARE(sum(), 300.0);
    QCOMPARE(table().item(0, part)->data(numberRole).toDouble(), 300.0);
    chooseMethod(2); // by role
    field<QDoubleSpinBox>(u"lead"_s).setValue(3);
    const auto byRole = decompose(
        m_plan, {.target = u"overseas_brands"_s, .weights = {.base = 0, .role = 1}, .roleFactors = {{u"lead"_s, 3}}});
    for (int row = 0; row < 13; ++row)
        QCOMPARE(table().item(row + 1, part)->data(numberRole).toDouble(), byRole->parts[row].value);
    Q_EMIT table().cellClicked(1, 0);
    QCOMPARE(m_selection.zones(), QStringList{byRole->parts[0].zone});
}

void SplitPanelTest::lockedPartsStay() {
    QSignalSpy changed(m_panel.get(), &SplitPanel::changed);
    type(2, lock, u"５0"_s); // full-width, as an input method leaves it
    QCOMPARE(changed.count(), 1);
    QCOMPARE(table().item(2, part)->data(numberRole).toDouble(), 50.0);
    QCOMPARE(sum(), 300.0);
    m_panel->setPlan(m_plan); // an edit elsewhere
    QCOMPARE(table().item(2, lock)->text(), u"50"_s);
    type(2, lock, {});
    QVERIFY(m_panel->settings().locks.isEmpty());
    type(2, lock, u"50"_s);
    choose(u"target"_s, u"above_scale_firms"_s); // of another unit
    QVERIFY(m_panel->settings().locks.isEmpty());
    QSignalSpy refused(m_panel.get(), &SplitPanel::refused);
    type(2, lock, u"many"_s);
    QCOMPARE(refused.count(), 1);
    QVERIFY(table().item(2, lock)->text().isEmpty());
}

void SplitPanelTest::whatDoesNotGoTogetherIsSaid() {
    type(2, lock, u"400"_s);
    QVERIFY(!m_panel->split());
    QVERIFY2(notes().contains(u"400"_s) && notes().contains(u"300"_s), qPrintable(notes()));
    QVERIFY(table().item(2, lock)->text() == u"400"_s); // it can be mended
    type(2, lock, u"50.5"_s);
    QVERIFY2(notes().contains(u"50.5, is no whole number of steps of 1"_s), qPrintable(notes()));
    type(2, lock, u"50"_s);
    QVERIFY(m_panel->split());
}

void SplitPanelTest::numbersThatAreNotThereAreNamed() {
    choose(u"base"_s, u"gdp"_s);
    QVERIFY(!m_panel->split());
    QVERIFY2(notes().contains(u"Fuyang"_s) && notes().contains(u"Base"_s), qPrintable(notes()));
    QVERIFY(!notes().contains(u"--"_s)); // no options of the command line
    choose(u"target"_s, u"cbec_share"_s);
    choose(u"base"_s, {});
    QVERIFY2(notes().contains(u"Base"_s), qPrintable(notes()));
}

void SplitPanelTest::onlyWhatCountsIsAsked() {
    const auto asked = [&](const QString& name) {
        return m_panel->findChild<QWidget*>(name)->isVisibleTo(m_panel.get());
    };
    QVERIFY(asked(u"base"_s) && !asked(u"capacity"_s) && !asked(u"lead"_s) && !asked(u"mixture1"_s));
    chooseMethod(3);
    QVERIFY(asked(u"base"_s) && asked(u"capacity"_s) && asked(u"lead"_s) && asked(u"mixture1"_s));
    choose(u"target"_s, u"cbec_share"_s);
    QVERIFY(asked(u"base"_s) && !asked(u"capacity"_s) && !asked(u"lead"_s) && !asked(u"step"_s));
    for (int i = 0; i < field<QComboBox>(u"target"_s).count(); ++i) // a duration holds everywhere or nowhere
        QVERIFY(!field<QComboBox>(u"target"_s).itemData(i).toString().contains(u"days"_s));
}

void SplitPanelTest::aBoundIsCalledOne() {
    choose(u"target"_s, u"air_cargo"_s);
    QVERIFY2(notes().contains(u"has to be passed"_s), qPrintable(notes()));
    QVERIFY(table().item(0, 0)->text().contains(u"to be passed"_s));
    choose(u"target"_s, u"overseas_brands"_s);
    QVERIFY(!notes().contains(u"has to be passed"_s));
}

void SplitPanelTest::eachCopyIsMarked() {
    QVERIFY(m_panel->text().startsWith(proposalNote()));
    setInterfaceLanguage(Language::Chinese);
    m_panel->setPlan(m_plan);
    QVERIFY(m_panel->text().startsWith(u"分解建议，非官方"_s));
    QCOMPARE(m_panel->settings().base, u"pop_census_2020"_s); // what was chosen stays
    QVERIFY(m_panel->text().contains(u"合计"_s));
}

QTEST_MAIN(SplitPanelTest)
#include "split_panel_test.moc"
