#include "maps/formats/gdal/percent_cells.h"

#include "maps/formats/gdal/archive.h"
#include "maps/formats/gdal/errors.h"

#include <QHash>
#include <QXmlStreamReader>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Visit = std::function<void(const QXmlStreamReader& element)>;

void eachElement(const QByteArray& archive, const QString& part, const Visit& visit) {
    QXmlStreamReader xml(readEntry(archive, part));
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement) {
            visit(xml);
        }
    }
}

QString attribute(const QXmlStreamReader& element, const QString& name) {
    return element.attributes().value(name).toString();
}

/// Numbers of the cell styles whose number format has a per cent sign that is no literal text.
QSet<int> percentStyles(const QByteArray& archive) {
    QSet<int> formats{9, 10}; // built in: 0% and 0.00%
    QSet<int> styles;
    int style = 0;
    bool inCells = false; // <cellXfs>; <cellStyleXfs> has elements of the same name
    eachElement(archive, u"xl/styles.xml"_s, [&](const QXmlStreamReader& element) {
        if (element.name() == "numFmt"_L1) {
            QString code = attribute(element, u"formatCode"_s);
            for (qsizetype from = code.indexOf(u'"'); from >= 0; from = code.indexOf(u'"')) {
                const qsizetype to = code.indexOf(u'"', from + 1);
                code.remove(from, to < 0 ? code.size() : to - from + 1);
            }
            if (code.remove(u"\\%"_s).contains(u'%')) {
                formats << attribute(element, u"numFmtId"_s).toInt();
            }
        } else if (element.name() == "cellXfs"_L1 || element.name() == "cellStyleXfs"_L1 ||
                   element.name() == "cellStyles"_L1) {
            inCells = element.name() == "cellXfs"_L1;
        } else if (inCells && element.name() == "xf"_L1) {
            if (formats.contains(attribute(element, u"numFmtId"_s).toInt())) {
                styles << style;
            }
            ++style;
        }
    });
    return styles;
}

QString partOfSheet(const QByteArray& archive, const QString& sheet) {
    QString id;
    eachElement(archive, u"xl/workbook.xml"_s, [&](const QXmlStreamReader& element) {
        if (element.name() == "sheet"_L1 && attribute(element, u"name"_s) == sheet) {
            for (const QXmlStreamAttribute& each : element.attributes()) {
                id = each.name() == "id"_L1 && !each.prefix().isEmpty() ? each.value().toString() : id;
            }
        }
    });
    QString target;
    eachElement(archive, u"xl/_rels/workbook.xml.rels"_s, [&](const QXmlStreamReader& element) {
        target = attribute(element, u"Id"_s) == id ? attribute(element, u"Target"_s) : target;
    });
    return target.isEmpty() || id.isEmpty() ? QString()
           : target.startsWith(u'/')        ? target.sliced(1)
                                            : u"xl/"_s + target;
}

/// From "B3".
CellPlace placeOf(QStringView reference) {
    int column = 0;
    qsizetype at = 0;
    for (; at < reference.size() && reference[at].isUpper(); ++at) {
        column = column * 26 + (reference[at].unicode() - u'A') + 1;
    }
    return {reference.sliced(at).toInt() - 1, column - 1};
}

/// How often an ODS element stands for itself; a sheet's end is often one row repeated a million times.
int repeats(const QXmlStreamReader& element, QLatin1StringView name) {
    for (const QXmlStreamAttribute& each : element.attributes()) {
        if (each.name() == name) {
            return std::max(1, each.value().toInt());
        }
    }
    return 1;
}

bool isPercentage(const QXmlStreamReader& element) {
    return std::ranges::any_of(element.attributes(), [](const QXmlStreamAttribute& each) {
        return each.name() == "value-type"_L1 && each.prefix() == "office"_L1 && each.value() == "percentage"_L1;
    });
}

} // namespace

QSet<CellPlace> percentCellsXlsx(const QString& path, const QString& sheet) {
    const GdalErrors errors; // of broken archives, which the driver tells
    const QByteArray archive = "/vsizip/{" + path.toUtf8() + '}';
    QSet<CellPlace> places;
    const QSet<int> styles = percentStyles(archive);
    const QString part = styles.isEmpty() ? QString() : partOfSheet(archive, sheet);
    if (!part.isEmpty() && !part.contains(".."_L1)) {
        eachElement(archive, part, [&](const QXmlStreamReader& element) {
            if (element.name() == "c"_L1 && styles.contains(attribute(element, u"s"_s).toInt()) &&
                attribute(element, u"t"_s).isEmpty()) {
                places << placeOf(attribute(element, u"r"_s));
            }
        });
    }
    return places;
}

QSet<CellPlace> unsolvedCellsXlsx(const QString& path, const QString& sheet) {
    const GdalErrors errors; // see above
    const QByteArray archive = "/vsizip/{" + path.toUtf8() + '}';
    QSet<CellPlace> places;
    const QString part = partOfSheet(archive, sheet);
    if (part.isEmpty() || part.contains(".."_L1)) {
        return places;
    }
    CellPlace cell(-1, -1);
    bool isFormula = false;
    bool hasResult = false;
    const auto end = [&] {
        if (isFormula && !hasResult) {
            places << cell;
        }
    };
    eachElement(archive, part, [&](const QXmlStreamReader& element) {
        if (element.name() == "c"_L1) {
            end();
            cell = placeOf(attribute(element, u"r"_s));
            isFormula = hasResult = false;
        } else if (element.name() == "f"_L1) {
            isFormula = true;
        } else if (element.name() == "v"_L1 || element.name() == "is"_L1) {
            hasResult = true;
        }
    });
    end();
    return places;
}

QSet<CellPlace> percentCellsOds(const QString& path, const QString& sheet) {
    const GdalErrors errors; // see above
    QSet<CellPlace> places;
    bool inSheet = false;
    int row = -1;
    int repeatedRows = 1;
    int column = 0;
    eachElement("/vsizip/{" + path.toUtf8() + '}', u"content.xml"_s, [&](const QXmlStreamReader& element) {
        if (element.name() == "table"_L1) {
            inSheet = element.attributes().value(u"table:name"_s) == sheet;
            row = -1;
            repeatedRows = 1;
        } else if (inSheet && element.name() == "table-row"_L1) {
            row += repeatedRows;
            repeatedRows = repeats(element, "number-rows-repeated"_L1);
            column = 0;
        } else if (inSheet && (element.name() == "table-cell"_L1 || element.name() == "covered-table-cell"_L1)) {
            const int columns = repeats(element, "number-columns-repeated"_L1);
            constexpr int most = 10'000; // places of one element
            if (isPercentage(element) && qint64{columns} * repeatedRows <= most) {
                for (int i = 0; i < columns * repeatedRows; ++i) {
                    places << CellPlace(row + i / columns, column + i % columns);
                }
            }
            column += columns;
        }
    });
    return places;
}

} // namespace tiermap
