#pragma once

#include <cpl_error.h>

#include <QString>

#include <cstring>

namespace tiermap {

/// Collects what GDAL complains about in this thread for as long as it lives; GDAL would print it otherwise.
class GdalErrors {
public:
    GdalErrors() { CPLPushErrorHandlerEx(&GdalErrors::hear, this); }
    ~GdalErrors() { CPLPopErrorHandler(); }
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;

    /// The first failure; what follows is mostly its echo. Empty where there was none; warnings do not count.
    const QString& failure() const { return m_failure; }

private:
    /// LibreOffice ends sheets with a row 1048576 that has a format and nothing else. GDAL drops the gap and reads on.
    static bool isGapInSheet(const char* message) {
        return std::strstr(message, "Invalid row: ") == message ||
               std::strstr(message, "Invalid value for number-rows-repeated") == message;
    }

    static void CPL_STDCALL hear(CPLErr level, CPLErrorNum /*number*/, const char* message) {
        auto* self = static_cast<GdalErrors*>(CPLGetErrorHandlerUserData());
        if (level >= CE_Failure && self->m_failure.isEmpty() && !isGapInSheet(message)) {
            self->m_failure = QString::fromUtf8(message);
        }
    }

    QString m_failure;
};

} // namespace tiermap
