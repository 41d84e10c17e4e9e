#pragma once
#include "modules/discovery/feeds/feed.hpp"

namespace meadow::discovery {

struct ListTopicNotes {
    Text<1, 30> topic;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
    std::optional<bool> explain;
};
BOOST_DESCRIBE_STRUCT(ListTopicNotes, (), (topic, cursor, limit, explain))

struct ListShopNotes {
    ShopId shop;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
    std::optional<bool> explain;
};
BOOST_DESCRIBE_STRUCT(ListShopNotes, (), (shop, cursor, limit, explain))

struct ListProductNotes {
    ProductId product;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
    std::optional<bool> explain;
};
BOOST_DESCRIBE_STRUCT(ListProductNotes, (), (product, cursor, limit, explain))

struct ListPersonNotes {
    UserId user;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
    std::optional<bool> explain;
};
BOOST_DESCRIBE_STRUCT(ListPersonNotes, (), (user, cursor, limit, explain))

// Public notes, newest first. Of what does not exist there are none.
Result<FeedPage> list_topic_notes(ReadCtx&, const ListTopicNotes&);        // that speak of a #topic
Result<FeedPage> list_shop_notes(ReadCtx&, const ListShopNotes&);          // that pin something the shop sells
Result<FeedPage> list_product_notes(ReadCtx&, const ListProductNotes&);    // that pin a product
Result<FeedPage> list_person_notes(ReadCtx&, const ListPersonNotes&);      // by a person

}  // namespace meadow::discovery
