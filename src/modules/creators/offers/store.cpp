#include "modules/creators/offers/store.hpp"

namespace meadow::creators::store {

const db::Sql insert_offer_sql{"creators.insert_offer", R"sql(
    INSERT INTO creators_offers (shop_id, offer_id, product_id, author_id, rate, words, until, state, by_id, offered_at, changed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING)sql"};
bool insert_offer(db::Tx& tx, const RateOffer& o)
{
    return tx.exec(insert_offer_sql, o.shop, o.id, o.product, o.author, o.rate, o.words, o.until, o.state, o.by, o.offered_at, o.changed_at) == 1;
}

const db::Sql select_offer{"creators.select_offer", R"sql(
    SELECT shop_id, offer_id, product_id, author_id, rate, words, until, state, by_id, offered_at, changed_at
      FROM creators_offers WHERE shop_id = $1 AND offer_id = $2)sql"};
std::optional<RateOffer> find_offer(db::ReadTx& tx, ShopId shop, OfferId id) { return tx.one<RateOffer>(select_offer, shop, id); }

const db::Sql update_offer{"creators.update_offer", R"sql(
    UPDATE creators_offers SET state = $3, changed_at = $4 WHERE shop_id = $1 AND offer_id = $2 AND state = $5)sql"};
const db::Sql insert_offer_move{"creators.insert_offer_move", R"sql(
    INSERT INTO creators_offer_moves (shop_id, offer_id, move_id, from_state, to_state, by_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
bool move_offer(db::Tx& tx, const RateOffer& o, OfferState from, std::int64_t move, UserId by)
{
    if (tx.exec(update_offer, o.shop, o.id, o.state, o.changed_at, from) != 1) return false;
    tx.put(insert_offer_move, o.shop, o.id, move, from, o.state, by, o.changed_at);
    return true;
}

const db::Sql select_offers_of_shop{"creators.select_offers_of_shop", R"sql(
    SELECT shop_id, offer_id, product_id, author_id, rate, words, until, state, by_id, offered_at, changed_at FROM creators_offers
     WHERE shop_id = $1 AND offer_id < $3 AND (CAST($2 AS text) IS NULL OR state = $2) ORDER BY offer_id DESC LIMIT $4)sql"};
std::vector<RateOffer> offers_of_shop(db::ReadTx& tx, ShopId shop, std::optional<OfferState> state, OfferId before, std::int64_t limit)
{
    return tx.all<RateOffer>(select_offers_of_shop, shop, state, before, limit);
}

const db::Sql select_offers_to{"creators.select_offers_to", R"sql(
    SELECT shop_id, offer_id, product_id, author_id, rate, words, until, state, by_id, offered_at, changed_at FROM creators_offers
     WHERE author_id = $1 AND offer_id < $3 AND (CAST($2 AS text) IS NULL OR state = $2) ORDER BY offer_id DESC LIMIT $4)sql"};
std::vector<RateOffer> offers_to(db::ReadTx& tx, UserId author, std::optional<OfferState> state, OfferId before, std::int64_t limit)
{
    return tx.all<RateOffer>(select_offers_to, author, state, before, limit);
}

// An order may be heard of late: an offer that was accepted before it and ended after it still held.
const db::Sql select_promised{"creators.select_promised_rate", R"sql(
    SELECT o.rate FROM creators_offers o
     WHERE o.shop_id = $1 AND o.author_id = $2 AND o.product_id = $3 AND (o.until = 0 OR o.until >= $4)
       AND EXISTS (SELECT 1 FROM creators_offer_moves m
                    WHERE m.shop_id = o.shop_id AND m.offer_id = o.offer_id AND m.to_state = 'accepted' AND m.at <= $4)
       AND NOT EXISTS (SELECT 1 FROM creators_offer_moves m
                        WHERE m.shop_id = o.shop_id AND m.offer_id = o.offer_id AND m.to_state = 'ended' AND m.at <= $4)
     ORDER BY o.rate DESC LIMIT 1)sql"};
std::optional<Rate> promised_rate(db::ReadTx& tx, ShopId shop, UserId author, ProductId product, Instant at)
{
    return tx.one<Rate>(select_promised, shop, author, product, at);
}

}  // namespace meadow::creators::store
