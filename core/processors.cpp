#include "core/processors.h"

namespace tiermap {

int processors() { return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 8); }

} // namespace tiermap
