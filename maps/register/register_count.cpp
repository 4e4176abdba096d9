#include "maps/register/register_count.h"

#include "maps/register/register_tally.h"

#include <algorithm>
#include <memory>
#include <mutex>

namespace tiermap {

int industryIndex(const Industry& industry) {
    constexpr int divisions = 97;
    return industry.section == 0   ? 0
           : industry.division > 0 ? industry.division
                                   : divisions + 1 + (industry.section - 'A');
}

Industry industryAt(int index) {
    static const std::vector<Industry> all = [] {
        std::vector<Industry> made(industryIndexes);
        for (const IndustrySection& section : industrySections()) {
            made[static_cast<std::size_t>(industryIndex({section.letter, 0}))] = {section.letter, 0};
            for (int division = section.first; division <= section.last; ++division) {
                made[static_cast<std::size_t>(division)] = {section.letter, division};
            }
        }
        return made;
    }();
    return all[static_cast<std::size_t>(index)];
}

Result<RegisterCount> countRegister(const Project& project, const PlanShapes& shapes, const QString& file,
                                    const RegisterChoices& choices, const Progress& progress) {
    std::mutex choosing;
    std::vector<std::unique_ptr<RegisterTally>> free; // one for each thread
    const auto take = [&](std::span<const RegisterRow> rows) {
        std::unique_ptr<RegisterTally> tally;
        {
            const std::scoped_lock lock(choosing);
            if (!free.empty()) {
                tally = std::move(free.back());
                free.pop_back();
            }
        }
        tally = tally ? std::move(tally) : std::make_unique<RegisterTally>(shapes.zones.size());
        std::ranges::for_each(rows, [&](const RegisterRow& row) { tally->add(row); });
        const std::scoped_lock lock(choosing);
        free.push_back(std::move(tally));
    };
    return readRegister(project, shapes, file, choices, take, progress).transform([&] {
        RegisterTally sum(shapes.zones.size());
        std::ranges::for_each(free, [&](const auto& part) { sum.add(*part); });
        return sum.result(project, shapes);
    });
}

} // namespace tiermap
