#include "maps/formats/plan_project.h"
#include "maps/geometry/geopackage_blob.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

const QString hangzhou = QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s;

QJsonArray featuresOf(const QString& file) {
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(source.readAll())[u"features"].toArray()
                                            : QJsonArray();
}

bool writeFeatures(const QString& file, const QJsonArray& features) {
    QFile target(file);
    const QJsonObject collection{{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}};
    return target.open(QIODevice::WriteOnly) && target.write(QJsonDocument(collection).toJson()) > 0;
}

void putProperty(QJsonArray& features, qsizetype index, const QString& key, const QJsonValue& value) {
    QJsonObject feature = features[index].toObject();
    QJsonObject properties = feature[u"properties"].toObject();
    properties[key] = value;
    feature[u"properties"_s] = properties;
    features[index] = feature;
}

void setGeometry(QJsonArray& features, qsizetype index, const QByteArray& geometry) {
    QJsonObject feature = features[index].toObject();
    feature[u"geometry"_s] = geometry.isEmpty() ? QJsonValue() : QJsonValue(QJsonDocument::fromJson(geometry).object());
    features[index] = feature;
}

qsizetype indexOf(const QJsonArray& features, const QString& code) {
    for (qsizetype i = 0; i < features.size(); ++i) {
        if (features[i][u"properties"][u"code"].toString() == code) {
            return i;
        }
    }
    return -1;
}

using Change = std::function<void(QJsonArray&)>;

/// A copy of the Hangzhou package, changed.
class Package {
public:
    explicit Package(const Change& zones, const Change& context = {}) {
        for (const QString& name : QDir(hangzhou).entryList(QDir::Files)) {
            QFile::copy(hangzhou + u'/' + name, m_folder.filePath(name));
        }
        change(u"zones.geojson"_s, zones);
        if (context) {
            change(u"context.geojson"_s, context);
        }
    }
    QString path() const { return m_folder.path(); }
    void remove(const QString& name) const { QFile::remove(m_folder.filePath(name)); }

private:
    void change(const QString& name, const Change& change) const {
        QJsonArray features = featuresOf(hangzhou + u'/' + name);
        change(features);
        remove(name);
        if (!writeFeatures(m_folder.filePath(name), features)) {
            qFatal("cannot write %s", qPrintable(name));
        }
    }

    QTemporaryDir m_folder;
};

const QByteArray bowTie = R"({"type":"Polygon","coordinates":[[[120,30],[121,31],[121,30],[120,31],[120,30]]]})";
const QByteArray triangle = R"({"type":"Polygon","coordinates":[[[120,30],[121,30],[121,31],[120,30]]]})";
const QByteArray line = R"({"type":"LineString","coordinates":[[120,30],[121,31]]})";

QJsonObject contextFeature(const QString& role, const QByteArray& geometry) {
    return {{u"type"_s, u"Feature"_s},
            {u"properties"_s, QJsonObject{{u"role"_s, role},
                                          {u"name_zh"_s, u"钱塘江"_s},
                                          {u"name_en"_s, u"Qiantang"_s},
                                          {u"source"_s, u"test"_s}}},
            {u"geometry"_s, QJsonDocument::fromJson(geometry).object()}};
}

} // namespace

class PlanProjectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsHangzhou();
    void codesMayBeNumbers();
    void refusesBrokenZones_data();
    void refusesBrokenZones();
    void readsContext();
    void contextIsOptional();
    void refusesBrokenContext_data();
    void refusesBrokenContext();
    void zonesAreNotOptional();
};

void PlanProjectTest::initTestCase() { QVERIFY(QFile::exists(hangzhou + u"/zones.geojson"_s)); }

void PlanProjectTest::readsHangzhou() {
    const Result<Project> project = readPlanProject(hangzhou);
    QVERIFY2(project, project ? "" : qPrintable(project.error().file + project.error().arguments.join(u' ')));
    QCOMPARE(project->plan.layoutZones().size(), 14);
    QCOMPARE(project->zoneShapes.size(), 14);
    for (const ShapeBlob& shape : project->zoneShapes) {
        QVERIFY(decodePolygons(shape));
    }
    QVERIFY(project->file.isEmpty());
}

void PlanProjectTest::codesMayBeNumbers() {
    const Package package([](QJsonArray& zones) {
        for (qsizetype i = 0; i < zones.size(); ++i) {
            bool isNumber = false;
            const int code = zones[i][u"properties"][u"code"].toString().toInt(&isNumber);
            if (isNumber) {
                putProperty(zones, i, u"code"_s, code);
            }
        }
    });
    const Result<Project> project = readPlanProject(package.path());
    QVERIFY(project);
    QVERIFY(project->zoneShapes.contains(u"330102"_s));
}

