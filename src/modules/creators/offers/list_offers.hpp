#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/creators/offers/store.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::creators {

struct ListShopOffers {
    ShopId shop;
    std::optional<OfferState> state;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListShopOffers, (), (shop, state, cursor, limit))

struct ListMyOffers {
    std::optional<OfferState> state;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListMyOffers, (), (state, cursor, limit))

struct OfferCard {
    OfferId id;
    OfferState state{};
    ShopId shop;
    std::string shop_name;
    ProductId product;
    std::string product_title;
    std::optional<MediaId> cover;
    std::optional<identity::PersonCard> author;   // absent when they have left
    Rate rate;
    Rate usual;                                   // what the product offers everybody now
    std::string words;
    std::optional<Instant> until;
    Instant offered_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(OfferCard, (), (id, state, shop, shop_name, product, product_title, cover, author, rate, usual, words, until, offered_at, changed_at))

// What a shop has offered, for its staff; what I was offered. Newest first.
Result<Page<OfferCard>> list_shop_offers(ReadCtx&, const ListShopOffers&);
Result<Page<OfferCard>> list_my_offers(ReadCtx&, const ListMyOffers&);

}  // namespace meadow::creators
