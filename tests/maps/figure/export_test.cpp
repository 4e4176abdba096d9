#include "maps/figure/figure.h"
#include "tests/maps/figure/hangzhou.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <csignal>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& file) {
    QFile open(file);
    return open.open(QIODevice::ReadOnly) ? open.readAll() : QByteArray();
}

/// Standard output of a tool that reads files as others see them.
QString outputOf(const QString& tool, const QStringList& arguments) {
    QProcess process;
    process.start(tool, arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

/// Characters without spaces, sorted: what is drawn can be compared with what is extracted in any order.
QString characters(const QString& text) {
    QString all;
    for (const QChar c : text) {
        if (!c.isSpace())
            all += c;
    }
    std::ranges::sort(all);
    return all;
}

/// Stands in for a full disk: no file of this process grows beyond some bytes.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
};

} // namespace

class ExportTest : public QObject {
    Q_OBJECT

    test::RealPlan m_real;
    QTemporaryDir m_folder;

    Figure figureOf(const FigureSpec& spec) const { return *Figure::layOut(m_real.project, m_real.shapes, spec); }

    QString write(const QString& name, const FigureSpec& spec) const {
        const QString path = m_folder.filePath(name);
        const auto written = exportFigure(figureOf(spec), spec, path);
        return written ? path : QString();
    }

private Q_SLOTS:
    void initTestCase() {
        m_real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        QVERIFY(!m_real.shapes.zones.empty());
    }

    void pdfTextIsWhatIsDrawn_data() {
        QTest::addColumn<bool>("english");
        QTest::newRow("Chinese") << false;
        QTest::newRow("English") << true;
    }

    void pdfTextIsWhatIsDrawn() {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed");
        QFETCH(bool, english);
        FigureSpec spec;
        spec.language = english ? Language::English : Language::Chinese;
        const QString file = write(u"text.pdf"_s, spec);
        const QString extracted = outputOf(u"pdftotext"_s, {u"-raw"_s, file, u"-"_s});
        for (const Zone& zone : m_real.project.plan.layoutZones()) {
            if (!english || zone.code != u"LKSFQ"_s) // which is broken into two lines
                QVERIFY2(extracted.contains(zone.name.in(spec.language)), qPrintable(zone.name.en));
        }
        QCOMPARE(characters(extracted), characters(figureOf(spec).texts().join(u' ')));
        for (const QChar c : extracted) // Qt's writer turns characters of some fonts into radicals
            QVERIFY(c.unicode() < 0x2F00 || c.unicode() > 0x2FDF);
    }

    void pdfIsVectorWithItsFontInside() {
        if (QStandardPaths::findExecutable(u"pdfimages"_s).isEmpty())
            QSKIP("pdfimages (poppler-utils) is not installed");
        const QString file = write(u"vector.pdf"_s, {});
        QCOMPARE(outputOf(u"pdfimages"_s, {u"-list"_s, file}).count(u'\n'), 2); // only the heading
        const QStringList fonts = outputOf(u"pdffonts"_s, {file}).trimmed().split(u'\n').mid(2);
        QCOMPARE(fonts.size(), 1);
        QVERIFY(fonts[0].contains(u"WenQuanYiMicroHei"_s));
        const QByteArray raw = bytesOf(file);
        QVERIFY(!raw.contains("/SMask"));
        const QString info = outputOf(u"pdfinfo"_s, {u"-isodates"_s, file});
        QVERIFY(info.contains(u"空间布局图"_s));
        QVERIFY(info.contains(u"2024-05-24"_s)); // the plan's day, not today
    }

