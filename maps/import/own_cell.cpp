#include "maps/import/own_cell.h"

#include "core/import/heading.h"
#include "core/plan/number_entry.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::optional<OwnCell> numberCell(const QString& text, bool optional) {
    if (text.isEmpty()) {
        return optional ? std::optional(OwnCell{}) : std::nullopt;
    }
    bool plain = false;
    if (const double number = text.toDouble(&plain); plain) {
        return OwnCell{.value = number};
    }
    return enteredQuantity(text).transform(
        [](const Quantity& entered) { return OwnCell{.value = entered.number, .bound = entered.bound}; });
}

std::optional<OwnCell> flagCell(const QString& text) {
    static const QStringList yes{u"1"_s, u"true"_s, u"yes"_s, u"是"_s};
    static const QStringList no{u"0"_s, u"false"_s, u"no"_s, u"否"_s, u""_s};
    const QString plain = text.toLower();
    return yes.contains(plain)  ? std::optional(OwnCell{.value = qint64(1)})
           : no.contains(plain) ? std::optional(OwnCell{.value = qint64(0)})
                                : std::nullopt;
}

std::optional<OwnCell> periodCell(QString text) {
    if (Period::parse(text)) {
        return OwnCell{.value = text};
    }
    return takePeriod(text).transform([](const Period& period) { return OwnCell{.value = period.toString()}; });
}

} // namespace

std::optional<OwnCell> ownCell(const Column& column, const QString& text) {
    std::optional<OwnCell> cell;
    switch (column.kind) {
    case Column::Kind::Number:
    case Column::Kind::OptionalNumber:
        cell = numberCell(text.trimmed(), column.kind == Column::Kind::OptionalNumber);
        break;
    case Column::Kind::Flag:
        cell = flagCell(text.trimmed());
        break;
    case Column::Kind::PeriodText:
        cell = periodCell(text.trimmed());
        break;
    case Column::Kind::Reference:
        cell = OwnCell{.value = orNull(text)};
        break;
    case Column::Kind::Choice:
        cell = OwnCell{.value = text.trimmed()};
        break;
    default:
        cell = OwnCell{.value = text.isNull() ? u""_s : text};
    }
    return cell && faultOf(column, cell->value) ? std::nullopt : cell;
}

} // namespace tiermap
