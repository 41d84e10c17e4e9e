// Every number of the engine, in one record with a version and the moment from which it holds. A page names the version it was made
// under, so figures of two policies are never mixed. Weights and pool sizes are this project's defaults, nobody's official rule.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"

namespace meadow::discovery::engine {

// How a page is put together from what was found.
struct PageRules {
    double readers_share = 1;                   // of the readers; less than 1: on trial beside the policy in force, for these numbers
    // Opened beside what the topic explains, by what ties the note to the reader: where each begins, until the town has shown it.
    double follow_tie = 1.5, social_tie = 1.1, product_tie = 1.3, nearby_tie = 1.1, pick_tie = 1, factor_tie = 1.2, search_tie = 1.3, search_near_tie = 1.15;
    std::int64_t diversity_window = 10;         // places before it that a note should not be like
    double repeated_topic = 0.97;      // for each of them of the same topic
    double repeated_product = 0.8;     // that pins the same product
    double sold_out = 0.6;             // when nothing it pins can be bought
    std::int64_t follow_days = 7;      // how long what somebody one follows wrote is news
    std::int64_t fine_candidates = 40;  // that the heads look at, or three times the page
    double heads_most = 1.6;           // by which the heads may raise or lower what the factors say, for a click and for an answer
    double usual_hide = 0.002, hide_cost = 20;  // a click that ends in "not for me" costs as much as so many good ones bring
};
BOOST_DESCRIBE_STRUCT(PageRules, (), (readers_share, follow_tie, social_tie, product_tie, nearby_tie, pick_tie, factor_tie, search_tie, search_near_tie,
                                      diversity_window, repeated_topic, repeated_product, sold_out, follow_days, fine_candidates, heads_most, usual_hide, hide_cost))

// When engagement looks bought, and what it weighs then.
struct HonestyRules {
    double surprise = 20;               // e^-20: how little chance must explain of likes in an hour
    double likes_per_view = 0.3, likes_from_outside = 8;
    double least_collects = 30, collects_per_like = 3;        // operators' heuristics
    double many_likes = 1'000, comments_per_like = 0.005;
    double least_unserved = 60, unserved_share = 0.95;        // answers to notes nobody showed them
    double boxes_shared = 6, boxes_usual = 1;                 // notes liked within ten minutes of the same other person
    double alike_people = 6, alike_crowds = 3;                // who write nearly the same; in how many such crowds one reader stands
    double follows_from_outside = 20, follows_per_view = 0.2, follows_of_usual = 4;   // new followers in an hour
    double ring_orders = 3;             // that each in a circle pays the next, no more than a month apart
    double least_paid_back = 6, paid_back_share = 0.3;   // buyers in a month whose praise was followed by their money; of those who praised
    double discount = 0.1;              // what the answers of a reader weigh who was found
};
BOOST_DESCRIBE_STRUCT(HonestyRules, (), (surprise, likes_per_view, likes_from_outside, least_collects, collects_per_like, many_likes, comments_per_like,
                                         least_unserved, unserved_share, boxes_shared, boxes_usual, alike_people, alike_crowds, follows_from_outside, follows_per_view,
                                         follows_of_usual, ring_orders, least_paid_back, paid_back_share, discount))

// How long and how much is remembered.
struct MemoryRules {
    std::int64_t seen_days = 30;
    std::int64_t search_days = 7;       // how long what somebody searched for counts as lately
    std::int64_t memory_mb = 1'000;     // of what the engine knows; beyond it the coldest is forgotten first (memory.cpp)
    std::int64_t weigh_hours = 6;       // how often it is weighed: a look at all there is
};
BOOST_DESCRIBE_STRUCT(MemoryRules, (), (seen_days, search_days, memory_mb, weigh_hours))

// What an act of a reader is worth once the note is open; opening it is counted by itself.
struct Worths {
    double like = 1, collect = 1, comment = 4, share = 4, follow = 8, cart = 4, order = 8;
    // Having stayed for `read_seconds`: much less than any act, and there long before the first of them in a young town.
    double read = 0.3;
    std::int64_t read_seconds = 10;
};
BOOST_DESCRIBE_STRUCT(Worths, (), (like, collect, comment, share, follow, cart, order, read, read_seconds))

struct Policy : PageRules, HonestyRules, MemoryRules, Worths {
    std::int64_t version = 1;
    Instant effective_from = {};

