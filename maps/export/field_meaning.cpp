#include "maps/export/field_meaning.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

struct Meaning {
    QLatin1StringView column;
    QStringView words;
};

/// Columns of tables that have shapes: only these go to a shapefile.
constexpr std::array<Meaning, 18> meanings{{{"code"_L1, u"行政区划代码"},
                                            {"key"_L1, u"编号"},
                                            {"name_zh"_L1, u"中文名称"},
                                            {"name_en"_L1, u"英文名称"},
                                            {"pinyin"_L1, u"拼音"},
                                            {"tier"_L1, u"所属层级"},
                                            {"kind"_L1, u"类型"},
                                            {"parent"_L1, u"上级单元代码"},
                                            {"schematic"_L1, u"界线为示意（1 是，0 否）"},
                                            {"role_zh"_L1, u"自身定位（中文）"},
                                            {"role_en"_L1, u"自身定位（英文）"},
                                            {"zone"_L1, u"所在片区代码"},
                                            {"stage"_L1, u"建设阶段"},
                                            {"confidence"_L1, u"可信程度"},
                                            {"source"_L1, u"资料来源"},
                                            {"address"_L1, u"来源网址"},
                                            {"note"_L1, u"备注"},
                                            {"role"_L1, u"底图要素类别"}}};

} // namespace

QString fieldMeaning(QLatin1StringView column) {
    const auto* meaning = std::ranges::find(meanings, column, &Meaning::column);
    return meaning == meanings.end() ? QString(column) : meaning->words.toString();
}

} // namespace tiermap
