#include "core/import/table_layout.h"

#include "core/import/unit.h"
#include "core/plan/number_entry.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<TableColumn::Kind>> namesOf() {
    using enum TableColumn::Kind;
    static constexpr Name<TableColumn::Kind> names[] = {{Unused, ""_L1},
                                                        {Zone, "zone"_L1},
                                                        {Figure, "figure"_L1},
                                                        {Indicator, "indicator"_L1},
                                                        {Period, "period"_L1},
                                                        {Month, "month"_L1},
                                                        {Quarter, "quarter"_L1},
                                                        {Value, "value"_L1},
                                                        {Unit, "unit"_L1},
                                                        {Source, "source"_L1},
                                                        {Address, "address"_L1},
                                                        {MissingReason, "missing_reason"_L1},
                                                        {Status, "status"_L1},
                                                        {Confidence, "confidence"_L1},
                                                        {Adopted, "adopted"_L1},
                                                        {Note, "note"_L1},
                                                        {Provenance, "provenance"_L1}};
    return names;
}

namespace {

using Kind = TableColumn::Kind;
using Notice = ImportReport::Notice;

struct Word {
    Kind kind;
    QStringView text;
};

/// What headings call the columns of a table that has an observation in each row; the first are the names in our files.
constexpr std::array<Word, 68> words{{{Kind::Zone, u"zone"},
                                      {Kind::Zone, u"code"},
                                      {Kind::Zone, u"adcode"},
                                      {Kind::Zone, u"zone_code"},
                                      {Kind::Zone, u"zone_name"},
                                      {Kind::Zone, u"地区"},
                                      {Kind::Zone, u"区县"},
                                      {Kind::Zone, u"区、县(市)"},
                                      {Kind::Zone, u"行政区"},
                                      {Kind::Zone, u"行政区划"},
                                      {Kind::Zone, u"行政区划代码"},
                                      {Kind::Zone, u"区划代码"},
                                      {Kind::Zone, u"区划名称"},
                                      {Kind::Zone, u"区县名称"},
                                      {Kind::Zone, u"代码"},
                                      {Kind::Zone, u"片区"},
                                      {Kind::Indicator, u"indicator"},
                                      {Kind::Indicator, u"indicator_key"},
                                      {Kind::Indicator, u"indicator_name"},
                                      {Kind::Indicator, u"indicator_name_zh"},
                                      {Kind::Indicator, u"指标"},
                                      {Kind::Indicator, u"指标名称"},
                                      {Kind::Indicator, u"指标代码"},
                                      {Kind::Period, u"period"},
                                      {Kind::Period, u"year"},
                                      {Kind::Period, u"年份"},
                                      {Kind::Period, u"年度"},
                                      {Kind::Period, u"时期"},
                                      {Kind::Period, u"年"},
                                      {Kind::Period, u"期间"},
                                      {Kind::Period, u"统计期"},
                                      {Kind::Period, u"报告期"},
                                      {Kind::Period, u"统计时间"},
                                      {Kind::Period, u"时间"},
                                      {Kind::Month, u"month"},
                                      {Kind::Month, u"月份"},
                                      {Kind::Month, u"月"},
                                      {Kind::Quarter, u"quarter"},
                                      {Kind::Quarter, u"季度"},
                                      {Kind::Quarter, u"季"},
                                      {Kind::Quarter, u"季别"},
                                      {Kind::Value, u"value"},
                                      {Kind::Value, u"数值"},
                                      {Kind::Value, u"值"},
                                      {Kind::Unit, u"unit"},
                                      {Kind::Unit, u"单位"},
                                      {Kind::Unit, u"计量单位"},
                                      {Kind::Source, u"source"},
                                      {Kind::Source, u"source_title"},
                                      {Kind::Source, u"来源"},
                                      {Kind::Source, u"数据来源"},
                                      {Kind::Source, u"资料来源"},
                                      {Kind::Address, u"address"},
                                      {Kind::Address, u"source_url"},
                                      {Kind::Address, u"url"},
                                      {Kind::Address, u"网址"},
                                      {Kind::Address, u"链接"},
                                      {Kind::MissingReason, u"missing_reason"},
                                      {Kind::MissingReason, u"缺失原因"},
                                      {Kind::Status, u"status"},
                                      {Kind::Status, u"状态"},
                                      {Kind::Confidence, u"confidence"},
                                      {Kind::Adopted, u"adopted"},
                                      {Kind::Adopted, u"采用"},
                                      {Kind::Note, u"note"},
                                      {Kind::Note, u"备注"},
                                      {Kind::Provenance, u"author"},
                                      {Kind::Provenance, u"edited_at"}}};

Kind kindNamed(const QString& heading) {
    const QString plain = plainText(heading).toLower().remove(u' ');
    const auto* word = std::ranges::find_if(words, [&](const Word& each) { return each.text == plain; });
    return word == words.end() ? Kind::Unused : word->kind;
}

class LayoutReader {
public:
    LayoutReader(const Plan& plan, const ZoneNames& zones, const SheetRows& sheet, const LayoutChoices& choices)
        : m_plan(plan)
        , m_zones(zones)
        , m_sheet(sheet)
        , m_choices(choices)
        , m_headings(plan) {
        for (const QStringList& row : sheet) {
            m_width = std::max(m_width, row.size());
        }
    }

