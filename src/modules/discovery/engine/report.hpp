// The ladder as a whole, for operators: who waits, what became of whom, and whether few take what belongs to many.
#pragma once
#include "modules/discovery/engine/state.hpp"

namespace meadow::discovery::engine {

// A share with its 95 % interval (Wilson 1927): never a bare percentage.
struct Share {
    std::int64_t of = 0;
    std::int64_t hits = 0;
    double value = 0;
    double low = 0, high = 1;
};
BOOST_DESCRIBE_STRUCT(Share, (), (of, hits, value, low, high))
Share share_of(std::int64_t hits, std::int64_t of);

struct RungCounts {
    std::int64_t trial = 0, climbing = 0, promoted = 0, resting = 0, withdrawn = 0;
};
BOOST_DESCRIBE_STRUCT(RungCounts, (), (trial, climbing, promoted, resting, withdrawn))

// What became of the notes whose pool ended.
struct PoolReport {
    std::int64_t pool = 0;
    std::int64_t judged = 0;
    std::int64_t promoted = 0, climbing = 0, resting = 0;
};
BOOST_DESCRIBE_STRUCT(PoolReport, (), (pool, judged, promoted, climbing, resting))

struct QueueReport {
    TopicKey topic = 0;
    std::int64_t waiting = 0;      // notes with guaranteed views to come
    Instant oldest;                // approval of the one that waits longest; 0 when none does
    std::int64_t listed = 0;       // climbing and promoted
    double bar = 0;                // appeal × freshness that a place is worth
};

struct StarvedNote {
    NoteId note;
    Instant since;                 // approved
    std::int64_t views = 0;        // that count
    std::int64_t guaranteed = 0;
};
BOOST_DESCRIBE_STRUCT(StarvedNote, (), (note, since, views, guaranteed))

struct LadderReport {
    Instant at;                            // up to which the engine was told
    std::int64_t policy = 0;
    double first_pool = 0, trial_share = 0; // in force
    RungCounts rungs;                      // of all notes
    std::vector<QueueReport> queues;       // by topic, the longest queue first, at most `most_listed`
    std::int64_t starved = 0;              // still on their first trial when the guarantee's time is over
    std::vector<StarvedNote> starved_notes; // the longest waiting first, at most `most_listed`
    std::vector<PoolReport> pools;         // of notes of the last 30 days
    Share promotion;                       // of those judged at least once, ever promoted
    std::int64_t impressions = 0;          // of notes of the last 30 days
    std::int64_t authors = 0;              // with such a note
    double gini = 0;                       // of impressions per author: 0 all alike, 1 one has all
    double top_share = 0;                  // of impressions, the 1 % of authors with the most (one author at least)

    static constexpr std::size_t most_listed = 50;
};

// Reads every note once.
LadderReport report_of(const State&);

// 0 for fewer than two. Reorders.
double gini(std::vector<std::int64_t>& amounts);

}  // namespace meadow::discovery::engine
