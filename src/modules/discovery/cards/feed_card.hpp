// A public note as every list of notes shows it: the same text for every reader, so it is rendered once and kept.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "modules/identity/identity.hpp"
#include "modules/media/media.hpp"

namespace meadow::discovery {

// The first pinned product that is on sale.
struct PinnedCard {
    ProductId id;
    std::string title;
    Money price_from;
};
BOOST_DESCRIBE_STRUCT(PinnedCard, (), (id, title, price_from))

struct FeedCard {
    NoteId id;
    std::string title;                     // the note's, or how its text begins
    std::optional<media::Picture> cover;
    bool video = false;
    identity::PersonCard author;
    std::int64_t likes = 0;                // at most a second old
    std::optional<PinnedCard> product;
    bool disclosed = false;                // shown as 广告 / Ad
    std::string place;
    std::vector<std::string> topics;       // as the note says them, in its order; a reader may hide any of them
    Instant published_at;
};
BOOST_DESCRIBE_STRUCT(FeedCard, (), (id, title, cover, video, author, likes, product, disclosed, place, topics, published_at))

// The title a list shows: the note's own, or how the first line of its text begins (at most 40 code points).
std::string shown_title(std::string_view title, std::string_view text);

}  // namespace meadow::discovery