    // The guarantee: n0 views for every note, of which `exploration` of all impressions are meant to pay for; never fewer than
    // `least_first_pool`, then the share rises, but not above `most_exploration`.
    double exploration = 0.13, most_exploration = 0.45;
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
    // Standard deviations of log appeal: how hopefully a climbing note is ranked, and above which it may still climb. Hope finds more of the
    // good notes by little-known authors and costs the whole, which fewer trials pay for (docs/discovery.md tells what was measured).
    double hope = 1, last_hope = 1.28;
    double bar = 0.5;                           // of what readers of the topic are usually offered

    // Expectation: weight of the opinions we begin with, in expected clicks.
    double base_rate = 0.1, base_strength = 5;
    double slot_strength = 20, viewer_strength = 2, topic_strength = 2, match_strength = 20, age_strength = 100;
    double stranger_match = 0.6;                // a topic the reader did not name, compared with one they did
    double near_taste = 1.5, far_taste = 1.1, taste_strength = 30;   // opened beside what the topic explains
    double half_life_hours = 96;                // freshness, as far as the town has not shown otherwise
    double memory = 20'000;                     // expected clicks after which a factor counts its past by half

    std::int64_t settle_seconds = 20;           // an impression without a click by then is one without a click
    std::int64_t refresh_changes = 32;          // a ranking of a topic is brought up to date after so many changes, or a sixteenth of its length,
    std::int64_t refresh_seconds = 300;         //   or this long;
    std::int64_t rerank_seconds = 3'600;        //   all of its notes are ordered anew by their age after this
    std::int64_t reweigh_seconds = 21'600;      //   and looked at again after this: meanwhile only what others make of their authors changes
    std::int64_t ranked_per_topic = 2'000;
    std::int64_t merged_topics = 32;            // of a reader's best topics, on one page
    std::int64_t suggestions = 50;              // by what goes with what the reader opened
    std::int64_t candidates = 60;               // that reach the fine ranking
    std::int64_t per_author = 2;                // on one page
    double brush_allowance = 3;                 // acts without a served page that weigh nothing yet
};
BOOST_DESCRIBE_STRUCT(Policy, (PageRules, HonestyRules, MemoryRules, Worths), (version, effective_from, exploration,
                                    most_exploration, first_pool, least_first_pool, most_first_pool, guarantee_hours, first_trial_slot,
                                    pool_growth, pools, second_chance, random_slots, clicks_strength, engagement_strength,
                                    author_strength, author_least, author_most, hope, last_hope, bar, base_rate, base_strength,
                                    slot_strength, viewer_strength, topic_strength, match_strength, age_strength, stranger_match,
                                    near_taste, far_taste, taste_strength, half_life_hours, memory, settle_seconds, refresh_changes,
                                    refresh_seconds, rerank_seconds, reweigh_seconds, ranked_per_topic, merged_topics, suggestions, candidates, per_author, brush_allowance))

struct PolicyNumber {
    std::string name;
    double value = 0;
};
BOOST_DESCRIBE_STRUCT(PolicyNumber, (), (name, value))

// What the program ships with, and these numbers instead; those it does not know any more are passed over.
Policy policy_with(std::int64_t version, Instant effective_from, const std::vector<PolicyNumber>& changed);

// Every number by its name, in the order of the record.
std::vector<PolicyNumber> numbers_of(const Policy&);

// Changes one number by its name. What is wrong with it, or an empty string.
std::string set_number(Policy&, std::string_view name, double value);

}  // namespace meadow::discovery::engine
