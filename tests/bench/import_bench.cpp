// What taking files in costs: 100,000 observations from CSV and XLSX, a million points from CSV and FlatGeobuf, from the
// file to the durable edit. Beside each stands ogr2ogr turning the same file into a GeoPackage in the same run. Nothing
// is asserted. Run by ./dev bench -R import.

#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "maps/formats/plan_project.h"
#include "maps/import/file_import.h"

#include <sys/resource.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

double secondsOf(const auto& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

void write(const QString& file, const QByteArray& text) {
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(file));
}

void ogr2ogr(const QStringList& arguments) {
    if (QProcess::execute(u"ogr2ogr"_s, arguments) != 0)
        qFatal("ogr2ogr failed");
}

/// Each row another zone, year or source of one indicator.
QByteArray observations(const Plan& plan, int rows) {
    QStringList zones;
    for (const Zone& zone : plan.layoutZones())
        zones << zone.code;
    QByteArray csv = "zone,indicator,period,source,value\n";
    const QByteArray indicator = plan.indicators.first().key.toUtf8();
    for (int i = 0; i < rows; ++i) {
        const int year = 1990 + (i / int(zones.size())) % 40;
        csv += zones[i % zones.size()].toUtf8() + ',' + indicator + ',' + QByteArray::number(year) + ",source " +
               QByteArray::number(i / int(zones.size()) / 40) + ',' + QByteArray::number(i % 9973) + '\n';
    }
    return csv;
}

QByteArray points(int rows) {
    QByteArray csv = "name,lon,lat\n";
    for (int i = 0; i < rows; ++i)
        csv += "p" + QByteArray::number(i) + ',' + QByteArray::number(118.5 + (i % 1999) * 0.001, 'f', 5) + ',' +
               QByteArray::number(29.3 + (i / 1999) * 0.002, 'f', 5) + '\n';
    return csv;
}

/// From the file to the durable edit, in a project of its own.
void bench(const char* what, const QTemporaryDir& folder, const QString& file, const FileImportChoices& choices,
           const QStringList& peerOptions = {}) {
    const QString target = folder.filePath(u"project.gpkg"_s);
    QFile::remove(target);
    QFile::copy(folder.filePath(u"plan.gpkg"_s), target);
    auto project = OpenProject::open(target, OpenProject::Access::Write);
    const auto shapes = decodeShapes((*project)->content());
    int used = 0;
    double read = 0;
    const double all = secondsOf([&] {
        Result<FileImport> made;
        read = secondsOf([&] { made = importFile((*project)->content(), *shapes, file, choices); });
        if (!made || !made->prepare(**project) || !(*project)->apply(made->edit))
            qFatal("the import failed");
        used = made->report.used;
    });
    const QString out = folder.filePath(u"peer.gpkg"_s);
    QFile::remove(out);
    const double peer = secondsOf([&] { ogr2ogr(QStringList{u"-f"_s, u"GPKG"_s, out, file} + peerOptions); });
    std::printf("%-34s %8d rows  %6.2f s (reading and matching %5.2f)  ogr2ogr %6.2f s  ratio %4.1f  peak %4.0f MB\n",
                what, used, all, read, peer, all / peer, peakMegabytes());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir folder;
    const auto plan = readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
    if (!plan || !writeProjectFile(folder.filePath(u"plan.gpkg"_s), *plan))
        return 1;
    const QString table = folder.filePath(u"table.csv"_s);
    write(table, observations(plan->plan, 100000));
    const FileImportChoices figures{.kind = ImportKind::Observations, .observations = {.vintage = Vintage::Current}};
    bench("observations from CSV", folder, table, figures);
    const QString sheet = folder.filePath(u"table.xlsx"_s);
    ogr2ogr({u"-f"_s, u"XLSX"_s, sheet, table});
    bench("observations from XLSX", folder, sheet, figures);
    const QString cloud = folder.filePath(u"cloud.csv"_s);
    write(cloud, points(1000000));
    const QStringList columns{
        u"-oo"_s, u"X_POSSIBLE_NAMES=lon"_s, u"-oo"_s, u"Y_POSSIBLE_NAMES=lat"_s, u"-a_srs"_s, u"EPSG:4490"_s};
    bench("points from CSV", folder, cloud, {.kind = ImportKind::Layer}, columns);
    const QString fgb = folder.filePath(u"cloud.fgb"_s);
    ogr2ogr(QStringList{u"-f"_s, u"FlatGeobuf"_s, fgb, cloud} + columns);
    bench("points from FlatGeobuf", folder, fgb, {.kind = ImportKind::Layer});
    return 0;
}
