#pragma once

#include "maps/formats/format_module.h"

namespace tiermap {

/// Has a process of its own read a file through the GDAL module: a file that lets GDAL search for minutes, eat memory or
/// crash costs that process only, and `request.goesOn` ends it at once, whatever it is doing. Fails with what the module
/// says, ModuleMissing (arguments: why the process does not start), FormatUnreadable where it breaks off, and Cancelled.
Result<FormatReply> readInProcess(const FormatRequest& request, const QString& reader, const QString& module);
Result<RasterReply> readInProcess(const RasterRequest& request, const QString& reader, const QString& module);

} // namespace tiermap
