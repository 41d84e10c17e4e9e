// Every number of the engine, in one record with a version and the moment from which it holds. A page names the version it was made
// under, so figures of two policies are never mixed. Weights and pool sizes are this project's defaults, nobody's official rule.
#pragma once
#include <cstdint>

#include "base/describe.hpp"

namespace meadow::discovery::engine {

struct Policy {
    std::int64_t version = 1;
    Instant effective_from = {};

    // What an act of a reader is worth once the note is open; opening it is counted by itself.
    double like = 1, collect = 1, comment = 4, share = 4, follow = 8, cart = 4, order = 8;

    // The guarantee: n0 views for every note, of which `exploration` of all impressions are meant to pay for; never fewer than
    // `least_first_pool`, then the share rises, but not above `most_exploration`.
    double exploration = 0.15, most_exploration = 0.45;
    double first_pool = 15, least_first_pool = 6, most_first_pool = 40;
    std::int64_t guarantee_hours = 24;
    std::int64_t first_trial_slot = 5;          // slots before it are never reserved for trials
    // Pools end at n0 × pool_growth^k views.
    double pool_growth = 3;
    std::int64_t pools = 8;
    double second_chance = 0.1;                 // of n0: views after an edit of a resting note
    double random_slots = 0.01;                 // of the trial slots: uniformly random, the unbiased yardstick

    // Appeal: how much the opinion of an average note counts against a note's own evidence, until the town's spread is measured.
    double clicks_strength = 4, engagement_strength = 3;
    double author_strength = 8, author_least = 0.7, author_most = 1.4;
    // Standard deviations of log appeal: how hopefully a climbing note is ranked, and above which a note may still climb.
    double hope = 0.4, last_hope = 1.28;
    double bar = 0.5;                           // of what readers of the topic are usually offered

    // Expectation: weight of the opinions we begin with, in expected clicks.
    double base_rate = 0.1, base_strength = 5;
    double slot_strength = 20, viewer_strength = 2, topic_strength = 2, match_strength = 20, age_strength = 100;
    double stranger_match = 0.6;                // a topic the reader did not name, compared with one they did
    double near_taste = 1.5, far_taste = 1.1, taste_strength = 30;   // opened beside what the topic explains
    double half_life_hours = 96;                // freshness, as far as the town has not shown otherwise
    double memory = 20'000;                     // expected clicks after which a factor counts its past by half

    std::int64_t settle_seconds = 20;           // an impression without a click by then is one without a click
    std::int64_t refresh_changes = 32;          // a ranking of a topic is made anew after so many changes
    std::int64_t refresh_seconds = 300;         //   or this long
    std::int64_t ranked_per_topic = 2'000;
    std::int64_t merged_topics = 32;            // of a reader's best topics, on one page
    std::int64_t suggestions = 50;              // by what goes with what the reader opened
    std::int64_t candidates = 60;               // that reach the fine ranking
    std::int64_t per_author = 2;                // on one page
    double repeated_topic = 0.97;               // each time the page has the topic already
    std::int64_t seen_days = 30;
    double brush_allowance = 3;                 // acts without a served page that weigh nothing yet
};
BOOST_DESCRIBE_STRUCT(Policy, (), (version, effective_from, like, collect, comment, share, follow, cart, order, exploration,
                                    most_exploration, first_pool, least_first_pool, most_first_pool, guarantee_hours, first_trial_slot,
                                    pool_growth, pools, second_chance, random_slots, clicks_strength, engagement_strength,
                                    author_strength, author_least, author_most, hope, last_hope, bar, base_rate, base_strength,
                                    slot_strength, viewer_strength, topic_strength, match_strength, age_strength, stranger_match,
                                    near_taste, far_taste, taste_strength, half_life_hours, memory, settle_seconds, refresh_changes,
                                    refresh_seconds, ranked_per_topic, merged_topics, suggestions, candidates, per_author, repeated_topic, seen_days, brush_allowance))

}  // namespace meadow::discovery::engine
