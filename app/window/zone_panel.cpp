#include "app/window/zone_panel.h"

#include "app/session/language.h"
#include "app/session/words.h"
#include "maps/geometry/measure.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString cell(const QString& text, const QString& attributes = {}) { return u"<td %1>%2</td>"_s.arg(attributes, text); }

/// Qt's HTML folds a thin space into a plain one, at which a number could break.
QString escaped(const QString& text) { return text.toHtmlEscaped().replace(QChar(0x2009), QChar(QChar::Nbsp)); }

} // namespace

ZonePanel::ZonePanel(const Project& project, const PlanShapes& shapes, Selection& selection, QWidget* parent)
    : QTextBrowser(parent)
    , m_plan(project.plan)
    , m_shapes(shapes)
    , m_selection(selection) {
    setObjectName(u"zonePanel"_s);
    setOpenLinks(false); // a click never opens a connection: it copies the address
    setFrameShape(NoFrame);
    connect(&selection, &Selection::changed, this, [this] {
        show();
        verticalScrollBar()->setValue(0);
    });
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl& link) {
        Q_EMIT sourceHovered(link.scheme() == u"source"_s ? m_sources.value(link.path().toInt()) : QString());
    });
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.scheme() == u"source"_s) {
            QGuiApplication::clipboard()->setText(m_sources.value(link.path().toInt()));
            Q_EMIT sourceHovered(tr("Source copied to the clipboard"));
        } else if (link.scheme() == u"cell"_s) {
            const Cell cell = m_cells.value(link.path().toInt());
            Q_EMIT cellWanted(cell.table, cell.key, cell.field);
        } else if (link.scheme() == u"site"_s) {
            Q_EMIT siteActivated(link.path());
        }
    });
    show();
}

void ZonePanel::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        show();
}

void ZonePanel::refresh() {
    const int scrolled = verticalScrollBar()->value();
    show();
    verticalScrollBar()->setValue(scrolled);
}

void ZonePanel::show() {
    setAccessibleName(tr("Selected zone"));
    m_sources.clear();
    m_cells.clear();
    const QString quiet = palette().color(QPalette::PlaceholderText).name();
    document()->setDefaultStyleSheet(
        u"h2{margin-bottom:0} h3{margin-bottom:2px} .quiet{color:%1} a{color:%2;text-decoration:none} td{padding:1px 4px 1px 0}"_s
            .arg(quiet, palette().color(QPalette::WindowText).name()));
    const Zone* zone = m_selection.zones().isEmpty() ? nullptr : m_plan.zone(m_selection.zones().constLast());
    if (!zone) {
        setHtml(overview());
        return;
    }
    QString others;
    if (m_selection.zones().size() > 1)
        others = u"<p class='quiet'>%1</p>"_s.arg(
            tr("%n zones are selected; this is the last one.", nullptr, int(m_selection.zones().size())));
    setHtml(heading(*zone) + others + role(*zone) + figures(*zone) + sites(*zone));
}

QString ZonePanel::overview() const {
    const Language language = interfaceLanguage();
    QString html = u"<h2>%1</h2><p>%2</p><p class='quiet'>%3</p>"_s.arg(
        escaped(m_plan.layout.in(language)), escaped(m_plan.title.in(language)),
        tr("Click a zone on the map or in the list to see its tier, its role and what is known about it."));
    for (const Tier& tier : m_plan.tiers)
        html += u"<h3>%1 %2</h3><p>%3</p>"_s.arg(escaped(tier.mark.in(language)), escaped(tier.name.in(language)),
                                                 escaped(tier.role.in(language)));
    return html + u"<p class='quiet'>%1<br>%2</p>"_s.arg(escaped(m_plan.boundary.note.in(language)),
                                                         escaped(m_plan.boundary.provenance.in(language)));
}

QString ZonePanel::pencil(const Cell& cell) {
    m_cells += cell;
    return u" <a class='quiet' href='cell:%1'>✎</a>"_s.arg(m_cells.size() - 1);
}

QString ZonePanel::heading(const Zone& zone) {
    const Language language = interfaceLanguage();
    const Language other = language == Language::Chinese ? Language::English : Language::Chinese;
    QStringList facts;
    facts += zone.kind == Zone::Kind::District ? tr("Code %1 (GB/T 2260)").arg(zone.code)
                                               : tr("Internal code %1").arg(zone.code);
    if (const GeoPolygons* polygons = m_shapes.polygons(zone.code))
        facts += (zone.schematic ? tr("%1 km² as sketched") : tr("%1 km² as drawn"))
                     .arg(words(std::round(areaSquareMetres(*polygons) / 1e5) / 10));
    if (const Zone* parent = m_plan.zone(zone.parent); parent && zone.kind == Zone::Kind::OfWhich)
        facts += tr("lies within %1 and is counted there, never added").arg(parent->name.in(language));
    const QString field = language == Language::Chinese ? u"name_zh"_s : u"name_en"_s;
    return u"<h2>%1%4</h2><p class='quiet'>%2<br>%3</p>"_s.arg(
        escaped(zone.name.in(language)), escaped(zone.name.in(other)), escaped(facts.join(tr(" · "))),
        pencil({Table::Zones, {zone.code}, field}));
}

