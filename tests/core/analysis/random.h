#pragma once

#include <QtTypes>

#include <random>

namespace tiermap {

/// The type of std::mt19937's numbers is wider than they are.
class Random {
public:
    explicit Random(quint32 seed)
        : m_engine(seed) {}
    quint32 operator()() { return static_cast<quint32>(m_engine()); }

private:
    std::mt19937 m_engine;
};

} // namespace tiermap
