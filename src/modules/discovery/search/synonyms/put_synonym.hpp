#pragma once
#include "base/bounded.hpp"
#include "jobs/context.hpp"

namespace meadow::discovery {

struct PutSynonym {
    Text<1, 60> words;
    Text<1, 60> other;
    bool active = true;         // false: they are not the same, whatever is learned or built in
    Text<1, 300> reason;
};
BOOST_DESCRIBE_STRUCT(PutSynonym, (), (words, other, active, reason))

// From now on who types one of the two also finds the other, or no longer does. Either order names the same pair.
Done put_synonym(WriteCtx&, const PutSynonym&);

}  // namespace meadow::discovery
