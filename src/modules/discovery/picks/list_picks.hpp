#pragma once
#include "jobs/context.hpp"
#include "modules/discovery/cards/note_names.hpp"

namespace meadow::discovery {

struct PickedNote {
    NoteId note;
    Instant until;
    std::int64_t shown = 0;    // on any page, for whatever reason
    std::optional<NoteName> name;   // as far as anybody may see it
};
BOOST_DESCRIBE_STRUCT(PickedNote, (), (note, until, shown, name))

struct Picks {
    std::vector<PickedNote> items;
};
BOOST_DESCRIBE_STRUCT(Picks, (), (items))

// What the editors have chosen and still stands.
Result<Picks> list_picks(ReadCtx&, const Nothing&);

}  // namespace meadow::discovery
