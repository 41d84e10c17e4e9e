#pragma once
#include "jobs/context.hpp"
#include "modules/creators/touches/model.hpp"

namespace meadow::creators {

struct TouchInput {
    NoteId note;
    TouchKind kind{};
    std::optional<ProductId> product;   // which of the note's products; a click names it, otherwise all of them are meant
};
BOOST_DESCRIBE_STRUCT(TouchInput, (), (note, kind, product))

struct RecordTouches {
    List<TouchInput, 50> touches;
    std::optional<Text<20, 64>> visitor;   // a random token this device made and keeps
};
BOOST_DESCRIBE_STRUCT(RecordTouches, (), (touches, visitor))

struct RecordedTouches {
    std::int64_t kept = 0;     // product by product; what does not fit (not public, not pinned, one's own note) is left out
};
BOOST_DESCRIBE_STRUCT(RecordedTouches, (), (kept))

// Notes through which notes somebody met products; a page sends what happened in a batch. Of a signed-in person who also names
// their device's visitor token, what was done as that visitor becomes theirs: a page sends it, even without touches, after signing in.
Result<RecordedTouches> record_touches(WriteCtx&, const RecordTouches&);

}  // namespace meadow::creators
