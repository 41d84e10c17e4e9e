// How much better than an average note a note is: indirect standardisation, as in epidemiology (Breslow & Day 1987, ch. 2), with
// gamma priors (Clayton & Kaldor 1987). 1 is average.
//
//     λ_click  ~ Gamma(a·m + C, a + E)         C opened of E expected
//     λ_engage ~ Gamma(b + R/κ, b + E'/κ)      R weighted engagement of E' expected among those who opened; κ = E[w²]/E[w], because
//                                              one act of weight 4 is not four votes
//     appeal = λ_click · λ_engage
#pragma once
#include "modules/discovery/engine/tally.hpp"

namespace meadow::discovery::engine {

struct Evidence {
    Micro expected = 0, clicks = 0;                    // E, C
    Micro expected_engagement = 0, engagement = 0;     // E', R

    void operator+=(const Evidence& o)
    {
        expected += o.expected;
        clicks += o.clicks;
        expected_engagement += o.expected_engagement;
        engagement += o.engagement;
    }
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (expected, clicks, expected_engagement, engagement))

struct Prior {
    double clicks_strength = 4;      // a
    double engagement_strength = 3;  // b
    double kappa = 1;
    double mean = 1;                 // m: the author's record, 1 where it does not count
};

struct Appeal {
    double mean = 1;
    double spread = 0;    // standard deviation of its logarithm, approximately
    double clicks = 1;    // mean of λ_click

    // The value exceeded with the probability that a normal variable exceeds z.
    double quantile(double z) const;
};

Appeal appeal_of(const Evidence&, const Prior&);

// How far the appeal of notes really differs, from what chance alone would explain (method of moments): the strength of the prior is
// one over the variance. Fed with each note's first pool, which nobody chose.
class Spread {
public:
    void add(double observed, double expected, double kappa);
    // `opinion` holds until about fifty notes have said otherwise; within [0.5, 50].
    double strength(double opinion) const;

    Micro excess = 0, square = 0;   // Σ (O − E)² − κO, Σ E²
};
BOOST_DESCRIBE_STRUCT(Spread, (), (excess, square))

}  // namespace meadow::discovery::engine
