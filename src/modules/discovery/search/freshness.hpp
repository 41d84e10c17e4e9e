// How fast answers to a query grow old.
#pragma once
#include <string_view>

#include "jobs/context.hpp"
#include "jobs/setting.hpp"
#include "text/fade.hpp"

namespace meadow::discovery {

inline const Setting<Duration> timely_half_life{"discovery.search_timely_half_life", std::chrono::hours{24 * 4},
                                                "How fast notes grow old that answer a question about what is new"};
inline const Setting<Duration> usual_half_life{"discovery.search_half_life", std::chrono::hours{24 * 60}, "How fast notes grow old in search"};
inline const Setting<Duration> guide_half_life{"discovery.search_guide_half_life", std::chrono::hours{24 * 365},
                                               "How fast notes grow old that answer a question for advice"};

// 新品 and 今天 ask for what is new; 教程, 测评 and 怎么 for what is good.
enum class Freshness : std::uint8_t { timely, usual, guide };
Freshness freshness_of(std::string_view normalised);

lang::Fade fade_for(const ReadCtx&, Freshness);

}  // namespace meadow::discovery
