// What the heads look at: circumstances, the reader's way with topic and author, how the note stands. No follower count, no popularity of
// the author; for notes on trial nothing of the author at all.
#pragma once
#include <array>

#include "modules/discovery/engine/state.hpp"

namespace meadow::discovery::engine {

constexpr std::size_t most_features = 16;

struct Features {
    std::array<std::uint32_t, most_features> all{};
    std::size_t count = 0;
    std::span<const std::uint32_t> span() const { return {all.data(), count}; }
};
// `standing`: the mean of the note's appeal.
Features features_of(const State&, const Reader&, const Note&, const Circumstances&, Source, double standing);

// What is told of one reader and one note in one place. `usual_…`: without the heads.
struct Guess {
    double usual_click = 0, usual_engage = 0;
    double click = 0;     // p(click)
    double engage = 0;    // p(engages | click), any deed of worth
    double hide = 0;      // p(hide)
};
// `affinity`: the reader's with the note's topic; `appeal`: the note's, without the answer that is being learned from.
Guess guess_of(const State&, const Reader&, const Circumstances&, double affinity, const Appeal& appeal, const Features&);
// Asks the memory for what the heads know of these features: they lie anywhere.
void fetch(const State&, const Features&);
// The same as the heads say it, before calibration: what they learn from. p(engages) only where it is asked for.
struct RawGuess {
    double click = 0, engage = 0, hide = 0;
    Features features;
};
RawGuess raw_guess_of(const State&, const Reader&, const Note&, const Circumstances&, Source, double affinity, const Appeal& appeal, bool engages);
// Of a click alone.
double click_chance(const State&, const Reader&, const Note&, const Circumstances&, Source, double affinity, const Appeal& appeal);

}  // namespace meadow::discovery::engine