void PlanProjectTest::refusesBrokenZones_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<Problem::Code>("code");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<bool>("namesRow");
    using enum Problem::Code;
    const auto row = [](const char* name, const Change& change, Problem::Code code, const QString& argument, bool row) {
        QTest::newRow(name) << change << code << argument << row;
    };
    row(
        "a zone is missing", [](QJsonArray& zones) { zones.removeAt(indexOf(zones, u"330127"_s)); }, GeometryMissing,
        u"330127"_s, false);
    row("no geometry", [](QJsonArray& zones) { setGeometry(zones, 0, {}); }, GeometryMissing, u"330102"_s, true);
    row(
        "unknown code", [](QJsonArray& zones) { putProperty(zones, 0, u"code"_s, u"330103"_s); }, ReferenceUnknown,
        u"330103"_s, true);
    row(
        "a unit outside of the layout", [](QJsonArray& zones) { putProperty(zones, 0, u"code"_s, u"330100"_s); },
        ReferenceUnknown, u"330100"_s, true);
    row("no code", [](QJsonArray& zones) { putProperty(zones, 0, u"code"_s, QJsonValue()); }, FieldMissing, {}, true);
    row(
        "twice the same", [](QJsonArray& zones) { zones.append(zones[0].toObject()); }, DuplicateKey, u"330102"_s,
        true);
    row("crosses itself", [](QJsonArray& zones) { setGeometry(zones, 0, bowTie); }, GeometryInvalid, u"330102"_s, true);
    row("a line", [](QJsonArray& zones) { setGeometry(zones, 0, line); }, GeometryInvalid, u"330102"_s, true);
}

void PlanProjectTest::refusesBrokenZones() {
    QFETCH(Change, change);
    QFETCH(Problem::Code, code);
    QFETCH(QString, argument);
    QFETCH(bool, namesRow);
    const Package package(change);
    const Result<Project> project = readPlanProject(package.path());
    QVERIFY(!project);
    QCOMPARE(project.error().code, code);
    QCOMPARE(project.error().arguments.value(0), argument);
    QCOMPARE(project.error().row > 0, namesRow);
    QVERIFY(project.error().file.endsWith(u"/zones.geojson"_s));
    if (code == Problem::Code::GeometryInvalid) {
        QVERIFY(!project.error().arguments.value(1).isEmpty());
    }
}

void PlanProjectTest::readsContext() {
    const Package package([](QJsonArray&) {},
                          [](QJsonArray& context) {
                              context = {contextFeature(u"water"_s, triangle), contextFeature(u"border"_s, line),
                                         contextFeature(u"neighbour"_s, triangle)};
                          });
    const Result<Project> project = readPlanProject(package.path());
    QVERIFY(project);
    QCOMPARE(project->context.size(), 3);
    QVERIFY(project->context[0].role == ContextFeature::Role::Water);
    QCOMPARE(project->context[0].name, (Text{u"钱塘江"_s, u"Qiantang"_s}));
    QCOMPARE(project->context[0].source, u"test"_s);
    QVERIFY(decodePolygons(project->context[0].shape));
    QVERIFY(project->context[1].role == ContextFeature::Role::Border);
    QVERIFY(std::holds_alternative<GeoLines>(decodeShape(project->context[1].shape).value()));
    QVERIFY(project->context[2].role == ContextFeature::Role::Neighbour);
}

void PlanProjectTest::contextIsOptional() {
    const Package package([](QJsonArray&) {});
    package.remove(u"context.geojson"_s);
    const Result<Project> project = readPlanProject(package.path());
    QVERIFY(project);
    QVERIFY(project->context.isEmpty());
}

void PlanProjectTest::refusesBrokenContext_data() {
    QTest::addColumn<QJsonObject>("feature");
    QTest::addColumn<Problem::Code>("code");
    using enum Problem::Code;
    QTest::newRow("unknown role") << contextFeature(u"forest"_s, triangle) << ValueUnknown;
    QTest::newRow("no role") << contextFeature({}, triangle) << FieldMissing;
    QTest::newRow("water as a line") << contextFeature(u"water"_s, line) << GeometryInvalid;
    QTest::newRow("a border as a polygon") << contextFeature(u"border"_s, triangle) << GeometryInvalid;
    QTest::newRow("water that crosses itself") << contextFeature(u"water"_s, bowTie) << GeometryInvalid;
}

void PlanProjectTest::refusesBrokenContext() {
    QFETCH(QJsonObject, feature);
    QFETCH(Problem::Code, code);
    const Package package([](QJsonArray&) {}, [&](QJsonArray& context) { context = {feature}; });
    const Result<Project> project = readPlanProject(package.path());
    QVERIFY(!project);
    QCOMPARE(project.error().code, code);
    QCOMPARE(project.error().row, 1);
    QVERIFY(project.error().file.endsWith(u"/context.geojson"_s));
}

void PlanProjectTest::zonesAreNotOptional() {
    const Package package([](QJsonArray&) {});
    package.remove(u"zones.geojson"_s);
    const Result<Project> project = readPlanProject(package.path());
    QVERIFY(!project);
    QCOMPARE(project.error().code, Problem::Code::FileMissing);
    QVERIFY(project.error().file.endsWith(u"/zones.geojson"_s));
}

QTEST_GUILESS_MAIN(PlanProjectTest)
#include "plan_project_test.moc"