    Result<TableLayout> read() {
        const std::optional<qsizetype> zone = zoneColumn();
        if (!zone) {
            if (m_choices.zoneColumn.isEmpty()) {
                return std::unexpected(Problem{.code = Problem::Code::ZonesUnnamed});
            }
            QStringList headings = m_sheet.value(0);
            headings.removeAll(QString());
            return std::unexpected(Problem{.code = Problem::Code::ValueUnknown,
                                           .arguments = {m_choices.zoneColumn, headings.join(u", "_s)}});
        }
        m_zone = *zone;
        if (m_choices.headerRows.value_or(0) >= m_sheet.size()) { // nothing would be left to read
            return std::unexpected(Problem{
                .code = Problem::Code::OutOfRange,
                .field = u"header rows"_s,
                .arguments = {QString::number(*m_choices.headerRows), u"0"_s, QString::number(m_sheet.size() - 1)}});
        }
        findHeadings();
        readTitle();
        for (qsizetype column = 0; column < m_width; ++column) {
            m_layout.columns << columnAt(column);
        }
        m_layout.columns[m_zone].kind = Kind::Zone;
        m_layout.zoneColumn = static_cast<int>(m_zone);
        m_layout.zoneAsked = !m_choices.zoneColumn.isEmpty();
        m_layout.period = m_choices.period ? m_choices.period : m_title.period;
        m_layout.unit = m_title.unit;
        report();
        return m_layout;
    }

private:
    QString cell(qsizetype row, qsizetype column) const { return m_sheet.value(row).value(column).trimmed(); }

    bool isFigure(qsizetype row, qsizetype column) const {
        QString text = cell(row, column);
        takeCellUnit(text);
        return !text.isEmpty() && enteredQuantity(text) && !takePeriod(text); // "2023" is a heading
    }

    qsizetype filled(qsizetype row) const {
        qsizetype count = 0;
        for (qsizetype column = 0; column < m_width; ++column) {
            count += cell(row, column).isEmpty() ? 0 : 1;
        }
        return count;
    }

    /// The one asked for, else the first of those with the most cells that name a zone.
    std::optional<qsizetype> zoneColumn() const {
        if (!m_choices.zoneColumn.isEmpty()) {
            return columnAsked();
        }
        std::optional<qsizetype> best;
        qsizetype most = 0;
        for (qsizetype column = 0; column < m_width; ++column) {
            const auto matches = std::ranges::count_if(
                m_sheet, [&](const QStringList& row) { return m_zones.find(row.value(column)).has_value(); });
            if (matches > most) {
                most = matches;
                best = column;
            }
        }
        return best;
    }

    std::optional<qsizetype> columnAsked() const {
        const QString asked = m_choices.zoneColumn.trimmed();
        for (const QStringList& row : m_sheet) {
            const auto column = std::ranges::find_if(row, [&](const QString& text) { return text.trimmed() == asked; });
            if (column != row.end()) {
                return column - row.begin();
            }
        }
        static const QRegularExpression letter(u"\\A[A-Za-z]\\z"_s);
        const qsizetype column = letter.match(asked).hasMatch() ? asked[0].toUpper().unicode() - u'A' : m_width;
        return column < m_width ? std::optional(column) : std::nullopt;
    }

