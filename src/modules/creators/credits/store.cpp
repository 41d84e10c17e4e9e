#include "modules/creators/credits/store.hpp"

namespace meadow::creators::store {

const db::Sql insert_line{"creators.claim_line", R"sql(
    INSERT INTO creators_order_lines (shop_id, order_id, sku_id, author_id, credit_id) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (shop_id, order_id, sku_id) DO NOTHING)sql"};
bool claim_line(db::Tx& tx, const Credit& c) { return tx.exec(insert_line, c.shop, c.order, c.sku, c.author, c.id) == 1; }

const db::Sql insert_credit_sql{"creators.insert_credit", R"sql(
    INSERT INTO creators_credits (author_id, credit_id, shop_id, order_id, sku_id, product_id, buyer_id, note_id, first_note_id, first_at,
                                  last_note_id, last_at, pieces, base, rate, commission, platform_part, state, placed_at, changed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20))sql"};
void insert_credit(db::Tx& tx, const Credit& c)
{
    tx.put(insert_credit_sql, c.author, c.id, c.shop, c.order, c.sku, c.product, c.buyer, c.note, c.first_note, c.first_at, c.last_note, c.last_at,
           c.pieces, c.base, c.rate, c.commission, c.platform_part, c.state, c.placed_at, c.changed_at);
}

const db::Sql select_credits_of_order{"creators.select_credits_of_order", R"sql(
    SELECT c.author_id, c.credit_id, c.shop_id, c.order_id, c.sku_id, c.product_id, c.buyer_id, c.note_id, c.first_note_id, c.first_at,
           c.last_note_id, c.last_at, c.pieces, c.base, c.rate, c.commission, c.platform_part, c.state, c.placed_at, c.changed_at
      FROM creators_order_lines l JOIN creators_credits c ON c.author_id = l.author_id AND c.credit_id = l.credit_id
     WHERE l.shop_id = $1 AND l.order_id = $2 ORDER BY c.credit_id)sql"};
std::vector<Credit> credits_of(db::ReadTx& tx, ShopId shop, OrderId order) { return tx.all<Credit>(select_credits_of_order, shop, order); }

const db::Sql update_credit_sql{"creators.update_credit", R"sql(
    UPDATE creators_credits SET state = $3, changed_at = $4 WHERE author_id = $1 AND credit_id = $2 AND state = $5)sql"};
bool update_credit(db::Tx& tx, const Credit& c, CreditState from)
{
    return tx.exec(update_credit_sql, c.author, c.id, c.state, c.changed_at, from) == 1;
}

const db::Sql insert_credit_move{"creators.insert_credit_move", R"sql(
    INSERT INTO creators_credit_moves (author_id, credit_id, move_id, from_state, to_state, why, at) VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
void insert_move(db::Tx& tx, const Credit& c, std::int64_t id, CreditState from, std::string_view why, Instant at)
{
    tx.put(insert_credit_move, c.author, c.id, id, from, c.state, why, at);
}

const db::Sql select_credits{"creators.select_credits", R"sql(
    SELECT author_id, credit_id, shop_id, order_id, sku_id, product_id, buyer_id, note_id, first_note_id, first_at, last_note_id, last_at, pieces,
           base, rate, commission, platform_part, state, placed_at, changed_at
      FROM creators_credits
     WHERE author_id = $1 AND credit_id < $2 AND (CAST($3 AS text) IS NULL OR state = $3) ORDER BY credit_id DESC LIMIT $4)sql"};
std::vector<Credit> list_credits(db::ReadTx& tx, UserId author, std::optional<CreditState> state, CreditId before, std::int64_t limit)
{
    return tx.all<Credit>(select_credits, author, before, state, limit);
}

const db::Sql upsert_earning{"creators.add_earning", R"sql(
    INSERT INTO creators_earnings (author_id, state, credits, amount) VALUES ($1, $2, $3, $4)
    ON CONFLICT (author_id, state) DO UPDATE SET credits = creators_earnings.credits + $3, amount = creators_earnings.amount + $4)sql"};
void add_earning(db::Tx& tx, UserId author, const Earning& delta) { tx.put(upsert_earning, author, delta.state, delta.credits, delta.amount); }

const db::Sql select_earnings{"creators.select_earnings", "SELECT state, credits, amount FROM creators_earnings WHERE author_id = $1"};
std::vector<Earning> earnings(db::ReadTx& tx, UserId author) { return tx.all<Earning>(select_earnings, author); }

const db::Sql upsert_note_sales{"creators.add_note_sales", R"sql(
    INSERT INTO creators_note_sales (shop_id, product_id, note_id, author_id, views, clicks, shares, orders, paid, refunded, pieces, sold,
                                     returned, commission, shown)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    ON CONFLICT (shop_id, product_id, note_id) DO UPDATE SET
        views = creators_note_sales.views + $5, clicks = creators_note_sales.clicks + $6, shares = creators_note_sales.shares + $7,
        orders = creators_note_sales.orders + $8, paid = creators_note_sales.paid + $9, refunded = creators_note_sales.refunded + $10,
        pieces = creators_note_sales.pieces + $11, sold = creators_note_sales.sold + $12, returned = creators_note_sales.returned + $13,
        commission = creators_note_sales.commission + $14, shown = creators_note_sales.shown + $15)sql"};
void add_note_sales(db::Tx& tx, ShopId shop, const NoteSales& d)
{
    tx.put(upsert_note_sales, shop, d.product, d.note, d.author, d.views, d.clicks, d.shares, d.orders, d.paid, d.refunded, d.pieces, d.sold,
           d.returned, d.commission, d.shown);
}

const db::Sql select_note_sales{"creators.select_note_sales", R"sql(
    SELECT product_id, note_id, author_id, shown, views, clicks, shares, orders, paid, refunded, pieces, sold, returned, commission
      FROM creators_note_sales
     WHERE shop_id = $1 AND (product_id, note_id) > ($3, $4) AND (CAST($2 AS bigint) IS NULL OR product_id = $2)
     ORDER BY product_id, note_id LIMIT $5)sql"};
std::vector<NoteSales> list_note_sales(db::ReadTx& tx, ShopId shop, std::optional<ProductId> product, ProductId after_product, NoteId after_note,
                                       std::int64_t limit)
{
    return tx.all<NoteSales>(select_note_sales, shop, product, after_product, after_note, limit);
}

const db::Sql select_author_sales{"creators.select_author_sales", R"sql(
    SELECT author_id, count(DISTINCT note_id), CAST(sum(shown) AS bigint), CAST(sum(views) AS bigint), CAST(sum(clicks) AS bigint),
           CAST(sum(orders) AS bigint), CAST(sum(paid) AS bigint), CAST(sum(refunded) AS bigint), CAST(sum(sold) AS bigint),
           CAST(sum(returned) AS bigint), CAST(sum(commission) AS bigint)
      FROM creators_note_sales WHERE shop_id = $1 AND author_id > $2 GROUP BY author_id ORDER BY author_id LIMIT $3)sql"};
std::vector<AuthorSales> list_author_sales(db::ReadTx& tx, ShopId shop, UserId after, std::int64_t limit)
{
    return tx.all<AuthorSales>(select_author_sales, shop, after, limit);
}

}  // namespace meadow::creators::store
