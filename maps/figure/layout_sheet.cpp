#include "maps/figure/layout_sheet.h"

#include "maps/analysis/register_finds.h"
#include "maps/figure/furniture.h"
#include "maps/figure/graticule.h"
#include "maps/figure/monochrome.h"
#include "maps/figure/numbers.h"
#include "maps/figure/page_texts.h"
#include "maps/figure/scale_bar.h"
#include "maps/figure/sheet_block.h"
#include "maps/figure/sheet_words.h"
#include "maps/scene/clip.h"
#include "maps/scene/label_room.h"
#include "maps/scene/layer_pictures.h"
#include "maps/style/drawn_map.h"

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double partOutlineWidth = 0.8;
constexpr double partHaloWidth = 0.4;
constexpr double titleGap = 1.4;
constexpr double scaleRow = 12.4; // below the map: north arrow, scale bar, number scale
constexpr double noteSize = 7;
constexpr double smallNameSize = 7.2;

void addGround(Sheet& sheet, const TextMeasure& measure, const QRectF& frame, const Theme& theme) {
    Block ground(measure);
    ground.size = frame.size();
    ground.rect(QRectF(QPointF(0, 0), frame.size()), theme.land);
    sheet.panels.push_back(ground.at(frame.topLeft()));
}

void addFrame(Sheet& sheet, const TextMeasure& measure, const QRectF& frame, const QColor& color, double width) {
    Block line(measure);
    line.size = sheet.size;
    line.frame(frame, color, width);
    sheet.panels.push_back(line.at({0, 0}));
}

double denominatorOf(const View& view) { return view.metresPerMm * 1000; }

/// Puts raster layers into a map. One that is missing makes the sheet impossible: it would look whole without it.
Result<void> addPictures(Panel& map, const LayoutWork& work, const ProjectedShapes& shapes) {
    const SceneOptions scene = drawnAt(work.scene, denominatorOf(map.view));
    constexpr double pixelsPerMm = 200 / 25.4;
    const QSize pixels = (map.view.frame.size() * pixelsPerMm).toSize().expandedTo(QSize(1, 1));
    const LayerPictures read =
        layerPictures(work.projectFile, scene.layers, shapes.projection, map.view.extent(), pixels);
    if (!read.problems.isEmpty())
        return std::unexpected(read.problems.first());
    placePictures(map.list, read.pictures);
    return {};
}

/// Of several zones the borders between them, too.
Lines outlinesOf(const Polygons& zones) {
    Lines lines;
    for (const Polygon& polygon : zones)
        lines.emplace_back(polygon.outer().begin(), polygon.outer().end());
    return lines;
}

/// Lines end where their ink reaches the frame, not where their middle does: half a width would stand out of it.
void keepInkInside(Panel& map) {
    for (auto& item : map.list.base) {
        auto* stroke = std::get_if<Stroke>(&item);
        if (!stroke)
            continue;
        View room = map.view;
        const double half = stroke->width / 2;
        room.frame.adjust(half, half, -half, -half);
        stroke->lines = clip(stroke->lines, room.extent());
    }
}

/// A map with its labels.
struct LabelledMap {
    Panel panel;
    QStringList unplaced{}; ///< names
    QStringList crowded{};  ///< symbols
};

LabelledMap labelledMap(const LayoutWork& work, const ProjectedShapes& shapes, const View& view,
                        const LabelOptions& options) {
    const SceneOptions scene = drawnAt(work.scene, denominatorOf(view));
    Panel map{planScene(work.plan, shapes, scene), view};
    for (const FigurePoints& points : work.spec.points) {
        if (points.finds) // over borders, as on the live map
            addFound(map.list, areasOf(*points.finds, points.color), shapes.projection, scene.theme);
    }
    Placement placement = placeLabels(work.plan, shapes, scene, options, view);
    map.list.symbols = std::move(placement.symbols);
    map.list.labels = std::move(placement.labels);
    return {std::move(map), std::move(placement.unplaced), std::move(placement.crowded)};
}

/// What an enlarged part shows of zones.
struct ShownEnlarged {
    QSet<QString> named;
    QSet<QString> symbols;
};

