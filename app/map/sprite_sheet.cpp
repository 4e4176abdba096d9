#include "app/map/sprite_sheet.h"

#include "maps/scene/painter.h"
#include "maps/scene/text_measure.h"

#include <QPainter>

#include <algorithm>

namespace tiermap {

namespace {

constexpr double margin = 0.6; // mm around ink: antialiasing, overhanging glyphs

/// Room that something takes, in mm from its point, y down.
QRectF room(const Label& label, const TextMeasure& measure) {
    const double around = label.haloWidth + margin;
    // Not empty even without words: a line alone is a label, too.
    const QRectF text = labelBox(label, {0, 0}, measure).adjusted(-around, -around, around, around);
    const double dot = around + 0.5; // at the leader's end
    return label.leader ? text | QRectF(-dot, -dot, 2 * dot, 2 * dot) : text;
}

QRectF room(const Symbol& symbol) {
    const double half = symbol.size / 2 + margin;
    return {-half, -half, 2 * half, 2 * half};
}

/// Sprites in rows, one below the other.
class SheetLayout {
public:
    explicit SheetLayout(int width)
        : m_width(width) {}

    QRect add(const QSize& size) {
        if (m_next.x() + size.width() > m_width)
            m_next = {0, m_height};
        const QRect place(m_next, size);
        m_next.rx() += size.width();
        m_height = std::max(m_height, place.bottom() + 1);
        m_used = std::max(m_used, place.right() + 1);
        return place;
    }
    QSize size() const { return {m_used, m_height}; }

private:
    int m_width;
    int m_used = 0;
    int m_height = 0;
    QPoint m_next;
};

/// Paints one piece into its place, with its point on a whole pixel so that the text stays as sharp as it was made.
void paintPiece(QImage& image, const Sprite& sprite, const DisplayList& piece, const QFont& font, double scale) {
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setClipRect(sprite.source);
    painter.translate(sprite.source.topLeft());
    painter.scale(scale, scale);
    // The painter puts the centre of the frame under the view's centre.
    const QPointF at = QPointF(-sprite.offset) / scale;
    const QSizeF half(std::max(at.x(), sprite.source.width() / scale - at.x()),
                      std::max(at.y(), sprite.source.height() / scale - at.y()));
    const QRectF frame(at.x() - half.width(), at.y() - half.height(), 2 * half.width(), 2 * half.height());
    paint(painter, piece, View{sprite.at, 1, frame}, font);
}

/// The part of a sprite that has ink: every pixel of it is mixed into every frame, clear ones too.
QRect inked(const QImage& image, const QRect& place) {
    QRect ink;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        const auto* const from = row + place.left();
        const auto* const to = row + place.right() + 1;
        const auto* const first = std::find_if(from, to, [](QRgb pixel) { return qAlpha(pixel) > 0; });
        if (first == to)
            continue;
        const auto* last = to - 1;
        while (qAlpha(*last) == 0)
            --last;
        ink |= QRect(QPoint(static_cast<int>(first - row), y), QPoint(static_cast<int>(last - row), y));
    }
    return ink;
}

} // namespace

SpriteSheet spriteSheet(const Placement& placement, const QFont& font, double devicePixelsPerMm) {
    std::vector<DisplayList> pieces;
    SpriteSheet sheet;
    SheetLayout layout(1024);
    const TextMeasure measure(font);
    const auto add = [&](const Point& at, const QRectF& room, DisplayList piece) {
        const QRect pixels =
            QRectF(room.topLeft() * devicePixelsPerMm, room.size() * devicePixelsPerMm).toAlignedRect();
        sheet.sprites.push_back({at, pixels.topLeft(), layout.add(pixels.size())});
        pieces.push_back(std::move(piece));
    };
    for (const Symbol& symbol : placement.symbols)
        add(symbol.at, room(symbol), {{}, {symbol}, {}});
    for (const Label& label : placement.labels)
        add(label.at, room(label, measure), {{}, {}, {label}});
    if (pieces.empty())
        return sheet;
    sheet.image = QImage(layout.size(), QImage::Format_ARGB32_Premultiplied);
    sheet.image.fill(Qt::transparent);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Sprite& sprite = sheet.sprites[i];
        paintPiece(sheet.image, sprite, pieces[i], font, devicePixelsPerMm);
        const QRect ink = inked(sheet.image, sprite.source);
        sprite.offset += ink.topLeft() - sprite.source.topLeft();
        sprite.source = ink;
    }
    std::erase_if(sheet.sprites, [](const Sprite& sprite) { return sprite.source.isEmpty(); });
    return sheet;
}

} // namespace tiermap
