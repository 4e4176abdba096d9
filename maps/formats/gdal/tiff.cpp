#include "maps/formats/gdal/crs.h"
#include "maps/formats/gdal/errors.h"
#include "maps/formats/gdal/handles.h"
#include "maps/formats/gdal/offline.h"
#include "maps/formats/raster_request.h"

#include <cpl_string.h>
#include <gdal.h>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int colours = 3;

class Tiff {
public:
    explicit Tiff(const TiffRequest& request)
        : m_request(request) {}

    Result<void> write() {
        if (!create()) {
            return unwritable();
        }
        int row = 0;
        bool good = true;
        m_request.rows([&](const QByteArray& rows) {
            const auto count = static_cast<int>(rows.size() / (qsizetype(colours) * m_request.size.width()));
            good = addRows(row, count, rows);
            row += count;
            return good;
        });
        good = GDALClose(m_dataset.release()) == CE_None && good && row == m_request.size.height();
        return good && m_errors.failure().isEmpty() ? Result<void>() : unwritable();
    }

private:
    std::unexpected<Problem> unwritable() const {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable, .file = m_request.path, .arguments = {m_errors.failure()}});
    }

    bool create() {
        offlineRasterDrivers(); // registers them
        CPLStringList options;
        for (const char* option : {"COMPRESS=DEFLATE", "PREDICTOR=2", "INTERLEAVE=PIXEL", "PHOTOMETRIC=RGB",
                                   "BIGTIFF=IF_SAFER", "ROWSPERSTRIP=64"}) {
            options.AddString(option);
        }
        m_dataset.reset(GDALCreate(GDALGetDriverByName("GTiff"), m_request.path.toUtf8().constData(),
                                   m_request.size.width(), m_request.size.height(), colours, GDT_Byte, options.List()));
        if (!m_dataset) {
            return false;
        }
        const QByteArray dpi = QByteArray::number(m_request.dpi);
        const auto tell = [&](const char* tag, const QByteArray& text) {
            GDALSetMetadataItem(m_dataset.get(), tag, text.constData(), nullptr);
        };
        tell("TIFFTAG_XRESOLUTION", dpi);
        tell("TIFFTAG_YRESOLUTION", dpi);
        tell("TIFFTAG_RESOLUTIONUNIT", "2"); // inches
        tell("TIFFTAG_DOCUMENTNAME", m_request.title.toUtf8());
        tell("TIFFTAG_IMAGEDESCRIPTION", m_request.description.toUtf8());
        if (!m_request.ground) {
            return true;
        }
        std::array<double, 6> affine = m_request.ground->affine;
        const CrsHandle crs = crsOf(m_request.ground->crs);
        return crs && GDALSetSpatialRef(m_dataset.get(), crs.get()) == CE_None &&
               GDALSetGeoTransform(m_dataset.get(), affine.data()) == CE_None;
    }

    bool addRows(int top, int count, const QByteArray& rows) {
        auto* bytes = const_cast<char*>(rows.constData()); // GDAL reads from it
        const int width = m_request.size.width();
        return GDALDatasetRasterIO(m_dataset.get(), GF_Write, 0, top, width, count, bytes, width, count, GDT_Byte,
                                   colours, nullptr, colours, colours * width, 1) == CE_None;
    }

    const TiffRequest& m_request;
    GdalErrors m_errors;
    Dataset m_dataset;
};

} // namespace

} // namespace tiermap

extern "C" Q_DECL_EXPORT void tiermapWriteTiff1(const tiermap::TiffRequest& request, tiermap::Result<void>* result) {
    *result = tiermap::Tiff(request).write();
}
