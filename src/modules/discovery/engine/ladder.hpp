// The ladder: every approved note gets its guaranteed views, and at the end of each pool its evidence decides whether it goes wider.
// The rule is this file; it knows nothing of feeds.
#pragma once
#include <string>

#include "base/describe.hpp"
#include "modules/discovery/engine/appeal.hpp"
#include "modules/discovery/engine/policy.hpp"

namespace meadow::discovery::engine {

enum class Rung : std::uint8_t {
    trial,       // has guaranteed views to come
    climbing,    // may still prove better than what readers are offered
    promoted,    // is, as far as anybody can tell
    resting,     // shown by the way only; an edit gives a second chance
    withdrawn,   // not public any more
};
BOOST_DESCRIBE_ENUM(Rung, trial, climbing, promoted, resting, withdrawn)

// Why a verdict is what it is. Follows from its evidence, so it is told and not kept.
enum class VerdictReason : std::uint8_t {
    well_answered,   // promoted: as well as usual, or better
    good_enough,     // promoted: not as well as usual, but good enough beside what its topic has to offer
    too_early,       // climbing: may still prove good enough
    weaker,          // resting: others of its topic are answered better
};
BOOST_DESCRIBE_ENUM(VerdictReason, well_answered, good_enough, too_early, weaker)

// What was known when a pool ended, and what followed from it. Kept as it was, and shown to the author.
struct Verdict {
    Instant at;
    std::int64_t policy = 0;
    std::int64_t pool = 0;          // the one that ended, from 1
    std::int64_t views = 0;
    double expected = 0;            // E
    double opened = 0;              // C
    double expected_engagement = 0; // E'
    double engagement = 0;          // R
    double mean = 1;                // of the appeal
    double low = 1, high = 1;       // its 10 % and 90 % quantiles
    double freshness = 1;
    double bar = 0;
    Rung decision{};
    VerdictReason reason{};
};
BOOST_DESCRIBE_STRUCT(Verdict, (), (at, policy, pool, views, expected, opened, expected_engagement, engagement, mean, low, high, freshness,
                                    bar, decision, reason))

// The same in less than half the room: a town has millions of them. Numbers are told to seven digits, the moment to the second.
struct KeptVerdict {
    std::uint32_t at = 0;           // seconds
    std::uint32_t views = 0;
    float expected = 0, opened = 0, expected_engagement = 0, engagement = 0, mean = 1, low = 1, high = 1, freshness = 1, bar = 0;
    std::uint16_t policy = 0;
    std::uint8_t pool = 0;
    Rung decision{};
};
BOOST_DESCRIBE_STRUCT(KeptVerdict, (), (at, views, expected, opened, expected_engagement, engagement, mean, low, high, freshness, bar, policy, pool, decision))
KeptVerdict kept(const Verdict&);
Verdict told(const KeptVerdict&);

// Of a verdict's evidence and decision.
VerdictReason reason_of(const Verdict&);
// "shown to 45, opened by 9 where 5 is usual: goes wider"
std::string in_words(const Verdict&);

struct Hearing {
    Instant at;
    std::int64_t pool = 1;
    std::int64_t views = 0;
    Evidence evidence;
    Prior prior;            // the author's mean does not count in the first pool
    double freshness = 1;
    double bar = 0;         // appeal × freshness that a place in the topic is worth
};
Verdict judge(const Policy&, const Hearing&);

// Views at which pool k ends, from 1.
std::int64_t pool_end(const Policy&, double first_pool, std::int64_t pool);

}  // namespace meadow::discovery::engine
