#pragma once

#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace tiermap {

/// Values of zones (rows) for indicators (columns), in an order that is the caller's. A missing value is NaN: it is
/// neither zero nor a reason to drop its row. Infinite values do not occur.
class IndicatorMatrix {
public:
    IndicatorMatrix() = default;
    /// All are missing.
    IndicatorMatrix(int zones, int indicators)
        : m_zones(zones)
        , m_indicators(indicators)
        , m_values(static_cast<size_t>(zones) * static_cast<size_t>(indicators), missing) {}

    static constexpr double missing = std::numeric_limits<double>::quiet_NaN();

    int zones() const { return m_zones; }
    int indicators() const { return m_indicators; }

    double& at(int zone, int indicator) { return m_values[index(zone, indicator)]; }
    double at(int zone, int indicator) const { return m_values[index(zone, indicator)]; }
    bool isMissing(int zone, int indicator) const { return std::isnan(at(zone, indicator)); }

    std::span<const double> zone(int zone) const {
        return std::span(m_values).subspan(index(zone, 0), static_cast<size_t>(m_indicators));
    }
    std::vector<double> indicator(int indicator) const {
        std::vector<double> column;
        column.reserve(static_cast<size_t>(m_zones));
        for (int zone = 0; zone < m_zones; ++zone) {
            column.push_back(at(zone, indicator));
        }
        return column;
    }

private:
    size_t index(int zone, int indicator) const {
        return static_cast<size_t>(zone) * static_cast<size_t>(m_indicators) + static_cast<size_t>(indicator);
    }

    int m_zones = 0;
    int m_indicators = 0;
    std::vector<double> m_values;
};

} // namespace tiermap
