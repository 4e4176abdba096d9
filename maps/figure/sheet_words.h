#pragma once

#include "maps/style/sheet_word.h"

namespace tiermap::sheet_words {

// Title: city, layout. Validity: first and last day.
inline constexpr SheetWord layoutTitle{u"%1“%2”空间布局图", u"%1: \"%2\" spatial layout"};
inline constexpr SheetWord validity{u"%1至%2施行", u"in force from %1 to %2"};

inline constexpr SheetWord legend{u"图例", u"Legend"};
inline constexpr SheetWord cityBoundary{u"市界", u"City boundary"};
inline constexpr SheetWord tierBoundary{u"层级间界线", u"Between tiers"};
inline constexpr SheetWord zoneBoundary{u"层级内区县界", u"Within a tier"};
inline constexpr SheetWord schematicExtent{u"示意范围", u"Schematic extent"};
inline constexpr SheetWord movedZone{u"情景中调整层级", u"Moved in the scenario"};
// The moves follow: zone, its tier, the other one.
inline constexpr SheetWord scenario{u"情景方案\uFF0C非现行规划\uFF1A%1", u"Scenario, not the adopted plan: %1"};
inline constexpr SheetWord scenarioMove{u"%1 %2→%3", u"%1 %2→%3"};
inline constexpr SheetWord water{u"水域", u"Water"};
inline constexpr SheetWord neighbours{u"邻市界", u"Other cities"};
inline constexpr SheetWord enlargedExtent{u"局部放大范围", u"Enlarged part"};
inline constexpr SheetWord chartsEnlarged{
    u"图框内会重叠的图表只画在局部放大图中",
    u"Within the frame, charts that would overlap stand in the enlarged part only"};
inline constexpr SheetWord beyondScale{u"本图比例尺在其显示范围之外\uFF0C未绘制", u"Not drawn at this scale"};
inline constexpr SheetWord hidden{u"已隐藏\uFF0C未绘制", u"Hidden: not drawn"};
inline constexpr SheetWord enlargedOnly{u"按显示比例尺只画在局部放大图中",
                                        u"Drawn at the scale of the enlarged part only"};
inline constexpr SheetWord mainOnly{u"按显示比例尺不画在局部放大图中", u"Not drawn at the scale of the enlarged part"};
inline constexpr SheetWord pointsMerged{u"相近点位合并，数字为个数", u"Merged where near; count"};
inline constexpr SheetWord clusterFound{u"聚集区", u"Cluster"};
inline constexpr SheetWord hotSpot{u"热点", u"Hot spot"};
inline constexpr SheetWord coldSpot{u"冷点", u"Cold spot"};
inline constexpr SheetWord howClusters{u"聚集区：%1 米内密集（DBSCAN）", u"clusters: close within %1 m (DBSCAN)"};
inline constexpr SheetWord howSpots{u"热点、冷点：%1 千米六边形（Gi*，q<0.05）",
                                    u"hot and cold spots: hexagons of %1 km (Gi*, q<0.05)"};
inline constexpr SheetWord sitePlatform{u"平台", u"Platform"};
inline constexpr SheetWord siteBase{u"基地、总部", u"Base, headquarters"};
inline constexpr SheetWord sitePark{u"园区", u"Park"};
inline constexpr SheetWord siteVenue{u"场馆", u"Venue"};
inline constexpr SheetWord siteDistrictOnly{u"仅知所在区县", u"District known only"};
inline constexpr SheetWord siteSeveral{u"仅知所在区县及处数", u"District only; count"};

inline constexpr SheetWord mapTitle{u"%1%2", u"%1: %2"};
inline constexpr SheetWord zoneCount{u"区县数", u"Zones"};
inline constexpr SheetWord areaCount{u"处数", u"Areas"};
inline constexpr SheetWord figuresFrom{u"数据：%1", u"Figures: %1"};

// City, province.
inline constexpr SheetWord overview{u"%1在%2的位置", u"Location in %2"};
inline constexpr SheetWord overviewSource{u"位置图界线（已简化）：%1",
                                          u"Boundaries of the location map, simplified: %1"};
inline constexpr SheetWord blockEstimates{u"含估计值", u"Some are estimates"};
inline constexpr SheetWord blockIllustrative{u"含示意数据，不是观测值", u"Some are illustrative, not observed"};
inline constexpr SheetWord chartMedian{u"圆点为区县，竖线为层级中位数",
                                       u"Dots are zones, strokes the medians of tiers"};
inline constexpr SheetWord chartToTheRight{u"横轴：%1", u"To the right: %1"};
inline constexpr SheetWord chartUpwards{u"纵轴：%1", u"Upwards: %1"};
inline constexpr SheetWord chartRange{u"横轴 %1 至 %2，纵轴 %3 至 %4", u"%1 to %2 to the right, %3 to %4 upwards"};
inline constexpr SheetWord chartWithout{u"无确切数值：%1", u"Without an exact number: %1"};
inline constexpr SheetWord parallelLess{u"越小越优，小值在上", u"less is better, so above"};
// %1 an indicator with unit and year.
inline constexpr SheetWord parallelEnds{u"%1，自下而上 %2 至 %3", u"%1, %2 to %3 upwards"};
inline constexpr SheetWord parallelBroken{u"折线中断处无确切数值", u"A line is broken where there is no exact number"};
inline constexpr SheetWord matrixLess{u"越小越优，小值色深", u"less is better, so darker"};
inline constexpr SheetWord matrixShades{u"深浅按各列的最小值至最大值，数值只在同列内可比",
                                        u"Shades go from the least to the greatest of each column: they compare within "
                                        u"a column only"};
inline constexpr SheetWord matrixNarrow{u"此宽度印不下数值，只示深浅；斜线处无确切数值",
                                        u"Too narrow for the numbers: shades alone; hatched where none is exact"};
inline constexpr SheetWord ranksBy{u"指标：%1", u"Indicators: %1"};
// Median, 5 %, 95 %.
inline constexpr SheetWord rankAndRange{u"%1（%2–%3）", u"%1 (%2–%3)"};
// %1 how many, %2 seed.
inline constexpr SheetWord ranksHow{
    u"加权求和位次：符号为 %1 次随机权重（种子 %2）下的中位数，横线及括号内为 5% 至 95%",
    u"Rank by weighted sum: symbols are the median of %1 random weightings (seed %2), lines and brackets 5% to 95%"};
inline constexpr SheetWord ranksHollow{u"空心：部分数值缺失，按可为任意值计",
                                       u"Hollow: some numbers are missing, and could be any"};
inline constexpr SheetWord ranksRoles{u"位次取决于所选指标；层级是角色分工，不分高低",
                                      u"Ranks depend on the indicators; tiers are roles, not ranks"};
inline constexpr SheetWord ranksNone{u"无从排出位次：所选指标不能区分区县",
                                     u"No ranks: the indicators tell no district from another"};
inline constexpr SheetWord enlarged{u"局部放大", u"Enlarged"};
inline constexpr SheetWord kilometres{u"千米", u"km"};
inline constexpr SheetWord north{u"北", u"N"};
inline constexpr SheetWord scale{u"比例尺 1:%1", u"Scale 1:%1"};

// Projections. %1 central meridian; %2, %3 standard parallels.
inline constexpr SheetWord conic{u"投影\uFF1ACGCS2000 阿尔伯斯等积圆锥投影\uFF0C中央经线 %1\uFF0C标准纬线 %2、%3",
                                 u"Projection: Albers conic equal-area on CGCS2000, central meridian %1, "
                                 u"standard parallels %2, %3"};
inline constexpr SheetWord gauss{u"投影\uFF1ACGCS2000 高斯-克吕格3度带 (%1)\uFF0C中央经线 %2",
                                 u"Projection: CGCS2000 3-degree Gauss-Krueger (%1), central meridian %2"};
inline constexpr SheetWord enlargedPart{u"局部放大 1:%1\uFF0C%2", u"Enlarged part 1:%1. %2"};

inline constexpr SheetWord sources{u"资料来源\uFF1A", u"Sources: "};
inline constexpr SheetWord planSource{u"《%1》\uFF0C%2\uFF0C%3起施行", u"%1, %2, in force from %3"};
inline constexpr SheetWord layerSource{u"%1\uFF1A%2", u"%1: %2"};
inline constexpr SheetWord undatedSource{u"《%1》\uFF0C%2", u"%1, %2"};
inline constexpr SheetWord vintage{u"行政区划截至 %1", u"administrative divisions as of %1"};
inline constexpr SheetWord issuedBy{u"编制单位：%1", u"Prepared by: %1"};
inline constexpr SheetWord drawnBy{u"制图：%1", u"Drawn by: %1"};
inline constexpr SheetWord drawnOn{u"制图日期：%1", u"Date: %1"};
inline constexpr SheetWord sheetNumber{u"图号：%1", u"Sheet %1"};
inline constexpr SheetWord internal{u"内部资料", u"INTERNAL"};
inline constexpr SheetWord atlasIndex{u"%1：目录", u"%1: contents"};
inline constexpr SheetWord approval{u"审图号\uFF1A", u"Map approval no. (审图号):"};

} // namespace tiermap::sheet_words
