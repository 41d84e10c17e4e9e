#include "http/compress.hpp"

#include <gtest/gtest.h>

#include "http/fields.hpp"

namespace meadow::http {
namespace {

const std::string prose = [] {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "note " + std::to_string(i * 7919) + " in the meadow\n";
    return text;
}();

TEST(AcceptEncoding, is_read_with_its_quality_values)
{
    for (const char* yes : {"gzip", "GZIP", "deflate, gzip", "br;q=1.0, gzip;q=0.8", "x-gzip", "*", "identity;q=0, *;q=0.5", "gzip;q=1.E15", "gzip;q=inf"})
        EXPECT_TRUE(accepts_gzip(yes)) << yes;
    for (const char* no : {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "gzipped", "gzip;q=nan", "gzip;q=-1"})
        EXPECT_FALSE(accepts_gzip(no)) << no;
}

TEST(Gzip, comes_back_as_it_went)
{
    std::string packed = gzip(prose);
    ASSERT_LT(packed.size(), prose.size() / 2);
    EXPECT_EQ(inflate("gzip", packed, prose.size()), Inflated::ok);
    EXPECT_EQ(packed, prose);
    EXPECT_EQ(gzip("ab"), "") << "what would grow is not compressed";
    EXPECT_EQ(gzip(""), "");
}

TEST(Inflate, reads_deflate_with_and_without_the_zlib_frame)
{
    // "meadow" as a stored block: raw, and framed by zlib's header and Adler-32.
    const std::string raw("\x01\x06\x00\xf9\xffmeadow", 11);
    const std::string framed = std::string("\x78\x01", 2) + raw + std::string("\x08\x92\x02\x7e", 4);
    std::string body = raw;
    EXPECT_EQ(inflate("deflate", body, 100), Inflated::ok);
    EXPECT_EQ(body, "meadow");
    body = framed;
    EXPECT_EQ(inflate("Deflate", body, 100), Inflated::ok);
    EXPECT_EQ(body, "meadow");
}

TEST(Inflate, stops_at_the_cap_and_at_bombs)
{
    std::string packed = gzip(prose);
    EXPECT_EQ(inflate("gzip", packed, prose.size() - 1), Inflated::too_large);
    std::string bomb = gzip(std::string(8 * 1024 * 1024, 'a'));
    EXPECT_EQ(inflate("gzip", bomb, 100 * 1024 * 1024), Inflated::too_large) << "grows by more than inflate_ratio_cap";
}

TEST(Inflate, refuses_damage_and_bytes_behind_the_end)
{
    std::string packed = gzip(prose);
    std::string cut = packed.substr(0, packed.size() / 2);
    EXPECT_EQ(inflate("gzip", cut, 1'000'000), Inflated::damaged);
    std::string longer = packed + "x";
    EXPECT_EQ(inflate("gzip", longer, 1'000'000), Inflated::damaged);
    std::string text = "not compressed";
    EXPECT_EQ(inflate("gzip", text, 1'000'000), Inflated::damaged);
    EXPECT_EQ(inflate("br", text, 1'000'000), Inflated::unknown_encoding);
    EXPECT_EQ(inflate("identity", text, 1'000'000), Inflated::ok);
}

TEST(Fields, etags_are_compared_weakly_within_lists)
{
    EXPECT_TRUE(names_etag("*", "\"a\""));
    EXPECT_TRUE(names_etag("\"x\", W/\"a\"", "\"a\""));
    EXPECT_TRUE(names_etag("\"a\"", "W/\"a\""));
    EXPECT_TRUE(names_etag("\"x,y\", \"a\"", "\"a\""));
    EXPECT_FALSE(names_etag("\"ab\"", "\"a\""));
    EXPECT_FALSE(names_etag("", "\"a\""));
    EXPECT_FALSE(names_etag("a", "\"a\""));
}

}  // namespace
}  // namespace meadow::http
