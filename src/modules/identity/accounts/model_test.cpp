#include "modules/identity/accounts/model.hpp"

#include <gtest/gtest.h>

namespace meadow::identity {

TEST(Contact, is_read_as_people_type_it)
{
    struct Row { const char* typed; const char* understood; };
    for (const Row& row : {Row{"Ann@Example.ORG", "ann@example.org"}, Row{"a.b+c@mail.example.org", "a.b+c@mail.example.org"},
                           Row{"13800138000", "+8613800138000"}, Row{"138-0013-8000", "+8613800138000"}, Row{"+44 20 7946 0958", "+442079460958"}}) {
        const auto contact = parse_contact(row.typed);
        ASSERT_TRUE(contact) << row.typed;
        EXPECT_EQ(contact->address, row.understood);
    }
    for (const char* wrong : {"", "ann", "@example.org", "ann@", "ann@example", "ann@@example.org", "ann@.org", "a b@example.org", "12345",
                              "23800138000", "+1234567", "+1234567890123456", "1380013800x"})
        EXPECT_FALSE(parse_contact(wrong)) << wrong;
}

TEST(Handle, holds_letters_of_any_script_digits_and_underscores)
{
    for (const char* good : {"ann", "小红", "ann_2", "a1"}) EXPECT_TRUE(well_formed_handle(good)) << good;
    for (const char* bad : {"a b", "123", "a-b", "a@b", "a.b"}) EXPECT_FALSE(well_formed_handle(bad)) << bad;
    EXPECT_EQ(fold_handle("AnN"), fold_handle("ann"));
    EXPECT_TRUE(well_formed_handle(default_handle(UserId{123456789})));
}

}  // namespace meadow::identity
