// discovery_readers (home: the reader).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "db/tx.hpp"
#include "base/ids.hpp"

namespace meadow::discovery {

// What a reader decided about their own feed.
struct ReaderRow {
    bool personal = true;
    std::vector<std::string> topics;   // as they wrote them
};
BOOST_DESCRIBE_STRUCT(ReaderRow, (), (personal, topics))

}  // namespace meadow::discovery

namespace meadow::discovery::store {

std::optional<ReaderRow> find_reader(db::ReadTx&, UserId);
void put_reader(db::Tx&, UserId, const ReaderRow&);
void forget_reader(db::Tx&, UserId);

}  // namespace meadow::discovery::store
