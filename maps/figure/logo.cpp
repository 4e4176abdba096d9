#include "maps/figure/logo.h"

#include <QBuffer>
#include <QImageReader>
#include <QPaintEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> noPicture() {
    return std::unexpected(Problem{.code = Problem::Code::ValueUnknown, .arguments = {u"picture"_s, u"PNG, SVG"_s}});
}

bool isSvg(const QByteArray& picture) {
    return picture.first(std::min<qsizetype>(picture.size(), 1000)).contains("<svg");
}

/// Bytes of strangers: what would read other files, or grow without end, is not read at all.
bool reachesOut(const QByteArray& svg) {
    for (const char* word : {"<!ENTITY", "<image", "file:", "@import", "<?xml-stylesheet"}) {
        if (svg.contains(word))
            return true;
    }
    return false;
}

/// Takes down what a painter is told to draw, as long as these are shapes of one opaque colour each; strokes and letters
/// become the shapes that they cover.
class PathTaker : public QPaintEngine {
public:
    PathTaker()
        : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    Type type() const override { return User; }

    void drawPath(const QPainterPath& path) override {
        const QPen pen = painter()->pen();
        if (painter()->hasClipping() || painter()->compositionMode() != QPainter::CompositionMode_SourceOver)
            m_plain = false;
        take(path, painter()->brush());
        if (pen.style() == Qt::NoPen)
            return;
        if (pen.isCosmetic())
            m_plain = false;
        else
            take(QPainterPathStroker(pen).createStroke(path), pen.brush());
    }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        QPainterPath path;
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
        if (mode != PolylineMode)
            path.closeSubpath();
        drawPath(path);
    }
    using QPaintEngine::drawPolygon;
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { m_plain = false; }
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override { m_plain = false; }

    /// Nothing where it was not all of this kind.
    std::vector<InkedPath> taken() const { return m_plain ? m_paths : std::vector<InkedPath>(); }

private:
    void take(const QPainterPath& path, const QBrush& brush) {
        if (brush.style() == Qt::NoBrush || path.isEmpty() || painter()->opacity() <= 0)
            return;
        constexpr qsizetype most = 1'000'000; // a few bytes may ask for the same shape again and again
        m_elements += path.elementCount();
        m_plain = m_plain && m_elements <= most && brush.style() == Qt::SolidPattern && brush.color().alpha() == 255 &&
                  painter()->opacity() >= 1;
        if (m_plain)
            m_paths.push_back({painter()->deviceTransform().map(path), brush.color()});
    }

    std::vector<InkedPath> m_paths;
    qsizetype m_elements = 0;
    bool m_plain = true;
};

class PathPage : public QPaintDevice {
public:
    explicit PathPage(const QSize& size)
        : m_size(size) {}

    QPaintEngine* paintEngine() const override { return &m_taker; }
    std::vector<InkedPath> taken() const { return m_taker.taken(); }

protected:
    int metric(PaintDeviceMetric metric) const override {
        constexpr int dotsPerInch = 96;
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dotsPerInch;
        case PdmWidthMM:
            return qRound(m_size.width() * 25.4 / dotsPerInch);
        case PdmHeightMM:
            return qRound(m_size.height() * 25.4 / dotsPerInch);
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    mutable PathTaker m_taker;
};

/// The drawing as shapes from (0, 0) to (1, 1). Nothing where it has more than shapes of opaque colours within its frame:
/// gradients, clips and what shines through come out otherwise on paper, or as pictures of some resolution after all.
std::vector<InkedPath> plainPaths(QSvgRenderer& renderer, const QSize& size) {
    PathPage page(size);
    QPainter painter(&page);
    renderer.render(&painter);
    painter.end();
    const QRectF frame(QPointF(0, 0), QSizeF(size));
    const double hair = 0.001 * std::max(size.width(), size.height());
    std::vector<InkedPath> paths = page.taken();
    for (InkedPath& each : paths) {
        if (!frame.adjusted(-hair, -hair, hair, hair).contains(each.path.boundingRect()))
            return {};
        each.path = QTransform::fromScale(1 / frame.width(), 1 / frame.height()).map(each.path);
    }
    return paths;
}

Result<Logo> drawnSvg(const QByteArray& picture) {
    constexpr double pixels = 2000; // of the longer side: 85 mm at 600 dpi
    QSvgRenderer renderer;
    if (reachesOut(picture) || !renderer.load(picture))
        return noPicture();
    const QSizeF natural = renderer.viewBoxF().isEmpty() ? QSizeF(renderer.defaultSize()) : renderer.viewBoxF().size();
    const QSize size = natural.scaled(pixels, pixels, Qt::KeepAspectRatio).toSize();
    if (size.isEmpty())
        return noPicture();
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    const auto* pixels32 = reinterpret_cast<const QRgb*>(image.constBits()); // rows of 32 bits have no gaps
    const bool blank = std::all_of(pixels32, pixels32 + image.sizeInBytes() / 4, [](QRgb each) { return each == 0; });
    if (blank)
        return noPicture();
    return Logo{image, plainPaths(renderer, size)};
}

} // namespace

Result<Logo> readLogo(const QByteArray& picture) {
    constexpr qsizetype mostBytes = 2'000'000;
    constexpr double mostMegapixels = 16;
    const auto problem = [](Problem::Code code, const QStringList& arguments) {
        return std::unexpected(Problem{.code = code, .arguments = arguments});
    };
    if (picture.size() > mostBytes)
        return problem(Problem::Code::OutOfRange,
                       {QString::number(picture.size()), u"1"_s, QString::number(mostBytes)});
    if (isSvg(picture))
        return drawnSvg(picture);
    QBuffer buffer;
    buffer.setData(picture);
    QImageReader reader(&buffer, "png"); // no other reader of the machine sees bytes of strangers
    reader.setDecideFormatFromContent(false);
    const QSize size = reader.size(); // of the header: a small file may want to be a huge picture
    if (size.isEmpty())
        return noPicture();
    const double megapixels = 1e-6 * size.width() * size.height();
    if (megapixels > mostMegapixels)
        return problem(Problem::Code::PictureTooLarge,
                       {QString::number(std::ceil(megapixels)), QString::number(mostMegapixels)});
    QImage image = reader.read();
    if (image.isNull())
        return noPicture();
    return Logo{image};
}

} // namespace tiermap
