#pragma once

#include "core/plan/names.h"

#include <QByteArrayView>

namespace tiermap {

/// Size class of an enterprise after 统计上大中小微型企业划分办法 (National Bureau of Statistics, 2017).
enum class EnterpriseSize : quint8 { Unknown, Large, Medium, Small, Micro };

template <>
std::span<const Name<EnterpriseSize>> namesOf(); ///< unknown, large, medium, small, micro

/// From a cell in UTF-8: 大型, 大型企业, 大, large, Large; anything else is not known.
EnterpriseSize enterpriseSizeOf(QByteArrayView text);

} // namespace tiermap
