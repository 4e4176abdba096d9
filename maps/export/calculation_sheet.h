#pragma once

#include "core/analysis/comparison.h"
#include "maps/export/calculation_words.h"
#include "maps/export/formula_sheet.h"

namespace tiermap {

namespace words = calculation_words;

/// The sheets of the workbook, in their order.
struct CalculationPages {
    explicit CalculationPages(Book& book)
        : values(book, words::values)
        , sources(book, words::sources)
        , scaled(book, words::scaled)
        , weights(book, words::weights)
        , scores(book, words::scores)
        , methods(book, words::methods)
        , sampling(book, words::sampling) {}

    Page values;
    Page sources;
    Page scaled;
    Page weights;
    Page scores;
    Page methods;
    Page sampling;
};

/// What is written, and where to.
struct Calculation {
    CalculationPages& pages;
    const Plan& plan;
    const Comparison& comparison;
    Language language;
};

/// What the sheets have in common: the places where each finds the others' numbers.
class CalculationSheet {
protected:
    // Places. Rows and columns count from 0, as in libxlsxwriter. An indicator has the same column on the sheets of values,
    // scaled values and weights, a zone the same row on those of values, scaled values and scores.

    static constexpr int titleRow = 0;
    static constexpr int noteRow = 1;
    static constexpr int markRow = 2;
    static constexpr int differenceRow = 3;
    static constexpr int blockRow = 4;
    static constexpr int nameRow = 5;
    static constexpr int unitRow = 6;
    static constexpr int periodRow = 7;
    static constexpr int directionRow = 8;
    static constexpr int firstZone = 9;
    static constexpr int leastRow = unitRow; // of scaled values
    static constexpr int mostRow = periodRow;
    static constexpr int usedRow = unitRow; // of weights
    static constexpr int firstWeightsRow = 8;
    static constexpr int codeColumn = 0;
    static constexpr int labelColumn = 1;
    static constexpr int firstIndicator = 2;
    static constexpr int missingColumn = 2; // of scores
    static constexpr int shortfallColumn = 3;
    static constexpr int firstResult = 4;
    static constexpr int sourcesHeading = 4;

    explicit CalculationSheet(const Calculation& calculation)
        : m_plan(calculation.plan)
        , m_comparison(calculation.comparison)
        , m_language(calculation.language)
        , m_zones(static_cast<int>(calculation.comparison.matrix.zones.size()))
        , m_indicators(static_cast<int>(calculation.comparison.matrix.columns.size()))
        , m_values(calculation.pages.values)
        , m_scaled(calculation.pages.scaled)
        , m_weights(calculation.pages.weights) {}

    QString in(const SheetWord& word) const { return word.in(m_language); }
    const MatrixColumn& columnAt(int indicator) const { return m_comparison.matrix.columns[indicator]; }
    const Indicator& indicatorAt(int indicator) const { return *m_plan.indicator(columnAt(indicator).indicator); }
    QString nameOf(int indicator) const { return indicatorAt(indicator).name.in(m_language); }
    QString zoneName(int zone) const { return m_plan.zone(m_comparison.matrix.zones[zone])->name.in(m_language); }

    void writeHead(Page& page, const SheetWord& title, const QString& note) {
        page.text(titleRow, 0, in(title).arg(m_plan.title.in(m_language)), Look::Title);
        page.text(noteRow, 0, note);
        if (m_comparison.matrix.illustrative) {
            page.text(markRow, 0, words::illustrativeNote, Look::Section);
        }
    }

    void writeZoneNames(Page& page, int firstRow) {
        for (int zone = 0; zone < m_zones; ++zone) {
            page.text(firstRow + zone, codeColumn, m_comparison.matrix.zones[zone]);
            page.text(firstRow + zone, labelColumn, zoneName(zone));
        }
    }

    void writeIndicatorNames(Page& page, int row, int column) {
        for (int indicator = 0; indicator < m_indicators; ++indicator) {
            page.text(row, column + indicator, nameOf(indicator), Look::Heading);
        }
    }

    void setUp(Page& page, int row, int columns) const {
        std::vector<double> widths(static_cast<std::size_t>(firstIndicator + columns), 15);
        widths[codeColumn] = 10;
        widths[labelColumn] = 36;
        page.setUp(row, firstIndicator, widths);
    }

    Look lookOfValue(qsizetype observation) const {
        return observation >= 0 && m_plan.observations[observation].status == Observation::Status::Illustrative
                   ? Look::Marked
                   : Look::Number;
    }

    /// Of a block of scaled values.
    int blockColumn(int block) const { return firstIndicator + block * (m_indicators + 1); }
    static QString inRow(int row, int indicator) { return cell(row, firstIndicator + indicator, Fixed::Row); }
    QString wholeRow(int row) const { return along(row, firstIndicator, m_indicators, Fixed::Both); }

    const Plan& m_plan;
    const Comparison& m_comparison;
    Language m_language;
    int m_zones;
    int m_indicators;
    Page& m_values;
    Page& m_scaled;
    Page& m_weights;
};

void writeValuesSheet(const Calculation& calculation);
void writeSourcesSheet(const Calculation& calculation);
void writeScaledSheet(const Calculation& calculation);
void writeWeightsSheet(const Calculation& calculation);
Result<void> writeScoresSheet(const Calculation& calculation);
/// The grid of methods; numbers, no formulas.
void writeMethodsSheet(const Calculation& calculation);
/// Rank acceptabilities, with the seed; numbers, no formulas, as no spreadsheet program draws the same weights.
void writeSamplingSheet(const Calculation& calculation);

} // namespace tiermap
