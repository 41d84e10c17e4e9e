// How often an average note would have been opened where this one was shown: base × slot × age × hour × tie × viewer × topic. Learned from
// the town's own answers; each factor is observed over expected given all the others and the note's own appeal, so that good notes in
// good slots make neither of them look better than it is.
#pragma once
#include <array>

#include "base/instant.hpp"
#include "modules/discovery/engine/policy.hpp"
#include "modules/discovery/engine/tally.hpp"
#include "modules/discovery/engine/ties.hpp"

namespace meadow::discovery::engine {

// Whether the reader named the note's topic among their interests; `unknown` of readers who named none.
enum class Match : std::uint8_t { other, named, unknown };
constexpr int matches = 3;

constexpr int most_slots = 64;
constexpr int age_steps = 14;
std::uint8_t age_step(Duration age);
// The middle of a step, in hours.
double age_hours(int step);

struct Circumstances {
    std::uint8_t slot = 0;
    std::uint8_t age = 0;
    Match match{};
    std::uint8_t hour = 0;   // of the day, UTC
    std::uint8_t taste = 0;  // the Tie, beside its topic
};
BOOST_DESCRIBE_STRUCT(Circumstances, (), (slot, age, match, hour, taste))

std::uint8_t hour_of(Instant);

class Expectation {
public:
    double base(const Policy&) const;
    double slot(const Policy&, int slot) const;
    double age(const Policy&, int step) const;
    double hour(const Policy&, int hour) const;
    double match(const Policy&, Match) const;
    double tie(const Policy&, Tie) const;
    // All of them but match, viewer and topic.
    double common(const Policy& p, const Circumstances& c) const
    {
        return base(p) * slot(p, c.slot) * age(p, c.age) * hour(p, c.hour) * tie(p, Tie(c.taste));
    }
    // Weighted engagement per opened note, and how it depends on the match.
    double engagement(const Policy&) const;
    double engagement_match(const Policy&, Match) const;

    struct Answer {
        Circumstances at;
        double expected = 0;     // of the average note, as it was told when the page was made
        double appeal = 1;       // the note's mean λ_click
        bool trial = false;      // an unchosen note: these alone fix the level
        bool clicked = false;
    };
    void learn(const Policy&, const Answer&);
    void opened(const Policy&, Match, bool trial, double appeal);
    void engaged(const Policy&, Match, bool trial, double weight);
    // κ of the engagement weights seen so far.
    double kappa() const { return (whole(weight_squares_) + 10) / (whole(weights_) + 10); }

    template <class Archive>
    void each(Archive& a) { a(base_, slots_, ages_, hours_, matches_, ties_, engagement_, engagement_matches_, weights_, weight_squares_); }

private:
    Tally base_;
    std::array<Tally, most_slots> slots_;
    std::array<Tally, age_steps> ages_;
    std::array<Tally, 24> hours_;
    std::array<Tally, matches> matches_;
    std::array<Tally, ties> ties_;
    Tally engagement_;                                  // expected: opened notes
    std::array<Tally, matches> engagement_matches_;
    Micro weights_ = 0, weight_squares_ = 0;
};

}  // namespace meadow::discovery::engine