    /// A logo of shapes is one of shapes in what is printed; one of pixels, or with more than shapes, is a picture.
    void logosAreVectors_data() {
        QTest::addColumn<QByteArray>("logo");
        QTest::addColumn<bool>("isVector");
        const auto svg = [](const QByteArray& content) {
            return "<svg xmlns='http:"
                   "//www.w3.org/2000/svg' viewBox='0 0 40 20'>" +
                   content + "</svg>";
        };
        QTest::newRow("SVG") << svg("<rect x='1' y='1' width='38' height='18' fill='#c00000' stroke='#000'/>"
                                    "<circle cx='20' cy='10' r='6' fill='#fff'/>")
                             << true;
        QTest::newRow("SVG that shines through")
            << svg("<rect width='40' height='20' fill='#c00000' opacity='0.5'/>") << false;
        QImage image(40, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray png;
        QBuffer buffer(&png);
        image.save(&buffer, "PNG");
        QTest::newRow("PNG") << png << false;
    }

    void logosAreVectors() {
        QFETCH(QByteArray, logo);
        QFETCH(bool, isVector);
        FigureSpec spec;
        spec.dpi = 100;
        spec.blocks = {{.kind = FigureBlock::Kind::Logo, .at = {100, 50}, .width = 40, .picture = logo}};
        QCOMPARE(bytesOf(write(u"logo.svg"_s, spec)).contains("<image"), !isVector);
        const QImage page(write(u"logo.png"_s, spec));
        const auto colorAt = [&](double x, double y) { // mm
            return page.pixelColor(qRound(x * spec.dpi / 25.4), qRound(y * spec.dpi / 25.4));
        };
        QVERIFY(colorAt(105, 65).red() > 180 && colorAt(105, 65).blue() < 160);
        if (isVector) {
            QCOMPARE(colorAt(105, 65), QColor(0xC0, 0, 0));
            QCOMPARE(colorAt(120, 60), QColor(Qt::white));
        }
        if (QStandardPaths::findExecutable(u"pdfimages"_s).isEmpty())
            QSKIP("pdfimages (poppler-utils) is not installed");
        const QString file = write(u"logo.pdf"_s, spec);
        QVERIFY(!file.isEmpty());
        QCOMPARE(outputOf(u"pdfimages"_s, {u"-list"_s, file}).count(u'\n') > 2, !isVector); // beside the heading
        QVERIFY(!isVector || !bytesOf(file).contains("/SMask"));
        spec.monochrome = true;
        const QColor grey =
            QImage(write(u"grey.png"_s, spec)).pixelColor(qRound(105 * 100 / 25.4), qRound(65 * 100 / 25.4));
        QVERIFY(grey.red() == grey.green() && grey.green() == grey.blue());
    }

    void theSameFigureGivesTheSameBytes() {
        FigureSpec spec;
        spec.dpi = 60;
        for (const QString& ending : {u"pdf"_s, u"svg"_s, u"png"_s}) {
            const QByteArray one = bytesOf(write(u"one."_s + ending, spec));
            const QByteArray two = bytesOf(write(u"two."_s + ending, spec));
            QVERIFY(!one.isEmpty());
            QVERIFY2(one == two, qPrintable(ending));
        }
    }

    void svgHoldsTextOrOutlines() {
        for (const bool outlines : {false, true}) {
            FigureSpec spec;
            spec.svgText = outlines ? FigureSpec::SvgText::Outlines : FigureSpec::SvgText::Text;
            const QByteArray svg = bytesOf(write(u"figure.svg"_s, spec));
            QXmlStreamReader reader(svg);
            int texts = 0;
            bool zone = false;
            while (!reader.atEnd()) {
                if (reader.readNext() != QXmlStreamReader::StartElement)
                    continue;
                if (reader.name() == u"svg"_s)
                    QCOMPARE(reader.attributes().value(u"width"_s), u"297mm"_s);
                QVERIFY(reader.name() != u"image"_s && reader.name() != u"clipPath"_s);
                if (reader.name() == u"text"_s) {
                    ++texts;
                    QVERIFY(reader.attributes().value(u"font-family"_s).startsWith(u"'WenQuanYi Micro Hei'"_s));
                    zone = zone || reader.readElementText().contains(u"萧山区"_s);
                }
            }
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
            QCOMPARE(texts > 0, !outlines);
            QCOMPARE(zone, !outlines);
        }
    }

    void pngHasTheAskedResolution() {
        FigureSpec spec;
        spec.dpi = 100;
        const QImage image(write(u"figure.png"_s, spec));
        QCOMPARE(image.size(), QSize(1169, 827));
        QCOMPARE(image.dotsPerMeterX(), 3937);
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
    }

    void anUnknownEndingIsRefused() {
        const auto written = exportFigure(figureOf({}), {}, m_folder.filePath(u"figure.doc"_s));
        QVERIFY(!written);
        QCOMPARE(written.error().code, Problem::Code::FileTypeUnknown);
        QCOMPARE(written.error().arguments, QStringList({u"doc"_s, u"pdf, svg, png, tif, tiff"_s}));
    }

    void whatCannotBeWrittenLeavesNothing() {
        const Figure figure = figureOf({});
        const QString nowhere = m_folder.filePath(u"missing/figure.pdf"_s);
        const auto lost = exportFigure(figure, {}, nowhere);
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, Problem::Code::FileUnwritable);
        QVERIFY(!lost.error().arguments.value(0).isEmpty());

        // The disk is full after the first bytes.
        QDir folder(m_folder.path());
        QVERIFY(folder.mkdir(u"full"_s));
        FigureSpec spec;
        spec.dpi = 50;
        {
            const FileSizeLimit limit(1000);
            const auto written = exportFigure(figure, spec, m_folder.filePath(u"full/figure.png"_s));
            QVERIFY(!written);
            QCOMPARE(written.error().code, Problem::Code::FileUnwritable);
            QVERIFY(!written.error().arguments.value(0).isEmpty());
        }
        const QDir::Filters everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        QCOMPARE(QDir(m_folder.filePath(u"full"_s)).entryList(everything), QStringList());

        // A pipe under that name, and a link to it: it must stay a pipe. (Never try this on a device: a mistake replaces
        // it.)
        QVERIFY(folder.mkdir(u"pipe"_s));
        const QString pipe = m_folder.filePath(u"pipe/real"_s);
        QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
        const QString link = m_folder.filePath(u"pipe/figure.png"_s);
        QVERIFY(QFile::link(pipe, link));
        const auto piped = exportFigure(figure, spec, link);
        QVERIFY(!piped);
        QCOMPARE(piped.error().code, Problem::Code::FileUnwritable);
        struct stat state{};
        QCOMPARE(lstat(pipe.toLocal8Bit().constData(), &state), 0);
        QVERIFY(S_ISFIFO(state.st_mode));
        QVERIFY(QFileInfo(link).isSymLink());

        // A folder under that name.
        QVERIFY(folder.mkpath(u"taken/figure.svg"_s));
        const auto taken = exportFigure(figure, {}, m_folder.filePath(u"taken/figure.svg"_s));
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, Problem::Code::FileUnwritable);
        QCOMPARE(QDir(m_folder.filePath(u"taken"_s)).entryList(everything), QStringList({u"figure.svg"_s}));
    }

    void anOldFigureStaysUntilTheNewOneIsWhole() {
        const QString path = m_folder.filePath(u"kept.png"_s);
        FigureSpec spec;
        spec.dpi = 50;
        QVERIFY(exportFigure(figureOf(spec), spec, path));
        const QByteArray old = bytesOf(path);
        spec.dpi = 60;
        QVERIFY(exportFigure(figureOf(spec), spec, path));
        QVERIFY(bytesOf(path) != old);
        QCOMPARE(QDir(m_folder.path()).entryList({u"kept.png*"_s}, QDir::Files | QDir::Hidden).size(), 1);
    }
};

QTEST_MAIN(ExportTest)
#include "export_test.moc"
