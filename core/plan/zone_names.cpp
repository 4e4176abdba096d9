#include "core/plan/zone_names.h"

#include "core/plan/number_entry.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

// Who takes a text that several lay claim to: the lower rank.
constexpr int today = 0;
constexpr int former = 2;

/// A text as it is compared.
QString plain(const QString& text) {
    QString key;
    for (const QChar character : plainText(text)) {
        if (!character.isSpace() && character != u'\'' && character != u'’') {
            key += character.toLower();
        }
    }
    return key;
}

/// 余杭 for 余杭区; the name itself where it ends otherwise, or little would be left.
QString shortened(const QString& name) {
    return name.size() > 2 && u"区县市"_s.contains(name.back()) ? name.chopped(1) : name;
}

} // namespace

ZoneNames::ZoneNames(const Plan& plan)
    : m_former(plan.formerUnits) {
    using enum ZoneMatch::How;
    const auto city = std::ranges::find(plan.zones, Zone::Kind::City, &Zone::kind);
    if (city != plan.zones.cend()) {
        m_city = plain(city->name.zh);
        add(u"全市"_s, today, {Name, {city->code}});
    }
    for (const Zone& zone : plan.zones) {
        add(zone.code, today, {Code, {zone.code}});
        addNames(zone.name, today, {Name, {zone.code}}, {ShortName, {zone.code}});
    }
    for (const FormerUnit& unit : std::as_const(m_former)) {
        add(unit.code, former, {FormerCode, unit.successors, &unit});
        const ZoneMatch named{FormerName, unit.successors, &unit};
        addNames(unit.name, former, named, named);
    }
}

std::optional<ZoneMatch> ZoneNames::find(const QString& text) const {
    static const QRegularExpression code(u"\\A([0-9]{6})(?:0{6})?(?:\\.0+)?\\z"_s);
    QString key = plain(text);
    if (const auto match = code.match(key); match.hasMatch()) {
        key = match.captured(1);
    } else if (const qsizetype at = key.indexOf(m_city); at > 0) {
        const QStringView province = QStringView(key).first(at);
        key = province.endsWith(u'省') || province.endsWith(u"自治区") ? key.sliced(at) : key;
    }
    const auto found = m_entries.constFind(key);
    return found == m_entries.cend() || found->ambiguous ? std::nullopt : std::optional(found->match);
}

void ZoneNames::add(const QString& text, int rank, const ZoneMatch& match) {
    const QString key = plain(text);
    if (key.isEmpty()) {
        return;
    }
    const auto old = m_entries.find(key);
    if (old == m_entries.end() || rank < old->rank) {
        m_entries.insert(key, {match, rank});
    } else if (rank == old->rank && match.zones != old->match.zones) {
        old->ambiguous = true;
    }
}

void ZoneNames::addNames(const Text& name, int rank, const ZoneMatch& full, const ZoneMatch& brief) {
    const QString zh = plain(name.zh);
    const QString city = shortened(m_city);
    for (const QString& before : {QString(), m_city, city}) {
        add(before + zh, rank, full);
        add(before + shortened(zh), rank + 1, brief);
    }
    if (!city.isEmpty() && zh.startsWith(city) && zh != m_city) { // 临空经济示范区 for 杭州临空经济示范区
        add(zh.sliced(city.size()), rank + 1, brief);
    }
    static constexpr std::array endings{"district"_L1, "county"_L1, "city"_L1};
    QString base = plain(name.en);
    add(base, rank, full);
    for (const QLatin1StringView ending : endings) {
        if (base.size() > ending.size() && base.endsWith(ending)) {
            base.chop(ending.size());
            break;
        }
    }
    add(base, rank + 1, full);
    for (const QLatin1StringView ending : endings) {
        add(base.isEmpty() ? base : base + ending, rank + 1, full);
    }
}

bool contradict(const Plan& plan, const ZoneMatch& one, const ZoneMatch& other) {
    const auto within = [&](const QString& code, const QString& whole) {
        const Zone* zone = plan.zone(code);
        while (zone != nullptr && zone->code != whole) {
            zone = plan.zone(zone->parent);
        }
        return zone != nullptr;
    };
    return std::ranges::none_of(one.zones, [&](const QString& a) {
        return std::ranges::any_of(other.zones, [&](const QString& b) { return within(a, b) || within(b, a); });
    });
}

} // namespace tiermap
