#pragma once
#include "jobs/context.hpp"

namespace meadow::discovery {

struct PickedNote {
    NoteId note;
    Instant until;
    std::int64_t shown = 0;    // on any page, for whatever reason
};
BOOST_DESCRIBE_STRUCT(PickedNote, (), (note, until, shown))

struct Picks {
    std::vector<PickedNote> items;
};
BOOST_DESCRIBE_STRUCT(Picks, (), (items))

// What the editors have chosen and still stands.
Result<Picks> list_picks(ReadCtx&, const Nothing&);

}  // namespace meadow::discovery
