// What the open project costs: a durable edit, undoing ten thousand, a project of a million observations. Beside each
// stands plain SQLite doing the same writes with the same durability in the same run. Nothing is asserted.

#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "tests/core/store/sample_project.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

double secondsOf(const std::function<void()>& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

double megabytes() {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').value(0).toDouble() / 1024;
    }
    return -1;
}

void report(const char* what, double value, const char* unit, const char* note = "") {
    std::printf("%-66s %10.3f %-3s %s\n", what, value, unit, note);
    std::fflush(stdout);
}

struct Latency {
    double median = 0;
    double ninetyNinth = 0;
};

Latency latencies(int runs, const std::function<void(int)>& once) {
    std::vector<double> seconds;
    for (int i = 0; i < runs; ++i)
        seconds.push_back(secondsOf([&] { once(i); }));
    std::ranges::sort(seconds);
    return {1000 * seconds[seconds.size() / 2], 1000 * seconds[seconds.size() * 99 / 100]};
}

void benchEdits(const QString& folder) {
    const QString file = folder + u"/edits.gpkg"_s;
    if (!writeProjectFile(file, sampleProject()))
        return;
    const QString plain = folder + u"/plain.gpkg"_s;
    QFile::copy(file, plain);
    constexpr int runs = 2000;
    auto project = OpenProject::open(file, OpenProject::Access::Write);
    const Latency ours = latencies(runs, [&](int i) {
        (void)(*project)->apply({.changes = {setCell(Table::Zones, {u"330108"_s}, u"name_en"_s, QString::number(i))}});
    });
    OtherProgram sqlite(plain);
    sqlite.run(u"PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA"_s);
    const Latency peer = latencies(runs, [&](int i) {
        sqlite.run(u"BEGIN IMMEDIATE; UPDATE zones SET name_en = '%1' WHERE code = '330108';"
                   "INSERT INTO edits VALUES (abs(random()), %1, %1, 0, 'edit', NULL, '', '', 'update', 'zones', "
                   "'330108', 'name_en', '', '%1', '', ''); COMMIT"_s.arg(i));
    });
    report("durable edit, median", ours.median, "ms");
    report("durable edit, 99th percentile", ours.ninetyNinth, "ms");
    report("peer: SQLite writing cell and log line, median", peer.median, "ms");
    report("peer: 99th percentile", peer.ninetyNinth, "ms");
    report("ratio of the medians", ours.median / peer.median, "");

    constexpr int many = 10000;
    for (int i = runs; i < many; ++i)
        (void)(*project)->apply({.changes = {setCell(Table::Zones, {u"330108"_s}, u"name_en"_s, QString::number(i))}});
    report("undo of 10,000 edits, in one step", secondsOf([&] { (void)(*project)->undo(many); }), "s");
    report("redo of 10,000 edits, in one step", secondsOf([&] { (void)(*project)->redo(many); }), "s");
    const Latency single = latencies(1000, [&](int) { (void)(*project)->undo(); });
    report("undo of one edit among 10,000, median", single.median, "ms");
}

constexpr int million = 1'000'000;

Project bigProject() {
    Project project = sampleProject();
    Plan& plan = project.plan;
    plan.observations.clear();
    plan.observations.reserve(million);
    for (int i = 0; plan.observations.size() < million; ++i) {
        const int year = 1900 + i % 125;
        const Indicator& indicator = plan.indicators[i / 125 % plan.indicators.size()];
        const Zone& zone = plan.zones[i / 125 / int(plan.indicators.size()) % plan.zones.size()];
        const int source = i / 125 / int(plan.indicators.size()) / int(plan.zones.size());
        Observation o;
        o.zone = zone.code;
        o.indicator = indicator.key;
        o.period = *Period::parse(QString::number(year));
        o.source = u"统计年鉴 第%1种"_s.arg(source);
        o.address = u"https://example.org/%1"_s.arg(source);
        o.value = Quantity{1 + i % 1000 / 7.0};
        o.adopted = source == 0;
        plan.observations << o;
    }
    return project;
}

/// What plain SQLite needs for the same rows: table, indexes and one transaction.
double plainInserts(const QString& file, const Project& project) {
    sqlite3* database = nullptr;
    sqlite3_open(file.toUtf8().constData(), &database);
    sqlite3_exec(database,
                 "CREATE TABLE observations (fid INTEGER PRIMARY KEY, zone TEXT, indicator TEXT, period TEXT, source "
                 "TEXT, address TEXT, value REAL, adopted INTEGER, UNIQUE (zone, indicator, period, source));"
                 "CREATE UNIQUE INDEX one ON observations (zone, indicator, period) WHERE adopted = 1; BEGIN",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO observations VALUES (?, ?, ?, ?, ?, ?, ?, ?)", -1, &insert, nullptr);
    const double seconds = secondsOf([&] {
        sqlite3_int64 fid = 0;
        for (const Observation& o : project.plan.observations) {
            sqlite3_bind_int64(insert, 1, ++fid);
            int column = 2;
            for (const QString& text : {o.zone, o.indicator, o.period.toString(), o.source, o.address}) {
                const QByteArray utf8 = text.toUtf8();
                sqlite3_bind_text(insert, column++, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
            }
            sqlite3_bind_double(insert, 7, o.value->number);
            sqlite3_bind_int(insert, 8, o.adopted ? 1 : 0);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
    });
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return seconds;
}

void benchMillion(const QString& folder) {
    const QString file = folder + u"/million.gpkg"_s;
    {
        const Project project = bigProject();
        const double ours = secondsOf([&] { (void)writeProjectFile(file, project); });
        const double peer = plainInserts(folder + u"/plain-million.db"_s, project);
        report("project of 1,000,000 observations: written", ours, "s");
        report("peer: SQLite inserting the same rows", peer, "s");
        report("ratio", ours / peer, "");
        report("its file", double(QFileInfo(file).size()) / 1e6, "MB");
    }
    for (const char* access : {"--read", "--write"}) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(access), file});
        process.waitForFinished(-1);
        std::fputs(process.readAllStandardOutput().constData(), stdout);
    }
}

/// In a process of its own, so that its memory is what the open project takes.
int openOnly(OpenProject::Access access, const QString& file) {
    const double before = megabytes();
    std::unique_ptr<OpenProject> project;
    const double seconds = secondsOf([&] {
        if (auto opened = OpenProject::open(file, access))
            project = *std::move(opened);
    });
    if (!project)
        return 1;
    const bool writes = access == OpenProject::Access::Write;
    report(writes ? "opened to edit" : "opened to read", seconds, "s");
    report(writes ? "memory, open to edit" : "memory, open to read", megabytes() - before, "MB");
    if (writes) {
        const Observation o = project->content().plan.observations[million / 2];
        const QStringList key{o.zone, o.indicator, o.period.toString(), o.source};
        const Latency edit = latencies(200, [&](int i) {
            (void)project->apply({.changes = {setCell(Table::Observations, key, u"value"_s, double(i))}});
        });
        report("durable edit in it, median", edit.median, "ms");
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    if (argc == 3) {
        return openOnly(QByteArray(argv[1]) == "--write" ? OpenProject::Access::Write : OpenProject::Access::Read,
                        QString::fromLocal8Bit(argv[2]));
    }
    const QTemporaryDir folder;
    benchEdits(folder.path());
    benchMillion(folder.path());
    return 0;
}
