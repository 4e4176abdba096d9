#include "maps/formats/gdal/offline.h"

#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace tiermap {

namespace {

/// What is behind these prefixes stands on this machine. All other virtual file systems (/vsicurl/, /vsis3/ ...) go.
constexpr std::array<std::string_view, 9> localFileSystems{"/vsigzip/",    "/vsizip/",    "/vsitar/",
                                                           "/vsi7z/",      "/vsirar/",    "/vsimem/",
                                                           "/vsisubfile/", "/vsicached?", "/vsisparse/"};

/// Drivers whose files say where the data are: services, databases, other files.
constexpr std::array<std::string_view, 4> indirectDrivers{"OGR_VRT", "OGCAPI", "WFS", "GMLAS"};

CPLHTTPResult* refuse(const char* /*url*/, CSLConstList /*options*/, GDALProgressFunc /*progress*/,
                      void* /*progressData*/, CPLHTTPFetchWriteFunc /*write*/, void* /*writeData*/, void* /*ours*/) {
    CPLError(CE_Failure, CPLE_NotSupported, "no network is used");
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("no network is used");
    return result;
}

void removeNetworkFileSystems() {
    char** prefixes = VSIGetFileSystemsPrefixes();
    for (char** prefix = prefixes; prefix != nullptr && *prefix != nullptr; ++prefix) {
        if (**prefix != '\0' && std::ranges::find(localFileSystems, *prefix) == localFileSystems.end()) {
            VSIRemovePluginHandler(*prefix);
        }
    }
    CSLDestroy(prefixes);
}

bool readsLocalFiles(GDALDriverH driver) {
    const auto has = [driver](const char* capability) {
        const char* value = GDALGetMetadataItem(driver, capability, nullptr);
        return value != nullptr && std::strcmp(value, "YES") == 0;
    };
    // Without virtual files a driver goes to a server, a system library or another program, past what is removed here.
    return has(GDAL_DCAP_VECTOR) && has(GDAL_DCAP_OPEN) && has(GDAL_DCAP_VIRTUALIO) &&
           std::ranges::find(indirectDrivers, GDALGetDriverShortName(driver)) == indirectDrivers.end();
}

/// Drivers of pictures that hold their own pixels, and run nothing: no VRT, no services, no scripts.
constexpr std::array<const char*, 9> rasterDrivers{"GTiff", "PNG",  "JPEG",    "JP2OpenJPEG", "HFA",
                                                   "WEBP",  "GPKG", "MBTiles", nullptr};

char** prepare() {
    GDALAllRegister();
    removeNetworkFileSystems();
    CPLHTTPSetFetchCallback(refuse, nullptr);
    char** names = nullptr;
    for (int i = 0; i < GDALGetDriverCount(); ++i) {
        GDALDriverH driver = GDALGetDriver(i);
        if (readsLocalFiles(driver)) {
            names = CSLAddString(names, GDALGetDriverShortName(driver));
        }
    }
    return names;
}

} // namespace

const char* const* offlineDrivers() {
    static char** const names = prepare(); // lives as long as the module, which is never unloaded
    return names;
}

const char* const* offlineRasterDrivers() {
    offlineDrivers(); // has made sure that none reaches the network
    return rasterDrivers.data();
}

} // namespace tiermap
