#include "maps/figure/atlas.h"

#include "core/analysis/zone_figures.h"
#include "core/processors.h"
#include "maps/figure/atlas_index.h"
#include "maps/figure/figure.h"
#include "maps/figure/figure_record.h"
#include "maps/figure/file_formats.h"
#include "maps/figure/pdf_identity.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <span>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<AtlasBy>> namesOf() {
    using enum AtlasBy;
    static constexpr Name<AtlasBy> names[] = {
        {Zone, "zone"_L1}, {Tier, "tier"_L1}, {Indicator, "indicator"_L1}, {Year, "year"_L1}};
    return names;
}

namespace {

/// A figure of a part of the plan has pages of that part's zones alone.
bool isWithin(const FigureSpec& figure, const QString& zone) {
    return figure.extent.isEmpty() || figure.extent.contains(zone);
}

QList<AtlasPage> zonePages(const Plan& plan, const FigureSpec& figure) {
    QList<AtlasPage> pages;
    for (const Zone& zone : plan.layoutZones()) {
        if (!isWithin(figure, zone.code))
            continue;
        FigureSpec spec = figure;
        spec.extent = {zone.code};
        pages += {zone.code, zone.name.in(figure.language), spec};
    }
    return pages;
}

QList<AtlasPage> tierPages(const Plan& plan, const FigureSpec& figure) {
    QList<AtlasPage> pages;
    for (const Tier& tier : plan.tiers) {
        FigureSpec spec = figure;
        spec.extent.clear();
        for (const Zone& zone : plan.zonesOf(tier.key)) {
            if (isWithin(figure, zone.code))
                spec.extent += zone.code;
        }
        if (spec.extent.isEmpty())
            continue;
        const QString name = tier.name.in(figure.language);
        if (spec.subtitle.isEmpty())
            spec.subtitle = name;
        pages += {tier.key, name, spec};
    }
    return pages;
}

QList<AtlasPage> indicatorPages(const Plan& plan, const FigureSpec& figure) {
    QList<AtlasPage> pages;
    for (const Indicator& indicator : plan.indicators) {
        if (periodsOf(plan, indicator.key).isEmpty())
            continue;
        FigureSpec spec = figure;
        spec.figure = u"map"_s;
        spec.style = suitableStyle(plan, indicator.key);
        pages += {indicator.key, indicator.name.in(figure.language), spec};
    }
    return pages;
}

Result<QList<AtlasPage>> yearPages(const Plan& plan, const FigureSpec& figure) {
    if (!figure.style || figure.style->indicators.size() != 1)
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"by"_s});
    QList<Period> periods = periodsOf(plan, figure.style->indicators.first());
    std::ranges::sort(periods, {}, [](const Period& period) { return period.toString(); });
    QList<AtlasPage> pages;
    for (const Period& period : periods) {
        FigureSpec spec = figure;
        spec.style->when = LayerStyle::When::Given;
        spec.style->period = period;
        pages += {period.toString(), period.toString(), spec};
    }
    return pages;
}

Result<QList<AtlasPage>> pagesBy(const Plan& plan, const FigureSpec& figure, AtlasBy by) {
    switch (by) {
    case AtlasBy::Zone:
        return zonePages(plan, figure);
    case AtlasBy::Tier:
        return tierPages(plan, figure);
    case AtlasBy::Indicator:
        return indicatorPages(plan, figure);
    case AtlasBy::Year:
        return yearPages(plan, figure);
    }
    return QList<AtlasPage>();
}

/// A name for a file: what a path or a system would take for something else becomes a dash.
QString fileName(QString name) {
    for (QChar& each : name) {
        if (u"/\\:*?\"<>|"_s.contains(each) || each < u' ')
            each = u'-';
    }
    return name;
}

bool namesPages(const QString& path) {
    return path.contains("{key}"_L1) || path.contains("{name}"_L1) || path.contains("{number}"_L1);
}

QString pathOf(QString path, const AtlasPage& page, qsizetype number, qsizetype of) {
    const auto digits = static_cast<int>(QString::number(of).size());
    path.replace(u"{key}"_s, fileName(page.key));
    path.replace(u"{name}"_s, fileName(page.name));
    return path.replace(u"{number}"_s, u"%1"_s.arg(number, digits, 10, QChar(u'0')));
}

/// Runs `work` for each page, `jobs` at a time; ends early where the progress says so.
Result<void> eachPage(qsizetype count, int jobs, const Progress& progress, const std::function<void(qsizetype)>& work) {
    std::atomic<qsizetype> next = 0;
    std::atomic<bool> goesOn = true;
    std::mutex telling;
    qsizetype done = 0;
    const auto worker = [&] {
        for (qsizetype i = next++; i < count && goesOn; i = next++) {
            work(i);
            const std::scoped_lock lock(telling);
            ++done;
            if (progress && !progress(static_cast<double>(done) / static_cast<double>(count)))
                goesOn = false;
        }
    };
    onThreads(static_cast<int>(std::min<qsizetype>(jobs, count)), worker);
    return goesOn ? Result<void>() : std::unexpected(Problem{.code = Problem::Code::Cancelled});
}

