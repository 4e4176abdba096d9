#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// The floors of the house: an arrow goes down. Reads the includes of every source file.
class ArchitectureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void includesGoDown_data();
    void includesGoDown();
    void everyHeaderIsGuarded();
    void foldersDoNotIncludeEachOther();
    void theRulesAreNotVacuous();
};

namespace {

const QString root = QString::fromUtf16(TIERMAP_SOURCE_DIR);

QStringList sources(const QString& floor) {
    QStringList files;
    QDirIterator it(root + u'/' + floor, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files += it.next();
    return files;
}

QStringList includes(const QString& file) {
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"_s,
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (const auto& match : pattern.globalMatch(QString::fromUtf8(source.readAll())))
        found += match.captured(1);
    return found;
}

/// Qt classes that `core` may not know: those of Qt Gui, Widgets, Quick and Location that a slip would most likely name.
const QString guiHeaders =
    u"^(Qt(Gui|Widgets|Quick|Qml|Location|Positioning|Svg|OpenGL)/|Q(Color|Font\\w*|Image\\w*|Pixmap|Painter\\w*|Pen|"
    "Brush|Icon|GuiApplication|Application|Widget|PdfWriter|Svg\\w*|Quick\\w*|Qml\\w*|Geo\\w*|Action\\w*)$)"_s;
const QString widgetHeaders = u"^(Qt(Widgets|Quick|Qml|Location|Positioning)/"
                              u"|Q(Application|\\w*Widget|MainWindow|Dialog|Quick\\w*|Qml\\w*|Geo\\w*|"
                              "Label|Menu|TreeView|MessageBox)$)"_s;
const QString gdalHeaders = u"^(gdal|ogr|cpl_)\\w*\\.h$"_s;

} // namespace

void ArchitectureTest::includesGoDown_data() {
    QTest::addColumn<QString>("floor");
    QTest::addColumn<QString>("forbidden");
    QTest::addColumn<QString>("exempt");
    QTest::newRow("core knows no maps, no app") << u"core"_s << u"^(maps|app|tests)/"_s << QString();
    QTest::newRow("core knows no Qt Gui") << u"core"_s << guiHeaders << QString();
    QTest::newRow("core knows no geometry engine") << u"core"_s << u"^(boost/(?!math/)|geos|proj)"_s << QString();
    QTest::newRow("maps knows no app") << u"maps"_s << u"^(app|tests)/"_s << QString();
    QTest::newRow("maps knows no widgets") << u"maps"_s << widgetHeaders << QString();
    QTest::newRow("app includes nothing of the tests") << u"app"_s << u"^tests/"_s << QString();
    for (const QString& floor : {u"core"_s, u"maps"_s, u"app"_s})
        QTest::addRow("GDAL stays in its module, not in %s", qPrintable(floor))
            << floor << gdalHeaders << u"/maps/formats/gdal/"_s;
}

void ArchitectureTest::includesGoDown() {
    QFETCH(QString, floor);
    QFETCH(QString, forbidden);
    QFETCH(QString, exempt);
    const QRegularExpression wrong(forbidden);
    const QStringList files = sources(floor);
    QVERIFY(!files.isEmpty());
    for (const QString& file : files) {
        if (!exempt.isEmpty() && file.contains(exempt))
            continue;
        for (const QString& include : includes(file))
            QVERIFY2(!wrong.match(include).hasMatch(), qPrintable(file + u" includes "_s + include));
    }
}

void ArchitectureTest::everyHeaderIsGuarded() {
    for (const QString& floor : {u"core"_s, u"maps"_s, u"app"_s}) {
        for (const QString& name : sources(floor)) {
            if (!name.endsWith(u".h"_s))
                continue;
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(file.readAll().startsWith("#pragma once"), qPrintable(name));
        }
    }
}

/// Two folders that include each other are one folder with a wall in it.
void ArchitectureTest::foldersDoNotIncludeEachOther() {
    QSet<std::pair<QString, QString>> edges;
    for (const QString& floor : {u"core"_s, u"maps"_s, u"app"_s}) {
        for (const QString& file : sources(floor)) {
            const QString from = QFileInfo(file).path().mid(root.size() + 1);
            for (const QString& include : includes(file)) {
                const QString to = QFileInfo(include).path();
                if (include.contains(u'/') && to != from && QFile::exists(root + u'/' + include))
                    edges.insert({from, to});
            }
        }
    }
    for (const auto& [from, to] : std::as_const(edges))
        QVERIFY2(!edges.contains({to, from}), qPrintable(from + u" and "_s + to + u" include each other"_s));
}

void ArchitectureTest::theRulesAreNotVacuous() {
    const auto matches = [](const QString& rule, const QString& include) {
        return QRegularExpression(rule).match(include).hasMatch();
    };
    QVERIFY(matches(guiHeaders, u"QColor"_s) && matches(guiHeaders, u"QtGui/QFont"_s));
    QVERIFY(!matches(guiHeaders, u"QString"_s) && !matches(guiHeaders, u"QPointF"_s));
    QVERIFY(matches(widgetHeaders, u"QWidget"_s) && matches(widgetHeaders, u"QQuickItem"_s));
    QVERIFY(matches(gdalHeaders, u"gdal_priv.h"_s) && matches(gdalHeaders, u"ogrsf_frmts.h"_s));
    QVERIFY(includes(root + u"/maps/formats/gdal/module.cpp"_s).join(u' ').contains(QRegularExpression(u"gdal|ogr"_s)));
}

QTEST_APPLESS_MAIN(ArchitectureTest)
#include "architecture_test.moc"
