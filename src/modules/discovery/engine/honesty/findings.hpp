// Engagement that looks bought. Each detector is a small rule that says what it saw and how likely chance would have made it; what
// follows is graded and can be taken back. Public counters stay as they are: only what the ladder and the taste make of it changes.
//
//   discount   a reader's answers weigh a tenth, at once and silently
//   freeze     a note's further answers, or an author's further followers, do not count: an operator's decision
//   review     nothing yet: a person should look
#pragma once
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "modules/discovery/engine/policy.hpp"
#include "modules/discovery/engine/tally.hpp"

namespace meadow::discovery::engine {

enum class Suspicion : std::uint8_t {
    like_burst,            // a note gets more likes in an hour than its views explain
    odd_proportions,       // many more collects than likes, or next to no comments under very many likes
    likes_without_views,   // a reader answers notes that nobody showed them
    liked_together,        // readers who like the same notes within minutes of each other, again and again
    said_alike,            // many accounts write nearly the same comment
    follower_jump,         // an author gets more followers in an hour than views of their notes, and their usual, explain
    order_ring,            // two or three people who buy from each other in a circle, again and again
    praise_paid_back,      // a seller whose buyers praise what they bought and then get their money back, one after the other
};
BOOST_DESCRIBE_ENUM(Suspicion, like_burst, odd_proportions, likes_without_views, liked_together, said_alike, follower_jump, order_ring, praise_paid_back)

enum class Measure : std::uint8_t { review, discount, freeze, none };
BOOST_DESCRIBE_ENUM(Measure, review, discount, freeze, none)

struct Finding {
    std::int64_t number = 0;      // from 1, in the order they were made
    Instant at;
    Suspicion suspicion{};
    std::uint32_t note = 0, reader = 0;   // numbers of the engine
    bool on_note = false;         // it was found on the note
    bool about_reader = false;
    double observed = 0, expected = 0;    // of what the suspicion counts
    Measure measure{};
    bool decided = false;         // by a person
};
BOOST_DESCRIBE_STRUCT(Finding, (), (number, at, suspicion, note, reader, on_note, about_reader, observed, expected, measure, decided))
constexpr std::size_t most_findings = 2'000;

// "61 likes in an hour where its views explain 4"
std::string in_words(const Finding&);

// What a note was given, wherever people met it.
struct Claims {
    std::uint32_t likes = 0, collects = 0, comments = 0;
    std::uint32_t hour = 0;               // since 1970, that the two count
    std::uint32_t likes_now = 0, views_now = 0;
    std::uint8_t found = 0;               // bit i: Suspicion(i), so that each is told once
};
BOOST_DESCRIBE_STRUCT(Claims, (), (likes, collects, comments, hour, likes_now, views_now, found))

// What an author gained in followers.
struct Gains {
    std::int64_t hour = 0;                // since 1970, that the two count
    std::uint32_t follows_now = 0, views_now = 0;   // views of their notes
    float usual = 0;                      // followers an hour, of late
    bool frozen = false;                  // an operator found them bought: being followed counts for their notes no more

    void turn_to(std::int64_t next);
};
BOOST_DESCRIBE_STRUCT(Gains, (), (hour, follows_now, views_now, usual, frozen))

// The logarithm of (a bound of) the chance of `observed` or more where `expected` is usual (Chernoff's for Poisson). 0 when it is
// no more than usual.
double log_chance(double observed, double expected);

}  // namespace meadow::discovery::engine
