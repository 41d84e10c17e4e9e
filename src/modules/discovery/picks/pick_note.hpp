#pragma once
#include "base/bounded.hpp"
#include "jobs/context.hpp"

namespace meadow::discovery {

struct PickNote {
    NoteId note;
    Whole<1, 720> hours = 72;      // from now on
};
BOOST_DESCRIBE_STRUCT(PickNote, (), (note, hours))
struct UnpickNote {
    NoteId note;
};
BOOST_DESCRIBE_STRUCT(UnpickNote, (), (note))

// The editors choose a note: it is suggested to everybody, with that as its reason, beside what it earns by itself. At most fifty at a
// time; payment is no part of it, and what readers answer is weighed as ever.
Done pick_note(WriteCtx&, const PickNote&);
Done unpick_note(WriteCtx&, const UnpickNote&);

}  // namespace meadow::discovery
