#include "app/style/style_panel.h"

#include "app/session/language.h"
#include "app/session/map_words.h"
#include "app/session/words.h"
#include "app/style/histogram.h"
#include "app/style/style_chooser.h"
#include "core/analysis/zone_figures.h"
#include "core/plan/number_entry.h"
#include "maps/style/class_changes.h"
#include "maps/style/current_style.h"
#include "maps/style/palette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Kind = LayerStyle::Kind;

constexpr int settleMilliseconds = 700;

QIcon paletteIcon(const QList<QColor>& colours) {
    QPixmap pixmap(72, 12);
    QPainter painter(&pixmap);
    const double step = double(pixmap.width()) / double(colours.size());
    for (qsizetype i = 0; i < colours.size(); ++i)
        painter.fillRect(QRectF(double(i) * step, 0, step + 1, pixmap.height()), colours[i]);
    return QIcon(pixmap);
}

/// Palettes that mean something for a kind.
bool suits(Palette::Kind palette, Kind kind) {
    switch (kind) {
    case Kind::Bivariate:
        return palette == Palette::Kind::Bivariate;
    case Kind::Bars:
    case Kind::Pies:
        return palette == Palette::Kind::Qualitative;
    default:
        return palette == Palette::Kind::Sequential || palette == Palette::Kind::Diverging;
    }
}

bool isOneOf(Kind kind, std::initializer_list<Kind> kinds) { return std::ranges::contains(kinds, kind); }

bool takesSeveral(Kind kind) { return isOneOf(kind, {Kind::Bars, Kind::Pies, Kind::Ranks}); }

bool hasClasses(Kind kind) {
    return isOneOf(kind, {Kind::Graduated, Kind::GraduatedSymbols, Kind::Heat, Kind::Hexagons});
}

void select(QComboBox* list, const QVariant& data) { list->setCurrentIndex(std::max(0, list->findData(data))); }

QString middleText(double middle) { return QString::number(middle, 'g', 12); }