QString ZonePanel::role(const Zone& zone) {
    const Tier* tier = m_plan.tier(zone.tier);
    if (!tier)
        return {};
    const Language language = interfaceLanguage();
    QStringList line;
    for (const Text* text : {&tier->driver, &tier->carrier, &tier->mode}) {
        if (!text->in(language).isEmpty())
            line += text->in(language);
    }
    const QString own = language == Language::Chinese ? u"role_zh"_s : u"role_en"_s;
    QString html = u"<h3>%1</h3><p><b>%2 %3</b>%6 — %4</p><p>“%5”</p>"_s.arg(
        tr("Role in the plan"), escaped(tier->mark.in(language)), escaped(tier->name.in(language)),
        escaped(line.join(tr(" · "))), escaped(tier->role.in(language)),
        pencil({Table::Zones, {zone.code}, u"tier"_s}));
    const QString said = zone.role.in(language);
    return html + u"<p>%1%2</p>"_s.arg(said.isEmpty()
                                           ? u"<span class='quiet'>%1</span>"_s.arg(tr("No role statement of its own"))
                                           : escaped(said),
                                       pencil({Table::Zones, {zone.code}, own}));
}

QString ZonePanel::figures(const Zone& zone) {
    const Language language = interfaceLanguage();
    QString rows;
    QStringList missing;
    for (const Indicator& indicator : m_plan.indicators) {
        QList<const Observation*> known;
        for (const Observation& observation : m_plan.observations) {
            if (observation.zone == zone.code && observation.indicator == indicator.key && observation.value)
                known += &observation;
        }
        const auto ofADistrict = [&](const Observation& observation) {
            if (observation.indicator != indicator.key || !observation.value)
                return false;
            const Zone* elsewhere = m_plan.zone(observation.zone);
            return elsewhere && elsewhere->kind == Zone::Kind::District;
        };
        if (known.isEmpty() && zone.kind == Zone::Kind::District &&
            std::ranges::any_of(m_plan.observations, ofADistrict))
            missing += indicator.name.in(language);
        std::ranges::stable_sort(known, [](const Observation* a, const Observation* b) {
            return std::pair(a->period.to, a->adopted) > std::pair(b->period.to, b->adopted);
        });
        for (const Observation* observation : known) {
            const QString link = u"source:%1"_s.arg(m_sources.size());
            m_sources += observation->source + u" — "_s + observation->address;
            if (!observation->author.isEmpty())
                m_sources.last() +=
                    tr(" — entered by %1, %2").arg(observation->author, localTime(observation->editedAt));
            QString note = words(observation->period);
            if (observation->status != Observation::Status::Published)
                note += tr(", ") + words(observation->status);
            if (!observation->adopted)
                note += tr(", not adopted");
            const QString style = observation->adopted ? QString() : u"class='quiet'"_s;
            rows += u"<tr>"_s +
                    cell(observation == known.first() ? escaped(indicator.name.in(language)) : QString(),
                         u"width='36%'"_s) +
                    cell(u"<a href='%1'>%2</a>"_s.arg(link, escaped(words(*observation->value))),
                         u"align='right' "_s + style) +
                    cell(escaped(indicator.unit.in(language)), style) +
                    cell(escaped(note) + pencil({Table::Observations,
                                                 {observation->zone, observation->indicator,
                                                  observation->period.toString(), observation->source},
                                                 u"value"_s}),
                         u"class='quiet'"_s) +
                    u"</tr>"_s;
        }
    }
    QString html = u"<h3>%1</h3>"_s.arg(tr("What is known"));
    html += rows.isEmpty() ? u"<p class='quiet'>%1</p>"_s.arg(tr("No data"))
                           : u"<table width='100%'>%1</table>"_s.arg(rows);
    if (!missing.isEmpty())
        html += u"<p class='quiet'>%1</p>"_s.arg(
            tr("No data (known for other districts): %1").arg(escaped(missing.join(tr(", ")))));
    return html;
}

QString ZonePanel::sites(const Zone& zone) {
    const Language language = interfaceLanguage();
    QString rows;
    for (const Site& site : m_plan.sites) {
        if (site.zone != zone.code)
            continue;
        const QString link = u"source:%1"_s.arg(m_sources.size());
        m_sources += site.source + u" — "_s + site.address;
        QString kind = words(site.kind);
        if (site.stage == Site::Stage::Planned)
            kind += tr(", ") + words(site.stage);
        if (!site.position)
            kind += tr(", district only");
        rows += u"<tr>"_s + cell(u"<a href='%1'>%2</a>"_s.arg(link, escaped(site.name.in(language)))) +
                cell(escaped(kind), u"class='quiet'"_s) + u"</tr>"_s;
    }
    return u"<h3>%1</h3>"_s.arg(tr("Platforms, bases and headquarters")) +
           (rows.isEmpty() ? u"<p class='quiet'>%1</p>"_s.arg(tr("No data"))
                           : u"<table width='100%'>%1</table>"_s.arg(rows));
}

} // namespace tiermap
