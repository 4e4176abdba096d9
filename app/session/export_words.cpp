#include "app/session/export_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString exportWords(const char* text, int count = -1) {
    return QCoreApplication::translate("Export", text, nullptr, count);
}

QString what(const Loss& loss) {
    using enum Loss::Kind;
    const int count = static_cast<int>(loss.count);
    switch (loss.kind) {
    case Outlines:
        return exportWords(QT_TRANSLATE_N_NOOP("Export",
                                               "The outlines of %n rows are left out: a table has no place for "
                                               "them."),
                           count);
    case DatumUnstated:
        return exportWords(QT_TRANSLATE_NOOP("Export", "The file cannot say that its coordinates are CGCS2000 degrees; "
                                                       "tell whoever gets it."));
    case DatumWgs84:
        return exportWords(QT_TRANSLATE_NOOP("Export",
                                             "The format only knows WGS 84: the coordinates are CGCS2000, less "
                                             "than a metre off, and the file says WGS 84."));
    case FieldNames:
        return exportWords(QT_TRANSLATE_N_NOOP("Export", "%n names of fields are shortened (%1); the file …_fields.csv "
                                                         "has them in full."),
                           count)
            .arg(loss.arguments.join(u", "));
    case TextCut:
        return exportWords(QT_TRANSLATE_N_NOOP("Export", "%n texts are longer than %1 and are cut."), count)
            .arg(loss.arguments.value(0));
    case Guessed:
        return exportWords(QT_TRANSLATE_N_NOOP("Export",
                                               "%n texts look like numbers or dates, such as %1; a program that "
                                               "opens the file may change them."),
                           count)
            .arg(loss.arguments.value(0));
    case Controls:
        return exportWords(QT_TRANSLATE_N_NOOP("Export",
                                               "In %n texts line ends become line feeds, and control characters "
                                               "are left out."),
                           count);
    case Digits:
        return exportWords(QT_TRANSLATE_N_NOOP("Export", "In %n rows numbers keep no more than 15 or 16 digits."),
                           count);
    case EmptyText:
        return exportWords(QT_TRANSLATE_N_NOOP("Export", "%n empty texts cannot be told from missing ones."), count);
    case BlankEnds:
        return exportWords(QT_TRANSLATE_N_NOOP("Export", "Blanks at the end of %n texts are left out."), count);
    }
    return {};
}

} // namespace

QString sentence(const Loss& loss) {
    return loss.columns.isEmpty()
               ? what(loss)
               : exportWords(QT_TRANSLATE_NOOP("Export", "%1 (fields: %2)")).arg(what(loss), loss.columns.join(u", "));
}

QString sentence(Obstacle obstacle, const FileFormat& format) {
    switch (obstacle) {
    case Obstacle::None:
        break;
    case Obstacle::NoShapes:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Files of the kind .%1 hold outlines and points, of which this "
                                                       "table has none; choose one of: %2."))
            .arg(QString(format.name), formatNames(true));
    case Obstacle::SeveralKinds:
        return exportWords(QT_TRANSLATE_NOOP("Export",
                                             "A file of the kind .%1 holds either points, lines or areas, and "
                                             "this table has several of them; choose another kind."))
            .arg(QString(format.name));
    case Obstacle::TooManyRows:
        return exportWords(QT_TRANSLATE_NOOP("Export",
                                             "A file of the kind .%1 holds at most %2 rows, and this table has "
                                             "more; choose another kind."))
            .arg(QString(format.name))
            .arg(format.mostRows);
    case Obstacle::IsProject:
        return exportWords(QT_TRANSLATE_NOOP("Export",
                                             "The file is a Tiermap project, which an export does not take the "
                                             "place of; choose another name."));
    }
    return {};
}

QString tableWords(Table table) {
    switch (table) {
    case Table::Tiers:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Tiers"));
    case Table::Zones:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Zones"));
    case Table::Indicators:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Indicators"));
    case Table::Observations:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Observations"));
    case Table::SumRules:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Totals and their parts"));
    case Table::Rules:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Rules"));
    case Table::Targets:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Targets"));
    case Table::Measures:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Measures"));
    case Table::Sites:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Sites"));
    case Table::Context:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Surroundings"));
    case Table::Claims:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Claims of tiers"));
    case Table::ClaimTerms:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Indicators of claims"));
    case Table::Figures:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Figures"));
    case Table::Scenarios:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Scenarios"));
    case Table::FormerUnits:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Former units"));
    case Table::Boundary:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Boundaries"));
    case Table::Layers:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Reference layers"));
    case Table::Styles:
        return exportWords(QT_TRANSLATE_NOOP("Export", "Map styles"));
    }
    return {};
}

QString words(const FileFormat& format) {
    const QString name = format.name;
    const QString said = name == "xlsx"_L1      ? exportWords(QT_TRANSLATE_NOOP("Export", "Excel workbook"))
                         : name == "csv"_L1     ? exportWords(QT_TRANSLATE_NOOP("Export", "CSV table"))
                         : name == "geojson"_L1 ? u"GeoJSON"_s
                         : name == "gpkg"_L1    ? u"GeoPackage"_s
                         : name == "shp"_L1     ? exportWords(QT_TRANSLATE_NOOP("Export", "Shapefile"))
                         : name == "kml"_L1     ? u"KML"_s
                                                : u"FlatGeobuf"_s;
    return exportWords(QT_TRANSLATE_NOOP("Export", "%1 (.%2)")).arg(said, name);
}

} // namespace tiermap
