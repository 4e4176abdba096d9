#include "core/plan/industry.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int divisions = 97;

constexpr std::array<const char16_t*, divisions> divisionNames{
    u"农业",
    u"林业",
    u"畜牧业",
    u"渔业",
    u"农、林、牧、渔专业及辅助性活动",
    u"煤炭开采和洗选业",
    u"石油和天然气开采业",
    u"黑色金属矿采选业",
    u"有色金属矿采选业",
    u"非金属矿采选业",
    u"开采专业及辅助性活动",
    u"其他采矿业",
    u"农副食品加工业",
    u"食品制造业",
    u"酒、饮料和精制茶制造业",
    u"烟草制品业",
    u"纺织业",
    u"纺织服装、服饰业",
    u"皮革、毛皮、羽毛及其制品和制鞋业",
    u"木材加工和木、竹、藤、棕、草制品业",
    u"家具制造业",
    u"造纸和纸制品业",
    u"印刷和记录媒介复制业",
    u"文教、工美、体育和娱乐用品制造业",
    u"石油、煤炭及其他燃料加工业",
    u"化学原料和化学制品制造业",
    u"医药制造业",
    u"化学纤维制造业",
    u"橡胶和塑料制品业",
    u"非金属矿物制品业",
    u"黑色金属冶炼和压延加工业",
    u"有色金属冶炼和压延加工业",
    u"金属制品业",
    u"通用设备制造业",
    u"专用设备制造业",
    u"汽车制造业",
    u"铁路、船舶、航空航天和其他运输设备制造业",
    u"电气机械和器材制造业",
    u"计算机、通信和其他电子设备制造业",
    u"仪器仪表制造业",
    u"其他制造业",
    u"废弃资源综合利用业",
    u"金属制品、机械和设备修理业",
    u"电力、热力生产和供应业",
    u"燃气生产和供应业",
    u"水的生产和供应业",
    u"房屋建筑业",
    u"土木工程建筑业",
    u"建筑安装业",
    u"建筑装饰、装修和其他建筑业",
    u"批发业",
    u"零售业",
    u"铁路运输业",
    u"道路运输业",
    u"水上运输业",
    u"航空运输业",
    u"管道运输业",
    u"多式联运和运输代理业",
    u"装卸搬运和仓储业",
    u"邮政业",
    u"住宿业",
    u"餐饮业",
    u"电信、广播电视和卫星传输服务",
    u"互联网和相关服务",
    u"软件和信息技术服务业",
    u"货币金融服务",
    u"资本市场服务",
    u"保险业",
    u"其他金融业",
    u"房地产业",
    u"租赁业",
    u"商务服务业",
    u"研究和试验发展",
    u"专业技术服务业",
    u"科技推广和应用服务业",
    u"水利管理业",
    u"生态保护和环境治理业",
    u"公共设施管理业",
    u"土地管理业",
    u"居民服务业",
    u"机动车、电子产品和日用产品修理业",
    u"其他服务业",
    u"教育",
    u"卫生",
    u"社会工作",
    u"新闻和出版业",
    u"广播、电视、电影和录音制作业",
    u"文化艺术业",
    u"体育",
    u"娱乐业",
    u"中国共产党机关",
    u"国家机构",
    u"人民政协、民主党派",
    u"社会保障",
    u"群众团体、社会团体和其他成员组织",
    u"基层群众自治组织及其他组织",
    u"国际组织",
};

/// Names of sections and divisions, in UTF-8. Where a section has one division of its name (教育), that is meant.
QHash<QByteArray, Industry> makeNames() {
    QHash<QByteArray, Industry> names;
    for (const IndustrySection& section : industrySections()) {
        names.insert(section.name.zh.toUtf8(), {section.letter, section.first == section.last ? section.first : 0});
        for (int division = section.first; division <= section.last; ++division) {
            names.insert(divisionName(division).toUtf8(), {section.letter, division});
        }
    }
    return names;
}

