#pragma once

#include "maps/style/sheet_word.h"

/// Words on the dossier of a zone. Its language is that of who reads it, whatever the window speaks.
namespace tiermap::report_words {

inline constexpr SheetWord kicker{u"片区档案 · %1", u"Zone dossier · %1"};
inline constexpr SheetWord page{u"第 %1 页，共 %2 页", u"Page %1 of %2"};
inline constexpr SheetWord map{u"%1在%2中的位置", u"%1 within %2"};
inline constexpr SheetWord mapScale{u"比例尺 1:%1", u"Scale 1:%1"};
inline constexpr SheetWord mapKey{u"粗黑线为本片区范围，圈内文字为层级标记",
                                  u"Heavy outline: this zone. Marks in circles: tiers"};
inline constexpr SheetWord noOutline{u"本片区没有图形，图上未标出。",
                                     u"This zone has no outline and is not on the map."};

inline constexpr SheetWord code{u"代码 %1（GB/T 2260）", u"Code %1 (GB/T 2260)"};
inline constexpr SheetWord internalCode{u"内部代码 %1", u"Internal code %1"};
inline constexpr SheetWord areaDrawn{u"图上量算面积 %1 平方千米", u"%1 km² as drawn"};
inline constexpr SheetWord areaSketched{u"示意范围量算面积 %1 平方千米", u"%1 km² as sketched"};
inline constexpr SheetWord tier{u"层级：%1", u"Tier: %1"};
inline constexpr SheetWord noTier{u"不属于任何层级", u"Of no tier"};
inline constexpr SheetWord ofWhich{
    u"位于%1范围内，为“其中”项：数值已计入%1，不另行相加。",
    u"Lies within %1, an \"of which\": its numbers are counted there already and never added."};
inline constexpr SheetWord holds{u"其中：%1。其数值已计入本片区，不另行相加。",
                                 u"Of which: %1. Its numbers are counted in this zone already and never added."};
inline constexpr SheetWord schematic{u"界线为示意，不作为划界依据", u"Boundaries schematic, not for delimitation"};
inline constexpr SheetWord illustrative{
    u"标 * 的为示意数据，不是观测值，不得引用。",
    u"Numbers with an asterisk (*) are illustrative: not observed, not to be quoted."};

inline constexpr SheetWord role{u"在计划中的作用", u"Role in the plan"};
inline constexpr SheetWord noRole{u"计划没有专门说明本片区的作用。", u"The plan has no statement on this zone alone."};
inline constexpr SheetWord roleNote{u"层级是作用的分工，不是高低的排序。", u"Tiers are roles, not ranks."};

inline constexpr SheetWord claim{u"对层级判断的检验", u"The claim of the tier"};
inline constexpr SheetWord noClaim{u"计划没有对这一层级写明可以检验的判断。",
                                   u"Nothing that could be tested is stated of this tier."};
inline constexpr SheetWord speaksFor{
    u"本片区的数据支持这一判断（比对照高 %1）。",
    u"The numbers of this zone speak for the claim (it lies %1 above what it is compared with)."};
inline constexpr SheetWord speaksAgainst{
    u"本片区的数据不支持这一判断（比对照低 %1）。",
    u"The numbers of this zone speak against the claim (it lies %1 below what it is compared with)."};
inline constexpr SheetWord passesMore{u"本片区单位面积的流量是所在区县整体的 %1 倍，支持这一判断。",
                                      u"For its area %1 times as much passes through as through the district as a "
                                      u"whole: this speaks for the claim."};
inline constexpr SheetWord passesLess{u"本片区单位面积的流量是所在区县整体的 %1 倍，不支持这一判断。",
                                      u"For its area %1 times as much passes through as through the district as a "
                                      u"whole: this speaks against the claim."};
inline constexpr SheetWord timesDistrict{u"倍（与所在区县整体比）", u"times the district as a whole"};
inline constexpr SheetWord speaksNeither{u"本片区的数据既不支持也不反对这一判断。",
                                         u"The numbers of this zone speak neither for nor against the claim."};
inline constexpr SheetWord noVoice{u"本片区数据不足，对这一判断没有影响。",
                                   u"This zone has too few numbers to speak for or against the claim."};
inline constexpr SheetWord claimNote{
    u"检验只作描述，不构成证明：划分层级时已了解这些情况。",
    u"The test describes and does not prove: those who drew up the tiers knew such numbers."};
inline constexpr SheetWord measureValue{u"数值", u"value"};
inline constexpr SheetWord measurePerArea{u"每平方千米", u"per km²"};
inline constexpr SheetWord measureGrowth{u"年均增速", u"growth a year"};
inline constexpr SheetWord perArea{u"%1/平方千米", u"%1 per km²"};
inline constexpr SheetWord perYear{u"%/年", u"% a year"};

inline constexpr SheetWord targets{u"全市目标与差距", u"Targets of the city, and gaps"};
inline constexpr SheetWord targetsNote{u"规划只对全市提出目标，没有对片区的目标。下列为有指标衡量者。",
                                       u"The plan sets its targets for the city, none for zones. Listed are those that "
                                       u"an indicator measures."};
inline constexpr SheetWord target{u"目标", u"Target"};
inline constexpr SheetWord wanted{u"目标值", u"Wanted"};
inline constexpr SheetWord cityHas{u"全市最新", u"City, latest"};
inline constexpr SheetWord needed{u"差距", u"Gap"};
inline constexpr SheetWord zoneHas{u"本片区", u"This zone"};
inline constexpr SheetWord met{u"已达到", u"met"};
inline constexpr SheetWord perYearNeeded{u"需年均增长 %1%", u"%1% a year needed"};

inline constexpr SheetWord figures{u"指标", u"Indicators"};
inline constexpr SheetWord indicator{u"指标", u"Indicator"};
inline constexpr SheetWord measured{u"口径", u"Measured as"};
inline constexpr SheetWord value{u"数值", u"Value"};
inline constexpr SheetWord unit{u"单位", u"Unit"};
inline constexpr SheetWord period{u"时期", u"Period"};
inline constexpr SheetWord status{u"性质", u"Status"};
inline constexpr SheetWord rank{u"位次", u"Rank"};
inline constexpr SheetWord city{u"全市", u"City"};
inline constexpr SheetWord source{u"来源", u"Source"};
inline constexpr SheetWord weight{u"权重", u"Weight"};
inline constexpr SheetWord missing{u"暂无数据", u"no data"};
inline constexpr SheetWord withheld{u"保密，不公布", u"withheld"};
inline constexpr SheetWord periodUnknown{u"未注明", u"not stated"};
inline constexpr SheetWord published{u"公布", u"published"};
inline constexpr SheetWord estimate{u"估计", u"estimate"};
inline constexpr SheetWord illustrativeStatus{u"示意", u"illustrative"};
inline constexpr SheetWord notAdopted{u"%1，未采用", u"%1, not adopted"};
inline constexpr SheetWord rankOf{u"%1/%2", u"%1 of %2"};
inline constexpr SheetWord notRanked{u"不排位", u"not ranked"};
inline constexpr SheetWord missingReason{u"%1（%2）暂无数据：%3", u"%1 (%2), no data: %3"};
inline constexpr SheetWord missingElsewhere{u"暂无数据的指标（其他区县有数据）：%1。",
                                            u"No data, where other districts have some: %1."};
inline constexpr SheetWord rankNote{
    u"位次：同一时期有采用值的各区县之间，自高到低；以低为优的指标自低到高。约数、上下限和“其中”项不排位。全市为同一时"
    u"期的采用值。",
    u"Rank: among the districts that have an adopted value for the same period, from the highest, or from the lowest "
    u"where less is better. Bounds and \"of which\" zones are not ranked. City: the adopted value for the same "
    u"period."};

inline constexpr SheetWord measures{u"点名本片区的举措", u"Measures that name this zone"};
inline constexpr SheetWord noMeasures{u"计划中没有点名本片区的举措。", u"No measure of the plan names this zone."};
inline constexpr SheetWord number{u"序号", u"No."};
inline constexpr SheetWord measure{u"举措", u"Measure"};
inline constexpr SheetWord wording{u"计划原文", u"Words of the plan (Chinese)"};
inline constexpr SheetWord bodies{u"责任单位", u"Responsible"};

inline constexpr SheetWord sites{u"平台、基地、园区等点位", u"Platforms, bases, parks and other sites"};
inline constexpr SheetWord kind{u"类别", u"Kind"};
inline constexpr SheetWord name{u"名称", u"Name"};
inline constexpr SheetWord place{u"位置", u"Place"};
inline constexpr SheetWord platform{u"平台", u"platform"};
inline constexpr SheetWord base{u"基地", u"base"};
inline constexpr SheetWord park{u"园区", u"park"};
inline constexpr SheetWord venue{u"场馆", u"venue"};
inline constexpr SheetWord headquarters{u"总部", u"headquarters"};
inline constexpr SheetWord stage{u"阶段", u"Stage"};
inline constexpr SheetWord operating{u"运营", u"operating"};
inline constexpr SheetWord planned{u"规划", u"planned"};
inline constexpr SheetWord located{u"有坐标", u"known"};
inline constexpr SheetWord districtOnly{u"仅知所在片区", u"zone known only"};
inline constexpr SheetWord sitesElsewhere{u"另见：%1。", u"See also: %1."};
inline constexpr SheetWord countOf{u"%1 %2 处", u"%1: %2"};

inline constexpr SheetWord specialisation{u"专业化与产业集群", u"Specialisation and clusters"};
inline constexpr SheetWord noStructure{u"没有足以计算区位商的分业态数据。",
                                       u"There are no numbers by form from which location quotients could be made."};
inline constexpr SheetWord shareOfZone{u"占本片区 %", u"% of zone"};
inline constexpr SheetWord quotientName{u"区位商", u"Quotient"};
inline constexpr SheetWord quotientInterval{u"95% 区间", u"95 % interval"};
inline constexpr SheetWord specialised{u"专业化", u"Specialised"};
inline constexpr SheetWord specialisationNote{u"区位商：某业态在本片区的占比与其在各区县合计中的占比之比（%"
                                              u"1）；区间为精确二项区间（Clopper—Pearson）。下限大于 1 且不少于 %2 "
                                              u"家才称专业化。",
                                              u"Location quotient: the form's share in this zone beside its share in "
                                              u"all districts that have numbers (%1), with the "
                                              u"exact binomial interval (Clopper and Pearson). Specialised is a zone "
                                              u"where the interval lies above 1 and that has %2 "
                                              u"or more."};
inline constexpr SheetWord clustersNote{u"产业集群按企业名录识别（tiermap clusters）；此处不列。",
                                        u"Clusters on the map are found in registers of enterprises (tiermap "
                                        u"clusters) and are not part of the plan, so none "
                                        u"are listed here."};

inline constexpr SheetWord comparison{u"与其他区县的比较", u"Beside the other districts"};
inline constexpr SheetWord notCompared{u"比较只在各区县之间进行，本片区不参与。",
                                       u"Districts alone are compared; this zone is none."};
inline constexpr SheetWord noComparison{u"无法比较：%1", u"There is no comparison: %1"};
inline constexpr SheetWord item{u"结果", u"Result"};
inline constexpr SheetWord score{u"综合得分（0 至 1）", u"Score (0 to 1)"};
inline constexpr SheetWord rankInterval{u"位次（共 %1 个区县）", u"Rank (of %1 districts)"};
inline constexpr SheetWord methodInterval{u"各种标准化、赋权和合成方法下的位次",
                                          u"Rank under every scaling, weighting and aggregation"};
inline constexpr SheetWord samplingInterval{u"权重任意时的位次（SMAA，5%—95%）",
                                            u"Rank whatever the weights (SMAA, 5 to 95 %)"};
inline constexpr SheetWord interval{u"%1 至 %2", u"%1 to %2"};
inline constexpr SheetWord withMedian{u"%1，中位 %2", u"%1, median %2"};
inline constexpr SheetWord comparisonNote{u"得分为最小—最大标准化后的加权和；暂无数据的指标按可能的最低和最高计，故得分"
                                          u"与位次为区间。位次随指标、权重和方法而变，不表示层级高低。",
                                          u"Scores are weighted sums of values scaled from least to greatest. A value "
                                          u"that is missing counts as the worst and "
                                          u"as the best that could be, so that scores and ranks are intervals. Ranks "
                                          u"owe to indicators, weights and method, and "
                                          u"say nothing of tiers."};
inline constexpr SheetWord samplingNote{u"抽样 %1 次，随机种子 %2。", u"%1 samples, seed %2."};

inline constexpr SheetWord changes{u"变更记录", u"Changes"};
inline constexpr SheetWord changesSince{u"变更记录（%1 起）", u"Changes since %1"};
inline constexpr SheetWord noChanges{u"没有变更记录。", u"No changes are on record."};
inline constexpr SheetWord time{u"时间（UTC）", u"Time (UTC)"};
inline constexpr SheetWord author{u"编辑人", u"Author"};
inline constexpr SheetWord changed{u"变更内容", u"What"};
inline constexpr SheetWord before{u"原为", u"From"};
inline constexpr SheetWord after{u"改为", u"To"};
inline constexpr SheetWord reason{u"理由、依据", u"Why, on whose word"};
inline constexpr SheetWord cell{u"%1：%2", u"%1: %2"};
inline constexpr SheetWord rowAdded{u"%1：新增", u"%1: added"};
inline constexpr SheetWord rowRemoved{u"%1：删除", u"%1: removed"};
inline constexpr SheetWord undone{u"%1（撤销）", u"%1 (undone)"};
inline constexpr SheetWord redone{u"%1（恢复）", u"%1 (done again)"};
inline constexpr SheetWord outside{u"%1（由其他程序改动）", u"%1 (by another program)"};
inline constexpr SheetWord none{u"空", u"empty"};
inline constexpr SheetWord yes{u"是", u"yes"};
inline constexpr SheetWord no{u"否", u"no"};
inline constexpr SheetWord shape{u"图形", u"shape"};
inline constexpr SheetWord thisZone{u"本片区", u"This zone"};
inline constexpr SheetWord site{u"点位“%1”", u"Site \"%1\""};

inline constexpr SheetWord sources{u"资料来源", u"Sources"};
inline constexpr SheetWord address{u"%1，%2", u"%1, %2"};
inline constexpr SheetWord boundaries{u"界线：%1", u"Boundaries: %1"};
inline constexpr SheetWord vintage{u"行政区划截至 %1。", u"Administrative divisions as of %1."};

inline constexpr SheetWord withPeriod{u"%1（%2）", u"%1 (%2)"};
inline constexpr SheetWord listed{u"、", u", "};
inline constexpr SheetWord clause{u"；", u"; "};
inline constexpr SheetWord facts{u" · ", u" · "};
inline constexpr SheetWord quote{u"“%1”", u"\"%1\""};

// The report, of which dossiers are chapters.
inline constexpr SheetWord reportTitle{u"%1：实施评估报告", u"%1: report"};
inline constexpr SheetWord contents{u"目录", u"Contents"};
inline constexpr SheetWord chapterColumn{u"章", u"Chapter"};
inline constexpr SheetWord pageColumn{u"页", u"Page"};
inline constexpr SheetWord layoutTitle{u"空间布局与层级", u"Layout and tiers"};
inline constexpr SheetWord targetsTitle{u"目标与进展", u"Targets and progress"};
inline constexpr SheetWord comparisonTitle{u"区县比较", u"Comparison of the districts"};
inline constexpr SheetWord tierKicker{u"层级 · %1", u"Tier · %1"};
inline constexpr SheetWord validity{u"%1 至 %2", u"%1 to %2"};
inline constexpr SheetWord tiersHeading{u"各层级", u"The tiers"};
inline constexpr SheetWord zonesHeading{u"各片区", u"The zones"};
inline constexpr SheetWord tierColumn{u"层级", u"Tier"};
inline constexpr SheetWord driverColumn{u"驱动", u"Driven by"};
inline constexpr SheetWord carrierColumn{u"载体", u"Carried by"};
inline constexpr SheetWord modeColumn{u"发展方式", u"Mode"};
inline constexpr SheetWord zonesColumn{u"片区", u"Zones"};
inline constexpr SheetWord zoneColumn{u"片区", u"Zone"};
inline constexpr SheetWord codeColumn{u"代码", u"Code"};
inline constexpr SheetWord areaColumn{u"图上面积（平方千米）", u"km² as drawn"};
inline constexpr SheetWord withinColumn{u"其中于", u"Of which"};
inline constexpr SheetWord ofWhichNote{
    u"“其中于”所列区县的数值已包含该片区，不另行相加。",
    u"An \"of which\" zone is counted in the district that is named, and never added."};
inline constexpr SheetWord measuresColumn{u"对应举措", u"Measures"};
inline constexpr SheetWord allTargetsNote{
    u"没有指标衡量的目标，其现状与差距为“暂无数据”。对应举措为原文写有该目标的举措。",
    u"Where no indicator measures a target, where the city stands is not known. "
    u"Measures: those in whose own words the target stands."};
inline constexpr SheetWord ranksHeading{u"得分与位次", u"Scores and ranks"};
inline constexpr SheetWord weightsHeading{u"指标与权重", u"Indicators and weights"};
inline constexpr SheetWord entropyColumn{u"熵权", u"Entropy"};
inline constexpr SheetWord knownColumn{u"区县数", u"Districts"};
inline constexpr SheetWord saysColumn{u"数据怎么说", u"What its numbers say"};

/// Columns of the project's tables, for the changes.
struct ColumnWord {
    const char16_t* column;
    SheetWord word;
};
inline constexpr ColumnWord columns[] = {
    {u"value", {u"数值", u"value"}},
    {u"bound", {u"界限", u"bound"}},
    {u"unit", {u"单位", u"unit"}},
    {u"period", {u"时期", u"period"}},
    {u"source", {u"来源", u"source"}},
    {u"address", {u"网址", u"address"}},
    {u"missing_reason", {u"缺失原因", u"reason for no data"}},
    {u"status", {u"性质", u"status"}},
    {u"confidence", {u"可信度", u"confidence"}},
    {u"adopted", {u"采用", u"adopted"}},
    {u"note", {u"备注", u"note"}},
    {u"name_zh", {u"中文名", u"Chinese name"}},
    {u"name_en", {u"英文名", u"English name"}},
    {u"tier", {u"层级", u"tier"}},
    {u"kind", {u"类别", u"kind"}},
    {u"parent", {u"所属", u"within"}},
    {u"schematic", {u"示意", u"schematic"}},
    {u"role_zh", {u"作用（中文）", u"role (Chinese)"}},
    {u"role_en", {u"作用（英文）", u"role (English)"}},
    {u"geom", {u"图形", u"shape"}},
    {u"zone", {u"所在片区", u"zone"}},
    {u"stage", {u"阶段", u"stage"}},
    {u"pinyin", {u"拼音", u"pinyin"}},
};

} // namespace tiermap::report_words
