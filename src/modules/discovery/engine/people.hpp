// Readers and authors as the engine knows them. Dense numbers stand for ids, so that rows are small and in one order.
#pragma once
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "modules/discovery/engine/appeal.hpp"
#include "modules/discovery/engine/expectation.hpp"
#include "modules/discovery/engine/honesty/findings.hpp"
#include "modules/discovery/engine/honesty/trades.hpp"
#include "modules/discovery/engine/seen.hpp"

namespace meadow::discovery::engine {

enum class Deed : std::uint8_t { click, like, collect, comment, share, follow, hide, cart, order };
BOOST_DESCRIBE_ENUM(Deed, click, like, collect, comment, share, follow, hide, cart, order)

// Where the reader met the note. Only what the feed itself served counts on the ladder.
enum class Arrival : std::uint8_t { feed, link };
BOOST_DESCRIBE_ENUM(Arrival, feed, link)

// Why a note is on a page: the true reason, told to whoever asks.
enum class Source : std::uint8_t { trial, random, topic, taste, latest, follow, social, product, nearby, pick };
BOOST_DESCRIBE_ENUM(Source, trial, random, topic, taste, latest, follow, social, product, nearby, pick)

// A note somebody was shown on a page, for as long as an answer may come.
struct Exposure {
    std::uint32_t note = 0;
    float expected = 0;              // clicks of the average note
    float expected_engagement = 0;   // of the average note, once opened
    float chance = 0;                // of a click, as it was told when the page was made; 0: not told
    Circumstances at;
    Source source{};
    std::uint16_t policy = 0;        // the version of the page's
    bool counts = true;              // on the ladder: not a follower's
    bool clicked = false;
    std::uint16_t deeds = 0;         // bit i: Deed(i), so that nothing counts twice
};
BOOST_DESCRIBE_STRUCT(Exposure, (), (note, expected, expected_engagement, chance, at, source, policy, counts, clicked, deeds))

struct TopicTaste {
    std::uint32_t topic = 0;
    Tally clicks;                    // expected without the topic's own factor
};
BOOST_DESCRIBE_STRUCT(TopicTaste, (), (topic, clicks))

struct Reader {
    static constexpr std::size_t most_exposures = 128;
    static constexpr std::size_t most_tastes = 64;

    UserId id;
    std::vector<std::uint32_t> interests;   // topics named by the reader
    std::vector<TopicTaste> tastes;
    std::vector<std::uint32_t> follows;     // authors
    Tally clicks, engagement;
    std::vector<Exposure> exposures;        // a ring
    std::uint32_t next_exposure = 0;
    std::uint32_t pages = 0;
    std::uint32_t backed = 0, unbacked = 0; // acts with and without a served page
    std::uint32_t unserved = 0;             // the latter as far as they are likes, collects and comments, wherever heard of
    float trust = 1;                        // below 1: found (honesty/)
    std::uint8_t found = 0;                 // bit i: Suspicion(i), so that each is told once
    std::vector<std::uint32_t> boxes;       // of LikedTogether, the last few
    std::uint8_t crowds = 0;                // of people who wrote nearly the same as they
    Trades trades;
    SeenNotes seen;
    std::vector<std::uint32_t> liked;       // notes they met in the feed and answered well, the newest last
    std::vector<std::uint32_t> wants;       // products they looked at, put into the cart or bought, the newest last

    Match match(std::uint32_t topic) const;
    const TopicTaste* taste(std::uint32_t topic) const;
    TopicTaste& taste_of(std::uint32_t topic);   // makes room by forgetting the least shown topic
    void remember(const Exposure&);
    const Exposure* exposure(std::uint32_t note) const;   // the latest
    Exposure* exposure(std::uint32_t note) { return const_cast<Exposure*>(std::as_const(*this).exposure(note)); }
    bool follows_author(std::uint32_t author) const;
    // In [0, 1]: acts that no page stands behind make all the others count for less.
    double weight(const Policy&) const;
};
BOOST_DESCRIBE_STRUCT(Reader, (), (id, interests, tastes, follows, clicks, engagement, exposures, next_exposure, pages, backed, unbacked, unserved, trust, found, boxes, crowds, trades, seen,
                                    liked, wants))

struct Author {
    UserId id;
    Evidence record;   // of all their notes together
    std::vector<std::uint32_t> notes;   // the newest few
    Gains gains;
};
BOOST_DESCRIBE_STRUCT(Author, (), (id, record, notes, gains))

}  // namespace meadow::discovery::engine
