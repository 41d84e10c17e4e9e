#include "modules/identity/codes/mail_text.hpp"

#include <gtest/gtest.h>

namespace meadow::identity {

TEST(MailText, carries_any_script_in_seven_bits)
{
    const std::string text = mail_text({{ContactKind::email, "ada@example.org"}, "123456 是你的验证码", "你好"}, "town@example.org",
                                       *parse_instant("2030-11-11 12:00"));
    EXPECT_NE(text.find("Date: Mon, 11 Nov 2030 12:00:00 +0000\r\n"), std::string::npos);
    EXPECT_NE(text.find("To: <ada@example.org>\r\n"), std::string::npos);
    EXPECT_NE(text.find("Subject: =?UTF-8?B?MTIzNDU2IOaYr+S9oOeahOmqjOivgeeggQ==?=\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("\r\n\r\n5L2g5aW9\r\n"), std::string::npos);
    for (const char c : text) EXPECT_LT(static_cast<unsigned char>(c), 0x80);
}

TEST(MailText, a_long_subject_is_folded_between_letters)
{
    std::string subject;
    for (int i = 0; i < 40; ++i) subject += "草";
    const std::string text = mail_text({{ContactKind::email, "a@b.cn"}, subject, ""}, "t@b.cn", {});
    EXPECT_NE(text.find("?=\r\n =?UTF-8?B?"), std::string::npos);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        EXPECT_LE(end - at, 78u);
        at = end + 2;
    }
}

TEST(MailText, a_subject_cannot_add_a_header)
{
    const std::string text = mail_text({{ContactKind::email, "a@b.cn"}, "hello\r\nBcc: all@b.cn", "x"}, "t@b.cn", {});
    EXPECT_EQ(text.find("Bcc"), std::string::npos);
}

}  // namespace meadow::identity