    void findHeadings() {
        if (m_choices.headerRows) {
            m_layout.firstRow = std::clamp(*m_choices.headerRows, 0, static_cast<int>(m_sheet.size()));
        } else {
            qsizetype first = 0;
            while (first < m_sheet.size() && !m_zones.find(cell(first, m_zone))) {
                ++first;
            }
            // Rows before the first known zone that have figures are rows of unknown zones, not headings.
            const auto isData = [&](qsizetype row) {
                bool figures = false;
                for (qsizetype column = 0; column < m_width; ++column) {
                    figures = figures || (column != m_zone && isFigure(row, column));
                }
                return figures && !cell(row, m_zone).isEmpty();
            };
            while (first > 0 && isData(first - 1)) {
                --first;
            }
            m_layout.firstRow = static_cast<int>(first);
        }
        m_layout.unitRow = m_choices.unitRow.value_or(hasUnits(m_layout.firstRow - 1) ? m_layout.firstRow - 1 : -1);
        while (m_layout.titleRows < m_layout.firstRow - 1 && filled(m_layout.titleRows) <= 1 && m_width > 1) {
            ++m_layout.titleRows;
        }
    }

    bool hasUnits(qsizetype row) const {
        bool any = false;
        for (qsizetype column = 0; row > 0 && column < m_width; ++column) {
            QString text = plainText(cell(row, column));
            text.remove(u'(').remove(u')');
            if (text.isEmpty() || column == m_zone) {
                continue;
            }
            if (!isUnit(text)) {
                return false;
            }
            any = true;
        }
        return any;
    }

    void readTitle() {
        QStringList lines;
        for (qsizetype row = 0; row < m_layout.titleRows; ++row) {
            for (qsizetype column = 0; column < m_width; ++column) {
                if (const QString text = cell(row, column); !text.isEmpty()) {
                    const Heading heading = m_headings.read(text);
                    static const QRegularExpression list(u"[、,，;；/]"_s); // "亿元、万人" is the unit of no column
                    const bool isOne = !m_choices.unitRow && !heading.unit.contains(list);
                    m_title.unit = m_title.unit.isEmpty() && isOne ? heading.unit : m_title.unit;
                    m_title.period = m_title.period ? m_title.period : heading.period;
                    lines << text;
                }
            }
        }
        m_layout.title = lines.join(u' ');
        m_title.indicator =
            m_choices.indicator.isEmpty() ? m_headings.indicatorWithin(m_layout.title) : m_choices.indicator;
    }

    /// What stands over a column; a cell that spans several counts for each of them.
    QStringList headingsOf(qsizetype column) const {
        QStringList parts;
        for (qsizetype row = m_layout.titleRows; row < m_layout.firstRow; ++row) {
            if (row == m_layout.unitRow) {
                continue;
            }
            qsizetype at = column;
            const bool last = row == m_layout.firstRow - 1 ||
                              (row == m_layout.firstRow - 2 && m_layout.unitRow == m_layout.firstRow - 1);
            // Only a heading that others stand below may span columns.
            while (!last && at > 0 && cell(row, at).isEmpty() && at - 1 != m_zone) {
                --at;
            }
            const QString text = cell(row, at);
            if (!text.isEmpty() && !parts.contains(text) && (at == column || !isUnit(text))) { // a unit spans nothing
                parts << text;
            }
        }
        return parts;
    }

    TableColumn columnAt(qsizetype column) const {
        const QStringList parts = headingsOf(column);
        TableColumn result{.heading = parts.join(u' ')};
        if (parts.size() == 1) {
            result.kind = kindNamed(parts[0]);
        } else if (!parts.isEmpty()) { // a heading that spans columns may reach over the remarks, too
            const Kind last = kindNamed(parts.last());
            result.kind = last == Kind::Note || last == Kind::Source ? last : Kind::Unused;
        }
        if (result.kind != Kind::Unused || column == m_zone) {
            return result;
        }
        Heading heading = m_headings.read(result.heading);
        for (const QString& part : parts) {
            const Heading own = m_headings.read(part);
            heading.indicator = heading.indicator.isEmpty() ? own.indicator : heading.indicator;
            heading.period = own.period ? own.period : heading.period;
            heading.unit = own.unit.isEmpty() ? heading.unit : own.unit;
        }
        if (heading.indicator.isEmpty() && heading.period) { // columns of years, whose indicator the title names
            heading.indicator = m_title.indicator;
        }
        if (m_layout.unitRow >= 0) {
            if (QString unit = plainText(cell(m_layout.unitRow, column)); !unit.isEmpty()) {
                heading.unit = unit.remove(u'(').remove(u')');
            }
        }
        result.period = heading.period;
        result.unit = heading.unit;
        if (!heading.indicator.isEmpty()) {
            result.kind = Kind::Figure;
            result.indicator = heading.indicator;
            result.unit = heading.unit.isEmpty() ? m_title.unit : heading.unit;
        } else if (namesZones(column)) { // the names beside the codes
            result.kind = Kind::Zone;
        }
        return result;
    }

