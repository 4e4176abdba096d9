#pragma once

#include "core/plan/plan.h"

#include <QHash>

namespace tiermap {

/// What a text names: a zone of today, or a unit that is no more.
struct ZoneMatch {
    enum class How {
        Code,
        Name,      ///< in full, in English with or without District, County or City
        ShortName, ///< 余杭 for 余杭区
        FormerCode,
        FormerName, ///< in full or short
    };

    How how{};
    QStringList zones;                  ///< the zone's code; of a former unit its successors
    const FormerUnit* former = nullptr; ///< set for FormerCode and FormerName; lives as long as the ZoneNames

    friend bool operator==(const ZoneMatch&, const ZoneMatch&) = default;
};

/// Whether two texts of one row cannot both name its zone: neither is the other, nor part of it.
bool contradict(const Plan& plan, const ZoneMatch& one, const ZoneMatch& other);

/// How files name the zones of a plan. Built once for a plan; to look up is to hash.
///
/// Names may come after those of city and province (浙江省杭州市余杭区). Blanks, full-width forms, apostrophes and the case
/// of letters make no difference. Codes may be those of statistics (330102000000) or have gone through a spreadsheet
/// (330102.0). Today's zones go before former units of the same code or name: whether a table speaks of boundaries of
/// the past, its rows tell together (crosswalk.h).
class ZoneNames {
public:
    explicit ZoneNames(const Plan& plan);

    /// Nothing where the text names no unit, or could name several.
    std::optional<ZoneMatch> find(const QString& text) const;

private:
    struct Entry {
        ZoneMatch match;
        int rank = 0;
        bool ambiguous = false;
    };

    void add(const QString& text, int rank, const ZoneMatch& match);
    void addNames(const Text& name, int rank, const ZoneMatch& full, const ZoneMatch& brief);

    QList<FormerUnit> m_former; ///< a copy, so that matches need no plan
    QString m_city;             ///< its full name
    QHash<QString, Entry> m_entries;
};

} // namespace tiermap
