// Identifiers. Every noun has its own type, so an order can never be passed where a shop is due.
//
// An id is 63 bits: 41 bits of milliseconds since 2024-01-01 UTC, 6 bits of server node, 16 bits of sequence.
// Ids made later on one node are larger, so a table keyed by id grows at its end (HOUSE.md §5).
// People and JSON see `prefix_` and 13 characters of Crockford base32: `ord_00B5Z8Q1T4G0K`.
#pragma once
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace meadow {

template <class Tag>
struct Id {
    std::int64_t value = 0;  // 0 means "none"; real ids are positive

    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const Id&) const = default;
    static constexpr std::string_view prefix() { return Tag::prefix; }
};

// `ord_00B5Z8Q1T4G0K`
std::string id_text(std::string_view prefix, std::int64_t value);
// The reverse; nothing when the prefix differs, a character is not of the alphabet or the value is not positive.
std::optional<std::int64_t> parse_id(std::string_view prefix, std::string_view text);

template <class Tag>
std::string text(Id<Tag> id) { return id_text(Tag::prefix, id.value); }

// Lays out the bits above. `sequence` wraps at 65536; the caller keeps (millisecond, sequence) from repeating.
constexpr std::int64_t id_epoch_ms = 1704067200000;  // 2024-01-01T00:00:00Z
constexpr std::int64_t compose_id(std::int64_t unix_ms, unsigned node, unsigned sequence)
{
    return ((unix_ms - id_epoch_ms) << 22) | std::int64_t(node & 63u) << 16 | std::int64_t(sequence & 0xffffu);
}

}  // namespace meadow

template <class Tag>
struct std::hash<meadow::Id<Tag>> {
    std::size_t operator()(meadow::Id<Tag> id) const noexcept
    {
        return std::size_t(std::uint64_t(id.value) * 0x9E3779B97F4A7C15ull);
    }
};
