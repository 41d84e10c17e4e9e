// creators_reach (home: the author).
#pragma once
#include <vector>

#include "base/ids.hpp"
#include "db/tx.hpp"

namespace meadow::creators::store {

struct Reach {
    NoteId note;
    std::int64_t shown = 0;
};
BOOST_DESCRIBE_STRUCT(Reach, (), (note, shown))

void add_reach(db::Tx&, UserId author, const Reach& delta);
// Newest note first.
std::vector<Reach> list_reach(db::ReadTx&, UserId author, NoteId before, std::int64_t limit);

}  // namespace meadow::creators::store