/// Whether the file shows what would be written.
bool isUpToDate(const QString& file, const Project& project, const FigureSpec& spec) {
    if (!QFileInfo::exists(file)) // spares what is wanted, which takes a tenth as long as the page
        return false;
    const auto there = readFigureRecords(file);
    return there && toJson(there->first()) == toJson(recordOf(project, spec));
}

Result<AtlasOutcome> writeFiles(const Project& project, const SheetShapes& shapes, const QList<AtlasPage>& pages,
                                const QString& path, int jobs, const Progress& progress) {
    AtlasOutcome outcome;
    std::mutex telling;
    const int threads = std::max(1, processors() / std::max(1, jobs)); // of a page
    const auto write = [&](qsizetype i) {
        const AtlasPage& page = pages[i];
        const QString file = pathOf(path, page, i + 1, pages.size());
        const bool upToDate = isUpToDate(file, project, page.spec);
        const Result<void> written =
            upToDate ? Result<void>() : Figure::layOut(project, shapes, page.spec).and_then([&](const Figure& figure) {
                return exportFigure(figure, page.spec, file, threads);
            });
        const std::scoped_lock lock(telling);
        if (!written)
            outcome.failures.push_back({page, written.error()});
        else
            ++(upToDate ? outcome.unchanged : outcome.written);
        if (written)
            outcome.files += file;
    };
    return eachPage(pages.size(), jobs, progress, write).transform([&] { return outcome; });
}

Result<AtlasOutcome> writeBook(const Project& project, const SheetShapes& shapes, const QList<AtlasPage>& pages,
                               const QString& path, int jobs, const Progress& progress) {
    QSaveFile file(path);
    const auto unwritable = [&] {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable, .file = path, .arguments = {file.errorString()}});
    };
    if (!file.open(QIODevice::WriteOnly)) // before the work of drawing
        return unwritable();
    std::vector<Result<PdfPage>> drawn(static_cast<std::size_t>(pages.size()));
    const auto draw = [&](qsizetype i) {
        drawn[static_cast<std::size_t>(i)] =
            Figure::layOut(project, shapes, pages[i].spec).transform([&](const Figure& figure) {
                return PdfPage{pages[i].name, pdfBytes(figure)};
            });
    };
    if (const auto all = eachPage(pages.size(), jobs, progress, draw); !all)
        return std::unexpected(all.error());
    AtlasOutcome outcome;
    std::vector<PdfPage> book;
    QList<FigureRecord> records;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const AtlasPage& page = pages[static_cast<qsizetype>(i)];
        if (!drawn[i]) {
            outcome.failures.push_back({page, drawn[i].error()});
            continue;
        }
        book.push_back(*std::move(drawn[i]));
        records += recordOf(project, page.spec);
        records.last().bookmark = page.name;
    }
    outcome.written = static_cast<int>(book.size());
    if (book.empty())
        return outcome;
    const auto index = atlasIndex(project, pages.first().spec, book, toJson(records));
    if (!index)
        return std::unexpected(index.error());
    std::vector<PdfPage> behind;
    for (const Figure& more : std::span(*index).subspan(1))
        behind.push_back({{}, pdfBytes(more)});
    std::ranges::move(book, std::back_inserter(behind));
    const QByteArray bytes = joinedPdf(pdfBytes(index->front()), behind);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return unwritable();
    outcome.files += path;
    return outcome;
}

} // namespace

Result<QList<AtlasPage>> atlasPages(const Project& project, const FigureSpec& figure, const QList<AtlasBy>& by) {
    QList<AtlasPage> pages{{{}, {}, figure}};
    for (const AtlasBy each : by) {
        QList<AtlasPage> finer;
        for (const AtlasPage& page : std::as_const(pages)) {
            const auto parts = pagesBy(project.plan, page.spec, each);
            if (!parts)
                return std::unexpected(parts.error());
            for (AtlasPage part : *parts) {
                if (!page.key.isEmpty()) {
                    part.key = page.key + u'-' + part.key;
                    part.name = page.name + u" · "_s + part.name;
                }
                finer += part;
            }
        }
        pages = finer;
    }
    return pages;
}

Result<AtlasOutcome> writeAtlas(const Project& project, const PlanShapes& shapes, const QList<AtlasPage>& pages,
                                const QString& path, int jobs, const Progress& progress) {
    if (namesPages(path))
        return writeFiles(project, SheetShapes(shapes), pages, path, jobs, progress);
    if (QFileInfo(path).suffix().compare("pdf"_L1, Qt::CaseInsensitive) == 0)
        return writeBook(project, SheetShapes(shapes), pages, path, jobs, progress);
    return std::unexpected(Problem{.code = Problem::Code::ValueUnknown,
                                   .file = path,
                                   .arguments = {QFileInfo(path).fileName(), u"*.pdf, {key}, {name}, {number}"_s}});
}

} // namespace tiermap