/// The enlarged part with its caption.
Result<ShownEnlarged> addInset(Sheet& sheet, const LayoutWork& work, const Inset& inset, const QRectF& box) {
    const Theme& theme = work.scene.theme;
    const QRectF frame = box.adjusted(0, Inset::caption, 0, 0);
    const View view{inset.centre, inset.denominator / 1000, frame};
    LabelOptions options = work.labels();
    options.sitesOf = QSet<QString>(inset.zones.begin(), inset.zones.end());
    options.namedWithoutSymbol = false;
    LabelledMap labelled = labelledMap(work, *inset.shapes, view, options);
    if (std::ranges::any_of(labelled.panel.list.labels,
                            &Label::leader)) { // smaller names are better than lines across the core
        options.size = smallNameSize;
        labelled = labelledMap(work, *inset.shapes, view, options);
    }
    Panel& map = labelled.panel;
    keepInkInside(map);
    for (const QString& key : labelled.unplaced) { // zones that find no room here are named on the map
        if (!work.plan.zone(key))
            sheet.unplaced += key;
    }
    sheet.crowded += labelled.crowded;
    if (const auto added = addPictures(map, work, *inset.shapes); !added)
        return std::unexpected(added.error());
    ShownEnlarged shown;
    for (const Label& label : map.list.labels) {
        if (!label.zone.isEmpty())
            shown.named += label.zone;
    }
    for (const Symbol& symbol : map.list.symbols)
        shown.symbols += symbol.key;
    Block caption(work.measure);
    caption.size = QSizeF(box.width(), Inset::caption);
    caption.rect(QRectF(QPointF(0, 0), caption.size), QColor(Qt::white));
    const QString title = inset.title(work);
    constexpr double margin = Inset::titleMargin;
    caption.text({margin, 4.1}, title, Inset::titleSize, theme.text);
    const Block bar = scaleBarBlock(inset.denominator, 22, 2, work.spec.language, theme, work.measure);
    sheet.panels.push_back(caption.at(box.topLeft()));
    // Where there is no room for the bar the title says the scale alone.
    if (margin + caption.width(title, Inset::titleSize) + bar.size.width() + margin <= box.width())
        sheet.panels.push_back(bar.at({box.right() - bar.size.width() - margin, box.top() + 1.1}));
    addGround(sheet, work.measure, frame, theme);
    sheet.panels.push_back(std::move(map));
    addFrame(sheet, work.measure, box, theme.text, enlargedExtentWidth);
    return shown;
}

/// Arrow, bar and number scale below the map. Returns where they end.
double addScaleRow(Sheet& sheet, const LayoutWork& work, const MapFit& fit, const QPointF& topLeft) {
    const Theme& theme = work.scene.theme;
    const Language language = work.spec.language;
    const Projection& projection = fit.shapes->projection;
    const double north = projection.northAngle(projection.inverse(fit.view.centre));
    sheet.panels.push_back(northArrowBlock(north, language, theme, work.measure).at(topLeft + QPointF(0, 1.2)));
    constexpr double besideBar = 46; // arrow and number
    const double longest = std::min(52.0, fit.view.frame.width() - besideBar);
    const Block bar = scaleBarBlock(fit.denominator, longest, 4, language, theme, work.measure);
    sheet.panels.push_back(bar.at(topLeft + QPointF(9, 3)));
    Block number(work.measure);
    const QString text = sheet_words::scale.in(language).arg(thousands(work.printed(fit.denominator)));
    number.text({0, 3.4}, text, 9, theme.text);
    number.size = QSizeF(number.width(text, 9), 5);
    const double left = topLeft.x() + 9 + bar.size.width() + 5;
    sheet.panels.push_back(number.at({left, topLeft.y() + 2.8}));
    return left + number.size.width();
}

