// What goods are called, beginning with what comes with Meadow: seed_groups.
#include "modules/discovery/search/words/goods_names.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace meadow::discovery {
namespace {

using Things = std::vector<std::string>;

const GoodsNames& names()
{
    static const GoodsNames built_in{lang::Normaliser{}, {{"花坊", "flower lane"}, {"lancome", "兰蔻家"}}};
    return built_in;
}

}  // namespace

TEST(GoodsNames, a_brand_with_a_kind_behind_it_names_a_thing)
{
    EXPECT_EQ(names().things_in("兰蔻粉底液真好"), (Things{"兰蔻 粉底液"}));
    EXPECT_EQ(names().things_in("lancome的新款粉底, 还有sk-ii 面膜"), (Things{"兰蔻 粉底液", "sk-ii 面膜"}));
    EXPECT_EQ(names().things_in("兰蔻粉底液和兰蔻粉底"), (Things{"兰蔻 粉底液"}));
    EXPECT_EQ(names().things_in("dyson的吹风机"), (Things{"戴森 吹风机"}));
    EXPECT_TRUE(names().things_in("兰蔻。粉底液").empty());                                     // two sentences
    EXPECT_TRUE(names().things_in("兰蔻我听说过很多很多很多次了可是一直没有买粉底液").empty());   // far apart
    EXPECT_TRUE(names().things_in("口红").empty());
    EXPECT_TRUE(names().things_in("macaroni shampoo").empty());                                 // no mac in it
}

TEST(GoodsNames, the_words_that_come_with_meadow_stand_in_sections)
{
    const lang::Normaliser normaliser;
    const auto has = [&](const char* section, const WordGroup& group) {
        const auto all = seed_groups(normaliser, section);
        return std::find(all.begin(), all.end(), group) != all.end();
    };
    EXPECT_TRUE(has("kinds", {"口红", "唇膏"}));
    EXPECT_TRUE(has("brands", {"兰蔻", "lancome"}));
    EXPECT_FALSE(has("kinds", {"兰蔻", "lancome"}));
    EXPECT_TRUE(seed_groups(normaliser, "nothing").empty());
}

TEST(GoodsNames, brands_have_many_names_and_are_shown_by_one)
{
    EXPECT_EQ(names().brand_in("lancome 持妆粉底液"), "兰蔻");
    EXPECT_EQ(names().brand_in("flower lane香水"), "花坊");
    EXPECT_EQ(names().brand_in("兰蔻家小黑瓶"), "兰蔻");   // a further name of one that is known
    EXPECT_FALSE(names().brand_in("手工皂"));
}

}  // namespace meadow::discovery
