#pragma once

#include "core/plan/names.h"

#include <vector>

namespace tiermap {

enum class ClassMethod { EqualInterval, Quantile, NaturalBreaks, StandardDeviation, Pretty, Manual };

template <>
std::span<const Name<ClassMethod>> namesOf(); ///< equal, quantile, jenks, stddev, pretty, manual

inline constexpr int mostClasses = 9; ///< a reader cannot part more

/// Numbers parted into classes. Class i holds what is at least bounds[i] and less than bounds[i + 1]; the last one holds
/// its upper bound, too, so that every number is in one class.
struct Classes {
    std::vector<double> bounds{}; ///< ascending, one more than there are classes; empty where there are no numbers
    std::vector<int> counts{};    ///< how many numbers each class holds
    double varianceFit = 1;       ///< goodness of variance fit: 1 - (squared deviations within classes / from the mean)

    int size() const { return static_cast<int>(counts.size()); }
    int classOf(double number) const; ///< below the first bound 0, above the last one the last; -1 without classes
};

/// Parts numbers into at most `count` classes (1 to 64); what is not finite is left out. There are fewer where a method
/// has no more to offer: equal numbers are never parted, a single number is one class, and Pretty takes the number of
/// classes that its round steps give.
///
/// - EqualInterval: steps of (greatest - least) / count.
/// - Quantile: sample quantiles of type 7 (Hyndman and Fan 1996), as R and NumPy have them by default.
/// - NaturalBreaks: the least sum of squared deviations from the classes' means (Fisher 1958), exactly, by dynamic
///   programming over the distinct numbers (Wang and Song 2011), each row by divide and conquer: O(count n log n).
/// - StandardDeviation: steps of one standard deviation (of the population) from the mean, which is a bound where
///   `count` is even and the middle of a class where it is odd; the outer classes reach to the least and the greatest.
/// - Pretty: round steps of 1, 2 or 5 times a power of ten (Heckbert 1990).
/// - Manual: at the numbers of `breaks`, between the least and the greatest.
Classes classify(std::vector<double> numbers, ClassMethod method, int count, std::vector<double> breaks = {});

/// The same for both sides of a middle by themselves, half of the classes on each, so that none lies across it. Numbers
/// that are all on one side have classes there only.
Classes classifyAround(double middle, std::vector<double> numbers, ClassMethod method, int count);

/// Inner bounds as round as they can be without moving a number into another class, so that a legend's words are the
/// map's very classes. Of methods whose bounds mean something by themselves (equal, stddev, pretty, manual) only digits
/// are left out that no number needs.
Classes rounded(Classes classes, ClassMethod method, std::vector<double> numbers);

} // namespace tiermap
