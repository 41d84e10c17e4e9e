// catalog_shop_log (home: the shop).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "db/tx.hpp"

namespace meadow::catalog::store {

struct LogEntry {
    std::int64_t id = 0;
    UserId by;
    std::string action;
    std::string about;
    std::string words;
    std::string address;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(LogEntry, (), (id, by, action, about, words, address, at))

void insert_log_entry(db::Tx&, ShopId, const LogEntry&);
// Newest first; of one person or of all.
std::vector<LogEntry> list_log(db::ReadTx&, ShopId, std::optional<UserId> by, std::int64_t before, std::int64_t limit);

}  // namespace meadow::catalog::store