    bool namesZones(qsizetype column) const {
        qsizetype matches = 0;
        for (qsizetype row = m_layout.firstRow; row < m_sheet.size(); ++row) {
            matches += m_zones.find(cell(row, column)) ? 1 : 0;
        }
        return matches * 2 > m_sheet.size() - m_layout.firstRow;
    }

    void report() {
        const bool rowsHavePeriods = std::ranges::contains(m_layout.columns, Kind::Period, &TableColumn::kind);
        for (TableColumn& column : m_layout.columns) {
            const auto drop = [&](Notice::Kind why, const QStringList& arguments = {}) {
                m_layout.notices << Notice{.kind = why, .column = column.heading, .text = {}, .arguments = arguments};
                column.kind = Kind::Unused;
            };
            if (column.kind == Kind::Unused && !column.heading.isEmpty()) {
                drop(Notice::Kind::ColumnUnknown);
            } else if (column.kind == Kind::Unused) {
                reportNameless(&column - m_layout.columns.data());
            } else if (column.kind == Kind::Figure) {
                const Indicator* indicator = m_plan.indicator(column.indicator);
                const auto factor = indicator == nullptr    ? std::nullopt
                                    : column.unit.isEmpty() ? std::optional(1.0)
                                                            : unitFactor(column.unit, indicator->unit.zh);
                if (!factor) {
                    drop(Notice::Kind::UnitDiffers,
                         {column.unit, indicator == nullptr ? QString() : indicator->unit.zh});
                } else if (!column.period && !m_layout.period && !rowsHavePeriods) {
                    drop(Notice::Kind::PeriodUnknown);
                } else {
                    column.factor = *factor;
                    column.period = column.period || rowsHavePeriods ? column.period : m_layout.period;
                }
            }
        }
    }

    /// Cells behind the last heading, such as of a row that has a comma too many.
    void reportNameless(qsizetype column) {
        for (qsizetype row = m_layout.firstRow; row < m_sheet.size(); ++row) {
            if (!cell(row, column).isEmpty()) {
                m_layout.notices << Notice{.kind = Notice::Kind::HeadingMissing,
                                           .row = static_cast<int>(row) + 1,
                                           .column = columnLetters(column),
                                           .text = cell(row, column),
                                           .arguments = {}};
                return;
            }
        }
    }

    const Plan& m_plan;
    const ZoneNames& m_zones;
    const SheetRows& m_sheet;
    const LayoutChoices& m_choices;
    HeadingReader m_headings;
    qsizetype m_width = 0;
    qsizetype m_zone = 0;
    Heading m_title;
    TableLayout m_layout;
};

} // namespace

QList<ColumnReading> columnsRead(const TableLayout& layout) {
    QList<ColumnReading> columns;
    for (qsizetype at = 0; at < layout.columns.size(); ++at) {
        const TableColumn& column = layout.columns[at];
        ColumnReading reading{.column = column.heading.isEmpty() ? columnLetters(at) : column.heading,
                              .field = nameOf(column.kind)};
        if (column.kind == Kind::Figure) {
            reading.indicator = column.indicator;
            reading.period = column.period;
            reading.unit = column.unit;
            reading.converted = column.factor != 1;
        }
        columns << reading;
    }
    return columns;
}

QString columnLetters(qsizetype column) {
    QString letters;
    for (qsizetype rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.prepend(QChar(u'A' + static_cast<char16_t>((rest - 1) % 26)));
    }
    return letters;
}

Result<TableLayout> layoutOf(const Plan& plan, const ZoneNames& zones, const SheetRows& sheet,
                             const LayoutChoices& choices) {
    return LayoutReader(plan, zones, sheet, choices).read();
}

} // namespace tiermap
