#pragma once
#include "jobs/context.hpp"

namespace meadow::discovery {

struct Interest {
    std::string topic;
    bool named = false;          // by the reader; the others were learned from what they opened
    bool paused = false;         // not used until it is resumed
    bool searched = false;       // lately: it is what a search was about
    std::int64_t opened = 0;     // notes of it opened on pages of the feed, as far as remembered
    double strength = 1;         // how much likelier than an average reader to open one
};
BOOST_DESCRIBE_STRUCT(Interest, (), (topic, named, paused, searched, opened, strength))

struct Interests {
    bool personal = true;        // false: nothing of this is used
    std::vector<Interest> items; // the strongest first
};
BOOST_DESCRIBE_STRUCT(Interests, (), (personal, items))

// What the feed believes I like to read about, all of it.
Result<Interests> list_interests(ReadCtx&, const Nothing&);

}  // namespace meadow::discovery
