#include "modules/discovery/engine/honesty/findings.hpp"

#include <cmath>
#include <cstdio>

namespace meadow::discovery::engine {

double log_chance(double observed, double expected)
{
    return observed <= expected || expected <= 0 ? 0 : observed - expected - observed * std::log(observed / expected);
}

std::string in_words(const Finding& f)
{
    char text[160];
    const auto say = [&](const char* form, double a, double b) { std::snprintf(text, sizeof text, form, a, b); };
    switch (f.suspicion) {
        case Suspicion::like_burst: say("%.0f likes in an hour where its views explain %.0f", f.observed, f.expected); break;
        case Suspicion::odd_proportions: say("%.3g for each like, where at most or at least %.3g is usual", f.observed, f.expected); break;
        case Suspicion::likes_without_views: say("%.0f answers to notes nobody showed them, %.0f to notes of their pages", f.observed, f.expected); break;
        case Suspicion::liked_together: say("liked %.0f notes within minutes of the same other person, where %.0f is usual", f.observed, f.expected); break;
    }
    return text;
}

}  // namespace meadow::discovery::engine
