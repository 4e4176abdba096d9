#pragma once

#include "maps/style/sheet_word.h"

/// Words of the workbook. Its language is that of who checks it, whatever the window speaks.
namespace tiermap::calculation_words {

inline constexpr SheetWord values{u"指标值", u"Values"};
inline constexpr SheetWord sources{u"来源", u"Sources"};
inline constexpr SheetWord scaled{u"标准化", u"Scaled"};
inline constexpr SheetWord weights{u"权重", u"Weights"};
inline constexpr SheetWord scores{u"得分", u"Scores"};

inline constexpr SheetWord methods{u"方法组合", u"Methods"};
inline constexpr SheetWord sampling{u"随机权重", u"Sampling"};

inline constexpr SheetWord valuesTitle{u"《%1》片区比较：参与比较的指标值",
                                       u"%1: the values that the comparison is made of"};
inline constexpr SheetWord sourcesTitle{u"《%1》片区比较：每个数值的出处", u"%1: where each of the values comes from"};
inline constexpr SheetWord scaledTitle{u"《%1》片区比较：极差标准化（最差为 0，最好为 1）",
                                       u"%1: values scaled by least and most (0 is the worst, 1 the best)"};
inline constexpr SheetWord weightsTitle{u"《%1》片区比较：指标权重", u"%1: the weights of the indicators"};
inline constexpr SheetWord scoresTitle{u"《%1》片区比较：综合得分、位次和障碍度",
                                       u"%1: composite scores, ranks and obstacle degrees"};

inline constexpr SheetWord methodsTitle{u"《%1》片区比较：各种方法组合下的位次",
                                        u"%1: ranks under every scaling, weighting and aggregation"};
inline constexpr SheetWord samplingTitle{u"《%1》片区比较：随机权重下的位次（SMAA-2）",
                                         u"%1: ranks whatever the weights (SMAA-2)"};

inline constexpr SheetWord valuesNote{
    u"修改数值或“方向”，后面各表随之重算。空格表示无数据，既不作 0 计，也不以均值代替。",
    u"Change a value or a direction, and all other sheets follow. An empty cell is no data: it counts neither as zero "
    u"nor as a mean."};
inline constexpr SheetWord sourcesNote{
    u"无数据的片区也列出，并说明原因；只知范围的数值不参与计算。",
    u"Zones without data are listed with the reason. A number of which only a bound is known is not used."};
inline constexpr SheetWord scaledNote{
    u"各片区数值相同的指标不区分片区，一律为 0.5；缺失的仍为空格。右侧两组分别以 0 和 1 "
    u"代替缺失值，用于求得分的上下限。",
    u"An indicator that is the same in all zones tells none from another: 0.5. What is missing stays empty; the blocks "
    u"to the right have 0 and 1 in its place, for the bounds of the score."};
inline constexpr SheetWord weightsNote{u"得分采用的权重：%1。", u"Weights that the scores use: %1."};
inline constexpr SheetWord scoresNote{
    u"上下限和位次的算法：%1。有缺失值的片区只能给出得分的上下限，位次相应为一个区间。",
    u"Bounds and ranks: %1. Of a zone with missing values only bounds of the score are known, so its rank is a range."};
inline constexpr SheetWord methodsNote{
    u"程序所算数值，非公式：修改前面各表的数值，本表不随之重算。有缺失值时位次为区间。权重一律由极差标准化值求得。",
    u"The program's numbers, no formulas: they do not follow a change on the other sheets. Where values are missing a "
    u"rank "
    u"is a range. Weights come from min-max values throughout."};
inline constexpr SheetWord samplingNote{u"随机权重 %1 组，随机种子 %2，加权和，各种权重等可能；缺失值每次在 0 与 1 "
                                        u"之间随机取值。同一种子结果相同。程序所算数值，非公式。",
                                        u"%1 random weightings, seed %2; weighted sum, all weights as likely; a "
                                        u"missing value is drawn from 0 to 1 each time. "
                                        u"The same seed gives the same numbers. The program's numbers, no formulas."};
inline constexpr SheetWord noSamples{u"没有抽取随机权重。", u"No weights were drawn."};
inline constexpr SheetWord illustrativeNote{
    u"* 表示示意数据：不是公布数，据此算出的结果也仅供示意。",
    u"* Illustrative number, not a published one. What is made of it is illustrative, "
    u"too."};

inline constexpr SheetWord code{u"代码", u"Code"};
inline constexpr SheetWord zone{u"片区", u"Zone"};
inline constexpr SheetWord indicator{u"指标", u"Indicator"};
inline constexpr SheetWord unit{u"单位", u"Unit"};
inline constexpr SheetWord period{u"时期", u"Period"};
inline constexpr SheetWord direction{u"方向", u"Direction"};
inline constexpr SheetWord moreIsBetter{u"越高越好", u"more is better"};
inline constexpr SheetWord lessIsBetter{u"越低越好", u"less is better"};
inline constexpr SheetWord value{u"数值", u"Value"};
inline constexpr SheetWord source{u"来源", u"Source"};
inline constexpr SheetWord address{u"网址", u"Address"};
inline constexpr SheetWord status{u"性质", u"Status"};
inline constexpr SheetWord remark{u"说明", u"Remark"};
inline constexpr SheetWord published{u"已公布", u"published"};
inline constexpr SheetWord estimate{u"估算", u"estimate"};
inline constexpr SheetWord illustrative{u"示意", u"illustrative"};
inline constexpr SheetWord noData{u"无数据", u"no data"};
inline constexpr SheetWord onlyBound{u"只知范围，不参与计算", u"only a bound: not used"};

inline constexpr SheetWord least{u"最小值", u"Least"};
inline constexpr SheetWord most{u"最大值", u"Most"};
inline constexpr SheetWord scaledValues{u"标准化值 z", u"Scaled values z"};
inline constexpr SheetWord missingAs0{u"缺失值以 0 代替", u"0 where missing"};
inline constexpr SheetWord missingAs1{u"缺失值以 1 代替", u"1 where missing"};

inline constexpr SheetWord weightsUsed{u"得分采用的权重 w", u"Weights w of the scores"};
inline constexpr SheetWord sum{u"合计", u"Sum"};
inline constexpr SheetWord equal{u"等权", u"equal weights"};
inline constexpr SheetWord entropy{u"熵权", u"entropy weights"};
inline constexpr SheetWord critic{u"CRITIC 权重", u"CRITIC weights"};
inline constexpr SheetWord given{u"给定权重", u"given weights"};
inline constexpr SheetWord capped{u"%1，单项不超过上限", u"%1, none above the cap"};
inline constexpr SheetWord equalWeight{u"等权 1/n", u"Equal weight 1/n"};
inline constexpr SheetWord entropySection{u"熵权法（Hwang 和 Yoon，1981）", u"Entropy (Hwang and Yoon, 1981)"};
inline constexpr SheetWord count{u"有数据的片区数 m", u"Zones with data m"};
inline constexpr SheetWord total{u"z 之和", u"Sum of z"};
inline constexpr SheetWord shares{u"比重 p = z ÷ z 之和", u"Shares p = z / sum of z"};
inline constexpr SheetWord shareLogs{u"p·ln p（p 为 0 时取 0）", u"p ln p (0 where p is 0)"};
inline constexpr SheetWord entropyValue{u"熵 e = −Σ p·ln p ÷ ln m", u"Entropy e = -sum(p ln p) / ln m"};
inline constexpr SheetWord diversity{u"差异系数 1 − e", u"1 - e"};
inline constexpr SheetWord entropyWeight{u"熵权（1 − e）÷ 合计", u"Entropy weight (1 - e) / sum"};
inline constexpr SheetWord criticSection{u"CRITIC 法（Diakoulaki 等，1995）", u"CRITIC (Diakoulaki et al., 1995)"};
inline constexpr SheetWord deviation{u"标准差 σ", u"Standard deviation s"};
inline constexpr SheetWord conflicts{u"冲突性 1 − r", u"Conflicts 1 - r"};
inline constexpr SheetWord conflictsTyped{
    u"冲突性 1 − r：因有缺失值，为程序所算数值，只取两项都有数据的片区，非公式",
    u"Conflicts 1 - r: as values are missing these are the program's numbers, of the "
    u"zones that have both; no formulas"};
inline constexpr SheetWord conflict{u"冲突性之和", u"Sum of conflicts"};
inline constexpr SheetWord information{u"信息量 C = σ × 冲突性之和", u"Information C = s x sum of conflicts"};
inline constexpr SheetWord criticWeight{u"CRITIC 权重 C ÷ 合计", u"CRITIC weight C / sum"};
inline constexpr SheetWord noCritic{u"各指标所示完全一致，此法无从赋权",
                                    u"All indicators say the same: no weights can be made"};
inline constexpr SheetWord givenSection{u"给定权重（直接填入，非公式）", u"Given weights (typed, no formulas)"};
inline constexpr SheetWord asGiven{u"原值", u"As given"};
inline constexpr SheetWord givenShare{u"归一化：原值 ÷ 合计", u"As parts of 1"};
inline constexpr SheetWord capSection{u"权重上限：超出部分按比例分给其余指标，直至都不超过",
                                      u"Cap: what is above goes to the others in proportion, until none is"};
inline constexpr SheetWord cap{u"上限", u"Cap"};
inline constexpr SheetWord capRound{u"第 %1 次分配", u"Round %1"};

inline constexpr SheetWord weightedSum{u"加权和", u"Weighted sum"};
inline constexpr SheetWord weightedProduct{u"加权积", u"Weighted product"};
inline constexpr SheetWord topsis{u"TOPSIS 贴近度", u"TOPSIS closeness"};
inline constexpr SheetWord missing{u"缺失指标数", u"Missing values"};
inline constexpr SheetWord shortfall{u"总差距 Σ w(1 − z)", u"Shortfall sum w(1 - z)"};
inline constexpr SheetWord worst{u"得分下限", u"Score, at worst"};
inline constexpr SheetWord best{u"得分上限", u"Score, at best"};
inline constexpr SheetWord bestRank{u"位次（最前）", u"Rank, at best"};
inline constexpr SheetWord worstRank{u"位次（最后）", u"Rank, at worst"};
inline constexpr SheetWord rank{u"位次", u"Rank"};
inline constexpr SheetWord medianRank{u"位次（中位）", u"Rank, median"};
inline constexpr SheetWord expectedRank{u"期望位次", u"Expected rank"};
inline constexpr SheetWord lowRank{u"位次 5%", u"Rank, 5 %"};
inline constexpr SheetWord highRank{u"位次 95%", u"Rank, 95 %"};
inline constexpr SheetWord acceptability{u"居各位次的权重组合所占份额", u"Share of the weightings that give each rank"};
inline constexpr SheetWord centralWeights{u"居首位时的平均权重", u"Mean weights that make it first"};
inline constexpr SheetWord winShares{u"得分高于右列片区的份额（相等计一半）",
                                     u"Share in which it is above the zone of the column (equal ones count half)"};
inline constexpr SheetWord byMinMax{u"极差标准化", u"min-max"};
inline constexpr SheetWord byRank{u"按位次标准化", u"ranks"};
inline constexpr SheetWord topsisMethod{u"TOPSIS", u"TOPSIS"};
inline constexpr SheetWord toIdeal{u"TOPSIS D+", u"TOPSIS D+"};
inline constexpr SheetWord toAntiIdeal{u"TOPSIS D−", u"TOPSIS D-"};
inline constexpr SheetWord obstacle{u"障碍度：%1", u"Obstacle degree: %1"};
inline constexpr SheetWord byFormula{u"本表公式重算", u"Worked out here, by formula"};
inline constexpr SheetWord byProgram{u"程序所算（按导出时的指标值）",
                                     u"The program's numbers (of the values as exported)"};
inline constexpr SheetWord difference{u"最大差异", u"Greatest difference"};
inline constexpr SheetWord greatestDifference{u"公式与程序所算数值的最大差异：",
                                              u"Greatest difference between formulas and program:"};
inline constexpr SheetWord recalculate{u"重新计算后显示", u"recalculate to see"};

} // namespace tiermap::calculation_words
