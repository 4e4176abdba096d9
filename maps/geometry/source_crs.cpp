#include "maps/geometry/source_crs.h"

#include "maps/geometry/points.h"

#include <proj.h>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace tiermap {

struct SourceCrs::Transformation {
    PJ_CONTEXT* context;
    PJ* pipeline = nullptr;
    QString name{};
    bool geographic = false;
    Datum datum = Datum::Unknown;

    Transformation()
        : context(proj_context_create()) {
        proj_log_func(context, nullptr, [](void*, int, const char*) {});
        proj_context_set_enable_network(context, 0);
    }
    ~Transformation() {
        proj_destroy(pipeline);
        proj_context_destroy(context);
    }
    Transformation(const Transformation&) = delete;
    Transformation& operator=(const Transformation&) = delete;
};

namespace {

struct DestroyPj {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using PjHandle = std::unique_ptr<PJ, DestroyPj>;

/// By the name of the geodetic system: files often lack the authority's code.
Datum datumOf(PJ_CONTEXT* context, const PJ* crs) {
    const PjHandle geodetic(proj_crs_get_geodetic_crs(context, crs));
    const QString name = geodetic ? QString::fromUtf8(proj_get_name(geodetic.get())) : QString();
    if (name.contains("2000"_L1) || name.contains("CGCS"_L1)) {
        return Datum::Cgcs2000;
    }
    if (name.contains("84"_L1)) {
        return Datum::Wgs84;
    }
    const PjHandle own(proj_crs_get_datum_forced(context, crs)); // MapInfo names the datum and not the system
    const QString datum = own ? QString::fromUtf8(proj_get_name(own.get())) : QString();
    return datum == "WGS_1984"_L1 || datum.startsWith("World Geodetic System 1984"_L1) ? Datum::Wgs84 : Datum::Unknown;
}

/// Its own, else the projection's and the ellipsoid's.
QString nameOf(PJ_CONTEXT* context, const PJ* crs) {
    QString own = QString::fromUtf8(proj_get_name(crs));
    if (!own.isEmpty() && own.compare("unknown"_L1, Qt::CaseInsensitive) != 0 && own != "unnamed"_L1) {
        return own;
    }
    QStringList names;
    const PjHandle projection(proj_crs_get_coordoperation(context, crs));
    const char* method = nullptr;
    if (projection && proj_coordoperation_get_method_info(context, projection.get(), &method, nullptr, nullptr) != 0) {
        names << QString::fromUtf8(method);
    }
    if (const PjHandle ellipsoid(proj_get_ellipsoid(context, crs)); ellipsoid) {
        names << QString::fromUtf8(proj_get_name(ellipsoid.get()));
    }
    return names.isEmpty() ? own : names.join(u", "_s);
}

std::unexpected<Problem> failed(PJ_CONTEXT* context, const QString& definition) {
    const int error = proj_context_errno(context);
    return std::unexpected(
        Problem{.code = Problem::Code::ProjectionFailed,
                .arguments = {error == 0 ? definition.left(80)
                                         : QString::fromUtf8(proj_context_errno_string(context, error))}});
}

} // namespace

SourceCrs::SourceCrs(std::shared_ptr<const Transformation> transformation)
    : m_transformation(std::move(transformation)) {}

Result<SourceCrs> SourceCrs::from(const QString& definition) {
    auto made = std::make_shared<Transformation>();
    const PjHandle crs(proj_create(made->context, definition.toUtf8().constData()));
    if (!crs || proj_is_crs(crs.get()) == 0) {
        return std::unexpected(Problem{.code = Problem::Code::ReferenceUnknown,
                                       .arguments = {definition.left(80), u"coordinate system"_s}});
    }
    const PjHandle target(proj_create(made->context, "EPSG:4490"));
    const PjHandle between(proj_create_crs_to_crs_from_pj(made->context, crs.get(), target.get(), nullptr, nullptr));
    if (!between) {
        return failed(made->context, definition);
    }
    made->pipeline = proj_normalize_for_visualization(made->context, between.get());
    if (made->pipeline == nullptr) {
        return failed(made->context, definition);
    }
    const PJ_TYPE type = proj_get_type(crs.get());
    made->geographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
    made->name = nameOf(made->context, crs.get());
    made->datum = datumOf(made->context, crs.get());
    return SourceCrs(std::move(made));
}

QString SourceCrs::name() const { return m_transformation->name; }
bool SourceCrs::isGeographic() const { return m_transformation->geographic; }
Datum SourceCrs::datum() const { return m_transformation->datum; }

GeoPoint SourceCrs::toDegrees(const GeoPoint& source) const {
    const PJ_COORD moved =
        proj_trans(m_transformation->pipeline, PJ_FWD, proj_coord(source.get<0>(), source.get<1>(), 0, 0));
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    return std::isfinite(moved.xy.x) && std::isfinite(moved.xy.y) ? GeoPoint(moved.xy.x, moved.xy.y)
                                                                  : GeoPoint(nothing, nothing);
}

GeoShape SourceCrs::toDegrees(const GeoShape& source) const {
    GeoShape shape = source;
    eachPoint(shape, [this](GeoPoint& point) { point = toDegrees(point); });
    return shape;
}

QStringList possibleCrs(double x, double y) {
    QStringList result;
    const auto add = [&](int code) { result << u"EPSG:%1"_s.arg(code); };
    if (std::abs(x) <= 180 && std::abs(y) <= 90) {
        add(4490);
    }
    // Zones 25 to 45 of 3 degrees, 13 to 23 of 6 degrees: their number stands before the easting.
    if (const int zone = static_cast<int>(x / 1e6); zone >= 25 && zone <= 45) {
        add(4513 + zone - 25);
    } else if (zone >= 13 && zone <= 23) {
        add(4491 + zone - 13);
    }
    if (x > 1e5 && x < 9e5) {
        for (int zone = 0; zone <= 20; ++zone) { // central meridians 75 to 135 E, every 3 degrees
            add(4534 + zone);
        }
    }
    if (std::abs(x) < 2.01e7 && std::abs(y) < 2.01e7 && std::abs(x) > 180) {
        add(3857);
    }
    return result;
}

} // namespace tiermap
