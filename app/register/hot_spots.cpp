#include "app/register/hot_spots.h"

#include "app/session/language.h"
#include "app/session/spot_words.h"
#include "app/session/words.h"
#include "app/style/swatch.h"
#include "maps/scene/found_ink.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int placeRole = Qt::UserRole; ///< of the hexagon among those found
constexpr double metresPerKilometre = 1000;

QString number(double count) { return QLocale().toString(count, 'f', 0); }

QString chance(double p) { return QString::number(p, 'g', 2); }

} // namespace

HotSpots::HotSpots(const Project& project, const PlanShapes& shapes, QWidget* parent)
    : QWidget(parent)
    , m_project(project)
    , m_shapes(shapes)
    , m_find(new QCheckBox(this))
    , m_width(new QDoubleSpinBox(this))
    , m_cancel(new QPushButton(this))
    , m_list(new QTreeWidget(this))
    , m_said(new QLabel(this)) {
    m_thread.setMaxThreadCount(1);
    m_find->setObjectName(u"findSpots"_s);
    m_width->setObjectName(u"hexagonWidth"_s);
    m_width->setRange(0, 100);
    m_width->setSingleStep(0.5);
    m_width->setDecimals(1);
    m_width->setKeyboardTracking(false);
    m_cancel->setObjectName(u"cancelSpots"_s);
    m_cancel->hide();
    m_list->setObjectName(u"spots"_s);
    m_list->setIconSize(swatchSize);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->hide();
    m_said->setObjectName(u"spotSaid"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_said->hide();
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_find, 1);
    choice->addWidget(m_width);
    choice->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(choice);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_said);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslate();
    connect(m_find, &QCheckBox::toggled, this, &HotSpots::find);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &HotSpots::find);
    connect(m_cancel, &QPushButton::clicked, this, &HotSpots::cancel);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        if (const HexagonSpot* hexagon = spotOf(item))
            Q_EMIT spotWanted(hexagon->outline);
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (const HexagonSpot* hexagon = spotOf(item))
            tell(*hexagon);
    });
}

HotSpots::~HotSpots() {
    ++m_latest;
    m_thread.clear();
    m_thread.waitForDone();
}

std::optional<double> HotSpots::hexagonWidth() const {
    return m_find->isChecked() ? std::optional(m_width->value() * metresPerKilometre) : std::nullopt;
}

void HotSpots::setHexagonWidth(std::optional<double> width) {
    const QSignalBlocker quietWidth(m_width);
    const QSignalBlocker quietFind(m_find);
    m_width->setValue(width.value_or(0) / metresPerKilometre);
    m_find->setChecked(width.has_value());
    find();
}

bool HotSpots::isBusy() const { return !m_cancel->isHidden(); }

void HotSpots::follow(const std::shared_ptr<const RegisterPoints>& points, const RegisterFilter& filter) {
    m_points = points;
    m_filter = filter;
    find();
}

void HotSpots::find() {
    const int mine = ++m_latest;
    m_cancel->setVisible(m_points && m_find->isChecked());
    show({});
    if (!m_points || !m_find->isChecked())
        return;
    m_said->setText(tr("Counting hexagons…"));
    m_said->show();
    m_thread.start([this, mine, plan = m_project.plan, shapes = m_shapes, points = m_points, filter = m_filter,
                    asked = *hexagonWidth()] {
        if (mine != m_latest)
            return;
        const double width = asked > 0 ? asked : suggestedHexagonWidth(shapes, *points);
        const auto found = hexagonSpots(plan, shapes, *points, filter, width, {}, [&] { return mine == m_latest; });
        QMetaObject::invokeMethod(this, [this, mine, found] { take(mine, found); });
    });
}

void HotSpots::cancel() {
    m_find->setChecked(false);
    Q_EMIT finished();
}

void HotSpots::take(int number, const Result<HexagonSpots>& found) {
    if (number != m_latest)
        return; // something else is wanted by now
    m_cancel->hide();
    if (found) {
        show(*found);
    } else {
        m_said->setText(sentence(found.error()));
        m_said->show();
    }
    Q_EMIT finished();
}

