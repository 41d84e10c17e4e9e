#include "modules/discovery/search/store.hpp"

namespace meadow::discovery::store {

const db::Sql select_salt{"discovery.select_salt", "SELECT salt FROM discovery_salts WHERE day = $1"};
std::optional<std::string> find_salt(db::ReadTx& tx, std::int64_t day) { return tx.one<std::string>(select_salt, day); }

const db::Sql insert_salt{"discovery.insert_salt", "INSERT INTO discovery_salts (day, salt) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING"};
const db::Sql delete_old_salts{"discovery.delete_old_salts", "DELETE FROM discovery_salts WHERE day < $1"};
void put_salt(db::Tx& tx, std::int64_t day, std::string_view salt)
{
    tx.put(insert_salt, day, salt);
    tx.put(delete_old_salts, day);
}

const db::Sql insert_query_sql{"discovery.insert_query", R"sql(
    INSERT INTO discovery_queries (query_id, asked_at, tab, query, person, results) VALUES ($1, $2, $3, $4, $5, $6))sql"};
void insert_query(db::Tx& tx, const QueryRow& q) { tx.put(insert_query_sql, q.id, q.asked_at, q.tab, q.query, q.person, q.results); }

const db::Sql insert_query_person{"discovery.insert_query_person", R"sql(
    INSERT INTO discovery_query_people (query, day, person) VALUES ($1, $2, $3) ON CONFLICT (query, day, person) DO NOTHING)sql"};
const db::Sql count_query_person{"discovery.count_query_person", R"sql(
    INSERT INTO discovery_query_days (query, day, people) VALUES ($1, $2, 1)
    ON CONFLICT (query, day) DO UPDATE SET people = discovery_query_days.people + 1)sql"};
void count_person(db::Tx& tx, std::string_view query, std::int64_t day, std::int64_t person)
{
    if (tx.exec(insert_query_person, query, day, person) == 1) tx.put(count_query_person, query, day);
}

// People are told apart within a day and not from one day to the next: so many on a single day are so many people, and one person on many
// days is not.
const db::Sql select_asked{"discovery.select_asked_by_many", R"sql(
    SELECT query, CAST(SUM(people) AS bigint) FROM discovery_query_days WHERE day >= $1
     GROUP BY query HAVING MAX(people) >= $2 ORDER BY SUM(people) DESC, query LIMIT $3)sql"};
std::vector<QueryPeople> asked_by_many(db::ReadTx& tx, std::int64_t since, std::int64_t least, std::int64_t limit)
{
    return tx.all<QueryPeople>(select_asked, since, least, limit);
}

const db::Sql select_lately{"discovery.select_asked_lately", R"sql(
    SELECT query, CAST(SUM(CASE WHEN day >= $2 THEN people ELSE 0 END) AS bigint), CAST(SUM(CASE WHEN day < $2 THEN people ELSE 0 END) AS bigint)
      FROM discovery_query_days WHERE day >= $1
     GROUP BY query HAVING MAX(CASE WHEN day >= $2 THEN people ELSE 0 END) >= $3
     ORDER BY SUM(CASE WHEN day >= $2 THEN people ELSE 0 END) DESC, query LIMIT $4)sql"};
std::vector<QueryGrowth> asked_lately(db::ReadTx& tx, std::int64_t since, std::int64_t recent, std::int64_t least, std::int64_t limit)
{
    return tx.all<QueryGrowth>(select_lately, since, recent, least, limit);
}

const db::Sql prune_query_rows{"discovery.prune_queries", R"sql(
    DELETE FROM discovery_queries WHERE query_id IN (SELECT query_id FROM discovery_queries WHERE asked_at < $1 ORDER BY query_id LIMIT $2))sql"};
const db::Sql prune_query_people{"discovery.prune_query_people", R"sql(
    DELETE FROM discovery_query_people WHERE (query, day) IN (SELECT query, day FROM discovery_query_days WHERE day < $1 ORDER BY day LIMIT $2))sql"};
const db::Sql prune_query_days{"discovery.prune_query_days", R"sql(
    DELETE FROM discovery_query_days WHERE (query, day) IN (SELECT query, day FROM discovery_query_days WHERE day < $1 ORDER BY day LIMIT $2))sql"};
std::int64_t prune_queries(db::Tx& tx, Instant asked_before, std::int64_t day_before, std::int64_t limit)
{
    const std::int64_t queries = tx.exec(prune_query_rows, asked_before, limit);
    const std::int64_t people = tx.exec(prune_query_people, day_before, limit);
    return queries + people + tx.exec(prune_query_days, day_before, limit);
}

}  // namespace meadow::discovery::store
