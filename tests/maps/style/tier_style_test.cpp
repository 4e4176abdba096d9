#include "maps/style/label_ink.h"
#include "maps/style/theme.h"
#include "maps/style/tier_style.h"
#include "tests/maps/scene/small_plan.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class TierStyleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void solidTierIsAFillAndHatchedTierIsNot() {
        const Plan plan = test::smallPlan();
        const AreaInk lead = tierInk(*plan.tier(u"lead"_s));
        QCOMPARE(lead.fill, QColor(0x1F, 0x5A, 0x94));
        QVERIFY(!lead.hatch);
        const AreaInk support = tierInk(*plan.tier(u"support"_s));
        QVERIFY(!support.fill);
        QVERIFY(support.hatch);
        QCOMPARE(support.hatch->color, QColor(0xE4, 0x57, 0x2E));
        QCOMPARE(support.hatch->angle, 45.0);
    }

    void legendFollowsThePlan() {
        const QList<LegendEntry> entries = tierLegend(test::smallPlan(), Language::Chinese);
        QCOMPARE(entries.size(), 4);
        QCOMPARE(entries[0].title, u"引 引领 · 2"_s);
        QCOMPARE(entries[0].zones, u"北山区、南山区"_s);
        QCOMPARE(entries[0].role, u"引领 · 创新"_s);           // no carrier, no empty place for it
        QCOMPARE(entries[2].ground, QColor(0x1F, 0x5A, 0x94)); // of the district that the hatch lies in
        QVERIFY(!entries[0].ground);
        QVERIFY(entries[2].schematic);
        QVERIFY(!entries[3].schematic);
        QCOMPARE(tierLegend(test::smallPlan(), Language::English)[0].zones, u"Beishan, Nanshan"_s);
    }

    void labelTextReadsOnEveryTier() {
        for (const QColor ground : {QColor(0x1F, 0x5A, 0x94), QColor(0x5F, 0xA8, 0xC9), QColor(0xB9, 0xD6, 0x7A),
                                    Theme::paper().land, Theme::dark().land}) {
            const LabelInk ink = labelInk(ground);
            QCOMPARE(ink.halo, ground);
            QVERIFY2(contrastRatio(ink.text, ground) >= 4.5, qPrintable(ground.name()));
        }
        QCOMPARE(labelInk(QColor(0x1F, 0x5A, 0x94)).text, QColor(Qt::white));
    }

    void contrastIsThatOfWcag() {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
        QVERIFY(std::abs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void quietTextReadsInBothThemes() {
        for (const Theme& theme : {Theme::paper(), Theme::dark()}) {
            QVERIFY(contrastRatio(theme.text, theme.land) >= 7);
            QVERIFY(contrastRatio(theme.quietText, theme.land) >= 4.5);
            QVERIFY(contrastRatio(theme.waterText, theme.water) >= 4.2);
        }
    }
};

QTEST_GUILESS_MAIN(TierStyleTest)
#include "tier_style_test.moc"
