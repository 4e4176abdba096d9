#include "core/plan/package_tables.h"

#include "core/plan/csv_table.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

Observation readObservation(const CsvRow& row) {
    Observation observation{.zone = row.required("zone"_L1),
                            .indicator = row.required("indicator"_L1),
                            .source = row.required("source"_L1),
                            .address = row.text("address"_L1),
                            .missingReason = row.text("missing_reason"_L1),
                            .status = row.oneOf<Observation::Status>("status"_L1),
                            .confidence = row.oneOf<Observation::Confidence>("confidence"_L1),
                            .adopted = row.flag("adopted"_L1),
                            .note = row.text("note"_L1)};
    if (const std::optional<Period> period = Period::parse(row.text("period"_L1))) {
        observation.period = *period;
    } else {
        row.fail(Problem::Code::FieldType, "period"_L1, {u"period"_s});
    }
    if (const QString value = row.text("value"_L1); !value.isEmpty()) {
        observation.value = Quantity::parse(value);
        if (!observation.value) {
            row.fail(Problem::Code::FieldType, "value"_L1, {u"number"_s});
        }
    }
    return observation;
}

/// A longitude or latitude in degrees, exact and within ±limit; nothing where the cell is empty.
std::optional<double> readDegrees(const CsvRow& row, QLatin1StringView column, double limit) {
    const QString text = row.text(column);
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const std::optional<Quantity> degrees = Quantity::parse(text);
    if (!degrees || degrees->bound != Quantity::Bound::Exact || qAbs(degrees->number) > limit) {
        row.fail(Problem::Code::FieldType, column, {u"number"_s});
        return std::nullopt;
    }
    return degrees->number;
}

Site readSite(const CsvRow& row) {
    Site site{.key = row.required("key"_L1),
              .name = {row.required("name_zh"_L1), row.text("name_en"_L1)},
              .pinyin = row.text("pinyin"_L1),
              .kind = row.oneOf<Site::Kind>("kind"_L1),
              .zone = row.text("zone"_L1),
              .stage = row.oneOf<Site::Stage>("stage"_L1),
              .confidence = row.oneOf<Observation::Confidence>("confidence"_L1),
              .source = row.required("source"_L1),
              .address = row.text("address"_L1),
              .note = row.text("note"_L1)};
    const std::optional<double> longitude = readDegrees(row, "lon"_L1, 180);
    const std::optional<double> latitude = readDegrees(row, "lat"_L1, 90);
    if (longitude && latitude) {
        site.position = QPointF(*longitude, *latitude);
    } else if (longitude || latitude) {
        row.fail(Problem::Code::FieldMissing, longitude ? "lat"_L1 : "lon"_L1, {});
    }
    return site;
}

template <class T>
Lines readRows(const CsvTable& table, QList<T>& list, T (*read)(const CsvRow&)) {
    Lines lines;
    for (const CsvRow& row : table.rows()) {
        list << read(row);
        lines << row.line();
    }
    return lines;
}

} // namespace

Lines readObservations(const QString& file, Plan& plan, ProblemList& problem) {
    const CsvTable table(file,
                         {"zone"_L1, "indicator"_L1, "period"_L1, "source"_L1, "address"_L1, "value"_L1,
                          "missing_reason"_L1, "status"_L1, "confidence"_L1, "adopted"_L1, "note"_L1},
                         problem);
    return readRows(table, plan.observations, readObservation);
}

Lines readSites(const QString& file, Plan& plan, ProblemList& problem) {
    const CsvTable table(file,
                         {"key"_L1, "name_zh"_L1, "name_en"_L1, "pinyin"_L1, "kind"_L1, "zone"_L1, "lon"_L1, "lat"_L1,
                          "stage"_L1, "confidence"_L1, "source"_L1, "address"_L1, "note"_L1},
                         problem);
    return readRows(table, plan.sites, readSite);
}

} // namespace tiermap
