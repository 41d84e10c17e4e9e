#pragma once
#include "jobs/world.hpp"

namespace meadow::discovery {

inline const Setting<std::int64_t> learn_least_people{"discovery.learn_least_people", 5,
                                                      "How many people must have chosen a product for the same words on one day before search learns from it"};

// Makes the lexicon anew from what is on sale and written, and the synonyms with it. Seconds of work at a million notes: not on the pump's
// thread.
void learn_words(jobs::World&);
// Reads the synonyms again; the lexicon stays. Cheap.
void reload_synonyms(jobs::World&);
// Writes down what titles and choices say is the same, for operators to see and refuse.
void learn_synonyms(jobs::World&);

}  // namespace meadow::discovery
