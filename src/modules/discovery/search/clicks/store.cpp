#include "modules/discovery/search/clicks/store.hpp"

namespace meadow::discovery::store {

const db::Sql insert_click{"discovery.insert_query_click", R"sql(
    INSERT INTO discovery_query_clicks (query, product_id, day, person) VALUES ($1, $2, $3, $4)
    ON CONFLICT (query, product_id, day, person) DO NOTHING)sql"};
void put_click(db::Tx& tx, std::string_view query, ProductId product, std::int64_t day, std::int64_t person)
{
    tx.put(insert_click, query, product, day, person);
}

// People are told apart within a day and not from one day to the next: so many on a single day are so many people, and one person on many
// days is not.
const db::Sql select_chosen{"discovery.select_chosen_by_many", R"sql(
    SELECT query, product_id, MAX(people) FROM (
        SELECT query, product_id, COUNT(*) AS people FROM discovery_query_clicks WHERE day >= $1 GROUP BY query, product_id, day) AS days
     GROUP BY query, product_id HAVING MAX(people) >= $2 ORDER BY query, product_id LIMIT $3)sql"};
std::vector<ClickRow> chosen_by_many(db::ReadTx& tx, std::int64_t since, std::int64_t least, std::int64_t limit)
{
    return tx.all<ClickRow>(select_chosen, since, least, limit);
}

const db::Sql delete_old_clicks{"discovery.prune_query_clicks", R"sql(
    DELETE FROM discovery_query_clicks WHERE (query, product_id, day, person) IN (
        SELECT query, product_id, day, person FROM discovery_query_clicks WHERE day < $1 ORDER BY day LIMIT $2))sql"};
std::int64_t prune_clicks(db::Tx& tx, std::int64_t day_before, std::int64_t limit) { return tx.exec(delete_old_clicks, day_before, limit); }

}  // namespace meadow::discovery::store
