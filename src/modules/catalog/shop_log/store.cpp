#include "modules/catalog/shop_log/store.hpp"

#include "modules/catalog/catalog.hpp"

namespace meadow::catalog::store {

const db::Sql insert_log_entry_sql{"catalog.insert_log_entry", R"sql(
    INSERT INTO catalog_shop_log (shop_id, entry_id, by_id, action, about, words, address, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void insert_log_entry(db::Tx& tx, ShopId shop, const LogEntry& e)
{
    tx.put(insert_log_entry_sql, shop, e.id, e.by, e.action, e.about, e.words, e.address, e.at);
}

const db::Sql select_log{"catalog.select_log", R"sql(
    SELECT entry_id, by_id, action, about, words, address, at FROM catalog_shop_log
     WHERE shop_id = $1 AND entry_id < $3 AND (CAST($2 AS bigint) IS NULL OR by_id = $2) ORDER BY entry_id DESC LIMIT $4)sql"};
std::vector<LogEntry> list_log(db::ReadTx& tx, ShopId shop, std::optional<UserId> by, std::int64_t before, std::int64_t limit)
{
    return tx.all<LogEntry>(select_log, shop, by, before, limit);
}

}  // namespace meadow::catalog::store

namespace meadow::catalog {

void enter_in_log(WriteCtx& ctx, ShopId shop, std::string_view action, std::string_view about, std::string_view words)
{
    store::insert_log_entry(ctx.tx, shop,
                            {ctx.ids.next(), ctx.who.user, std::string(action), std::string(about), std::string(words), std::string(ctx.address), ctx.now});
}

}  // namespace meadow::catalog
