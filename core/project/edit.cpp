#include "core/project/edit.h"

#include <algorithm>

namespace tiermap {

Edit inverse(const Edit& edit) {
    Edit back = edit;
    std::ranges::reverse(back.changes);
    for (Change& change : back.changes) {
        std::swap(change.before, change.after);
        if (change.kind != Change::Kind::Update) {
            change.kind = change.kind == Change::Kind::Insert ? Change::Kind::Remove : Change::Kind::Insert;
        }
    }
    return back;
}

Change setCell(Table table, const QStringList& key, const QString& column, const Value& value) {
    return {.kind = Change::Kind::Update, .table = table, .key = key, .before = {}, .after = {{column, value}}};
}

Change insertRow(Table table, const Fields& row) {
    return {.kind = Change::Kind::Insert, .table = table, .key = keyOf(table, row), .before = {}, .after = row};
}

Change removeRow(Table table, const QStringList& key) {
    return {.kind = Change::Kind::Remove, .table = table, .key = key, .before = {}, .after = {}};
}

} // namespace tiermap
