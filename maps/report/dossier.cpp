#include "maps/figure/map_font.h"
#include "maps/geometry/measure.h"
#include "maps/report/dossier_pdf.h"
#include "maps/report/dossier_work.h"
#include "maps/style/number_text.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

void addHead(Dossier& dossier, const DossierWork& work) {
    using namespace report_words;
    const Zone& zone = work.zone;
    const Language other = work.language == Language::Chinese ? Language::English : Language::Chinese;
    dossier.kicker = work.in(kicker).arg(work.in(work.plan.title));
    dossier.title = work.in(zone.name);
    if (const Tier* tier = work.plan.tier(zone.tier)) {
        dossier.mark = work.in(tier->mark);
        dossier.markColor = tier->color;
        dossier.tier = work.in(report_words::tier).arg(tierWords(work, *tier));
    } else {
        dossier.tier = work.in(noTier);
    }
    QStringList line;
    if (zone.name.in(other) != dossier.title)
        line += zone.name.in(other);
    line += work.in(work.isDistrict() ? code : internalCode).arg(zone.code);
    if (const GeoPolygons* polygons = work.material.shapes.polygons(zone.code))
        line +=
            work.in(zone.schematic ? areaSketched : areaDrawn).arg(numberText(areaSquareMetres(*polygons) / 1e6, 1));
    dossier.facts += line.join(work.in(report_words::facts));
    if (const Zone* parent = work.plan.zone(zone.parent); parent && zone.kind == Zone::Kind::OfWhich)
        dossier.facts += work.in(ofWhich).arg(work.in(parent->name));
    QStringList within;
    for (const Zone& child : work.plan.zones) {
        if (child.kind == Zone::Kind::OfWhich && child.parent == zone.code)
            within += work.in(child.name);
    }
    if (!within.isEmpty())
        dossier.facts += work.in(holds).arg(work.joined(within));
    if (!work.material.shapes.polygons(zone.code))
        dossier.facts += work.in(noOutline);
}

QString boundaryWords(const DossierWork& work) {
    if (!work.plan.boundary.schematic && !work.zone.schematic)
        return {};
    const QString& said = work.in(work.plan.boundary.note);
    return said.isEmpty() ? work.in(report_words::schematic) : said;
}

/// As the zone is called, without what file systems do not allow.
QString plainName(const Zone& zone, Language language) {
    QString plain = printable(zone.name.in(language)).left(60);
    for (QChar& character : plain) {
        if (character.isSurrogate() || u"/\\:*?\"<>|"_s.contains(character))
            character = u'_';
    }
    if (plain.startsWith(u'.'))
        plain[0] = u'_';
    return plain;
}

QString fileName(const Plan& plan, const Zone& zone, Language language) {
    const QString plain = plainName(zone, language);
    const bool alone = std::ranges::count_if(plan.zones, [&](const Zone& other) {
                           return plainName(other, language).compare(plain, Qt::CaseInsensitive) == 0;
                       }) == 1;
    // A code may hold anything; so written, no two are the same.
    return alone && !plain.isEmpty() ? plain : plain + u'-' + QString::fromLatin1(QUrl::toPercentEncoding(zone.code));
}

/// Calls `act` with every text of the parts.
void eachText(QList<DossierPart>& parts, const std::function<void(QString&)>& act) {
    for (DossierPart& part : parts) {
        act(part.heading);
        for (auto& item : part.items) {
            if (auto* text = std::get_if<DossierText>(&item)) {
                act(text->text);
                continue;
            }
            auto& table = std::get<DossierTable>(item);
            for (DossierTable::Column& column : table.columns)
                act(column.heading);
            for (QStringList& row : table.rows)
                std::ranges::for_each(row, act);
        }
    }
}

} // namespace

QStringList Dossier::texts() const {
    QStringList all{kicker, title, mark, tier};
    all += facts + notices;
    QList<DossierPart> copy = parts;
    eachText(copy, [&](QString& text) { all += text; });
    all += foot;
    all.removeAll(QString());
    return all;
}

Result<Dossier> dossierOf(const DossierMaterial& material, const QString& code, const QList<LogLine>& log) {
    const Plan& plan = material.project.plan;
    const Zone* zone = plan.zone(code);
    if (!zone)
        return std::unexpected(
            Problem{.code = Problem::Code::ReferenceUnknown, .field = u"zone"_s, .arguments = {code, u"zone"_s}});
    const Result<QFont> font = mapFont();
    if (!font)
        return std::unexpected(font.error());
    DossierWork work{{material, plan, material.language}, *zone};
    Dossier dossier;
    dossier.zone = code;
    dossier.language = material.language;
    dossier.fileName = fileName(plan, *zone, material.language);
    addHead(dossier, work);
    dossier.parts = {rolePart(work),         claimPart(work),          figuresPart(work),    measuresPart(work),
                     sitesPart(work),        specialisationPart(work), comparisonPart(work), targetsPart(work),
                     changesPart(work, log), sourcesPart(work)};
    finish(dossier, work, boundaryWords(work));

    dossier.map = dossierMap(plan, material.shapes, {code}, material.language, *font);
    const auto city = std::ranges::find(plan.zones, Zone::Kind::City, &Zone::kind);
    const QString where = work.in(city == plan.zones.end() ? plan.title : city->name);
    dossier.map.title = printable(work.in(report_words::map).arg(work.in(zone->name), where));
    return dossier;
}

void finish(Dossier& dossier, const ChapterWork& work, const QString& boundary) {
    dossier.sources = work.sources.all();
    dossier.notices = QStringList{boundary, work.illustrative ? work.in(report_words::illustrative) : QString()};
    dossier.notices.removeAll(QString());
    QStringList foot{dossier.title, boundary};
    foot.removeAll(QString());
    dossier.foot = foot.join(work.in(report_words::facts));
    dossier.author = work.in(work.plan.issuer);
    dossier.date = work.plan.validFrom;
    for (QString* text :
         {&dossier.kicker, &dossier.title, &dossier.mark, &dossier.tier, &dossier.foot, &dossier.author})
        *text = printable(*text);
    for (QStringList* texts : {&dossier.facts, &dossier.notices})
        std::ranges::for_each(*texts, [](QString& text) { text = printable(text); });
    eachText(dossier.parts, [](QString& text) { text = printable(text); });
}

} // namespace tiermap
