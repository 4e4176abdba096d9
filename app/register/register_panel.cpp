#include "app/register/register_panel.h"

#include "app/register/hot_spots.h"
#include "app/session/language.h"
#include "app/session/register_words.h"
#include "app/session/words.h"
#include "app/style/swatch.h"
#include "maps/import/layer_import.h"
#include "maps/register/register_quotients.h"
#include "maps/scene/plan_scene.h"
#include "maps/style/register_symbol.h"
#include "maps/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int firstYear = 1899;  ///< shown as "any"
constexpr int whileTyping = 250; // ms

QString number(qint64 count) { return QLocale().toString(count); }

QSpinBox* yearBox(QWidget* parent, const QString& name) {
    auto* box = new QSpinBox(parent);
    box->setRange(firstYear, 2199);
    box->setObjectName(name);
    return box;
}

} // namespace

RegisterPanel::RegisterPanel(const OpenProject& project, const PlanShapes& shapes, Apply apply, QWidget* parent)
    : QWidget(parent)
    , m_project(project)
    , m_shapes(shapes)
    , m_apply(std::move(apply))
    , m_later(new QTimer(this))
    , m_tick(new QTimer(this))
    , m_name(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_keepRegister(new QPushButton(this))
    , m_filter(new QFormLayout)
    , m_datum(new QComboBox(this))
    , m_industry(new QComboBox(this))
    , m_size(new QComboBox(this))
    , m_from(yearBox(this, u"from"_s))
    , m_to(yearBox(this, u"to"_s))
    , m_text(new QLineEdit(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(this))
    , m_zones(new QTreeWidget(this))
    , m_report(new QPlainTextEdit(this))
    , m_onMap(new QCheckBox(this))
    , m_find(new QCheckBox(this))
    , m_reach(new QSpinBox(this))
    , m_clusters(new QTreeWidget(this))
    , m_spots(new HotSpots(project.content(), shapes, this))
    , m_indicator(new QLineEdit(this))
    , m_period(new QLineEdit(this))
    , m_source(new QLineEdit(this))
    , m_goodRows(new QCheckBox(this))
    , m_keep(new QPushButton(this))
    , m_keeping(new QFormLayout) {
    m_thread.setMaxThreadCount(1);
    m_onMap->setChecked(true);
    m_onMap->setIconSize(swatchSize);
    m_later->setSingleShot(true);
    m_tick->setInterval(100);
    arrange();
    retranslate();
    connect(m_open, &QPushButton::clicked, this, &RegisterPanel::fileWanted);
    connect(m_keepRegister, &QPushButton::clicked, this, &RegisterPanel::keepRegister);
    connect(m_stop, &QPushButton::clicked, this, &RegisterPanel::stop);
    connect(m_tick, &QTimer::timeout, this, [this] { m_progress->setValue(static_cast<int>(m_share * 100)); });
    connect(m_later, &QTimer::timeout, this, &RegisterPanel::read);
    connect(m_datum, &QComboBox::activated, this, &RegisterPanel::read);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_later->start(whileTyping); });
    connect(m_industry, &QComboBox::activated, this, &RegisterPanel::filter);
    connect(m_size, &QComboBox::activated, this, &RegisterPanel::filter);
    connect(m_from, &QSpinBox::valueChanged, this, &RegisterPanel::filter);
    connect(m_to, &QSpinBox::valueChanged, this, &RegisterPanel::filter);
    connect(m_onMap, &QCheckBox::toggled, this, &RegisterPanel::switchOnMap);
    connect(m_find, &QCheckBox::toggled, this, &RegisterPanel::filter);
    connect(m_reach, &QSpinBox::valueChanged, this, [this] {
        if (m_find->isChecked())
            filter();
    });
    connect(m_clusters, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const int row = m_clusters->indexOfTopLevelItem(item);
        if (m_found && row >= 0 && static_cast<std::size_t>(row) < m_found->clusters.size())
            Q_EMIT clusterWanted(m_found->clusters[static_cast<std::size_t>(row)].outline);
    });
    connect(m_indicator, &QLineEdit::textChanged, this, &RegisterPanel::updateKeep);
    connect(m_period, &QLineEdit::textChanged, this, &RegisterPanel::updateKeep);
    connect(m_goodRows, &QCheckBox::toggled, this, &RegisterPanel::updateKeep);
    connect(m_keep, &QPushButton::clicked, this, &RegisterPanel::keep);
    updateKeep();
}

