// Registers counted per district, whole processes: a million rows and ten million. Medians of three runs; memory is the
// peak resident set of the process. Nothing is asserted: time depends on the machine. Peers run where they are installed:
// ogr2ogr groups the same rows by district code (no geometry, so it has less to do), GeoPandas joins the points with the
// districts. `wc -l` only reads: what the disk cache and the memory allow.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;

namespace {

const QString program = QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/bin/tiermap"_s;
const QString zones = QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou/zones.geojson"_s;

struct Sample {
    double seconds = -1; ///< negative: not installed, or it failed
    double megabytes = -1;
};

Sample run(const QStringList& command) {
    std::vector<QByteArray> texts;
    std::ranges::transform(command, std::back_inserter(texts), [](const QString& text) { return text.toLocal8Bit(); });
    std::vector<char*> arguments;
    std::ranges::transform(texts, std::back_inserter(arguments), [](QByteArray& text) { return text.data(); });
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    QElapsedTimer timer;
    timer.start();
    pid_t child = 0;
    const int failed = posix_spawnp(&child, arguments[0], &quiet, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&quiet);
    int status = 0;
    rusage usage{};
    if (failed != 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
        return {};
    }
    return {double(timer.nsecsElapsed()) / 1e9, double(usage.ru_maxrss) / 1024};
}

Sample median(const QStringList& command) {
    std::vector<Sample> samples;
    for (int i = 0; i < 3; ++i) {
        samples.push_back(run(command));
    }
    std::ranges::sort(samples, {}, &Sample::seconds);
    return samples[1];
}

void report(const char* what, const Sample& sample, const char* note = "") {
    if (sample.seconds < 0) {
        std::printf("%-52s not installed here\n", what);
    } else {
        std::printf("%-52s %7.3f s %6.0f MB   %s\n", what, sample.seconds, sample.megabytes, note);
    }
    std::fflush(stdout);
}

/// Seven in ten around the core, the others anywhere in the city's rectangle; a fixed seed.
void writeRegister(const QString& name, int rows) {
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("cannot write %s", qPrintable(name));
    }
    std::mt19937 random(7);
    std::normal_distribution<> core;
    std::uniform_real_distribution<> anywhere;
    static constexpr const char* industries[] = {"I65", "C39", "F51", "L72", "M75", "I64", "G54", "J66", "C35", "F52"};
    QByteArray bytes = "id,name,industry,district,lon,lat\n";
    for (int i = 0; i < rows; ++i) {
        const bool inCore = anywhere(random) < 0.7;
        const double longitude = inCore ? 120.2 + 0.12 * core(random) : 118.4 + 2.3 * anywhere(random);
        const double latitude = inCore ? 30.26 + 0.08 * core(random) : 29.2 + 1.3 * anywhere(random);
        char line[128];
        std::snprintf(line, sizeof line, "%d,杭州企业%d有限公司,%s,3301%02d,%.6f,%.6f\n", i + 1, i + 1,
                      industries[i % 10], i % 3 == 0 ? 6 : 8, longitude, latitude);
        bytes += line;
        if (bytes.size() > (1 << 20) || i + 1 == rows) {
            file.write(bytes);
            bytes.clear();
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    constexpr int million = 1'000'000;
    const QString one = folder.filePath(u"one.csv"_s);
    writeRegister(one, million);
    report("wc -l reads 1,000,000 rows", median({u"wc"_s, u"-l"_s, one}));
    run({program, u"zones"_s}); // so that its libraries are in memory
    report("tiermap zones: what a start costs", median({program, u"zones"_s, u"--json"_s}));
    const Sample counted = median({program, u"count"_s, one, u"--json"_s});
    report("tiermap count, 1,000,000 points", counted, "aim 0.30 s, 120 MB");
    report("tiermap count by code", median({program, u"count"_s, one, u"--code"_s, u"district"_s, u"--json"_s}));
    report("peer: ogr2ogr groups them by code",
           median({u"ogr2ogr"_s, u"-f"_s, u"CSV"_s, u"/vsistdout/"_s, one, u"-dialect"_s, u"sqlite"_s, u"-sql"_s,
                   u"select district, count(*) from one group by district"_s}));
    const Sample pandas = median(
        {u"python3"_s, u"-c"_s,
         u"import sys, pandas, geopandas\n"
         "t = pandas.read_csv(sys.argv[1])\n"
         "p = geopandas.GeoDataFrame(t, geometry=geopandas.points_from_xy(t.lon, t.lat), crs='EPSG:4490')\n"
         "print(p.sjoin(geopandas.read_file(sys.argv[2]).to_crs('EPSG:4490')).groupby('index_right').size())\n"_s,
         one, zones});
    report("peer: GeoPandas joins them with the districts", pandas, "elsewhere 5.5 s, 561 MB");
    const QString ten = folder.filePath(u"ten.csv"_s);
    writeRegister(ten, 10 * million);
    const Sample many = median({program, u"count"_s, ten, u"--json"_s});
    report("tiermap count, 10,000,000 points", many);
    std::printf("%-52s %7.2f\n", "time per point, ten million / one", many.seconds / 10 / counted.seconds);
    return 0;
}
