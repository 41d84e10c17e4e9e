// Notes as the engine knows them, and the topics they stand in.
#pragma once
#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "modules/discovery/engine/honesty/findings.hpp"
#include "modules/discovery/engine/ladder.hpp"
#include "modules/discovery/engine/row.hpp"

namespace meadow::discovery::engine {

// A topic by a stable number: a hash of its normalised name, or whatever the caller has. 0 is no topic.
using TopicKey = std::uint64_t;

struct Note {
    NoteId id;
    std::uint32_t author = 0;
    std::uint32_t topic = 0;         // the first of its topics
    Instant born;                    // approved
    std::uint64_t face = 0;          // of title and cover
    std::uint64_t print = 0;         // SimHash of its words; 0: too few to tell
    std::uint64_t cover = 0;         // how it looks (blobs/look.hpp); 0: not known
    Row<std::uint32_t> products;     // pinned
    Row<std::uint32_t> things;       // named and not pinned
    Evidence evidence;
    std::uint32_t views = 0;         // that count on the ladder
    std::uint32_t shown = 0;         // all
    std::uint32_t guaranteed = 0;    // views at which the trial ends; 0: the first pool in force
    std::uint8_t pool = 1;           // the one it is in
    Rung rung = Rung::trial;
    bool weighing = false;           // waits for its verdict
    bool frozen = false;             // an operator found its answers bought: further ones do not count
    Claims claims;
    Row<KeptVerdict> verdicts;

    bool listed() const { return rung == Rung::climbing || rung == Rung::promoted; }
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, author, topic, born, face, print, cover, products, things, evidence, views, shown, guaranteed, pool, rung, weighing, frozen, claims, verdicts))

// The newest few of what belongs to something, the newest last.
constexpr std::size_t most_newest = 50;
inline void keep_newest(Row<std::uint32_t>& notes, std::uint32_t note)
{
    if (std::find(notes.begin(), notes.end(), note) != notes.end()) return;
    if (notes.size() >= most_newest) notes.erase(notes.begin());
    notes.push_back(note);
}

// How often something happened on each of the last days.
struct Days {
    static constexpr std::size_t kept = 8;
    std::int64_t today = 0;                        // since 1970
    std::array<std::uint32_t, kept> counts{};      // [0]: today

    void turn(std::int64_t day)
    {
        if (day <= today) return;
        const std::int64_t gone = std::min(day - today, std::int64_t(kept));
        std::copy_backward(counts.begin(), counts.end() - gone, counts.end());
        std::fill_n(counts.begin(), gone, 0u);
        today = day;
    }
    void add(std::int64_t day)
    {
        turn(day);
        if (const auto back = std::size_t(today - day); back < kept) ++counts[back];
    }
    // Of the days `from` … `to` before today, both included.
    std::int64_t sum(std::size_t from, std::size_t to) const
    {
        std::int64_t out = 0;
        for (std::size_t d = from; d <= to && d < kept; ++d) out += counts[d];
        return out;
    }
};
BOOST_DESCRIBE_STRUCT(Days, (), (today, counts))

// What is said of something people may buy.
struct Talk {
    Days asks;                          // comments that ask where to buy it
    Days content, discontent;           // notes and comments that sound so
};
BOOST_DESCRIBE_STRUCT(Talk, (), (asks, content, discontent))

struct Product {
    ProductId id;
    bool on_sale = true;
    Days mentions;                      // notes that pin it
    Days wants;                         // looked at from a note, put into the cart, bought
    Talk talk;
    Row<std::uint32_t> notes;           // that pin it
};
BOOST_DESCRIBE_STRUCT(Product, (), (id, on_sale, mentions, wants, talk, notes))

// Something that notes name ("兰蔻 粉底液") without pinning it: perhaps nobody here sells it.
struct Thing {
    std::string name;
    Days mentions;
    Talk talk;
    Row<std::uint32_t> notes;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (name, mentions, talk, notes))
constexpr std::size_t most_things = 50'000;   // further ones are not counted

// A square of the map, by whatever number the caller has for it.
using CellKey = std::uint64_t;
struct Place {
    CellKey key = 0;
    Row<std::uint32_t> notes;
};
BOOST_DESCRIBE_STRUCT(Place, (), (key, notes))

// A note the editors chose.
struct Pick {
    std::uint32_t note = 0;
    Instant until;
};
BOOST_DESCRIBE_STRUCT(Pick, (), (note, until))
constexpr std::size_t most_picks = 50;

struct Ranked {
    float score = 0;      // hopeful appeal × freshness: the reader's own part comes on the page
    std::uint32_t note = 0;
};
BOOST_DESCRIBE_STRUCT(Ranked, (), (score, note))

// A climbing or promoted note beside the others of its topic: who ranks them all reads one row and none of the notes.
struct Member {
    Instant born;
    std::uint32_t note = 0;
    float worth = 0;      // hopeful appeal; what its age makes of it comes in the ranking
};
BOOST_DESCRIBE_STRUCT(Member, (), (born, note, worth))

struct Topic {
    TopicKey key = 0;
    std::deque<std::uint32_t> waiting;      // notes on trial, the longest waiting first
    std::vector<Member> members;            // by note, so the oldest first
    std::vector<Ranked> ranking;            // the best of them, best first; made anew now and then
    std::vector<std::uint32_t> touched;     // notes whose evidence or rung changed since they were ranked, some twice
    std::uint32_t changes = 0;              // since the ranking was made anew or brought up to date
    Instant ranked_at, weighed_at;          // by their age; and by all that is known of each
    Tally offered;                          // observed: appeal × freshness of notes shown, expected: how many
};
BOOST_DESCRIBE_STRUCT(Topic, (), (key, waiting, members, ranking, touched, changes, ranked_at, weighed_at, offered))

}  // namespace meadow::discovery::engine
