#pragma once
#include "jobs/context.hpp"

namespace meadow::identity {

inline const Setting<std::int64_t> most_blocks{"identity.most_blocks", 5000, "How many people one person may block"};

struct BlockPerson {
    UserId user;
};
BOOST_DESCRIBE_STRUCT(BlockPerson, (), (user))

// Neither reaches the other from now on: no follows, comments, mentions, messages. Doing it again changes nothing. The other is
// not told.
Done block_person(WriteCtx&, const BlockPerson&);
Done unblock_person(WriteCtx&, const BlockPerson&);

}  // namespace meadow::identity
