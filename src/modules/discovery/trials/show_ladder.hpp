#pragma once
#include "jobs/context.hpp"
#include "modules/discovery/cards/note_names.hpp"
#include "modules/discovery/engine/report.hpp"

namespace meadow::discovery {

struct TopicQueue {
    std::string topic;                 // empty: notes without one
    std::int64_t waiting = 0;          // notes with guaranteed views to come
    std::optional<Instant> oldest;     // approval of the one that waits longest
    std::int64_t listed = 0;           // climbing and promoted: what the topic's ranking is made from
    double bar = 0;                    // appeal × freshness that a place in the topic is worth
};
BOOST_DESCRIBE_STRUCT(TopicQueue, (), (topic, waiting, oldest, listed, bar))

struct StarvedView : engine::StarvedNote {
    std::optional<NoteName> name;      // as far as anybody may see it
};
BOOST_DESCRIBE_STRUCT(StarvedView, (engine::StarvedNote), (name))

struct LadderView {
    Instant at;                        // up to which the engine was told
    std::int64_t policy = 0;           // the version of its numbers
    double first_pool = 0;             // views the first pool takes now
    double trial_share = 0;            // of the slots, reserved for trials
    engine::RungCounts rungs;          // where all notes stand
    std::int64_t waiting = 0;          // notes in all queues
    std::vector<TopicQueue> queues;    // the longest first, at most 50
    std::int64_t starved = 0;          // notes whose guarantee was not kept in time
    std::vector<StarvedView> starved_notes;   // the longest waiting first, at most 50
    std::vector<engine::PoolReport> pools;            // of notes of the last 30 days
    engine::Share promotion;           // of those judged, ever promoted
    std::int64_t impressions = 0;      // of notes of the last 30 days
    std::int64_t authors = 0;          // with such a note
    double gini = 0;                   // of impressions per author: 0 all alike, 1 one has all
    double top_share = 0;              // of impressions, the 1 % of authors with the most
};
BOOST_DESCRIBE_STRUCT(LadderView, (), (at, policy, first_pool, trial_share, rungs, waiting, queues, starved, starved_notes, pools, promotion,
                                       impressions, authors, gini, top_share))

// The ladder as a whole.
Result<LadderView> show_ladder(ReadCtx&, const Nothing&);

}  // namespace meadow::discovery
