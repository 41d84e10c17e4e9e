// discovery_wishes (home: the reader).
#pragma once
#include <vector>

#include "base/ids.hpp"
#include "db/tx.hpp"

namespace meadow::discovery {

enum class Wish : std::uint8_t { hide_note, hide_author, hide_topic, pause_topic };
BOOST_DESCRIBE_ENUM(Wish, hide_note, hide_author, hide_topic, pause_topic)

struct WishRow {
    Wish wish{};
    std::int64_t key = 0;      // of the note, the author, or the topic's list
    Instant at;
};
BOOST_DESCRIBE_STRUCT(WishRow, (), (wish, key, at))

// Of each reader and kind; notes may be hidden without end, because they are looked up one page at a time.
constexpr std::int64_t most_wishes = 500;

}  // namespace meadow::discovery

namespace meadow::discovery::store {

void put_wish(db::Tx&, UserId, const WishRow&);
void remove_wish(db::Tx&, UserId, Wish, std::int64_t key);
std::int64_t count_wishes(db::ReadTx&, UserId, Wish);
// All of them, of hidden notes the newest; at most most_wishes of a kind.
std::vector<WishRow> standing_wishes(db::ReadTx&, UserId);
// Those with one of these keys, and all hidden topics.
std::vector<WishRow> wishes_about(db::ReadTx&, UserId, const std::vector<std::int64_t>& keys);
// The newest first.
std::vector<WishRow> list_wishes(db::ReadTx&, UserId, Wish, std::int64_t limit);
void forget_wishes(db::Tx&, UserId);

}  // namespace meadow::discovery::store
