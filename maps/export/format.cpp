#include "maps/export/format.h"

#include "maps/formats/xlsx_writer.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using enum FileFormat::Shapes;

constexpr FileFormat formats[] = {
    {.name = "xlsx"_L1, .tables = true, .longestText = sheetText, .mostRows = sheetRows - 1},
    {.name = "csv"_L1, .tables = true, .typed = false},
    {.name = "geojson"_L1, .shapes = Any},
    {.name = "gpkg"_L1, .driver = "GPKG"_L1, .shapes = Any, .tables = true, .statesCgcs2000 = true},
    {.name = "shp"_L1,
     .driver = "ESRI Shapefile"_L1,
     .shapes = OneKind,
     .statesCgcs2000 = true,
     .longestName = 10,
     .longestText = 254},
    {.name = "kml"_L1, .driver = "LIBKML"_L1, .shapes = Any},
    {.name = "fgb"_L1, .driver = "FlatGeobuf"_L1, .shapes = Any, .statesCgcs2000 = true},
};

} // namespace

std::span<const FileFormat> fileFormats() { return formats; }

const FileFormat* formatNamed(const QString& name) {
    const auto* format = std::ranges::find(formats, name.toLower(), &FileFormat::name);
    return format == std::end(formats) ? nullptr : format;
}

Result<const FileFormat*> formatOf(const QString& file) {
    const QString ending = QFileInfo(file).suffix();
    if (const FileFormat* format = formatNamed(ending)) {
        return format;
    }
    return std::unexpected(
        Problem{.code = Problem::Code::FileTypeUnknown, .file = file, .arguments = {ending, formatNames()}});
}

QString formatNames(bool withTables) {
    QStringList names;
    for (const FileFormat& format : formats) {
        if (format.tables || !withTables) {
            names << format.name;
        }
    }
    return names.join(u", "_s);
}

} // namespace tiermap
