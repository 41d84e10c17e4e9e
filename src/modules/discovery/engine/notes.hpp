// Notes as the engine knows them, and the topics they stand in.
#pragma once
#include <deque>
#include <vector>

#include "base/ids.hpp"
#include "modules/discovery/engine/ladder.hpp"

namespace meadow::discovery::engine {

// A topic by a stable number: a hash of its normalised name, or whatever the caller has. 0 is no topic.
using TopicKey = std::uint64_t;

struct Note {
    NoteId id;
    std::uint32_t author = 0;
    std::uint32_t topic = 0;         // the first of its topics
    Instant born;                    // approved
    std::uint64_t face = 0;          // of title and cover
    Evidence evidence;
    std::uint32_t views = 0;         // that count on the ladder
    std::uint32_t shown = 0;         // all
    std::uint32_t guaranteed = 0;    // views at which the trial ends; 0: the first pool in force
    std::uint8_t pool = 1;           // the one it is in
    Rung rung = Rung::trial;
    bool weighing = false;           // waits for its verdict
    Instant last_shown;
    std::vector<Verdict> verdicts;

    bool listed() const { return rung == Rung::climbing || rung == Rung::promoted; }
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, author, topic, born, face, evidence, views, shown, guaranteed, pool, rung, weighing, last_shown, verdicts))

struct Ranked {
    float score = 0;      // hopeful appeal × freshness: the reader's own part comes on the page
    std::uint32_t note = 0;
};
BOOST_DESCRIBE_STRUCT(Ranked, (), (score, note))

struct Topic {
    TopicKey key = 0;
    std::deque<std::uint32_t> waiting;      // notes on trial, the longest waiting first
    std::vector<std::uint32_t> members;     // climbing and promoted
    std::vector<Ranked> ranking;            // the best of them, best first; made anew now and then
    std::uint32_t changes = 0;
    Instant ranked_at;
    Tally offered;                          // observed: appeal × freshness of notes shown, expected: how many
};
BOOST_DESCRIBE_STRUCT(Topic, (), (key, waiting, members, ranking, changes, ranked_at, offered))

}  // namespace meadow::discovery::engine
