// identity_blocks. Home: who blocks.
#pragma once
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::identity::store {

struct BlockRow {
    UserId blocked;
    Instant since;
};
BOOST_DESCRIBE_STRUCT(BlockRow, (), (blocked, since))

void insert_block(db::Tx&, UserId who, UserId blocked, Instant since);
void delete_block(db::Tx&, UserId who, UserId blocked);
std::int64_t count_blocks(db::ReadTx&, UserId who);
// In the order of the people's ids, newest accounts first.
std::vector<BlockRow> list_blocks(db::ReadTx&, UserId who, std::int64_t before, std::int64_t limit);
void delete_blocks_of(db::Tx&, UserId who);

}  // namespace meadow::identity::store
