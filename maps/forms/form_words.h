#pragma once

#include "core/plan/quantity.h"
#include "maps/style/sheet_word.h"

namespace tiermap {

/// Words on a form. Its language is that of who fills it in, whatever the window speaks.
namespace form_words {

inline constexpr SheetWord sheet{u"填报", u"Form"};
inline constexpr SheetWord title{u"%1数据填报表", u"Data form: %1"};
inline constexpr SheetWord purpose{u"填报对象：%1（%2）　　用途：《%3》数据汇总", u"Zone: %1 (%2).  For: %3"};

inline constexpr SheetWord unitBy{u"填报单位", u"Office"};
inline constexpr SheetWord personBy{u"填报人", u"Filled in by"};
inline constexpr SheetWord dateBy{u"填报日期", u"Date"};

inline constexpr SheetWord instructions{
    u"填报说明：1. 只填浅黄色单元格，不增删行列，不改动表头和序号。2. 数值按“单位”栏所列单位填写；约数填“约30”，"
    u"超过某数填“>50”，单位为“%”的只填数字（7.5）。3. “来源”写明数据出处（文件或公报名称、发布时间）。4. "
    u"没有数据的，“填报值”留空，在“说明/缺失原因”"
    u"栏写明原因，来源照填，不要填 0；不宜公布的填“保密”。",
    u"How to fill it in: 1. Fill in the yellow cells only; leave rows, columns, headings and numbers as they are. "
    u"2. Give values in the unit stated; \"~30\" for about 30, \">50\" for more than 50, 7.5 and not 7.5% where the "
    u"unit is %. "
    u"3. Name the source: title and date of the publication. 4. Where there is no figure leave the value empty and say "
    u"why under \"Remark\", "
    u"and name the source all the same; do not write 0. \"withheld\" is the value that may not be published."};

inline constexpr SheetWord number{u"序号", u"No."};
inline constexpr SheetWord indicator{u"指标", u"Indicator"};
inline constexpr SheetWord unit{u"单位", u"Unit"};
inline constexpr SheetWord period{u"时期", u"Period"};
inline constexpr SheetWord known{u"已有值", u"Known value"};
inline constexpr SheetWord knownSource{u"已有值来源", u"Its source"};
inline constexpr SheetWord value{u"填报值", u"Value"};
inline constexpr SheetWord source{u"来源", u"Source"};
inline constexpr SheetWord remark{u"说明/缺失原因", u"Remark, or why there is no value"};

inline constexpr SheetWord withPeriod{u"%1（%2）", u"%1 (%2)"};
inline constexpr SheetWord missing{u"缺（%1）", u"none (%1)"};
inline constexpr SheetWord about{u"约%1", u"about %1"};
inline constexpr SheetWord allowed{u"请核对数值", u"Please check the value"};
inline constexpr SheetWord atLeast{u"不应小于 %1（单位：%2）。约数可填“约30”。", u"Not less than %1 (unit: %2)."};
inline constexpr SheetWord atMost{u"不应大于 %1（单位：%2）。约数可填“约30”。", u"Not more than %1 (unit: %2)."};
inline constexpr SheetWord between{u"应在 %1 至 %2 之间（单位：%3）。约数可填“约30”。", u"From %1 to %2 (unit: %3)."};
inline constexpr SheetWord page{u"第 &P 页，共 &N 页", u"Page &P of &N"};

} // namespace form_words

/// "1323467", ">50", "约30".
QString formQuantity(const Quantity& quantity, Language language);

} // namespace tiermap
