// discovery_queries, discovery_query_people, discovery_query_days, discovery_salts: in the store of events.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "db/tx.hpp"
#include "modules/discovery/search/query_log.hpp"

namespace meadow::discovery::store {

struct QueryRow {
    std::int64_t id = 0;
    Instant asked_at;
    SearchTab tab{};
    std::string query;
    std::int64_t person = 0;
    std::int64_t results = 0;
};
BOOST_DESCRIBE_STRUCT(QueryRow, (), (id, asked_at, tab, query, person, results))

struct QueryPeople {
    std::string query;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(QueryPeople, (), (query, people))

std::optional<std::string> find_salt(db::ReadTx&, std::int64_t day);
// The day's salt, and none of the days before.
void put_salt(db::Tx&, std::int64_t day, std::string_view salt);

void insert_query(db::Tx&, const QueryRow&);
// The person counts for the query on this day, once.
void count_person(db::Tx&, std::string_view query, std::int64_t day, std::int64_t person);
// Queries of at least `least` people on the days from `since` on, the most asked first. A person counts once a day.
std::vector<QueryPeople> asked_by_many(db::ReadTx&, std::int64_t since, std::int64_t least, std::int64_t limit);
// How many people asked a query on the latest days, from `recent` on, and on the days from `since` up to them; the latest of at least
// `least` people.
struct QueryGrowth {
    std::string query;
    std::int64_t now = 0, before = 0;
};
BOOST_DESCRIBE_STRUCT(QueryGrowth, (), (query, now, before))
std::vector<QueryGrowth> asked_lately(db::ReadTx&, std::int64_t since, std::int64_t recent, std::int64_t least, std::int64_t limit);
// Forgets what is older, a bounded number of rows at a time. How many.
std::int64_t prune_queries(db::Tx&, Instant asked_before, std::int64_t day_before, std::int64_t limit);

}  // namespace meadow::discovery::store
