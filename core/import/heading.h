#pragma once

#include "core/plan/plan.h"

#include <QHash>

namespace tiermap {

/// What the heading of a column says: "2023年地区生产总值（亿元）".
struct Heading {
    QString indicator{}; ///< Indicator::key; empty where it names none
    std::optional<Period> period{};
    QString unit{}; ///< as written, without its brackets; empty where there is none
    QString name{}; ///< the rest, as written

    friend bool operator==(const Heading&, const Heading&) = default;
};

/// Reads the headings of tables about one plan. An indicator is named by its key or its Chinese or English name, with
/// or without blanks and brackets.
class HeadingReader {
public:
    explicit HeadingReader(const Plan& plan);

    Heading read(const QString& text) const;
    /// The indicator that a longer text, such as a title, has the name of; the longest where it has several.
    QString indicatorWithin(const QString& text) const;

private:
    QString indicator(const QString& text) const;

    QHash<QString, QString> m_names; ///< plain name, key; an empty key where two indicators share it
};

/// The unit that a text states at its end, in brackets or after 单位, and the rest of it; empty where it states none.
QString takeUnit(QString& text);

/// The period that a text states and the rest of it: "2023年1-11月出口" has 2023-01..2023-11 and "出口". Understood are the
/// written forms of a Period, years (2023, 2023年, 2023年末), halves, quarters (2024年一季度, 前三季度) and months.
std::optional<Period> takePeriod(QString& text);

/// The period of a cell that holds nothing else: also 2023.12, 2023/12 and 202312, which elsewhere may be numbers.
std::optional<Period> enteredPeriod(const QString& text);

} // namespace tiermap
