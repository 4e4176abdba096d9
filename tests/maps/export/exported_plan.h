#pragma once

#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "maps/export/table_export.h"
#include "maps/formats/plan_project.h"

#include <QTemporaryDir>

namespace tiermap::test {

/// Texts that some format or program trips over. All have a place in XML, and none looks like a number to a reader of
/// spreadsheets.
inline QStringList awkwardTexts() {
    return {QStringLiteral("=1+1"),
            QStringLiteral("=HYPERLINK(\"http://example.invalid\")"),
            QStringLiteral("+86 571 8888 0000"),
            QStringLiteral("-5"),
            QStringLiteral("-5%+2"),
            QStringLiteral("@SUM(A1)"),
            QStringLiteral("\t=1+1"),
            QStringLiteral("'=1+1"),
            QStringLiteral("''-1"),
            QStringLiteral("'quoted'"),
            QStringLiteral("＝1＋1"),
            QStringLiteral("a \"b\", c; d\te"),
            QStringLiteral("one line\nand another"),
            QStringLiteral(" blanks around "),
            QStringLiteral("𠮷野家，𠀀 é ߷"),
            QStringLiteral("<a href='x'>&amp;</a>"),
            QStringLiteral("http://example.invalid/?a=1&b=2"),
            QStringLiteral("_x0041_"),
            QStringLiteral("007"),
            QStringLiteral("330102"),
            QStringLiteral("2024-01-05"),
            QStringLiteral("true"),
            QStringLiteral("NULL"),
            QString(300, u'長')};
}

/// The plan that comes with the program as a project file of its own, with texts that are hard to keep.
inline Result<void> makeAwkwardProject(const QString& file, bool awkward = true) {
    return readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + QStringLiteral("/resources/plans/hangzhou"))
        .and_then([&](Project project) {
            const QStringList texts = awkward ? awkwardTexts() : QStringList();
            for (qsizetype i = 0; i < texts.size(); ++i) {
                project.plan.sites[i].note = texts[i];
                project.plan.sites[i].name.en = texts[i];
                project.plan.observations[i].note = texts[i];
                project.plan.observations[i].address = texts[i];
                project.plan.zones[i % project.plan.zones.size()].role.zh = texts[i];
            }
            for (qsizetype i = 0; i < 10; ++i) { // most of the plan's are only known by their district
                const double offset = static_cast<double>(i) / 1000;
                project.plan.sites[i].position = QPointF(QString::number(120.2 + offset, 'f', 7).toDouble(),
                                                         QString::number(30.2071234 + offset, 'f', 7).toDouble());
            }
            return writeProjectFile(file, project);
        });
}

/// All rows of a table as text, but for who changed them when.
inline QStringList rowsOf(const QString& file, Table table, bool shapes = true) {
    QStringList rows;
    const auto read = readTableRows(file, table, [&](const QList<Value>& cells) {
        QStringList texts;
        const auto columns = columnsOf(table);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool left = columns[i].name == QLatin1StringView("author") ||
                              columns[i].name == QLatin1StringView("edited_at") ||
                              (!shapes && columns[i].kind == Column::Kind::Geometry);
            if (!left) {
                const Value& cell = cells[static_cast<qsizetype>(i)];
                texts << (isNull(cell) ? QStringLiteral("NULL") : u'"' + toText(cell) + u'"');
            }
        }
        rows << texts.join(u'|');
        return true;
    });
    if (!read) {
        return {};
    }
    rows.sort();
    return rows;
}

} // namespace tiermap::test