RegisterPanel::~RegisterPanel() {
    ++m_latest;
    m_thread.clear();
    m_thread.waitForDone();
}

void RegisterPanel::arrange() {
    m_datum->setObjectName(u"datum"_s);
    m_industry->setObjectName(u"industry"_s);
    m_industry->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_size->setObjectName(u"size"_s);
    m_text->setObjectName(u"text"_s);
    m_text->setClearButtonEnabled(true);
    m_zones->setObjectName(u"counts"_s);
    m_zones->setRootIsDecorated(false);
    m_zones->setUniformRowHeights(true);
    m_zones->header()->setStretchLastSection(false);
    m_zones->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_zones->header()->setSectionResizeMode(0, QHeaderView::Stretch); // a long name is elided, no number is
    m_report->setObjectName(u"report"_s);
    m_report->setReadOnly(true);
    m_report->setTabChangesFocus(true);
    m_onMap->setObjectName(u"onMap"_s);
    m_keepRegister->setObjectName(u"keepRegister"_s);
    m_find->setObjectName(u"find"_s);
    m_reach->setObjectName(u"reach"_s);
    m_reach->setRange(0, 100'000);
    m_reach->setSingleStep(100);
    m_clusters->setObjectName(u"clusters"_s);
    m_clusters->setRootIsDecorated(false);
    m_clusters->setUniformRowHeights(true);
    m_clusters->hide();
    m_indicator->setObjectName(u"indicator"_s);
    m_period->setObjectName(u"period"_s);
    m_source->setObjectName(u"source"_s);
    m_goodRows->setObjectName(u"goodRows"_s);
    m_keep->setObjectName(u"keep"_s);
    m_progress->setRange(0, 100);
    m_progress->hide();
    m_stop->hide();
    m_goodRows->hide();
    const auto addRow = [this](QFormLayout* form, auto* field) { // its label is worded by retranslate()
        auto* label = new QLabel(this);
        form->addRow(label, field);
        if constexpr (std::is_base_of_v<QWidget, std::remove_pointer_t<decltype(field)>>)
            label->setBuddy(field);
    };
    auto* top = new QHBoxLayout;
    top->addWidget(m_name, 1);
    top->addWidget(m_open);
    top->addWidget(m_keepRegister);
    auto* years = new QHBoxLayout;
    years->addWidget(m_from);
    years->addWidget(new QLabel(u"–"_s, this));
    years->addWidget(m_to);
    years->addStretch();
    addRow(m_filter, m_industry);
    addRow(m_filter, m_size);
    addRow(m_filter, years);
    addRow(m_filter, m_text);
    addRow(m_filter, m_datum);
    auto* reading = new QHBoxLayout;
    reading->addWidget(m_progress, 1);
    reading->addWidget(m_stop);
    addRow(m_keeping, m_indicator);
    addRow(m_keeping, m_period);
    addRow(m_keeping, m_source);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addLayout(m_filter);
    layout->addLayout(reading);
    layout->addWidget(m_zones, 3);
    layout->addWidget(m_report, 1);
    layout->addWidget(m_onMap);
    auto* finding = new QHBoxLayout;
    finding->addWidget(m_find, 1);
    finding->addWidget(m_reach);
    layout->addLayout(finding);
    layout->addWidget(m_clusters, 1);
    layout->addWidget(m_spots, 1);
    layout->addLayout(m_keeping);
    layout->addWidget(m_goodRows);
    layout->addWidget(m_keep);
}

void RegisterPanel::retranslate() {
    fillFilters();
    const auto label = [](const QFormLayout* form, int row, const QString& text) {
        qobject_cast<QLabel*>(form->itemAt(row, QFormLayout::LabelRole)->widget())->setText(text);
    };
    label(m_filter, 0, tr("&Industry:"));
    label(m_filter, 1, tr("Si&ze:"));
    label(m_filter, 2, tr("Founded:"));
    label(m_filter, 3, tr("Te&xt:"));
    label(m_filter, 4, tr("&Coordinates:"));
    label(m_keeping, 0, tr("Keep &as:"));
    label(m_keeping, 1, tr("&Period:"));
    label(m_keeping, 2, tr("S&ource:"));
    m_from->setSpecialValueText(tr("any year"));
    m_to->setSpecialValueText(tr("any year"));
    m_from->setAccessibleName(tr("Founded from"));
    m_to->setAccessibleName(tr("Founded until"));
    m_text->setPlaceholderText(tr("in any cell of the row"));
    m_open->setText(tr("O&pen…"));
    m_stop->setText(tr("&Stop Reading"));
    showName();
    m_zones->setHeaderLabels({tr("Zone"), tr("Count"), tr("LQ"), tr("95 %")});
    m_zones->headerItem()->setToolTip(2, tr("Location quotient: the industry's share in the zone, beside its share in "
                                            "all districts"));
    m_onMap->setText(tr("&Show the points on the map"));
    m_find->setText(tr("Find c&lusters, near is within"));
    m_find->setToolTip(tr("Ten rows or more that lie close together; double-click one to see it"));
    m_reach->setSpecialValueText(tr("found out"));
    m_reach->setSuffix(tr(" m"));
    m_reach->setAccessibleName(tr("Metres within which two rows are near"));
    m_clusters->setHeaderLabels({tr("Count"), tr("km²"), tr("Districts")});
    m_indicator->setPlaceholderText(tr("name of an indicator, new or known"));
    m_period->setPlaceholderText(u"2025, 2025-Q1"_s);
    m_keepRegister->setText(tr("Keep in &Project"));
    m_keepRegister->setToolTip(
        tr("The file stays where it is; the project remembers it, its columns, the filter, and what "
           "is looked for among the rows"));
    m_keep->setText(tr("&Keep the Counts"));
    m_goodRows->setText(tr("&Without the rows that were rejected"));
    if (m_loaded)
        filter(); // in the other language
}

/// What there is to choose from; a filter that is kept and is none of that stands where else all rows do.
void RegisterPanel::fillFilters() {
    const Language language = interfaceLanguage();
    const auto fill = [](QComboBox* list, const auto& add) {
        const int chosen = list->currentIndex();
        const QSignalBlocker quiet(list);
        list->clear();
        add();
        list->setCurrentIndex(std::max(0, chosen));
    };
    fill(m_industry, [&] {
        QStringList kept;
        for (const Industry& industry : m_base.filter.industries)
            kept << codeOf(industry);
        m_industry->addItem(kept.isEmpty() ? tr("All industries") : tr("As kept: %1").arg(kept.join(u", "_s)));
        for (const IndustrySection& section : industrySections())
            m_industry->addItem(QString(QLatin1Char(section.letter)) + u' ' + section.name.in(language),
                                section.letter);
    });
    fill(m_size, [&] {
        QStringList kept;
        for (const EnterpriseSize size : m_base.filter.sizes)
            kept << words(size);
        m_size->addItem(kept.isEmpty() ? tr("All sizes") : tr("As kept: %1").arg(kept.join(u", "_s)));
        for (const Name<EnterpriseSize>& size : namesOf<EnterpriseSize>())
            m_size->addItem(words(size.value), static_cast<int>(size.value));
    });
    fill(m_datum, [&] {
        m_datum->addItem(tr("as they are"), static_cast<int>(Datum::Unknown));
        m_datum->addItem(u"GCJ-02"_s, static_cast<int>(Datum::Gcj02));
        m_datum->addItem(u"BD-09"_s, static_cast<int>(Datum::Bd09));
    });
}

void RegisterPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RegisterPanel::open(const QString& file) {
    m_layer.reset();
    m_base = {};
    load(file);
}

void RegisterPanel::open(const ReferenceLayer& layer) {
    const QString file = fileOf(layer, m_project.content().file);
    m_layer = layer;
    const Result<RegisterChoices> choices = choicesOf(layer);
    m_base = choices.value_or(RegisterChoices());
    const auto setYear = [](QSpinBox* box, std::optional<int>& year) {
        const QSignalBlocker quiet(box);
        box->setValue(std::exchange(year, std::nullopt).value_or(firstYear));
    };
    setYear(m_from, m_base.filter.from);
    setYear(m_to, m_base.filter.to);
    {
        const QSignalBlocker quiet(m_text);
        m_text->setText(std::exchange(m_base.filter.text, QString()));
    }
    // One section and one size have a place among the fields; anything else stays as it was kept.
    RegisterFilter fields;
    if (m_base.filter.industries.size() == 1 && m_base.filter.industries[0].division == 0)
        fields.industries = std::exchange(m_base.filter.industries, {});
    if (m_base.filter.sizes.size() == 1)
        fields.sizes = std::exchange(m_base.filter.sizes, {});
    fillFilters();
    const auto choose = [](QComboBox* list, const std::optional<int>& value) {
        list->setCurrentIndex(value ? std::max(0, list->findData(*value)) : 0);
    };
    choose(m_industry, fields.industries.isEmpty() ? std::nullopt : std::optional<int>(fields.industries[0].section));
    choose(m_size, fields.sizes.isEmpty() ? std::nullopt : std::optional(static_cast<int>(fields.sizes[0])));
    choose(m_datum, static_cast<int>(m_base.datum));
    {
        const QSignalBlocker quiet(m_onMap);
        m_onMap->setChecked(layer.shown);
    }
    {
        const QSignalBlocker quietFind(m_find);
        const QSignalBlocker quietReach(m_reach);
        m_find->setChecked(m_base.clusters.has_value());
        m_reach->setValue(static_cast<int>(m_base.clusters.value_or(0)));
    }
    m_spots->setHexagonWidth(m_base.spots);
    m_source->setText(layer.source);
    load(file);
    if (!choices) {
        stop();
        m_report->setPlainText(sentence(choices.error()));
    }
}

void RegisterPanel::load(const QString& file) {
    m_file = file;
    showName();
    m_source->setPlaceholderText(QFileInfo(file).fileName());
    m_goodRows->setChecked(false);
    clear();
    read();
}

void RegisterPanel::showName() {
    m_name->setText(m_layer            ? m_layer->name.in(interfaceLanguage())
                    : m_file.isEmpty() ? tr("Enterprises or other points, a row each")
                                       : QFileInfo(m_file).fileName());
    m_name->setToolTip(m_file);
    const Symbol symbol{.shape = shape(), .color = ink(), .outline = Theme::paper().halo};
    m_onMap->setIcon(swatch(symbolSwatch(symbol), devicePixelRatioF()));
}

void RegisterPanel::followProject() {
    const QList<ReferenceLayer>& layers = m_project.content().layers;
    if (m_layer) {
        const auto now = std::ranges::find(layers, m_layer->key, &ReferenceLayer::key);
        if (now == layers.end()) { // removed, or its keeping undone: the file is as any other
            m_layer.reset();
            showName();
        } else if (*now != *m_layer) {
            const bool sameRows =
                now->file == m_layer->file && now->choices == m_layer->choices && now->datum == m_layer->datum;
            if (!sameRows)
                return open(*now);
            m_layer = *now;
            showName();
            const QSignalBlocker quiet(m_onMap);
            m_onMap->setChecked(now->shown);
            showPoints();
        }
    }
    const auto shown = std::ranges::find_if(layers, [](const ReferenceLayer& layer) {
        return layer.kind == ReferenceLayer::Kind::Register && layer.shown;
    });
    if (shown != layers.end() && m_file.isEmpty()) // to begin with
        open(*shown);
}

QColor RegisterPanel::ink() const {
    return m_layer ? layerInk(*m_layer, Theme::paper()) : QColor(registerColour(m_project.content().layers));
}

Symbol::Shape RegisterPanel::shape() const { return registerShape(m_project.content().layers, layerKey()); }

void RegisterPanel::switchOnMap(bool shown) {
    showPoints();
    if (m_layer && m_layer->shown != shown)
        Q_EMIT layerSwitched(m_layer->key, shown);
}

void RegisterPanel::keepRegister() {
    const Project& project = m_project.content();
    const QString name = m_layer ? m_layer->name.zh : QFileInfo(m_file).completeBaseName();
    Edit edit = tiermap::keepRegister(
        project, m_file, nameOf(choices().datum), toJson(choices()),
        {.name = name, .english = m_layer ? m_layer->name.en : QString(), .source = m_source->text().trimmed()});
    edit.reason = tr("the register is kept");
    if (edit.changes.isEmpty())
        return;
    if (const auto kept = m_apply(edit); !kept)
        return m_report->setPlainText(sentence(kept.error()));
    // What was read is that layer from now on.
    if (const ReferenceLayer* layer = layerNamed(m_project.content(), name)) {
        m_layer = *layer;
        showName();
        showPoints();
    }
}

RegisterChoices RegisterPanel::choices() const {
    RegisterChoices choices = m_base;
    choices.datum = static_cast<Datum>(m_datum->currentData().toInt());
    choices.filter.text = m_text->text().trimmed();
    if (m_industry->currentIndex() > 0)
        choices.filter.industries = {{static_cast<char>(m_industry->currentData().toInt()), 0}};
    if (m_size->currentIndex() > 0)
        choices.filter.sizes = {static_cast<EnterpriseSize>(m_size->currentData().toInt())};
    if (m_from->value() > firstYear)
        choices.filter.from = m_from->value();
    if (m_to->value() > firstYear)
        choices.filter.to = m_to->value();
    choices.clusters = m_find->isChecked() ? std::optional<double>(m_reach->value()) : std::nullopt;
    choices.spots = m_spots->hexagonWidth();
    return choices;
}

QString RegisterPanel::about() const {
    QStringList asked;
    const RegisterFilter filter = choices().filter;
    if (!filter.industries.isEmpty())
        asked << m_industry->currentText();
    if (!filter.sizes.isEmpty())
        asked << m_size->currentText();
    if (filter.from || filter.to)
        asked << (filter.from ? QString::number(*filter.from) : QString()) + u".."_s +
                     (filter.to ? QString::number(*filter.to) : QString());
    if (!filter.text.isEmpty())
        asked << u"“"_s + filter.text + u"”"_s;
    return asked.join(u", "_s);
}

void RegisterPanel::read() {
    m_later->stop();
    if (m_file.isEmpty())
        return;
    m_reading = true;
    updateKeep();
    m_share = 0;
    m_progress->setValue(0);
    m_progress->show();
    m_stop->show();
    m_tick->start();
    RegisterChoices asked = choices();
    asked.filter = {.text = asked.filter.text}; // the rest is asked of what was read
    const int mine = ++m_latest;
    m_thread.start([this, mine, asked, file = m_file, project = m_project.content(), shapes = m_shapes] {
        const auto loaded = loadRegister(project, shapes, file, asked, [&](double share) {
            m_share = share;
            return mine == m_latest;
        });
        auto result = loaded.transform([&](const RegisterPoints& points) {
            return std::shared_ptr<const RegisterPoints>(std::make_shared<RegisterPoints>(points));
        });
        QMetaObject::invokeMethod(this, [this, mine, result] { take(mine, result); });
    });
}

void RegisterPanel::stop() {
    const int mine = ++m_latest;
    take(mine, std::unexpected(Problem{.code = Problem::Code::Cancelled}));
}

void RegisterPanel::take(int number, const Result<std::shared_ptr<const RegisterPoints>>& loaded) {
    if (number != m_latest)
        return; // something else is wanted by now
    m_reading = false;
    m_tick->stop();
    m_progress->hide();
    m_stop->hide();
    if (loaded) {
        m_loaded = *loaded;
        filter();
        return;
    }
    clear();
    m_report->setPlainText(sentence(loaded.error()));
    if (m_layer && !isVisible() && loaded.error().code != Problem::Code::Cancelled)
        Q_EMIT unreadable(sentence(loaded.error()));
    Q_EMIT shown();
}

void RegisterPanel::clear() {
    m_loaded.reset();
    m_count.reset();
    m_places.reset();
    m_zones->clear();
    m_report->clear();
    showClusters({});
    m_spots->follow(nullptr, {});
    showPoints();
    updateKeep();
}

void RegisterPanel::filter() {
    if (!m_loaded || m_reading)
        return; // it is filtered once it is read
    const int mine = ++m_latest;
    std::optional<ClusterChoices> clusters;
    if (m_find->isChecked())
        clusters =
            ClusterChoices{.reach = m_reach->value() > 0 ? std::optional<double>(m_reach->value()) : std::nullopt};
    m_thread.start([this, mine, clusters, filter = choices().filter, loaded = m_loaded] {
        if (mine != m_latest)
            return;
        const RegisterPoints& all = *loaded;
        RegisterFilter rest = filter;
        rest.text.clear(); // only rows with it were read
        RegisterFilter industries = rest;
        industries.industries.clear();
        Filtered filtered{.count = countOf(all, rest), .all = countOf(all, industries), .places = all.places};
        if (!rest.isEmpty())
            filtered.places = std::make_shared<const PointIndex>(
                all.places->filtered([&](std::uint32_t number) { return passes(rest, all.points[number]); }));
        if (clusters) {
            ClusterChoices asked = *clusters;
            asked.filter = rest;
            filtered.clusters = clustersOf(all, asked, [&] { return mine == m_latest; });
        }
        QMetaObject::invokeMethod(this, [this, mine, filtered] { take(mine, filtered); });
    });
}

void RegisterPanel::take(int number, const Filtered& filtered) {
    if (number != m_latest)
        return;
    m_count = filtered.count;
    m_places = filtered.places;
    showCounts(filtered);
    showClusters(filtered);
    m_spots->follow(m_loaded, choices().filter);
    showPoints();
    updateKeep();
    Q_EMIT shown();
}

void RegisterPanel::showCounts(const Filtered& filtered) {
    const Plan& plan = m_project.content().plan;
    const QList<Industry> industries = choices().filter.industries;
    const QList<LocationQuotient> quotients =
        industries.isEmpty() ? QList<LocationQuotient>() : quotientsOf(plan, filtered.all, industries.first());
    m_zones->clear();
    for (qsizetype i = 0; i < filtered.count.zones.size(); ++i) {
        const ZoneCount& zone = filtered.count.zones[i];
        const Zone* known = plan.zone(zone.code);
        auto* item = new QTreeWidgetItem(m_zones);
        item->setText(0, (known ? known->name.in(interfaceLanguage()) : zone.code) +
                             (known && known->kind == Zone::Kind::OfWhich ? tr(" (of which)") : QString()));
        item->setToolTip(0, item->text(0));
        item->setText(1, number(zone.count));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        if (quotients.isEmpty())
            continue;
        const LocationQuotient& quotient = quotients[i];
        item->setText(2, QString::number(quotient.quotient, 'f', 2) + (quotient.specialised ? u" ▲"_s : QString()));
        item->setText(3, QString::number(quotient.lower, 'f', 2) + u" – "_s + QString::number(quotient.upper, 'f', 2));
        if (quotient.specialised)
            item->setToolTip(2, tr("Specialised: even the lower bound passes 1"));
    }
    m_zones->setColumnHidden(2, quotients.isEmpty());
    m_zones->setColumnHidden(3, quotients.isEmpty());
    m_report->setPlainText(summary(filtered.count).join(u'\n'));
    m_goodRows->setVisible(filtered.count.rejected > 0);
}

void RegisterPanel::showClusters(const Filtered& filtered) {
    m_clusters->clear();
    m_clusters->setVisible(m_find->isChecked());
    m_found = filtered.clusters && *filtered.clusters ? std::optional(**filtered.clusters) : std::nullopt;
    for (const RegisterCluster& cluster : m_found ? m_found->clusters : std::vector<RegisterCluster>()) {
        QStringList districts;
        for (const int zone : districtsOf(cluster)) {
            const Zone* known = m_project.content().plan.zone(m_shapes.zones[static_cast<std::size_t>(zone)].code);
            districts << (known ? known->name.in(interfaceLanguage()) : QString());
        }
        auto* item = new QTreeWidgetItem(m_clusters);
        item->setText(0, number(static_cast<qint64>(cluster.rows.size())));
        item->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(1, QString::number(cluster.squareMetres / 1e6, 'f', 2));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(2, districts.join(tr(", ")));
    }
    if (filtered.clusters && !*filtered.clusters)
        m_report->appendPlainText(sentence(filtered.clusters->error()));
    else if (filtered.clusters)
        m_report->appendPlainText(tr("%n clusters; %1 rows with a place are in none, near is within %2 m", nullptr,
                                     static_cast<int>(m_found->clusters.size()))
                                      .arg((*filtered.clusters)->alone)
                                      .arg((*filtered.clusters)->reach, 0, 'f', 0));
    Q_EMIT clustersChanged();
}

void RegisterPanel::showPoints() { Q_EMIT pointsChanged(m_onMap->isChecked() ? m_places : nullptr); }

void RegisterPanel::updateKeep() {
    m_keepRegister->setEnabled(m_count && !m_reading);
    const bool agreed = m_count && !m_reading && (m_count->rejected == 0 || m_goodRows->isChecked());
    m_keep->setEnabled(agreed && !m_indicator->text().trimmed().isEmpty() &&
                       Period::parse(m_period->text().trimmed()).has_value());
}

void RegisterPanel::keep() {
    const QString source = m_source->text().trimmed();
    const auto period = Period::parse(m_period->text().trimmed());
    if (!m_count || !period)
        return;
    const QString indicator = m_indicator->text().trimmed();
    const auto kept = observationsOf(m_project.content().plan, *m_count,
                                     {.indicator = indicator,
                                      .period = *period,
                                      .source = source.isEmpty() ? QFileInfo(m_file).fileName() : source,
                                      .note = about()})
                          .and_then([&](ObservationImport made) {
                              made.edit.reason = tr("counted from a register");
                              return m_apply(made.edit);
                          });
    if (!kept)
        m_report->setPlainText(sentence(kept.error()));
    else if (*kept)
        Q_EMIT this->kept(indicator);
}

std::optional<FigurePoints> RegisterPanel::figurePoints() const {
    if (!m_places || m_reading || !m_onMap->isChecked())
        return std::nullopt;
    const QString source = m_source->text().trimmed();
    const QString name = m_layer ? m_layer->name.in(interfaceLanguage()) : QFileInfo(m_file).completeBaseName();
    return FigurePoints{.places = m_places,
                        .name = about().isEmpty() ? name : name + u" ("_s + about() + u')',
                        .source = source.isEmpty() ? QFileInfo(m_file).fileName() : source,
                        .color = ink(),
                        .shape = shape(),
                        .finds = std::make_shared<const RegisterFinds>(finds())};
}

RegisterFinds RegisterPanel::finds() const {
    const HexagonSpots& spots = m_spots->found();
    return {.clusters = m_found, .spots = spots.hexagons.empty() ? std::nullopt : std::optional(spots)};
}

std::vector<qint64> RegisterPanel::rowsOf(const QList<quint32>& members) const {
    return m_loaded ? tiermap::rowsOf(*m_loaded, members) : std::vector<qint64>();
}

} // namespace tiermap
