#include "http/proxy.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace meadow::http {
namespace {

TEST(TrustedProxies, know_networks_of_both_families)
{
    const TrustedProxies proxies({"10.0.0.0/8", "192.168.1.7", "2001:db8::/33", "::1"});
    for (const char* inside : {"10.255.0.1", "192.168.1.7", "2001:db8:7fff::1", "::1", "::ffff:10.1.1.1"})
        EXPECT_TRUE(proxies.trusts(inside)) << inside;
    for (const char* outside : {"11.0.0.1", "192.168.1.8", "2001:db8:8000::1", "::2", "localhost", ""})
        EXPECT_FALSE(proxies.trusts(outside)) << outside;
    EXPECT_TRUE(TrustedProxies({"0.0.0.0/0"}).trusts("8.8.8.8"));
    EXPECT_FALSE(TrustedProxies({"0.0.0.0/0"}).trusts("2001:db8::1"));
    EXPECT_FALSE(TrustedProxies({}).trusts("127.0.0.1"));
}

TEST(TrustedProxies, refuse_what_is_not_a_network)
{
    for (const char* text : {"", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::1/129", "proxy.local", "10.0.0/8"})
        EXPECT_THROW(TrustedProxies({text}), std::invalid_argument) << text;
}

Request introduced(const std::vector<Header>& headers)
{
    Request request;
    request.headers = headers;
    TrustedProxies({"10.0.0.0/8"}).introduce("10.0.0.1", request);
    return request;
}

TEST(TrustedProxies, the_client_is_the_right_most_untrusted_address)
{
    EXPECT_EQ(introduced({}).remote, "10.0.0.1");
    EXPECT_EQ(introduced({{"X-Forwarded-For", "1.2.3.4"}}).remote, "1.2.3.4");
    EXPECT_EQ(introduced({{"X-Forwarded-For", "6.6.6.6, 1.2.3.4, 10.0.0.2"}}).remote, "1.2.3.4");
    EXPECT_EQ(introduced({{"X-Forwarded-For", "6.6.6.6"}, {"x-forwarded-for", "1.2.3.4"}}).remote, "1.2.3.4");
    EXPECT_EQ(introduced({{"X-Forwarded-For", "1.2.3.4:555"}}).remote, "1.2.3.4");
    EXPECT_EQ(introduced({{"X-Forwarded-For", "[2001:db8::1]:555"}}).remote, "2001:db8::1");
    EXPECT_EQ(introduced({{"X-Forwarded-For", "1.2.3.4, nonsense, 10.0.0.2"}}).remote, "10.0.0.2");
    EXPECT_EQ(introduced({{"X-Forwarded-For", "10.0.0.3"}}).remote, "10.0.0.3");
}

TEST(TrustedProxies, say_whether_TLS_was_used_and_which_request_it_is)
{
    EXPECT_TRUE(introduced({{"X-Forwarded-Proto", "https"}}).secure);
    EXPECT_TRUE(introduced({{"X-Forwarded-Proto", "http, HTTPS"}}).secure);
    EXPECT_FALSE(introduced({{"X-Forwarded-Proto", "https, http"}}).secure);
    EXPECT_EQ(introduced({{"X-Request-Id", "abc-1.2_3"}}).id, "abc-1.2_3");
    EXPECT_EQ(introduced({{"X-Request-Id", "a b"}}).id, "");
    EXPECT_EQ(introduced({{"X-Request-Id", std::string(65, 'a')}}).id, "");
}

}  // namespace
}  // namespace meadow::http
