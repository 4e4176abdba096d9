#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

namespace tiermap {

/// Reads numbers from untrusted bytes. A read past the end yields 0 and makes the reader fail for good, so that callers
/// may ask once after a group of reads.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> bytes)
        : m_rest(bytes) {}

    void setOrder(std::endian order) { m_order = order; }
    bool failed() const { return m_failed; }
    std::size_t remaining() const { return m_rest.size(); }
    std::span<const std::byte> rest() const { return m_rest; }

    void skip(std::size_t count) { take(count); }

    std::uint8_t byte() { return read<std::uint8_t>(); }
    std::uint32_t uint32() { return read<std::uint32_t>(); }
    double float64() { return std::bit_cast<double>(read<std::uint64_t>()); }

    /// A number of items that take at least `itemSize` bytes each. Nothing where so many cannot follow: a count is
    /// believed only as far as there are bytes for it, and memory is reserved only for what is there.
    std::optional<std::uint32_t> count(std::size_t itemSize) {
        const std::uint32_t items = uint32();
        if (m_failed || items > m_rest.size() / itemSize) {
            m_failed = true;
            return std::nullopt;
        }
        return items;
    }

private:
    std::span<const std::byte> take(std::size_t count) {
        if (m_failed || count > m_rest.size()) {
            m_failed = true;
            return {};
        }
        const auto taken = m_rest.first(count);
        m_rest = m_rest.subspan(count);
        return taken;
    }

    template <class T>
    T read() {
        const auto bytes = take(sizeof(T));
        T value{};
        if (!bytes.empty()) {
            std::memcpy(&value, bytes.data(), sizeof(T));
        }
        return m_order == std::endian::native ? value : std::byteswap(value);
    }

    std::span<const std::byte> m_rest;
    std::endian m_order = std::endian::little;
    bool m_failed = false;
};

} // namespace tiermap
