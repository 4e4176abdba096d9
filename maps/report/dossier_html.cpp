#include "maps/report/dossier_html.h"

#include "maps/figure/map_font.h"
#include "maps/report/dossier.h"
#include "maps/report/dossier_pdf.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr QByteArrayView style =
    "@page{size:A4;margin:12mm}"
    "body{font-family:'WenQuanYi Micro Hei','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',"
    "sans-serif;font-size:10.5pt;line-height:1.45;color:#222;background:#fff;max-width:190mm;margin:8mm auto;"
    "padding:0 4mm;overflow-wrap:anywhere}"
    "h1{font-size:20pt;font-weight:normal;margin:0}"
    "h2{font-size:13pt;font-weight:normal;margin:7mm 0 2mm;border-bottom:.3mm solid #222;break-after:avoid}"
    "p{margin:0 0 1.5mm}"
    ".quiet,.note{color:#55554f}.note,.foot,.kicker{font-size:8.5pt}"
    ".mark{display:inline-block;width:1.5em;line-height:1.5em;text-align:center;border:.5mm solid;border-radius:50%;"
    "margin-right:.4em}"
    "blockquote{margin:0 0 1.5mm;padding-left:4mm;border-left:.6mm solid #b4afa4;color:#55554f}"
    "figure{margin:4mm 0}figcaption{font-size:8.5pt;color:#55554f}svg{width:100%;height:auto}"
    "table{border-collapse:collapse;width:100%;margin:0 0 2mm;font-size:9pt;font-variant-numeric:tabular-nums}"
    "th{font-weight:normal;text-align:left;vertical-align:bottom;color:#55554f;border-bottom:.3mm solid #55554f}"
    "td{vertical-align:top;border-bottom:.15mm solid #ddd}"
    "th,td{padding:.7mm 2mm .7mm 0}.number{text-align:right}thead{display:table-header-group}tr{break-inside:avoid}"
    "nav ol{padding-left:6mm}article{break-before:page;margin-top:14mm}a{color:#245a8c}"
    ".foot{margin-top:6mm;border-top:.15mm solid #b4afa4;padding-top:1mm;color:#55554f}"
    "@media print{body{margin:0;padding:0;max-width:none;font-size:9pt}table{font-size:8pt}}";

QString element(const QString& name, const QString& text, const QString& kind = {}) {
    const QString attribute = kind.isEmpty() ? QString() : u" class=\""_s + kind + u'"';
    return u'<' + name + attribute + u'>' + text.toHtmlEscaped() + u"</"_s + name + u">\n"_s;
}

QString html(const DossierText& text) {
    return text.kind == DossierText::Kind::Quote
               ? element(u"blockquote"_s, text.text)
               : element(u"p"_s, text.text, text.kind == DossierText::Kind::Note ? u"note"_s : QString());
}

QString html(const DossierTable& table) {
    const auto kind = [&](qsizetype column) { return table.columns.value(column).number ? u"number"_s : QString(); };
    double shares = 0;
    for (const DossierTable::Column& column : table.columns)
        shares += column.share;
    QString html = u"<table>\n<colgroup>"_s;
    for (const DossierTable::Column& column : table.columns)
        html += u"<col style=\"width:%1%\"/>"_s.arg(100 * column.share / shares, 0, 'f', 1);
    html += u"</colgroup>\n<thead><tr>"_s;
    for (qsizetype i = 0; i < table.columns.size(); ++i)
        html += element(u"th"_s, table.columns[i].heading, kind(i));
    html += u"</tr></thead>\n<tbody>\n"_s;
    for (const QStringList& row : table.rows) {
        html += u"<tr>"_s;
        for (qsizetype i = 0; i < row.size(); ++i)
            html += element(u"td"_s, row[i], kind(i));
        html += u"</tr>\n"_s;
    }
    return html + u"</tbody>\n</table>\n"_s;
}

QString html(const DossierPart& part) {
    QString body = u"<section>\n"_s + element(u"h2"_s, part.heading);
    for (const auto& item : part.items)
        body += std::visit([](const auto& one) { return html(one); }, item);
    return body + u"</section>\n"_s;
}

QString headHtml(const Dossier& dossier) {
    QString head = u"<header>\n"_s + element(u"p"_s, dossier.kicker, u"kicker quiet"_s);
    head += element(u"h1"_s, dossier.title);
    head += u"<p>"_s;
    const QColor ring = QColor::fromString(dossier.markColor);
    if (!dossier.mark.isEmpty())
        head += u"<span class=\"mark\" style=\"border-color:%1\">"_s.arg((ring.isValid() ? ring : Qt::black).name()) +
                dossier.mark.toHtmlEscaped() + u"</span>"_s;
    head += dossier.tier.toHtmlEscaped() + u"</p>\n"_s;
    for (const QString& fact : dossier.facts)
        head += element(u"p"_s, fact, u"quiet"_s);
    for (const QString& notice : dossier.notices)
        head += element(u"p"_s, notice);
    return head + u"</header>\n"_s;
}

/// The map within the page: without what makes an SVG a file of its own.
QString mapHtml(const Dossier& dossier) {
    const Result<QFont> font = mapFont();
    if (dossier.map.panels.empty() || !font)
        return {};
    QString svg = QString::fromUtf8(sheetSvg(dossier.map, *font)); // names of the plan are in it as they stand
    svg.removeIf([](QChar c) { return (c.category() == QChar::Other_Control && c != u'\n') || c.unicode() >= 0xFFFE; });
    return u"<figure>\n"_s + svg.sliced(std::max<qsizetype>(svg.indexOf("<svg"_L1), 0)) +
           element(u"figcaption"_s, dossier.map.title) + u"</figure>\n"_s;
}

} // namespace

QString chapterHtml(const Dossier& dossier) {
    QString html = headHtml(dossier) + mapHtml(dossier);
    for (const DossierPart& part : dossier.parts)
        html += tiermap::html(part);
    return html + element(u"p"_s, dossier.foot, u"foot"_s);
}

QByteArray documentHtml(const QString& title, Language language, const QString& body) {
    QString html = u"<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%1\">\n<head>\n"
                   "<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                   "'none'; style-src 'unsafe-inline'\"/>\n"
                   "<meta name=\"viewport\" content=\"width=device-width\"/>\n"_s.arg(
                       language == Language::Chinese ? u"zh-CN"_s : u"en"_s);
    html += element(u"title"_s, title) + u"<style>"_s + QString::fromLatin1(style) + u"</style>\n</head>\n<body>\n"_s +
            body + u"</body>\n</html>\n"_s;
    return html.toUtf8();
}

QByteArray dossierHtml(const Dossier& dossier) {
    return documentHtml(dossier.title, dossier.language, chapterHtml(dossier));
}

} // namespace tiermap