/// Everything that lies on the map frame. Names of zones that found no room go to sheet.unplaced.
Result<void> addMap(Sheet& sheet, const LayoutWork& work, const Furniture& furniture) {
    const Theme& theme = work.scene.theme;
    const MapFit& fit = furniture.fit;
    const bool isPart = !work.spec.extent.isEmpty();
    std::future<LabelGround> plan; // while the enlarged part is made
    if (!isPart) {
        plan = std::async(std::launch::async, [&fit] {
            const Polygons ink = toInk(fit.whole, fit.view);
            return LabelGround({&ink}, fit.view.frame.size());
        });
    }
    LabelOptions options = work.labels();
    options.covered = furniture.onMap;
    options.obstacles = furniture.onMap;

    const Line extent = furniture.inset ? furniture.inset->extent(fit.shapes->projection) : Line();
    for (std::size_t i = 1; i < extent.size(); ++i) { // names do not lie across its lines
        constexpr double clear = 0.5;
        options.obstacles.push_back(QRectF(fit.view.toPage(extent[i - 1]), fit.view.toPage(extent[i]))
                                        .normalized()
                                        .adjusted(-clear, -clear, clear, clear));
    }

    Sheet inset{.size = sheet.size};
    QSet<QString> named;
    if (furniture.inset) {
        const auto enlarged = addInset(inset, work, *furniture.inset, *furniture.insetBox);
        if (!enlarged)
            return std::unexpected(enlarged.error());
        named = enlarged->named;
        // Only those that it is there for: a zone that it happens to touch is named on the map too.
        const QSet<QString> zones(furniture.inset->zones.begin(), furniture.inset->zones.end());
        options.namedElsewhere = zones & named;
        options.symbolsElsewhere = zones & enlarged->symbols;
    }
    const Graticule grid =
        graticule(fit.shapes->projection, fit.view, furniture.onMap, isPart ? std::nullopt : std::optional(plan.get()),
                  smallestText / std::min(1.0, work.spec.magnified()), theme, work.measure);
    options.obstacles.insert(options.obstacles.end(), grid.boxes.begin(), grid.boxes.end());
    LabelledMap labelled = labelledMap(work, *fit.shapes, fit.view, options);
    Panel& map = labelled.panel;
    if (const auto added = addPictures(map, work, *fit.shapes); !added)
        return std::unexpected(added.error());
    map.list.base.insert(map.list.base.begin(), grid.lines);
    if (!extent.empty())
        map.list.base.emplace_back(Stroke{{extent}, theme.text, enlargedExtentWidth});
    if (isPart) { // what the sheet is about stands out, whatever the colours
        const Lines outlines = outlinesOf(fit.whole);
        map.list.base.emplace_back(Stroke{outlines, theme.halo, partOutlineWidth + 2 * partHaloWidth});
        map.list.base.emplace_back(Stroke{outlines, theme.outline, partOutlineWidth});
    }
    keepInkInside(map);
    for (const QString& key : labelled.unplaced) {
        const bool isZone = work.plan.zone(key) != nullptr;
        if (!named.contains(key) && (!isZone || work.isWanted(key)))
            sheet.unplaced += key;
    }
    sheet.crowded += labelled.crowded;
    addGround(sheet, work.measure, furniture.frame, theme);
    sheet.panels.push_back(std::move(map));
    sheet.panels.push_back(grid.labels);
    addFrame(sheet, work.measure, furniture.frame, theme.neighbour, 0.2);
    sheet.panels.push_back(furniture.legend.block.at(furniture.legendBox.topLeft()));
    sheet.panels.insert(sheet.panels.end(), inset.panels.begin(), inset.panels.end());
    sheet.unplaced += inset.unplaced;
    sheet.crowded += inset.crowded;
    sheet.crowded.removeDuplicates();
    return {};
}

/// The blocks of one's own; what they say of their numbers is said of the sheet, too.
std::vector<SheetBlock> blocksOf(Sheet& sheet, const LayoutWork& work, SheetSources& sources) {
    std::vector<SheetBlock> blocks;
    for (const FigureBlock& wanted : work.spec.blocks) {
        const SheetBlock& block = blocks.emplace_back(sheetBlock(work, wanted));
        sources.figures += block.sources;
        if (block.hasEstimates)
            sheet.warnings += MapWarning::Estimates;
        if (block.hasIllustrative)
            sheet.warnings += MapWarning::Illustrative;
        if (!block.words.isEmpty())
            sheet.subject += u"; "_s + block.words;
    }
    sources.figures.removeDuplicates();
    QList<MapWarning> once;
    for (const MapWarning warning : std::as_const(sheet.warnings)) {
        if (!once.contains(warning))
            once += warning;
    }
    sheet.warnings = once;
    return blocks;
}

