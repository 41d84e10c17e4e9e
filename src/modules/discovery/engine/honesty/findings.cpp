#include "modules/discovery/engine/honesty/findings.hpp"

#include <cmath>
#include <cstdio>

namespace meadow::discovery::engine {

double log_chance(double observed, double expected)
{
    return observed <= expected || expected <= 0 ? 0 : observed - expected - observed * std::log(observed / expected);
}

void Gains::turn_to(std::int64_t next)
{
    constexpr float lately = 0.05f;   // an hour's share in what is usual
    if (next <= hour) return;
    usual += lately * (float(follows_now) - usual);
    usual *= std::pow(1 - lately, float(std::min<std::int64_t>(next - hour - 1, 1'000)));
    hour = next;
    follows_now = views_now = 0;
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
        case Suspicion::said_alike: say(f.about_reader ? "wrote what crowds wrote %.0f times, where %.0f is usual" : "%.0f people wrote nearly the same comment, where %.0f is usual", f.observed, f.expected); break;
        case Suspicion::follower_jump: say("%.0f new followers in an hour where views and what is usual explain %.0f", f.observed, f.expected); break;
        case Suspicion::order_ring: say("each bought from the next %.0f times in a circle, where %.0f is usual", f.observed, f.expected); break;
        case Suspicion::praise_paid_back: say("%.0f buyers in a month got their money back after praising what they bought, of %.0f who praised", f.observed, f.expected); break;
    }
    return text;
}

}  // namespace meadow::discovery::engine