QLabel* paragraph(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

template <class E>
E StylePanel::chosen(const QComboBox* list) {
    return static_cast<E>(list->currentData().toInt());
}

StylePanel::StylePanel(const OpenProject& project, const PlanShapes& shapes, MapStyle& style, EditGate& gate,
                       QWidget* parent)
    : QWidget(parent)
    , m_project(project)
    , m_shapes(shapes)
    , m_style(style)
    , m_gate(gate)
    , m_settle(new QTimer(this))
    , m_form(new QFormLayout)
    , m_indicator(new QComboBox(this))
    , m_second(new QComboBox(this))
    , m_several(new QListWidget(this))
    , m_kind(new QComboBox(this))
    , m_period(new QComboBox(this))
    , m_measure(new QComboBox(this))
    , m_method(new QComboBox(this))
    , m_classes(new QSpinBox(this))
    , m_breaks(new QLineEdit(this))
    , m_middle(new QLineEdit(this))
    , m_palette(new QComboBox(this))
    , m_reversed(new QCheckBox(this))
    , m_size(new QDoubleSpinBox(this))
    , m_perDot(new QLineEdit(this))
    , m_reach(new QLineEdit(this))
    , m_values(new QCheckBox(this))
    , m_shown(new QCheckBox(this))
    , m_opacity(new QSpinBox(this))
    , m_largest(new QLineEdit(this))
    , m_smallest(new QLineEdit(this))
    , m_histogram(new Histogram(this))
    , m_changes(paragraph(u"changes"_s, this))
    , m_warnings(paragraph(u"warnings"_s, this))
    , m_words(paragraph(u"words"_s, this))
    , m_saved(new QToolButton(this)) {
    m_settle->setSingleShot(true);
    m_settle->setInterval(settleMilliseconds);
    connect(m_settle, &QTimer::timeout, this, &StylePanel::keep);
    arrange();
    connect(&style, &MapStyle::changed, this, &StylePanel::follow);
    retranslate();
}

void StylePanel::arrange() {
    m_classes->setRange(2, mostClasses);
    m_size->setRange(2, 40);
    m_size->setSuffix(u" mm"_s);
    m_opacity->setRange(10, 100);
    m_opacity->setSingleStep(10);
    m_opacity->setSuffix(u" %"_s);
    m_palette->setIconSize({72, 12});
    m_several->setMaximumHeight(140);
    m_warnings->setTextFormat(Qt::RichText);
    m_saved->setPopupMode(QToolButton::InstantPopup);
    m_saved->setMenu(new QMenu(m_saved));
    connect(m_saved->menu(), &QMenu::aboutToShow, this, &StylePanel::fillSaved);
    const std::initializer_list<std::pair<QWidget*, QString>> fields{
        {m_kind, u"kind"_s},       {m_indicator, u"indicator"_s}, {m_second, u"second"_s},
        {m_several, u"several"_s}, {m_period, u"period"_s},       {m_measure, u"measure"_s},
        {m_method, u"method"_s},   {m_classes, u"classes"_s},     {m_breaks, u"breaks"_s},
        {m_middle, u"middle"_s},   {m_palette, u"palette"_s},     {m_reversed, u"reversed"_s},
        {m_size, u"symbolSize"_s}, {m_perDot, u"perDot"_s},       {m_reach, u"reach"_s},
        {m_values, u"values"_s},   {m_opacity, u"opacity"_s},     {m_shown, u"shown"_s},
        {m_largest, u"largest"_s}, {m_smallest, u"smallest"_s}};
    for (const auto& [field, name] : fields) {
        field->setObjectName(name);
        if (qobject_cast<QCheckBox*>(field))
            m_form->addRow(field);
        else
            m_form->addRow(u" "_s, field);
        if (auto* list = qobject_cast<QComboBox*>(field)) {
            list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            connect(list, &QComboBox::currentIndexChanged, this, &StylePanel::edited);
        } else if (auto* line = qobject_cast<QLineEdit*>(field)) {
            connect(line, &QLineEdit::textChanged, this, &StylePanel::edited);
        } else if (auto* number = qobject_cast<QSpinBox*>(field)) {
            connect(number, &QSpinBox::valueChanged, this, &StylePanel::edited);
        } else if (auto* box = qobject_cast<QCheckBox*>(field)) {
            connect(box, &QCheckBox::toggled, this, &StylePanel::edited);
        }
    }
    connect(m_size, &QDoubleSpinBox::valueChanged, this, &StylePanel::edited);
    connect(m_several, &QListWidget::itemChanged, this, &StylePanel::edited);
    m_form->addRow(m_saved);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->addWidget(m_warnings);
    column->addLayout(m_form);
    column->addWidget(m_histogram);
    column->addWidget(m_changes);
    column->addWidget(m_words);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    // What a warning offers.
    connect(m_warnings, &QLabel::linkActivated, this, [this](const QString& offer) {
        if (offer == "symbols"_L1)
            select(m_kind, int(Kind::Proportional));
        else if (offer == "target"_L1)
            m_middle->setText(middleText(comparableTarget(plan(), m_style.style().indicators.value(0))->value));
        else
            select(m_measure, int(offer == "density"_L1 ? LayerStyle::Measure::Density : LayerStyle::Measure::Share));
    });
}

void StylePanel::fillLists() {
    const QList<Indicator> indicators = mappableIndicators(plan());
    for (QComboBox* list : {m_indicator, m_second}) {
        list->clear();
        for (const Indicator& indicator : indicators)
            list->addItem(indicatorTitle(indicator), indicator.key);
    }
    m_several->clear();
    for (const Indicator& indicator : indicators) {
        auto* item = new QListWidgetItem(indicatorTitle(indicator), m_several);
        item->setData(Qt::UserRole, indicator.key);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_kind->clear();
    for (const Name<Kind>& kind : namesOf<Kind>())
        m_kind->addItem(words(kind.value), int(kind.value));
    m_measure->clear();
    for (const Name<LayerStyle::Measure>& measure : namesOf<LayerStyle::Measure>())
        m_measure->addItem(words(measure.value), int(measure.value));
    m_method->clear();
    for (const Name<ClassMethod>& method : namesOf<ClassMethod>())
        m_method->addItem(words(method.value), int(method.value));
}

void StylePanel::fillPeriods(const QString& indicator) {
    const QString before = m_period->currentData().toString();
    m_period->clear();
    m_period->addItem(tr("The one that most zones have"), QString());
    m_period->addItem(tr("The latest of each zone"), u"latest"_s);
    for (const Period& period : periodsOf(plan(), indicator))
        m_period->addItem(words(period), period.toString());
    select(m_period, before);
}

void StylePanel::fillPalettes(Kind kind) {
    const QString before = m_palette->currentData().toString();
    m_palette->clear();
    m_palette->addItem(tr("As usual"), QString());
    for (const Palette& palette : palettes()) {
        if (suits(palette.kind, kind))
            m_palette->addItem(paletteIcon(palette.colours(kind == Kind::Bivariate ? 9 : 6)),
                               palette.name.in(interfaceLanguage()), palette.key);
    }
    if (!before.isEmpty() && m_palette->findData(before) < 0 && customPalette(before)) // one's own colours
        m_palette->addItem(paletteIcon(customPalette(before)->colours(6)), before, before);
    select(m_palette, before);
}

LayerStyle StylePanel::said() const {
    LayerStyle style = m_style.style(); // what has no field stays
    style.kind = chosen<Kind>(m_kind);
    style.indicators.clear();
    const QString indicator = m_indicator->currentData().toString();
    if (takesSeveral(style.kind)) {
        for (int row = 0; row < m_several->count(); ++row) {
            if (m_several->item(row)->checkState() == Qt::Checked)
                style.indicators += m_several->item(row)->data(Qt::UserRole).toString();
        }
        if (style.indicators.isEmpty())
            style.indicators += indicator;
    } else if (style.kind == Kind::Bivariate) {
        style.indicators = {indicator, m_second->currentData().toString()};
    } else if (layerOf(style.kind) == "zones"_L1 && style.kind != Kind::Tiers) {
        style.indicators = {indicator};
    }
    if (style.indicators != m_style.style().indicators) // those are of others
        style.weights.clear();
    const QString period = m_period->currentData().toString();
    style.when = period.isEmpty()        ? LayerStyle::When::MostZones
                 : period == "latest"_L1 ? LayerStyle::When::Latest
                                         : LayerStyle::When::Given;
    style.period = style.when == LayerStyle::When::Given ? Period::parse(period) : std::nullopt;
    if (areAmounts(style.indicators) && style.kind != Kind::Ranks)
        style.measure = chosen<LayerStyle::Measure>(m_measure);
    style.method = chosen<ClassMethod>(m_method);
    style.classes = m_classes->value();
    style.breaks.clear();
    for (const QString& text : m_breaks->text().split(u',', Qt::SkipEmptyParts)) {
        if (const auto number = enteredNumber(text))
            style.breaks.push_back(*number);
    }
    if (style.method == ClassMethod::Manual && style.breaks.empty() &&
        m_style.map()) { // begin with those that there are
        const std::vector<double>& bounds = m_style.map()->classes.bounds;
        if (bounds.size() > 2)
            style.breaks.assign(bounds.begin() + 1, bounds.end() - 1);
    }
    style.middle = enteredNumber(m_middle->text());
    style.palette = m_palette->currentData().toString();
    style.reversed = m_reversed->isChecked();
    style.size = m_size->value();
    style.perDot = enteredNumber(m_perDot->text()).value_or(0);
    style.reach = enteredNumber(m_reach->text()).value_or(0);
    style.values = m_values->isChecked();
    style.shown = m_shown->isChecked();
    style.opacity = m_opacity->value() / 100.0;
    style.largestScale = enteredNumber(m_largest->text()).value_or(0);
    style.smallestScale = enteredNumber(m_smallest->text()).value_or(0);
    return style;
}

/// A growth rate has neither density nor share.
bool StylePanel::areAmounts(const QStringList& indicators) const {
    return std::ranges::all_of(indicators, [this](const QString& key) {
        const Indicator* indicator = plan().indicator(key);
        return indicator && isAmount(*indicator);
    });
}

void StylePanel::setFields(const LayerStyle& style) {
    const QScopedValueRollback following(m_following, true);
    const auto number = [](double value) { return value == 0 ? QString() : QString::number(value, 'g', 12); };
    select(m_kind, int(style.kind));
    if (!style.indicators.isEmpty())
        select(m_indicator, style.indicators[0]);
    if (style.indicators.size() > 1)
        select(m_second, style.indicators[1]);
    for (int row = 0; row < m_several->count(); ++row)
        m_several->item(row)->setCheckState(
            style.indicators.contains(m_several->item(row)->data(Qt::UserRole).toString()) ? Qt::Checked
                                                                                           : Qt::Unchecked);
    fillPeriods(style.indicators.value(0));
    select(m_period, style.when == LayerStyle::When::Latest                  ? u"latest"_s
                     : style.when == LayerStyle::When::Given && style.period ? style.period->toString()
                                                                             : QString());
    select(m_measure, int(style.measure));
    select(m_method, int(style.method));
    m_classes->setValue(style.classes);
    QStringList breaks;
    for (const double value : style.breaks)
        breaks += QString::number(value, 'g', 12);
    m_breaks->setText(breaks.join(u", "_s));
    m_middle->setText(style.middle ? middleText(*style.middle) : QString());
    fillPalettes(style.kind);
    if (!style.palette.isEmpty() && m_palette->findData(style.palette) < 0)
        m_palette->addItem(style.palette, style.palette);
    select(m_palette, style.palette);
    m_reversed->setChecked(style.reversed);
    m_size->setValue(style.size);
    m_perDot->setText(number(style.perDot));
    m_reach->setText(number(style.reach));
    m_values->setChecked(style.values);
    m_shown->setChecked(style.shown);
    m_opacity->setValue(static_cast<int>(std::lround(style.opacity * 100)));
    m_largest->setText(number(style.largestScale));
    m_smallest->setText(number(style.smallestScale));
    showFields(style.kind);
}

/// Only what matters for the kind.
void StylePanel::showFields(Kind kind) {
    const bool drawn = kind != Kind::Tiers;
    const bool zones = drawn && layerOf(kind) == "zones"_L1;
    const bool several = takesSeveral(kind);
    const auto show = [this](QWidget* field, bool visible) { m_form->setRowVisible(field, visible); };
    show(m_indicator, zones && !several);
    show(m_second, kind == Kind::Bivariate);
    show(m_several, several);
    show(m_period, zones);
    show(m_measure, isOneOf(kind, {Kind::Graduated, Kind::GraduatedSymbols, Kind::Bivariate}));
    show(m_method, hasClasses(kind));
    show(m_classes, hasClasses(kind) && chosen<ClassMethod>(m_method) != ClassMethod::Manual);
    show(m_breaks, hasClasses(kind) && chosen<ClassMethod>(m_method) == ClassMethod::Manual);
    show(m_middle, kind == Kind::Graduated);
    show(m_palette, drawn && kind != Kind::Dots && kind != Kind::Proportional);
    show(m_reversed, drawn && kind != Kind::Dots && kind != Kind::Proportional && (!several || kind == Kind::Ranks));
    show(m_size, isOneOf(kind, {Kind::Proportional, Kind::GraduatedSymbols, Kind::Bars, Kind::Pies}));
    show(m_perDot, kind == Kind::Dots);
    show(m_reach, isOneOf(kind, {Kind::Heat, Kind::Hexagons}));
    show(m_values, zones && (!several || kind == Kind::Ranks) && kind != Kind::Bivariate);
    for (QWidget* field : std::initializer_list<QWidget*>{m_opacity, m_shown, m_largest, m_smallest})
        show(field, drawn);
}

void StylePanel::edited() {
    if (m_following)
        return;
    const LayerStyle before = m_style.style();
    LayerStyle style = said();
    if (style.kind != before.kind) { // fields of another kind begin as a cartographer would
        style.palette.clear();
        if (style.kind == Kind::Bivariate && style.indicators.value(0) == style.indicators.value(1))
            style.indicators[1] = m_second->itemData(m_second->currentIndex() == 0 ? 1 : 0).toString();
    }
    if (style.indicators.value(0) != before.indicators.value(0) && style.when == LayerStyle::When::Given &&
        !periodsOf(plan(), style.indicators.value(0)).contains(*style.period))
        style.when = LayerStyle::When::MostZones;
    if (const auto shown = m_style.preview(style); !shown) {
        m_warnings->setText(sentence(shown.error()).toHtmlEscaped());
        m_warnings->show();
        m_settle->stop();
        return;
    }
    if (style.method == ClassMethod::Manual && m_breaks->text().isEmpty())
        setFields(style);
    m_settle->start();
}

void StylePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void StylePanel::keep() {
    m_settle->stop();
    if (const auto kept = m_style.choose(m_style.style()); !kept)
        Q_EMIT refused(kept.error());
}

/// The map is drawn another way: by these fields, the toolbar, an undo, another program.
void StylePanel::follow() {
    if (!isVisible())
        return; // it looks when it is shown
    const bool own = said() == m_style.style();
    if (!own)
        setFields(m_style.style());
    else
        showFields(m_style.style().kind);
    tell();
}

void StylePanel::refresh() {
    {
        const QScopedValueRollback following(m_following, true);
        fillLists();
    }
    setFields(m_style.style());
    tell();
}

void StylePanel::tell() {
    const std::shared_ptr<const ThematicMap>& map = m_style.map();
    const LayerStyle& style = m_style.style();
    const bool zones = map && layerOf(style.kind) == "zones"_L1;
    const QHash<QString, double> numbers =
        zones && hasClasses(style.kind) ? styledNumbers(plan(), m_shapes.zones, style) : QHash<QString, double>();
    m_histogram->show(map, numbers);
    QStringList lines;
    if (!numbers.isEmpty() && hasClasses(style.kind) && style.method != ClassMethod::Manual) {
        for (const ClassChange& change : classChanges(*map, numbers)) {
            QStringList names;
            for (const QString& code : change.moved)
                names += plan().zone(code)->name.in(interfaceLanguage());
            lines += !change.comparable
                         ? tr("%1: another number of classes (%2)").arg(words(change.method)).arg(change.classes.size())
                     : names.isEmpty() ? tr("%1: the same").arg(words(change.method))
                                       : tr("%1: %2").arg(words(change.method), names.join(tr(", ")));
        }
    }
    m_changes->setText(lines.isEmpty() ? QString()
                                       : tr("Zones in another class under other methods:") + u'\n' + lines.join(u'\n'));
    m_changes->setVisible(!lines.isEmpty());
    QStringList warnings;
    for (const MapWarning warning : map ? map->warnings : QList<MapWarning>()) {
        QString text = words(warning).toHtmlEscaped();
        if (warning == MapWarning::AmountAsColour)
            text += u" <a href=\"density\">%1</a> · <a href=\"share\">%2</a> · <a href=\"symbols\">%3</a>"_s.arg(
                words(LayerStyle::Measure::Density).toHtmlEscaped(), words(LayerStyle::Measure::Share).toHtmlEscaped(),
                words(Kind::Proportional).toHtmlEscaped());
        if (warning == MapWarning::TargetApart) {
            const Target& target = *comparableTarget(plan(), style.indicators.value(0));
            text += u" <a href=\"target\">%1 %2</a>"_s.arg(words(target.value),
                                                           target.unit.in(interfaceLanguage()).toHtmlEscaped());
        }
        warnings += u"⚠ "_s + text;
    }
    m_warnings->setText(warnings.join(u"<br>"_s));
    m_warnings->setVisible(!warnings.isEmpty());
    m_words->setText(map ? map->words : QString());
    m_words->setVisible(map != nullptr);
}

void StylePanel::saveAs() {
    const QString name = QInputDialog::getText(this, tr("Save Style"), tr("Name:")).trimmed();
    if (name.isEmpty())
        return;
    const LayerStyle style = m_style.style();
    if (const auto kept = m_gate.apply(keepStyle(m_project.content(), name, layerOf(style.kind), style)); !kept)
        Q_EMIT refused(kept.error());
}

/// A saved style is taken for the indicator that is drawn now, where it has one.
void StylePanel::fillSaved() {
    QMenu& list = *m_saved->menu();
    list.clear();
    QAction* save = list.addAction(tr("Save this style…"), this, &StylePanel::saveAs);
    save->setEnabled(m_style.style().kind != Kind::Tiers);
    list.addSeparator();
    for (const SavedStyle& saved : m_project.content().styles) {
        if (styledLayers().contains(saved.key))
            continue;
        list.addAction(saved.key, this, [this, key = saved.key] {
            auto style = savedStyle(m_project.content(), key);
            if (style && style->indicators.size() == 1 && m_style.style().indicators.size() == 1)
                style->indicators = m_style.style().indicators;
            const auto chosen = style.and_then([this](const LayerStyle& found) { return m_style.choose(found); });
            if (!chosen)
                Q_EMIT refused(chosen.error());
        });
    }
}

void StylePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StylePanel::retranslate() {
    const auto name = [this](QWidget* field, const QString& text) {
        if (auto* label = qobject_cast<QLabel*>(m_form->labelForField(field)))
            label->setText(text);
    };
    name(m_kind, tr("Draw &as:"));
    name(m_indicator, tr("&Indicator:"));
    name(m_second, tr("&Second indicator:"));
    name(m_several, tr("Indicat&ors:"));
    name(m_period, tr("&Period:"));
    name(m_measure, tr("&Measure:"));
    name(m_method, tr("Class&es by:"));
    name(m_classes, tr("&Number of classes:"));
    name(m_breaks, tr("&Bounds:"));
    name(m_middle, tr("Mi&ddle:"));
    name(m_palette, tr("&Colours:"));
    name(m_size, tr("Greatest s&ymbol:"));
    name(m_perDot, tr("One d&ot is:"));
    name(m_reach, tr("Reach (&km):"));
    name(m_opacity, tr("St&rength:"));
    name(m_largest, tr("From scale 1:"));
    name(m_smallest, tr("To scale 1:"));
    m_reversed->setText(tr("The other way &round"));
    m_values->setText(tr("Labels tell the numbers"));
    m_shown->setText(tr("Shown"));
    m_breaks->setPlaceholderText(tr("10, 20, 50"));
    m_middle->setPlaceholderText(tr("none"));
    m_perDot->setPlaceholderText(tr("found out"));
    m_reach->setPlaceholderText(tr("found out"));
    m_largest->setPlaceholderText(tr("no limit"));
    m_smallest->setPlaceholderText(tr("no limit"));
    m_saved->setText(tr("Saved styles"));
    refresh();
}

} // namespace tiermap
