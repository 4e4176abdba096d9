#pragma once

#include <QtTypes>

namespace tiermap {

/// Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014. The standard library's generators
/// are the same everywhere, but not its distributions.
class SplitMix64 {
public:
    explicit SplitMix64(quint64 seed)
        : m_state(seed) {}

    /// Numbers of its own for each part of the work: who does it, and after which, is of no account.
    static SplitMix64 ofPart(quint64 part, quint64 seed) { return SplitMix64(SplitMix64(seed + part * step).next()); }

    quint64 next() {
        m_state += step;
        quint64 bits = m_state;
        bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
        bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
        return bits ^ (bits >> 31U);
    }

    /// Of 0 .. count - 1, each as likely: Lemire, ACM Transactions on Modeling and Computer Simulation 29 (2019).
    quint32 below(quint32 count) {
        quint64 product = (next() >> 32U) * count;
        if (static_cast<quint32>(product) < count) {
            const quint32 tooMany = (0U - count) % count;
            while (static_cast<quint32>(product) < tooMany) {
                product = (next() >> 32U) * count;
            }
        }
        return static_cast<quint32>(product >> 32U);
    }

private:
    static constexpr quint64 step = 0x9e3779b97f4a7c15U;
    quint64 m_state;
};

} // namespace tiermap
