#pragma once

#include "core/project/project.h"
#include "maps/scene/plan_shapes.h"

#include <algorithm>
#include <map>
#include <random>

namespace tiermap {

/// A plan made up for the tests: four by three districts that share jagged borders exactly, a sketched zone inside one of
/// them, and a lake. Districts are named "A1" (south-west) to "D3" (north-east).
struct SamplePlan {
    static constexpr double west = 118.6, south = 29.3, width = 0.5, height = 0.4; ///< degrees, of one district

    Project project;
    PlanShapes shapes;

    /// About the middle of a district; its wiggly borders stay away from here.
    static QPointF middle(const QString& code) {
        const int column = code[0].unicode() - 'A';
        const int row = code[1].digitValue() - 1;
        return {west + (column + 0.5) * width, south + (row + 0.5) * height};
    }

    explicit SamplePlan(int halvings = 5) {
        Plan& plan = project.plan;
        plan.boundary.note = {QStringLiteral("界线为示意, 不作为划界依据"), QStringLiteral("Boundaries are schematic")};
        plan.tiers = {tier(u"lead", u"引领", u"Lead", u"#1F5A94"), tier(u"link", u"联动", u"Link", u"#5FA8C9"),
                      tier(u"support", u"支撑", u"Gateway", u"#E4572E"),
                      tier(u"all", u"全域", u"Districts", u"#B9D67A")};
        plan.tiers[2].pattern = Tier::Pattern::Hatch;
        for (int column = 0; column < 4; ++column)
            for (int row = 0; row < 3; ++row)
                addDistrict(column, row, halvings);
        addZone(QStringLiteral("PORT"), QStringLiteral("support"), Zone::Kind::OfWhich,
                square(middle(QStringLiteral("C2")) + QPointF(0.06, 0.02), 0.08));
        shapes.context.push_back({ContextFeature::Role::Water,
                                  {QStringLiteral("湖"), QStringLiteral("Lake")},
                                  GeoPolygons{square(middle(QStringLiteral("A1")) + QPointF(0.1, 0.05), 0.05)}});
        std::vector<ZoneShape> tiles(shapes.zones.begin(), shapes.zones.end() - 1);
        shapes.borders = sharedBorders(tiles);
    }

private:
    using Ring = GeoPolygon::ring_type;

    static Tier tier(QStringView key, QStringView zh, QStringView en, QStringView color) {
        Tier tier;
        tier.key = key.toString();
        tier.name = {zh.toString(), en.toString()};
        tier.mark = {zh.left(1).toString(), en.left(1).toString()};
        tier.color = color.toString();
        return tier;
    }

    static GeoPolygon square(const QPointF& middle, double half) {
        GeoPolygon polygon;
        for (const auto& [x, y] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}})
            polygon.outer().push_back({middle.x() + x * half, middle.y() + y * half});
        return polygon;
    }

    void addZone(const QString& code, const QString& tier, Zone::Kind kind, const GeoPolygon& polygon) {
        Zone zone;
        zone.code = code;
        zone.name = {code + QStringLiteral("区"), code};
        zone.tier = tier;
        zone.kind = kind;
        zone.schematic = kind == Zone::Kind::OfWhich;
        project.plan.zones.append(zone);
        shapes.zones.push_back({code, GeoPolygons{polygon}});
    }

    void addDistrict(int column, int row, int halvings) {
        static const QStringList tiers{QStringLiteral("all"), QStringLiteral("link"), QStringLiteral("lead")};
        GeoPolygon polygon;
        const std::pair<int, int> corners[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}};
        for (int side = 0; side < 4; ++side) {
            const auto [ax, ay] = corners[side];
            const auto [bx, by] = corners[side + 1];
            const bool forwards = ax <= bx && ay <= by;
            Ring part = forwards ? border(column + ax, row + ay, column + bx, row + by, halvings)
                                 : border(column + bx, row + by, column + ax, row + ay, halvings);
            if (!forwards)
                std::ranges::reverse(part);
            polygon.outer().insert(polygon.outer().end(), part.begin(), part.end() - 1);
        }
        polygon.outer().push_back(polygon.outer().front());
        const QString code = QChar(u'A' + column) + QString::number(row + 1);
        addZone(code, tiers[(column + row) % 3], Zone::Kind::District, polygon);
    }

    /// Midpoint displacement, the same for both neighbours.
    static Ring border(int ax, int ay, int bx, int by, int halvings) {
        std::mt19937 random(static_cast<unsigned>(ax * 1000 + ay * 100 + bx * 10 + by));
        std::uniform_real_distribution<double> sideways(-0.2, 0.2);
        std::vector<QPointF> points{corner(ax, ay), corner(bx, by)};
        for (int i = 0; i < halvings; ++i) {
            std::vector<QPointF> finer;
            for (std::size_t k = 0; k + 1 < points.size(); ++k) {
                const QPointF along = points[k + 1] - points[k];
                finer.push_back(points[k]);
                finer.push_back((points[k] + points[k + 1]) / 2 + QPointF(-along.y(), along.x()) * sideways(random));
            }
            finer.push_back(points.back());
            points = std::move(finer);
        }
        Ring ring;
        for (const QPointF& point : points)
            ring.push_back({point.x(), point.y()});
        return ring;
    }

    static QPointF corner(int column, int row) { return {west + column * width, south + row * height}; }
};

} // namespace tiermap
