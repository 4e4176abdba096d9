#include "maps/style/colour_difference.h"
#include "maps/style/palette.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class PaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPaletteHasBothNames() {
        QVERIFY(palettes().size() >= 14);
        for (const Palette& palette : palettes()) {
            QVERIFY2(!palette.key.isEmpty() && !palette.name.zh.isEmpty() && !palette.name.en.isEmpty(),
                     qPrintable(palette.key));
            QCOMPARE(tiermap::palette(palette.key), &palette);
            for (const QList<QColor>& list : palette.lists) {
                for (const QColor& color : list)
                    QVERIFY2(color.isValid(), qPrintable(palette.key));
            }
        }
        QVERIFY(!palette(u"nosuch"_s));
    }

    /// Classes that follow on each other are told apart by readers of every colour vision, and in grey print. The limits
    /// are what all of the palettes reach (CIEDE2000); they grow finer with the number of classes.
    void sequentialOnesHold() {
        const QMap<int, double> limits{{3, 8.5}, {4, 7.0}, {5, 7.0}, {6, 4.7}, {7, 4.7}};
        for (const Palette& palette : palettes()) {
            if (palette.kind != Palette::Kind::Sequential)
                continue;
            for (const auto& [count, limit] : limits.asKeyValueRange()) {
                const QList<QColor> colours = palette.colours(count);
                QCOMPARE(colours.size(), count);
                const Weakest weakest = weakestPair(colours, true, true);
                QVERIFY2(weakest.difference >= limit,
                         qPrintable(u"%1, %2 classes: %3"_s.arg(palette.key).arg(count).arg(weakest.difference)));
                for (qsizetype i = 1; i < colours.size(); ++i)
                    QVERIFY(labOf(colours[i]).lightness < labOf(colours[i - 1]).lightness);
                // Not the paper: the lightest class is still seen on it.
                QVERIFY(colourDifference(colours.first(), QColor(0xF7, 0xF6, 0xF2)) > 5);
            }
        }
    }

    /// All colours of a diverging palette, of both arms, but for grey print, which cannot part the arms.
    void divergingOnesHold() {
        for (const Palette& palette : palettes()) {
            if (palette.kind != Palette::Kind::Diverging)
                continue;
            for (const auto& [count, limit] : QMap<int, double>{{4, 12}, {6, 12}, {8, 8}}.asKeyValueRange()) {
                const QList<QColor> colours = palette.colours(count);
                const Weakest weakest = weakestPair(colours, false, false);
                QVERIFY2(weakest.difference >= limit,
                         qPrintable(u"%1, %2 classes: %3"_s.arg(palette.key).arg(count).arg(weakest.difference)));
                // Lightest in the middle, darker towards both ends.
                for (int i = 1; i < count / 2; ++i) {
                    QVERIFY(labOf(colours[i]).lightness > labOf(colours[i - 1]).lightness);
                    QVERIFY(labOf(colours[count - 1 - i]).lightness > labOf(colours[count - i]).lightness);
                }
            }
        }
    }

    void hueOnesHold() {
        for (const Palette& palette : palettes()) {
            if (palette.kind != Palette::Kind::Qualitative && palette.kind != Palette::Kind::Bivariate)
                continue;
            const Weakest weakest = weakestPair(palette.lists.last(), false, false);
            QVERIFY2(weakest.difference >= 8, qPrintable(u"%1: %2"_s.arg(palette.key).arg(weakest.difference)));
            if (palette.kind == Palette::Kind::Bivariate)
                QCOMPARE(palette.colours(9).size(), 9);
        }
    }

    void anyCount() {
        for (const Palette& palette : palettes()) {
            for (int count = 1; count <= 12; ++count) {
                const QList<QColor> colours = palette.colours(count);
                QCOMPARE(colours.size(), count);
                QList<QColor> reversed = palette.colours(count, true);
                std::ranges::reverse(reversed);
                QVERIFY(reversed == colours);
            }
            QVERIFY(palette.colours(0).isEmpty());
        }
    }

    void customOnes() {
        const auto custom = customPalette(u"#102030, #405060,#708090"_s);
        QVERIFY(custom);
        QCOMPARE(custom->colours(3).first(), QColor(0x10, 0x20, 0x30));
        QCOMPARE(custom->colours(5).last(), QColor(0x70, 0x80, 0x90));
        for (const QString& bad : {u""_s, u"#102030"_s, u"#10203,#405060"_s, u"red,blue"_s, u"#102030,,#405060"_s})
            QVERIFY2(!customPalette(bad), qPrintable(bad));
    }

    void theWeakestPairIsNamed() {
        const QList<QColor> colours{QColor(0, 0, 0), QColor(100, 100, 100), QColor(102, 102, 102),
                                    QColor(255, 255, 255)};
        const Weakest weakest = weakestPair(colours, false, true);
        QCOMPARE(weakest.first, 1);
        QCOMPARE(weakest.second, 2);
        QVERIFY(weakest.difference < 2);
    }
};

QTEST_GUILESS_MAIN(PaletteTest)
#include "palette_test.moc"
