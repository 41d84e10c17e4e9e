#pragma once
#include "jobs/world.hpp"

namespace meadow::discovery {

inline const Setting<std::int64_t> suggest_least_people{"discovery.suggest_least_people", 5,
                                                        "How many people must have asked a query before others are shown it"};
inline const Setting<Duration> suggest_window{"discovery.suggest_window", std::chrono::hours{24 * 7}, "How far back suggested queries reach"};
inline const Setting<Duration> keep_asked_queries{"discovery.keep_queries", std::chrono::hours{24 * 90}, "How long the log of queries is kept"};

// Writes down what was asked since the last time; people become hashes. What cannot be written is lost: nobody waits for it.
void keep_queries(jobs::World&);
// Makes the suggestions anew from what enough people have asked, and forgets what is too old.
void learn_phrases(jobs::World&);

}  // namespace meadow::discovery
