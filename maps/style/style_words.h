#pragma once

#include "maps/style/sheet_word.h"

namespace tiermap::style_words {

inline constexpr SheetWord withPeriod{u"%1（%2）", u"%1 (%2)"};
inline constexpr SheetWord density{u"%1密度", u"%1, density"};
inline constexpr SheetWord share{u"%1占比", u"%1, share"};
inline constexpr SheetWord two{u"%1与%2", u"%1 and %2"};
inline constexpr SheetWord perArea{u"%1/平方千米", u"%1 per km²"};
inline constexpr SheetWord unit{u"单位：%1", u"%1"};
inline constexpr SheetWord latest{u"各区县最近一期", u"latest of each"};
inline constexpr SheetWord notStated{u"年份未注明", u"year not stated"};
inline constexpr SheetWord separator{u"，", u", "};
inline constexpr SheetWord listed{u"、", u", "};
inline constexpr SheetWord interval{u"%1 – %2", u"%1 – %2"};
inline constexpr SheetWord about{u"约 %1", u"about %1"};
inline constexpr SheetWord named{u"%1：%2", u"%1: %2"};
inline constexpr SheetWord groups{u"；", u"; "};
inline constexpr SheetWord unitWhen{u"%1（%2，%3）", u"%1 (%2, %3)"};

inline constexpr SheetWord missing{u"无数据", u"No data"};
inline constexpr SheetWord withheld{u"保密，不公布", u"Withheld"};
inline constexpr SheetWord bound{u"仅知上下限或约数", u"Known as a bound only"};
inline constexpr SheetWord negative{u"负值", u"Below zero"};

// Where the latest number of each zone is shown: which year that is. %1 year.
inline constexpr SheetWord years{u"年份：%1", u"Years: %1"};
inline constexpr SheetWord yearsOf{u"%1的年份：%2", u"Years of %1: %2"};
inline constexpr SheetWord allOf{u"均为%1", u"all %1"};
inline constexpr SheetWord otherZones{u"其余有数值的 %1 个区县", u"the other %1 with a number"};

inline constexpr SheetWord halfOpen{u"各级含下限、不含上限，末级含上限",
                                    u"A class holds its lower bound, the last one both"};
inline constexpr SheetWord estimates{u"含估计值：%1", u"Estimates: %1"};
inline constexpr SheetWord illustrative{u"含示意数据，不是观测值：%1", u"Illustrative, not observed: %1"};
inline constexpr SheetWord shareOfCity{u"占全市公布总数的比重", u"Share of the total published for the city"};
inline constexpr SheetWord shareOfZones{u"占各区县之和的比重", u"Share of the sum of all districts"};
inline constexpr SheetWord shareUnknown{u"缺全市公布总数，比重无从计算",
                                        u"No total is published: shares are not known"};
inline constexpr SheetWord areaMeasured{u"面积按图上界线在椭球面上量算",
                                        u"Areas measured in the outlines, on the ellipsoid"};
inline constexpr SheetWord oneDot{u"1 点 = %1 %2", u"1 dot = %1 %2"};
inline constexpr SheetWord dotsAtRandom{u"点在区县内随机均布，不表示实际位置",
                                        u"Dots are spread within each zone, not where things are"};
inline constexpr SheetWord low{u"低", u"low"};
inline constexpr SheetWord middle{u"中", u"mid"};
inline constexpr SheetWord high{u"高", u"high"};
inline constexpr SheetWord thirds{u"各指标按三分位分为低、中、高", u"Thirds of either indicator by quantiles"};
inline constexpr SheetWord compositeRank{u"综合位次", u"Composite rank"};
inline constexpr SheetWord indicatorCount{u"%1 项指标", u"indicators: %1"};
inline constexpr SheetWord rank{u"第 %1 位", u"Rank %1"};
inline constexpr SheetWord rankInterval{u"第 %1–%2 位", u"Ranks %1–%2"};
inline constexpr SheetWord uncertainRank{u"位次不稳：不足 %1% 的权重组合下处于该档",
                                         u"Uncertain: in its third for under %1% of weightings"};
inline constexpr SheetWord weightings{u"斜线依 %1 组等可能的随机权重（加权和，种子 %2）",
                                      u"Hatched by %1 random weightings, all as likely (weighted sum, seed %2)"};
inline constexpr SheetWord weightedSum{u"极差标准化，加权和，%1", u"Min-max, weighted sum; %1"};
inline constexpr SheetWord weightedProduct{u"极差标准化，加权积，%1", u"Min-max, weighted product; %1"};
inline constexpr SheetWord topsis{u"极差标准化，TOPSIS，%1", u"Min-max, TOPSIS; %1"};
inline constexpr SheetWord equalWeights{u"等权", u"equal weights"};
inline constexpr SheetWord weightOf{u"%1 %2%", u"%1 %2%"};
inline constexpr SheetWord bars{u"柱高按各指标最大值", u"Heights by each indicator's greatest"};
inline constexpr SheetWord barsOverTime{u"各年柱高尺度相同", u"Heights of all years on one scale"};
inline constexpr SheetWord missingBar{u"缺柱处无数据，或仅知上下限",
                                      u"Where a bar is missing there is no number, or only a bound"};
inline constexpr SheetWord pies{u"圆面积按合计", u"Circle areas by the sum"};
inline constexpr SheetWord tallest{u"最高的柱：%1", u"Tallest bar: %1"};
inline constexpr SheetWord widest{u"最大的圆：%1", u"Largest circle: %1"};
inline constexpr SheetWord sites{u"平台、基地、园区等点位", u"Platforms, bases, parks and other sites"};
inline constexpr SheetWord siteDensity{u"点位密度", u"Density of sites"};
inline constexpr SheetWord siteCount{u"点位数", u"Number of sites"};
inline constexpr SheetWord perSquareKilometres{u"处/百平方千米", u"sites per 100 km²"};
inline constexpr SheetWord siteUnit{u"处", u"number"};
inline constexpr SheetWord bandwidth{u"四次核，带宽 %1 千米", u"Quartic kernel, bandwidth %1 km"};
inline constexpr SheetWord hexagon{u"六边形对边距 %1 千米", u"Hexagons %1 km across"};
inline constexpr SheetWord unplacedSites{u"%1 处仅知所在区县，未计入", u"%1 known by district only: not counted"};

// The map in words. %1 title; then how many zones, and how many of them have a number.
inline constexpr SheetWord told{u"%1。%2 个区县中 %3 个有数值。", u"%1. %3 of %2 districts have a number. "};
inline constexpr SheetWord extremes{u"最高：%1（%2）；最低：%3（%4）。", u"Highest: %1 (%2); lowest: %3 (%4). "};
inline constexpr SheetWord classTold{u"%1：%2。", u"%1: %2. "};
inline constexpr SheetWord sentence{u"%1。", u" %1."};

} // namespace tiermap::style_words
