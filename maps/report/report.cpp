#include "maps/report/report.h"

#include "maps/export/staged_files.h"
#include "maps/figure/map_font.h"
#include "maps/figure/pdf_identity.h"
#include "maps/report/dossier_html.h"
#include "maps/report/dossier_pdf.h"
#include "maps/report/report_chapters.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// The first pages: what is where. Page numbers are those printed below.
Dossier contents(const Report& report, const QList<std::size_t>& firstPages) {
    Dossier chapter;
    chapter.language = report.language;
    chapter.title = report.title;
    chapter.kicker = report_words::contents.in(report.language);
    const Dossier& first = report.chapters.first();
    chapter.facts = first.facts;
    for (const Dossier& each : report.chapters) {
        for (const QString& notice : each.notices) {
            if (!chapter.notices.contains(notice))
                chapter.notices += notice;
        }
    }
    chapter.foot = first.foot;
    chapter.author = first.author;
    chapter.date = first.date;
    DossierTable table{{{report_words::chapterColumn.in(report.language), 160},
                        {report_words::pageColumn.in(report.language), 26, true}},
                       {}};
    for (qsizetype i = 0; i < report.chapters.size(); ++i)
        table.rows += {report.chapters[i].title, QString::number(firstPages.value(i))};
    chapter.parts = {{report_words::contents.in(report.language), {table}}};
    return chapter;
}

QString anchor(qsizetype chapter) { return u"chapter-"_s + QString::number(chapter + 1); }

} // namespace

Result<Report> reportOf(const DossierMaterial& material,
                        const std::function<Result<QList<LogLine>>(const QString& zone)>& log) {
    const Result<QFont> font = mapFont();
    if (!font)
        return std::unexpected(font.error());
    const Plan& plan = material.project.plan;
    Report report{printable(report_words::reportTitle.in(material.language).arg(plan.title.in(material.language))),
                  material.language};
    report.chapters = {layoutChapter(material, *font), targetsChapter(material), comparisonChapter(material)};
    for (const Tier& tier : plan.tiers)
        report.chapters += tierChapter(material, tier, *font);
    for (const Zone& zone : plan.layoutZones()) {
        const auto dossier =
            log(zone.code).and_then([&](const QList<LogLine>& lines) { return dossierOf(material, zone.code, lines); });
        if (!dossier)
            return std::unexpected(dossier.error());
        report.chapters += *dossier;
    }
    report.chapters += sourcesChapter(material, report.chapters);
    return report;
}

QByteArray reportHtml(const Report& report) {
    QString body = u"<header>\n<h1>"_s + report.title.toHtmlEscaped() + u"</h1>\n</header>\n<nav>\n<h2>"_s +
                   report_words::contents.in(report.language) + u"</h2>\n<ol>\n"_s;
    for (qsizetype i = 0; i < report.chapters.size(); ++i)
        body +=
            u"<li><a href=\"#"_s + anchor(i) + u"\">"_s + report.chapters[i].title.toHtmlEscaped() + u"</a></li>\n"_s;
    body += u"</ol>\n</nav>\n"_s;
    for (qsizetype i = 0; i < report.chapters.size(); ++i)
        body += u"<article id=\""_s + anchor(i) + u"\">\n"_s + chapterHtml(report.chapters[i]) + u"</article>\n"_s;
    return documentHtml(report.title, report.language, body);
}

Result<QByteArray> reportPdf(const Report& report) {
    const Result<QFont> font = mapFont();
    if (!font)
        return std::unexpected(font.error());
    std::vector<std::vector<Sheet>> chapters;
    for (const Dossier& chapter : report.chapters)
        chapters.push_back(pagesOf(chapter, *font));
    // How many pages the contents take does not depend on the numbers in them.
    std::size_t next = pagesOf(contents(report, {}), *font).size() + 1;
    QList<std::size_t> firstPages;
    for (const auto& pages : chapters) {
        firstPages += next;
        next += pages.size();
    }
    const Dossier before = contents(report, firstPages);
    std::vector<Sheet> all = pagesOf(before, *font);
    for (Sheet& sheet : all)
        addFoot(sheet, before, static_cast<std::size_t>(&sheet - all.data()) + 1, next - 1, *font);
    std::vector<Bookmark> bookmarks{{before.kicker, 1}};
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const Dossier& chapter = report.chapters[static_cast<qsizetype>(i)];
        bookmarks.push_back({chapter.title, static_cast<int>(all.size()) + 1});
        for (Sheet& sheet : chapters[i]) {
            addFoot(sheet, chapter, all.size() + 1, next - 1, *font);
            all.push_back(std::move(sheet));
        }
    }
    return pagesPdf(all, *font).transform([&](const QByteArray& pdf) { return withBookmarks(pdf, bookmarks); });
}

Result<void> writeReport(const Report& report, const QString& path, bool replace) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != "pdf"_L1 && ending != "html"_L1)
        return std::unexpected(
            Problem{.code = Problem::Code::FileTypeUnknown, .file = path, .arguments = {ending, u"pdf, html"_s}});
    if (!replace && QFileInfo::exists(path))
        return std::unexpected(Problem{.code = Problem::Code::FileExists, .file = path});
    auto staged = StagedFiles::beside(path);
    if (!staged)
        return std::unexpected(staged.error());
    const auto bytes = ending == "pdf"_L1 ? reportPdf(report) : reportHtml(report);
    if (!bytes)
        return std::unexpected(bytes.error());
    QFile out(staged->path());
    if (!out.open(QIODevice::WriteOnly) || out.write(*bytes) != bytes->size() || !out.flush())
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable, .file = path, .arguments = {out.errorString()}});
    out.close();
    return staged->putInPlace(replace).transform([](const QStringList&) {});
}

} // namespace tiermap