void HotSpots::show(const HexagonSpots& spots) {
    m_found = spots;
    m_list->clear();
    m_said->clear();
    const bool any = !spots.hexagons.empty();
    m_list->setVisible(any);
    setSizePolicy(QSizePolicy::Preferred, any ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    m_said->setVisible(any);
    const auto placesOf = [&](Spot kind) {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < spots.hexagons.size(); ++i) {
            if (tiermap::spotOf(spots.hexagons[i].spot) == kind)
                places.push_back(i);
        }
        return places;
    };
    const auto addKind = [&](Spot kind, const QString& title) {
        std::vector<std::size_t> places = placesOf(kind);
        std::ranges::stable_sort(places, std::ranges::greater(),
                                 [&](std::size_t place) { return std::abs(spots.hexagons[place].spot.gi->score); });
        auto* top = new QTreeWidgetItem(m_list, {title, number(static_cast<double>(places.size()))});
        top->setIcon(0, swatch(fillSwatch({.fill = {}, .hatch = kind == Spot::Hot ? hotHatch() : coldHatch()}),
                               devicePixelRatioF()));
        top->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        for (const std::size_t place : places) {
            const HexagonSpot& hexagon = spots.hexagons[place];
            auto* item = new QTreeWidgetItem(
                top, {nameOf(hexagon), number(hexagon.spot.value), chance(hexagon.spot.giAdjusted)});
            item->setData(0, placeRole, QVariant::fromValue(place));
            for (const int column : {1, 2})
                item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
    };
    if (any) {
        addKind(Spot::Hot, tr("Hot spots: crossed lines"));
        addKind(Spot::Cold, tr("Cold spots: level lines"));
        const auto addAbsent = [&](Spot kind, const QString& title) {
            auto* top = new QTreeWidgetItem(m_list, {title, number(static_cast<double>(placesOf(kind).size()))});
            top->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        };
        addAbsent(Spot::None, tr("Not drawn: not significant"));
        addAbsent(Spot::Never, tr("Not drawn: too few neighbours to tell"));
        m_said->setText((m_width->value() > 0 ? tr("%1 rows in %2 hexagons of %3 km.")
                                              : tr("%1 rows in %2 hexagons of %3 km, by the extent of the rows."))
                            .arg(number(static_cast<double>(spots.places)),
                                 number(static_cast<double>(spots.hexagons.size())),
                                 QLocale().toString(spots.width / 1000)));
    }
    Q_EMIT changed(m_found);
}

QString HotSpots::nameOf(const HexagonSpot& hexagon) const {
    const Zone* zone = m_project.plan.zone(hexagon.spot.zone);
    return zone ? zone->name.in(interfaceLanguage()) : tr("on the border");
}

const HexagonSpot* HotSpots::spotOf(const QTreeWidgetItem* item) const {
    const QVariant place = item ? item->data(0, placeRole) : QVariant();
    return place.isValid() ? &m_found.hexagons[place.value<std::size_t>()] : nullptr;
}

void HotSpots::tell(const GeoPoint& place) {
    if (const HexagonSpot* hexagon = hexagonAt(m_found, place))
        tell(*hexagon);
}

void HotSpots::tell(const HexagonSpot& hexagon) {
    const Hotspot& spot = hexagon.spot;
    const QString about = tr("%1, %2: %3 rows, neighbours: %4")
                              .arg(nameOf(hexagon), words(tiermap::spotOf(spot)), number(spot.value))
                              .arg(spot.neighbours);
    const QString said =
        spot.gi ? tr("%1, p = %2, q = %3").arg(about, chance(spot.gi->pseudoP.p), chance(spot.giAdjusted)) : about;
    m_said->setText(said);
    Q_EMIT told(said);
}

void HotSpots::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        show(HexagonSpots(m_found));
    }
}

void HotSpots::retranslate() {
    m_find->setText(tr("&Hot spots, hexagon width"));
    m_find->setToolTip(
        tr("Getis-Ord Gi* of the rows in hexagons: more or fewer together than chance would have it, the "
           "false-discovery rate (q) kept below 5 %"));
    m_width->setSpecialValueText(tr("found out"));
    m_width->setSuffix(tr(" km"));
    m_width->setAccessibleName(tr("Width of the hexagons in kilometres"));
    m_width->setToolTip(tr("Found out: about a thousand hexagons would cover the rectangle of all rows, in half "
                           "kilometres; no fewer than the plan allows"));
    m_cancel->setText(tr("Cancel"));
    m_list->setAccessibleName(tr("Hot and cold spots; Enter shows one on the map"));
    m_said->setAccessibleName(tr("What is known of a hexagon"));
    m_list->setHeaderLabels({tr("District"), tr("Count"), tr("q")});
}

} // namespace tiermap
