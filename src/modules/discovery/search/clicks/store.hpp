// discovery_query_clicks (home: the query), in the store of events.
#pragma once
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "db/tx.hpp"

namespace meadow::discovery::store {

struct ClickRow {
    std::string query;
    ProductId product;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(ClickRow, (), (query, product, people))

void put_click(db::Tx&, std::string_view query, ProductId, std::int64_t day, std::int64_t person);
// What at least `least` people chose for the same query since a day, by query; a person counts once a day.
std::vector<ClickRow> chosen_by_many(db::ReadTx&, std::int64_t since, std::int64_t least, std::int64_t limit);
std::int64_t prune_clicks(db::Tx&, std::int64_t day_before, std::int64_t limit);

}  // namespace meadow::discovery::store
