#include "maps/style/class_changes.h"

#include "maps/style/thematic_map.h"

namespace tiermap {

QList<ClassChange> classChanges(const LayerStyle& style, const QHash<QString, double>& numbers,
                                const QHash<QString, int>& classOf) {
    const QList<double> list = numbers.values();
    QList<ClassChange> changes;
    for (const Name<ClassMethod>& name : namesOf<ClassMethod>()) {
        if (name.value == style.method || name.value == ClassMethod::Manual)
            continue;
        LayerStyle other = style;
        other.method = name.value;
        ClassChange change{.method = name.value, .classes = classesFor(other, {list.begin(), list.end()})};
        for (const auto& [zone, number] : numbers.asKeyValueRange()) {
            if (change.classes.classOf(number) != classOf.value(zone, -1))
                change.moved += zone;
        }
        change.moved.sort();
        changes += change;
    }
    return changes;
}

} // namespace tiermap
