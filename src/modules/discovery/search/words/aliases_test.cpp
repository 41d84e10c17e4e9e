#include "modules/discovery/search/words/aliases.hpp"

#include <gtest/gtest.h>

namespace meadow::discovery {

TEST(Aliases, titles_tell_what_a_brand_is_called)
{
    Aliases aliases;
    for (const char* title : {"l'oreal欧莱雅 男士控油洁面", "l'oreal欧莱雅复颜面霜", "包邮l'oreal欧莱雅水凝套装", "herborist/佰草集平衡面膜", "herborist/佰草集太极泥", "佰草集herborist 新玉润",
                              "mask 面膜补水", "mask 面霜滋润", "mask 眼霜紧致", "spf50防晒霜", "spf50防晒乳", "spf50防晒喷雾", "rare 某某面霜"})
        aliases.read(title);
    const auto found = aliases.found();
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].latin, "herborist");
    EXPECT_EQ(found[0].chinese, "佰草集");
    EXPECT_EQ(found[0].titles, 3u);
    EXPECT_EQ(found[1].latin, "l'oreal");
    EXPECT_EQ(found[1].chinese, "欧莱雅");
}

TEST(Aliases, what_stands_beside_many_names_is_nobodys)
{
    Aliases aliases;
    for (const char* title : {"aaa面膜", "aaa面膜", "aaa面膜", "bbb面膜", "bbb面膜", "bbb面膜", "ccc面膜", "ccc面膜", "ccc面膜"}) aliases.read(title);
    EXPECT_TRUE(aliases.found().empty());
}

}  // namespace meadow::discovery
