#include "maps/style/colour_difference.h"
#include "maps/style/colour_vision.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class ColourDifferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Table 1 of Sharma, Wu and Dalal (Color Research and Application 30, 2005): pairs that catch what is commonly got
    /// wrong, with the difference to four decimals.
    void publishedPairs() {
        struct Pair {
            Lab first;
            Lab second;
            double difference;
        };
        const Pair pairs[] = {
            {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
            {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
            {{50, 2.8361, -74.0200}, {50, 0, -82.7485}, 3.4412},
            {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
            {{50, -1.1848, -84.8006}, {50, 0, -82.7485}, 1.0000},
            {{50, -0.9009, -85.5211}, {50, 0, -82.7485}, 1.0000},
            {{50, 0, 0}, {50, -1, 2}, 2.3669},
            {{50, -1, 2}, {50, 0, 0}, 2.3669},
            {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
            {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0010}, 7.1792},
            {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0011}, 7.2195},
            {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0012}, 7.2195},
            {{50, -0.0010, 2.4900}, {50, 0.0009, -2.4900}, 4.8045},
            {{50, -0.0010, 2.4900}, {50, 0.0010, -2.4900}, 4.8045},
            {{50, -0.0010, 2.4900}, {50, 0.0011, -2.4900}, 4.7461},
            {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
            {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
            {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
            {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
            {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
            {{50, 2.5, 0}, {50, 3.1736, 0.5854}, 1.0000},
            {{50, 2.5, 0}, {50, 3.2972, 0}, 1.0000},
            {{50, 2.5, 0}, {50, 1.8634, 0.5757}, 1.0000},
            {{50, 2.5, 0}, {50, 3.2592, 0.3350}, 1.0000},
            {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
            {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
            {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},
            {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
            {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
            {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
            {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
            {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
            {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
            {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
        };
        for (const Pair& pair : pairs)
            QVERIFY2(
                std::abs(colourDifference(pair.first, pair.second) - pair.difference) < 0.5e-4,
                qPrintable(u"%1 instead of %2"_s.arg(colourDifference(pair.first, pair.second)).arg(pair.difference)));
    }

    /// IEC 61966-2-1: white is L* 100, sRGB's red L* 53.24.
    void labOfPrimaries() {
        QVERIFY(std::abs(labOf(Qt::white).lightness - 100) < 0.01);
        QVERIFY(std::abs(labOf(Qt::white).a) < 0.02 && std::abs(labOf(Qt::white).b) < 0.02);
        QVERIFY(std::abs(labOf(QColor(255, 0, 0)).lightness - 53.24) < 0.01);
        QCOMPARE(labOf(Qt::black).lightness, 0.0);
    }

    void greysStayGrey() {
        for (const Vision vision : {Vision::Normal, Vision::Protan, Vision::Deutan, Vision::Tritan, Vision::Grey}) {
            for (const int level : {0, 60, 128, 255}) {
                const QColor grey(level, level, level);
                const QColor seen = seenWith(vision, grey);
                QVERIFY(std::abs(seen.red() - level) <= 1 && std::abs(seen.green() - level) <= 1 &&
                        std::abs(seen.blue() - level) <= 1);
            }
        }
    }

    /// Red and green of one lightness are what the two common kinds confuse; blue and yellow they part.
    void confusions() {
        const QColor red(0xC8, 0x60, 0x40);
        const QColor green(0x6F, 0x83, 0x38);
        QVERIFY(colourDifference(red, green) > 30);
        QVERIFY(colourDifference(seenWith(Vision::Deutan, red), seenWith(Vision::Deutan, green)) < 12);
        QVERIFY(colourDifference(seenWith(Vision::Deutan, QColor(0, 0, 255)),
                                 seenWith(Vision::Deutan, QColor(255, 255, 0))) > 50);
    }
};

QTEST_GUILESS_MAIN(ColourDifferenceTest)
#include "colour_difference_test.moc"
