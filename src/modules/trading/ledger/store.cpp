#include "modules/trading/ledger/store.hpp"

namespace meadow::trading::store {

const db::Sql insert_posting_sql{"trading.insert_posting", R"sql(
    INSERT INTO trading_postings (shop_id, reference, posting_id) VALUES ($1, $2, $3) ON CONFLICT (shop_id, reference) DO NOTHING)sql"};
bool insert_posting(db::Tx& tx, ShopId shop, std::string_view reference, std::int64_t posting)
{
    return tx.exec(insert_posting_sql, shop, reference, posting) == 1;
}

const db::Sql insert_entry_sql{"trading.insert_entry", R"sql(
    INSERT INTO trading_entries (shop_id, kind, holder, posting_id, order_id, what, amount, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void insert_entry(db::Tx& tx, ShopId shop, AccountRef a, std::int64_t posting, OrderId order, std::string_view what, Money amount, Instant at)
{
    tx.put(insert_entry_sql, shop, a.kind, a.holder, posting, order, what, amount, at);
}

const db::Sql add_to_balance_sql{"trading.add_to_balance", R"sql(
    INSERT INTO trading_balances (shop_id, kind, holder, balance) VALUES ($1, $2, $3, $4)
    ON CONFLICT (shop_id, kind, holder) DO UPDATE SET balance = trading_balances.balance + $4)sql"};
void add_to_balance(db::Tx& tx, ShopId shop, AccountRef a, Money amount) { tx.put(add_to_balance_sql, shop, a.kind, a.holder, amount); }

const db::Sql select_balance{"trading.select_balance", R"sql(
    SELECT balance FROM trading_balances WHERE shop_id = $1 AND kind = $2 AND holder = $3)sql"};
Money balance(db::ReadTx& tx, ShopId shop, AccountRef a) { return tx.one<Money>(select_balance, shop, a.kind, a.holder).value_or(Money{}); }

const db::Sql select_entries{"trading.select_entries", R"sql(
    SELECT posting_id, order_id, what, amount, at FROM trading_entries
     WHERE shop_id = $1 AND kind = $2 AND holder = $3 AND posting_id < $4 ORDER BY posting_id DESC LIMIT $5)sql"};
std::vector<EntryRow> list_entries(db::ReadTx& tx, ShopId shop, AccountRef a, std::int64_t before_posting, std::int64_t limit)
{
    return tx.all<EntryRow>(select_entries, shop, a.kind, a.holder, before_posting, limit);
}

const db::Sql select_entries_between{"trading.select_entries_between", R"sql(
    SELECT posting_id, order_id, what, amount, at FROM trading_entries
     WHERE shop_id = $1 AND kind = $2 AND holder = $3 AND posting_id > $4 AND at >= $5 AND at < $6 ORDER BY posting_id LIMIT $7)sql"};
std::vector<EntryRow> entries_between(db::ReadTx& tx, ShopId shop, AccountRef a, Instant from, Instant to, std::int64_t after_posting,
                                      std::int64_t limit)
{
    return tx.all<EntryRow>(select_entries_between, shop, a.kind, a.holder, after_posting, from, to, limit);
}

const db::Sql sum_balances_sql{"trading.sum_balances", R"sql(
    SELECT CAST(0 AS bigint), kind, CAST(0 AS bigint), CAST(SUM(balance) AS bigint) FROM trading_balances GROUP BY kind ORDER BY kind)sql"};
std::vector<AccountBalance> sum_balances(db::ReadTx& tx) { return tx.all<AccountBalance>(sum_balances_sql); }

const db::Sql select_balances{"trading.select_balances", R"sql(
    SELECT shop_id, kind, holder, balance FROM trading_balances ORDER BY shop_id, kind, holder)sql"};
void each_balance(db::ReadTx& tx, const std::function<void(const AccountBalance&)>& each)
{
    tx.each<AccountBalance>(select_balances, each);
}

const db::Sql count_entries_sql{"trading.count_entries", "SELECT COUNT(*) FROM trading_entries"};
std::int64_t count_entries(db::ReadTx& tx) { return tx.one<std::int64_t>(count_entries_sql).value_or(0); }

const db::Sql select_crooked_postings{"trading.select_crooked_postings", R"sql(
    SELECT shop_id, 'posting ' || CAST(posting_id AS text), CAST(SUM(amount) AS bigint) FROM trading_entries
     GROUP BY shop_id, posting_id HAVING SUM(amount) <> 0 LIMIT 50)sql"};
std::vector<Crooked> crooked_postings(db::ReadTx& tx) { return tx.all<Crooked>(select_crooked_postings); }

const db::Sql select_crooked_orders{"trading.select_crooked_orders", R"sql(
    SELECT shop_id, 'order ' || CAST(order_id AS text), CAST(SUM(amount) AS bigint) FROM trading_entries
     GROUP BY shop_id, order_id HAVING SUM(amount) <> 0 LIMIT 50)sql"};
std::vector<Crooked> crooked_orders(db::ReadTx& tx) { return tx.all<Crooked>(select_crooked_orders); }

const db::Sql select_crooked_balances{"trading.select_crooked_balances", R"sql(
    SELECT shop_id, 'balance of ' || kind || ' ' || CAST(holder AS text), CAST(SUM(amount) AS bigint)
      FROM (SELECT shop_id, kind, holder, amount FROM trading_entries
             UNION ALL SELECT shop_id, kind, holder, -balance FROM trading_balances) AS both_sides
     GROUP BY shop_id, kind, holder HAVING SUM(amount) <> 0 LIMIT 50)sql"};
std::vector<Crooked> crooked_balances(db::ReadTx& tx) { return tx.all<Crooked>(select_crooked_balances); }

const db::Sql select_misplaced_money{"trading.select_misplaced_money", R"sql(
    SELECT shop_id, 'escrow of order ' || CAST(order_id AS text), CAST(SUM(amount) AS bigint)
      FROM (SELECT shop_id, order_id, amount FROM trading_entries WHERE kind = 'escrow'
             UNION ALL SELECT shop_id, order_id, -total FROM trading_orders
                        WHERE settlement = 'escrow' AND state IN ('paid', 'shipped', 'delivered')
             UNION ALL SELECT o.shop_id, o.order_id, -o.total
                         FROM trading_orders o JOIN trading_refunds r ON r.shop_id = o.shop_id AND r.refund_id = o.refund_id
                        WHERE o.settlement = 'escrow' AND o.state = 'refunding' AND r.settled = 0 AND r.state IN ('asked', 'escalated')) AS sides
     GROUP BY shop_id, order_id HAVING SUM(amount) <> 0 LIMIT 50)sql"};
std::vector<Crooked> misplaced_money(db::ReadTx& tx) { return tx.all<Crooked>(select_misplaced_money); }

}  // namespace meadow::trading::store
