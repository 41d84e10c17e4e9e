// Readers and authors as the engine knows them. Dense numbers stand for ids, so that rows are small and in one order.
#pragma once
#include <utility>

#include "base/ids.hpp"
#include "modules/discovery/engine/appeal.hpp"
#include "modules/discovery/engine/expectation.hpp"
#include "modules/discovery/engine/honesty/findings.hpp"
#include "modules/discovery/engine/honesty/trades.hpp"
#include "modules/discovery/engine/row.hpp"
#include "modules/discovery/engine/searches.hpp"
#include "modules/discovery/engine/seen.hpp"

namespace meadow::discovery::engine {

enum class Deed : std::uint8_t { click, like, collect, comment, share, follow, hide, cart, order, read };   // read: stayed for a while
BOOST_DESCRIBE_ENUM(Deed, click, like, collect, comment, share, follow, hide, cart, order, read)

// Where the reader met the note. Only what the feed itself served counts on the ladder.
enum class Arrival : std::uint8_t { feed, link };
BOOST_DESCRIBE_ENUM(Arrival, feed, link)

// Why a note is on a page: the true reason, told to whoever asks.
enum class Source : std::uint8_t { trial, random, topic, taste, latest, follow, social, product, nearby, pick, search };
BOOST_DESCRIBE_ENUM(Source, trial, random, topic, taste, latest, follow, social, product, nearby, pick, search)

// A note somebody was shown on a page, for as long as an answer may come. Everybody has many of them, so they are small: what is
// only asked for until the answer is due stands in Pending (state.hpp).
struct Exposure {
    std::uint32_t note = 0;
    float expected_engagement = 0;   // of the average note, once opened
    std::uint16_t policy = 0;        // the version of the page's
    std::uint16_t marks = 0;         // bit i: Deed(i) was done, so that nothing counts twice; above them what is asked below

    Exposure() = default;
    Exposure(std::uint32_t which, float engagement, std::int64_t version, Match match, bool counted, bool unchosen)
        : note(which), expected_engagement(engagement), policy(std::uint16_t(version)),
          marks(std::uint16_t((counted ? counted_mark : 0) | (unchosen ? trial_mark : 0) | unsigned(match) << match_at))
    {
    }
    static constexpr std::uint16_t mark_of(Deed deed) { return std::uint16_t(1u << unsigned(deed)); }
    bool did(Deed deed) const { return (marks & mark_of(deed)) != 0; }
    void mark(Deed deed) { marks |= mark_of(deed); }
    bool clicked() const { return (marks & all_deeds & ~mark_of(Deed::hide)) != 0; }                            // whoever answers has opened it
    // Any deed of worth that others can see: staying to read is counted on the ladder, and is no answer that the heads would foretell.
    bool engaged() const { return (marks & all_deeds & ~mark_of(Deed::hide) & ~mark_of(Deed::click) & ~mark_of(Deed::read)) != 0; }
    bool counts() const { return (marks & counted_mark) != 0; }   // on the ladder: not a follower's
    bool trial() const { return (marks & trial_mark) != 0; }      // shown as an unchosen note
    Match match() const { return Match(marks >> match_at & 3u); }

private:
    static constexpr unsigned all_deeds = (1u << 10) - 1, counted_mark = 1u << 10, trial_mark = 1u << 11, match_at = 12;
};
BOOST_DESCRIBE_STRUCT(Exposure, (), (note, expected_engagement, policy, marks))

struct TopicTaste {
    std::uint32_t topic = 0;
    SmallTally clicks;               // expected without the topic's own factor
};
BOOST_DESCRIBE_STRUCT(TopicTaste, (), (topic, clicks))

struct Reader {
    static constexpr std::size_t most_exposures = 128;
    static constexpr std::size_t most_tastes = 64;

    UserId id;
    Row<std::uint32_t> interests;           // topics named by the reader
    Row<TopicTaste> tastes;
    Row<std::uint32_t> follows;             // authors
    Tally clicks, engagement;
    Row<Exposure> exposures;                // a ring
    std::uint32_t next_exposure = 0;
    std::uint32_t pages = 0;
    std::uint32_t backed = 0, unbacked = 0; // acts with and without a served page
    std::uint32_t unserved = 0;             // the latter as far as they are likes, collects and comments, wherever heard of
    float trust = 1;                        // below 1: found (honesty/)
    std::uint8_t found = 0;                 // bit i: Suspicion(i), so that each is told once
    Row<std::uint32_t> boxes;               // of LikedTogether, the last few
    std::uint8_t crowds = 0;                // of people who wrote nearly the same as they
    Trades trades;
    SeenNotes seen;
    Row<std::uint32_t> liked;               // notes they met in the feed and answered well, the newest last
    Row<std::uint32_t> wants;               // products they looked at, put into the cart or bought, the newest last
    Searches searches;

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
                                    liked, wants, searches))

struct Author {
    UserId id;
    Evidence record;   // of all their notes together
    Row<std::uint32_t> notes;   // the newest few
    Gains gains;
};
BOOST_DESCRIBE_STRUCT(Author, (), (id, record, notes, gains))

}  // namespace meadow::discovery::engine
