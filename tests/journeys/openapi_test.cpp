// The document of the API: what holds for all of it. That answers keep its promises is checked wherever a Town is (support/contract).
#include "http/openapi.hpp"

#include <regex>
#include <set>

#include "support/contract.hpp"
#include "support/town.hpp"

namespace meadow {

TEST(OpenApi, gives_every_type_a_name_of_its_own)
{
    Town town;
    EXPECT_EQ(http::openapi_of(town.meadow().router().routes()).conflicts, std::set<std::string>{})
        << "two types with one name cannot be told apart in the document: rename one";
}

TEST(OpenApi, says_of_every_operation_what_it_is_for_under_a_name_of_its_own)
{
    Town town;
    std::set<std::string> ids;
    for (const http::Route& route : town.meadow().router().routes()) {
        if (route.internal) continue;
        EXPECT_FALSE(route.summary.empty()) << route.pattern << " wants a .says(…)";
        EXPECT_TRUE(ids.insert(http::operation_id(route)).second) << http::operation_id(route);
    }
}

TEST(OpenApi, calls_nothing_by_a_number_that_javascript_cannot_count_to)
{
    Town town;
    const std::string document = http::openapi_of(town.meadow().router().routes()).json;
    const std::regex number(R"re("(id|key)":\s*\{\s*"type":\s*"integer")re");
    std::string found;
    for (auto at = std::sregex_iterator(document.begin(), document.end(), number); at != std::sregex_iterator(); ++at)
        found += document.substr(std::size_t(std::max<std::ptrdiff_t>(0, at->position() - 120)), 200) + "\n";
    EXPECT_EQ(found, "");
}

TEST(OpenApi, catches_an_answer_that_breaks_its_promise)
{
    Town town;
    auto ada = town.person("ada");
    const auto& contract = testing::Contract::of(town.meadow().router());
    http::Request request;
    request.path = "/v1/users/" + ada.id();
    http::Response answer = ada.get(request.path).response();
    EXPECT_EQ(contract.breach(request, answer), "");
    const std::string good = answer.body;
    answer.body.replace(good.find("\"handle\""), 8, "\"handel\"");
    EXPECT_NE(contract.breach(request, answer), "") << "a member under another name";
    answer.body = good;
    answer.body.replace(good.find("usr_"), 4, "shp_");
    EXPECT_NE(contract.breach(request, answer), "") << "another noun's id";
    answer.body = R"({"type":"/problems#x.y","code":"x.y","title":"","status":409})";
    answer.status = 409;
    answer.content_type = "application/problem+json";
    EXPECT_NE(contract.breach(request, answer), "") << "a refusal nobody declared";
}

}  // namespace meadow
