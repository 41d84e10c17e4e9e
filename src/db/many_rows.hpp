// Many rows in one statement: they travel as one JSON text and are run at once, which spares PostgreSQL most of what a statement costs.
//
//     const db::Sql insert_likes{"community.insert_likes", R"sql(
//         INSERT INTO community_likes (user_id, note_id) SELECT user_id, note_id FROM @rows($1, user_id bigint, note_id bigint))sql"};
//     tx.put(insert_likes, db::many(likes));
//
// `@rows($1, column type, …)` is the table `given` of those columns, in the order of the rows: members of these names, ids as plain whole
// numbers. PostgreSQL takes them for a hundred when it plans, so join them by a whole key. ON CONFLICT after it needs a WHERE before it.
#pragma once
#include <vector>

#include "base/json.hpp"

namespace meadow::db {

template <class Row>
std::string many(const std::vector<Row>& rows)
{
    return to_json(rows);
}

}  // namespace meadow::db
