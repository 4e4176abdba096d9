#include "maps/style/class_changes.h"

namespace tiermap {

QList<ClassChange> classChanges(const ThematicMap& map, const QHash<QString, double>& numbers) {
    const QList<double> list = numbers.values();
    QList<ClassChange> changes;
    for (const Name<ClassMethod>& name : namesOf<ClassMethod>()) {
        if (name.value == map.style.method || name.value == ClassMethod::Manual)
            continue;
        LayerStyle other = map.style;
        other.method = name.value;
        other.breaks.clear();
        ClassChange change{.method = name.value, .classes = classesFor(other, {list.begin(), list.end()})};
        change.comparable = change.classes.size() == map.classes.size();
        if (change.comparable) {
            for (const auto& [zone, number] : numbers.asKeyValueRange()) {
                if (change.classes.classOf(number) != map.classOf.value(zone, -1))
                    change.moved += zone;
            }
        }
        change.moved.sort();
        changes += change;
    }
    return changes;
}

} // namespace tiermap