/// What a project has none of is not asked for: the legend would name it.
FigureSpec shownBy(const PlanShapes& shapes, FigureSpec spec) {
    const auto has = [&](ContextFeature::Role role) {
        return std::ranges::contains(shapes.context, role, &ContextShape::role);
    };
    spec.water = spec.water && has(ContextFeature::Role::Water);
    spec.neighbours = spec.neighbours && has(ContextFeature::Role::Neighbour);
    return spec;
}

} // namespace

Result<Sheet> layoutSheet(const Project& project, const SheetShapes& shapes, const FigureSpec& wanted,
                          const QFont& font) {
    const auto moves = movesOf(project.plan, wanted.moves);
    if (!moves)
        return std::unexpected(moves.error());
    const Plan drawn = movedPlan(project.plan, *moves);
    const Plan plan = wanted.monochrome ? inGreys(drawn) : drawn;
    const FigureSpec spec = shownBy(shapes.plan, wanted);
    LayoutWork work{plan, spec, TextMeasure(font), shapes, project.file};
    work.scene.theme = themed(work.scene.theme, spec.theme);
    if (spec.monochrome)
        work.scene.theme = inGreys(work.scene.theme);
    for (const ZoneMove& move : *moves)
        work.scene.moved += move.zone;
    work.scene.layers = spec.layers;
    work.scene.water = spec.water;
    work.scene.neighbours = spec.neighbours;
    work.scene.sites = spec.sites;
    if (spec.style && spec.figure == "map"_L1 && spec.style->kind != LayerStyle::Kind::Tiers) {
        Result<ThematicMap> thematic =
            thematicMap(plan, shapes.plan.zones, *spec.style, spec.language, shapes.plan.water());
        if (!thematic)
            return std::unexpected(thematic.error());
        work.scene.thematic = std::make_shared<const ThematicMap>(*std::move(thematic));
    }
    const ThematicMap* thematic = work.scene.thematic.get();
    const Theme& theme = work.scene.theme;

    Sheet sheet;
    sheet.magnification = spec.magnified();
    sheet.size = spec.pageSize() / sheet.magnification;
    sheet.title = !spec.title.isEmpty() ? spec.title
                  : thematic            ? mapTitle(plan, *thematic, spec)
                                        : layoutTitle(plan, spec);
    sheet.author = spec.issuer.isEmpty() ? plan.issuer.in(spec.language) : spec.issuer;
    if (spec.profile == FigureSpec::Profile::Internal)
        sheet.watermark = sheet_words::internal.in(spec.language);
    sheet.warnings = thematic ? thematic->warnings : QList<MapWarning>();
    sheet.subject = thematic ? thematic->words : plan.title.in(spec.language);
    sheet.date = plan.validFrom;

    // From the outside in: title and foot take what they need, the map has the rest.
    const double margin = spec.margin() / sheet.magnification;
    const QRectF area = QRectF(QPointF(0, 0), sheet.size).adjusted(margin, margin, -margin, -margin);
    const QString scenario = scenarioText(plan, *moves, spec.language);
    if (!scenario.isEmpty())
        sheet.subject = scenario + (spec.language == Language::Chinese ? u"。"_s : u". "_s) + sheet.subject;
    const Block title = titleBlock(sheet.title, scenario, plan, spec, theme, work.measure, area.width());
    const std::optional<Overview> overview = spec.overview ? Overview::of(work) : std::nullopt;
    SheetSources sources{.figures = thematic ? thematic->sources : QStringList()};
    if (overview)
        sources.overview = overview->source();
    const std::vector<SheetBlock> blocks = blocksOf(sheet, work, sources);
    std::vector<QRectF> blockBoxes;
    blockBoxes.reserve(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i)
        blockBoxes.push_back(
            putWithin(area, spec.blocks[static_cast<qsizetype>(i)].at / sheet.magnification, blocks[i].block.size));
    const Block foot = footBlock(plan, spec, sources, theme, work.measure, area.width());
    const std::optional<Furniture> furniture = furnish(
        work, {area, title.size.height() + titleGap, scaleRow + foot.size.height(), 2 * lineHeight(noteSize), scaleRow},
        overview, blockBoxes);
    if (!furniture)
        return std::unexpected(Problem{.code = Problem::Code::PageTooSmall, .arguments = {sheet.title}});

    sheet.panels.push_back(title.at(area.topLeft()));
    if (const auto added = addMap(sheet, work, *furniture); !added)
        return std::unexpected(added.error());
    const double rowTop = furniture->frame.bottom();
    const double rowEnd = addScaleRow(sheet, work, furniture->fit, {area.left(), rowTop});
    const std::optional<Inset>& inset = furniture->inset;
    const SheetMaps maps{work.printed(furniture->fit.denominator), inset.has_value(),
                         inset ? work.printed(inset->denominator) : 0};
    if (thematic && thematic->style.shown && !maps.draw(thematic->style))
        sheet.warnings += MapWarning::BeyondScale;
    for (const ReferenceLayer& layer : spec.layers) {
        if (layer.shown && !maps.draw(layer))
            sheet.beyondScale += layer.name.in(spec.language);
    }
    const SheetScales scales{furniture->fit.shapes->projection, work.printed(furniture->fit.denominator),
                             inset ? std::optional(inset->shapes->projection) : std::nullopt,
                             inset ? work.printed(inset->denominator) : 0};
    if (const View& view = furniture->fit.view; spec.georeferenced)
        sheet.ground = SheetGround{
            furniture->fit.shapes->projection, view.metresPerMm / sheet.magnification, view.toMetres({0, 0}),
            QRectF(view.frame.topLeft() * sheet.magnification, view.frame.size() * sheet.magnification)};
    const double footTop = area.bottom() - foot.size.height();
    const double notesLeft = work.landscape() ? rowEnd + 6 : area.left();
    const Block notes = scaleNotesBlock(scales, spec.language, theme, work.measure, area.right() - notesLeft);
    const QRectF notesBox({notesLeft, work.landscape() ? rowTop + 2.6 : footTop - notes.size.height()}, notes.size);
    sheet.panels.push_back(notes.at(notesBox.topLeft()));
    sheet.panels.push_back(foot.at({area.left(), footTop}));
    sheet.legendWords = furniture->legend.words;
    sheet.parts = {{u"title"_s, QRectF(area.topLeft(), title.size)},
                   {u"map"_s, furniture->frame},
                   {u"scale"_s, QRectF(QPointF(area.left(), rowTop), QPointF(rowEnd, rowTop + scaleRow))},
                   {u"legend"_s, furniture->legendBox},
                   {u"foot"_s, QRectF(QPointF(area.left(), footTop), foot.size)}};
    sheet.parts[work.landscape() ? u"scale"_s : u"foot"_s] |= notesBox;
    if (furniture->insetBox) {
        sheet.parts.insert(u"inset"_s, *furniture->insetBox);
        sheet.proportional += u"inset"_s;
    }
    if (furniture->overviewBox) {
        overview->addTo(sheet, work, *furniture->overviewBox);
        sheet.parts.insert(u"overview"_s, *furniture->overviewBox);
        sheet.proportional += u"overview"_s;
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        sheet.panels.push_back(blocks[i].block.at(blockBoxes[i].topLeft()));
        const QString part = blockPart(static_cast<qsizetype>(i));
        sheet.parts.insert(part, blockBoxes[i]);
        if (spec.blocks[static_cast<qsizetype>(i)].kind == FigureBlock::Kind::Logo)
            sheet.proportional += part;
    }
    sheet.overview = !spec.overview            ? Sheet::Overview::None
                     : !overview               ? Sheet::Overview::Unknown
                     : !furniture->overviewBox ? Sheet::Overview::NoRoom
                                               : Sheet::Overview::Drawn;
    sheet.isCut = furniture->fit.isCut();
    if (spec.monochrome)
        makeGrey(sheet);
    return sheet;
}

} // namespace tiermap
