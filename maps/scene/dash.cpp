#include "maps/scene/dash.h"

#include <algorithm>
#include <cmath>

namespace tiermap {

Lines dashed(const Line& line, const std::vector<double>& pattern) {
    if (line.size() < 2 || pattern.size() < 2 || std::ranges::any_of(pattern, [](double d) { return d <= 0; }))
        return {line};
    Lines dashes;
    Line dash{line.front()};
    std::size_t index = 0; // even: ink
    double left = pattern[0];
    for (std::size_t i = 1; i < line.size(); ++i) {
        Point from = line[i - 1];
        const Point& to = line[i];
        double length = std::hypot(to.x() - from.x(), to.y() - from.y());
        while (length >= left) {
            const double t = left / length;
            from = Point(from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y()));
            length -= left;
            if (index % 2 == 0) {
                dash.push_back(from);
                dashes.push_back(std::move(dash));
            }
            dash = {from};
            index = (index + 1) % pattern.size();
            left = pattern[index];
        }
        left -= length;
        if (length > 0)
            dash.push_back(to);
    }
    if (index % 2 == 0 && dash.size() > 1)
        dashes.push_back(std::move(dash));
    return dashes;
}

} // namespace tiermap
