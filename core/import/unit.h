#pragma once

#include <QString>

#include <optional>

namespace tiermap {

/// By what a number in one unit is multiplied to be in another: 10 000 from 亿元 to 万元. Nothing where the two measure
/// different things, or one of them is not known. Known are the counting words 十 百 千 万 亿 before any unit and without
/// one (then they count what `to` counts), areas (平方米, 亩, 公顷, 平方公里) and shares (%, ‰); units that are written
/// alike are the same whatever they are.
std::optional<double> unitFactor(const QString& from, const QString& to);

/// The unit or counting word that a cell has behind its number ("5.5%", "118.1万", "约2200亿元", "60家以上"), and the number
/// with the words of its bound alone; empty where it has none.
QString takeCellUnit(QString& cell);

/// Whether a text can be a unit by itself, as in the row of units below a heading.
bool isUnit(const QString& text);

} // namespace tiermap
