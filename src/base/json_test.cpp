// Reading is strict, and everything that is wrong is told at once.
#include "base/json.hpp"

#include <gtest/gtest.h>

#include "base/ids.hpp"

namespace meadow {
namespace {

enum class Size : std::uint8_t { small, large };
BOOST_DESCRIBE_ENUM(Size, small, large)

struct Part {
    Whole<1, 9> count;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Part, (), (count, name))

struct Order {
    UserId buyer;
    Text<2, 5> note;
    Size size{};
    Instant at;
    std::optional<Part> gift;
    List<Part, 3, 1> parts;
    bool paid = false;
    double weight = 0;
};
BOOST_DESCRIBE_STRUCT(Order, (), (buyer, note, size, at, gift, parts, paid, weight))

struct Nest {
    std::vector<Nest> inner;
};
BOOST_DESCRIBE_STRUCT(Nest, (), (inner))

std::vector<std::string> faults_of(std::string_view json)
{
    Order order;
    std::vector<std::string> out;
    for (const FieldFault& fault : read_json(json, describe<Order>(), &order)) out.push_back(fault.where);
    return out;
}

using Pointers = std::vector<std::string>;

const std::string good = R"({"buyer":"usr_0000000000001","note":"abc","size":"small","at":"2030-11-11T20:00:00Z","paid":true,"weight":1.5,"parts":[{"count":1,"name":""}]})";

TEST(ReadJson, takes_what_fits)
{
    EXPECT_EQ(faults_of(good), Pointers{});
}

TEST(ReadJson, names_every_fault_with_its_pointer)
{
    EXPECT_EQ(faults_of(R"({"buyer":"shp_0000000000001","note":"a","size":"huge","at":"noon","paid":"yes","weight":"heavy","parts":[{"count":0,"name":""},{"count":1.5,"name":7}],"extra":1})"),
              (Pointers{"/buyer", "/note", "/size", "/at", "/paid", "/weight", "/parts/0/count", "/parts/1/count", "/parts/1/name", "/extra"}));
    EXPECT_EQ(faults_of("{}"), (Pointers{"/buyer", "/note", "/size", "/at", "/parts", "/paid", "/weight"}));
}

TEST(ReadJson, bounds_its_list_of_faults)
{
    std::string many = "{";
    for (int i = 0; i < 1000; ++i) many += "\"x" + std::to_string(i) + "\":1,";
    many.back() = '}';
    EXPECT_EQ(faults_of(many).size(), JsonLimits{}.faults);
}

TEST(ReadJson, refuses_a_member_that_is_given_twice)
{
    EXPECT_EQ(faults_of(good.substr(0, good.size() - 1) + R"(,"note":"xyz"})"), Pointers{"/note"});
}

TEST(ReadJson, escapes_what_it_shows_of_a_name)
{
    EXPECT_EQ(faults_of(good.substr(0, good.size() - 1) + R"(,"a/b~c":1})"), Pointers{"/a~1b~0c"});
}

TEST(ReadJson, shows_no_control_character_of_a_name)
{
    EXPECT_EQ(faults_of(good.substr(0, good.size() - 1) + ",\"a\\u0000b\\nc\x7F\":1}"), Pointers{"/a?b?c?"});
}

TEST(ReadJson, cuts_a_long_name_between_its_characters)
{
    std::string name;
    for (int i = 0; i < 40; ++i) name += "草";
    const auto where = faults_of(good.substr(0, good.size() - 1) + ",\"x" + name + "\":1}");
    ASSERT_EQ(where.size(), 1u);
    std::string shown = where[0];
    EXPECT_LE(shown.size(), 62u);
    EXPECT_EQ(tidy_text(shown, 0, 100), "") << "it is written into an answer, which is UTF-8";
}

TEST(ReadJson, keeps_no_more_of_a_list_than_its_bound)
{
    Order order;
    std::string parts;
    for (int i = 0; i < 100; ++i) parts += (i > 0 ? "," : "") + std::string(R"({"count":1,"name":""})");
    std::string json = good;
    json.replace(json.find("[{"), json.size() - json.find("[{") - 1, "[" + parts + "]");
    const auto faults = read_json(json, describe<Order>(), &order);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].where, "/parts");
    EXPECT_EQ(order.parts.size(), 3u);
}

TEST(ReadJson, refuses_what_is_not_one_well_formed_object)
{
    for (const char* bad : {"", " ", "null", "1", "[]", "\"x\"", "{", "{}}", "{} {}", "{\"a\":}", "{\"a\" 1}", "{'a':1}", "\xff\xfe", "{\"note\":\"\\ud800\"}",
                            "{\"note\":\"\xc3\x28\"}", "{\"weight\":01}", "{\"weight\":NaN}", "{\"weight\":1e999}"})
        EXPECT_FALSE(faults_of(bad).empty()) << bad;
}

TEST(ReadJson, does_not_follow_a_bomb_into_its_depth)
{
    Nest nest;
    for (const int depth : {15, 17, 1000, 100'000}) {
        std::string bomb;
        for (int i = 0; i < depth; ++i) bomb += "{\"inner\":[";
        for (int i = 0; i < depth; ++i) bomb += "]}";
        EXPECT_FALSE(read_json(bomb, describe<Nest>(), &nest).empty()) << depth;
    }
    EXPECT_FALSE(faults_of(std::string(100'000, '[')).empty());
    EXPECT_FALSE(faults_of(R"({"extra":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}").empty());
}

TEST(ReadScalar, takes_no_number_that_json_cannot_say)
{
    double value = 0;
    for (const char* bad : {"nan", "inf", "-inf", "infinity", "NAN", "1e999", "0x1p3", "", "+1", " 1"})
        EXPECT_NE(read_scalar(bad, describe<double>(), &value), "") << bad;
    EXPECT_EQ(read_scalar("-1.5e3", describe<double>(), &value), "");
    EXPECT_EQ(value, -1500);
}

TEST(ReadScalar, no_offset_leads_out_of_the_years_that_can_be_written)
{
    const TypeInfo& type = describe<Instant>();
    Instant at;
    for (const char* inside : {"9999-12-31T23:59:59.999999Z", "0000-01-01T00:00:00Z", "0000-01-01T01:00:00+01:00"}) {
        EXPECT_EQ(read_scalar(inside, type, &at), "") << inside;
        EXPECT_EQ(parse_instant(text(at)), at) << inside;
    }
    for (const char* outside : {"9999-12-31T23:59:59-00:01", "0000-01-01T00:00:00+00:01"}) EXPECT_NE(read_scalar(outside, type, &at), "") << outside;
}

TEST(ReadScalar, a_line_ends_with_one_line_feed_wherever_it_was_written)
{
    std::string text = "one\r\ntwo\rthree\nfour";
    EXPECT_EQ(tidy_text(text, 0, 100), "");
    EXPECT_EQ(text, "one\ntwo\nthree\nfour");
}

}  // namespace
}  // namespace meadow
