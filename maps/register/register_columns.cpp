#include "maps/register/register_columns.h"

#include "core/plan/number_entry.h"

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Headings = std::initializer_list<const char16_t*>;

constexpr Headings longitudes{u"longitude", u"lon", u"lng", u"x", u"经度", u"东经", u"经度坐标"};
constexpr Headings latitudes{u"latitude", u"lat", u"y", u"纬度", u"北纬", u"纬度坐标"};
constexpr Headings districts{u"adcode",   u"district_code", u"district", u"zone",     u"code",
                             u"区县代码", u"行政区划代码",  u"区划代码", u"区县",     u"所在区县",
                             u"行政区",   u"所属区县",      u"片区",     u"所在地区", u"地区"};
constexpr Headings industries{u"industry", u"industry_code", u"行业代码",        u"行业",
                              u"行业门类", u"行业大类",      u"国民经济行业代码"};

constexpr Headings sizes{u"size", u"size_class", u"企业规模", u"单位规模", u"规模", u"规模类型"};
constexpr Headings years{u"year", u"founded", u"成立年份", u"成立日期", u"成立时间", u"注册日期", u"年份"};

int columnOf(const QStringList& headings, Headings words) {
    for (const char16_t* word : words) { // the better word goes before the column further left
        const auto found = std::ranges::find_if(
            headings, [&](const QString& heading) { return plainText(heading).toLower() == QStringView(word); });
        if (found != headings.end()) {
            return static_cast<int>(found - headings.begin());
        }
    }
    return -1;
}

} // namespace

Result<RegisterColumns> findColumns(const QStringList& headings, const RegisterColumnNames& names) {
    RegisterColumns columns;
    QString missing;
    const auto find = [&](int& column, const QString& named, Headings words) {
        column = named.isEmpty() ? columnOf(headings, words) : static_cast<int>(headings.indexOf(named));
        missing = column < 0 && !named.isEmpty() ? named : missing;
    };
    find(columns.longitude, names.longitude, longitudes);
    find(columns.latitude, names.latitude, latitudes);
    find(columns.district, names.district, districts);
    find(columns.industry, names.industry, industries);
    find(columns.size, names.size, sizes);
    find(columns.year, names.year, years);
    if (missing.isEmpty() && !columns.hasPlace() && columns.district < 0) {
        missing = columns.longitude >= 0 ? u"latitude"_s : u"longitude"_s;
    }
    if (!missing.isEmpty()) {
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .row = 1, .field = missing});
    }
    return columns;
}

} // namespace tiermap
