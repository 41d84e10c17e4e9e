// Rates with the interval that is honest for them: one reader's answers resemble each other, so readers are what counts, not impressions.
//
// The design effect (Kish, Survey Sampling, 1965) says by how much the variance of opened / shown is larger than if every impression were
// somebody else's; it is measured from the readers' own sums of a day (linearised ratio, Cochran, Sampling Techniques, 1977, ch. 6). A rate
// is then a Wilson interval (1927) of that many fewer impressions. That a reader comes back on other days is not in it.
#pragma once
#include "modules/discovery/engine/experiments.hpp"
#include "modules/discovery/exposure/model.hpp"

namespace meadow::discovery {

// At least 1; 1 where nothing can be said.
double design_effect(const ReadersRow&);
// 95 %; 0 … 1 when there is nothing to tell from.
engine::Estimate rate(std::int64_t hits, std::int64_t of, double effect);

}  // namespace meadow::discovery