/// A register has millions of rows.
char sectionOf(int division) {
    static const std::array<char, 100> sections = [] {
        std::array<char, 100> letters{};
        for (const IndustrySection& section : industrySections()) {
            std::fill(letters.begin() + section.first, letters.begin() + section.last + 1, section.letter);
        }
        return letters;
    }();
    return sections[static_cast<std::size_t>(division)];
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

} // namespace

const QList<IndustrySection>& industrySections() {
    static const QList<IndustrySection> sections{
        {'A', 1, 5, {u"农、林、牧、渔业"_s, u"Agriculture, forestry, animal husbandry and fishery"_s}},
        {'B', 6, 12, {u"采矿业"_s, u"Mining"_s}},
        {'C', 13, 43, {u"制造业"_s, u"Manufacturing"_s}},
        {'D',
         44,
         46,
         {u"电力、热力、燃气及水生产和供应业"_s, u"Production and supply of electricity, heat, gas and water"_s}},
        {'E', 47, 50, {u"建筑业"_s, u"Construction"_s}},
        {'F', 51, 52, {u"批发和零售业"_s, u"Wholesale and retail trades"_s}},
        {'G', 53, 60, {u"交通运输、仓储和邮政业"_s, u"Transport, storage and post"_s}},
        {'H', 61, 62, {u"住宿和餐饮业"_s, u"Hotels and catering services"_s}},
        {'I',
         63,
         65,
         {u"信息传输、软件和信息技术服务业"_s, u"Information transmission, software and information technology"_s}},
        {'J', 66, 69, {u"金融业"_s, u"Financial intermediation"_s}},
        {'K', 70, 70, {u"房地产业"_s, u"Real estate"_s}},
        {'L', 71, 72, {u"租赁和商务服务业"_s, u"Leasing and business services"_s}},
        {'M', 73, 75, {u"科学研究和技术服务业"_s, u"Scientific research and technical services"_s}},
        {'N',
         76,
         79,
         {u"水利、环境和公共设施管理业"_s, u"Management of water conservancy, environment and public facilities"_s}},
        {'O', 80, 82, {u"居民服务、修理和其他服务业"_s, u"Services to households, repair and other services"_s}},
        {'P', 83, 83, {u"教育"_s, u"Education"_s}},
        {'Q', 84, 85, {u"卫生和社会工作"_s, u"Health and social service"_s}},
        {'R', 86, 90, {u"文化、体育和娱乐业"_s, u"Culture, sports and entertainment"_s}},
        {'S',
         91,
         96,
         {u"公共管理、社会保障和社会组织"_s, u"Public management, social security and social organization"_s}},
        {'T', 97, 97, {u"国际组织"_s, u"International organizations"_s}},
    };
    return sections;
}

QString divisionName(int division) {
    return division < 1 || division > divisions ? QString()
                                                : QString(divisionNames[static_cast<std::size_t>(division - 1)]);
}

Industry industryOf(QByteArrayView text) {
    text = text.trimmed();
    if (text.isEmpty()) {
        return {};
    }
    if (static_cast<unsigned char>(text.front()) >= 0x80) { // a Chinese name
        static const QHash<QByteArray, Industry> names = makeNames();
        return names.value(QByteArray::fromRawData(text.data(), text.size()));
    }
    const auto letter = static_cast<char>(text.front() & ~0x20); // in upper case
    const bool hasLetter = letter >= 'A' && letter <= 'T';
    const QByteArrayView digits = text.sliced(hasLetter ? 1 : 0);
    if (digits.isEmpty()) {
        return {letter, 0};
    }
    if (digits.size() < 2 || digits.size() > 4 || !std::ranges::all_of(digits, isDigit)) {
        return {};
    }
    const int division = (digits[0] - '0') * 10 + (digits[1] - '0');
    const char section = sectionOf(division);
    return section == 0 || (hasLetter && section != letter) ? Industry() : Industry{section, division};
}

QString codeOf(const Industry& industry) {
    const QString letter(QLatin1Char(industry.section));
    return industry.division == 0 ? letter : letter + u"%1"_s.arg(industry.division, 2, 10, QChar(u'0'));
}

} // namespace tiermap
