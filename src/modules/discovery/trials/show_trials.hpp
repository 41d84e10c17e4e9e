#pragma once
#include "jobs/context.hpp"
#include "modules/discovery/engine/ladder.hpp"

namespace meadow::discovery {

struct ShowTrials {
    NoteId note;
};
BOOST_DESCRIBE_STRUCT(ShowTrials, (), (note))

struct Trial {
    engine::Verdict verdict;
    std::string words;             // "shown to 45, opened by 9 where 5 is usual: goes wider"
};
BOOST_DESCRIBE_STRUCT(Trial, (), (verdict, words))

struct Trials {
    engine::Rung rung{};           // where the note stands now
    std::int64_t views = 0;        // that count: served by the feed, to people who do not follow the author, once each
    std::vector<Trial> verdicts;   // oldest first
};
BOOST_DESCRIBE_STRUCT(Trials, (), (rung, views, verdicts))

// How a note fares with strangers, and why: for its author and for operators. To others it does not exist.
Result<Trials> show_trials(ReadCtx&, const ShowTrials&);

}  // namespace meadow::discovery
