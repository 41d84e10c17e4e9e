// meadow user, beside the town's server.
#include "app/front.hpp"
#include "modules/identity/accounts/find_account.hpp"
#include "modules/identity/accounts/list_accounts.hpp"
#include "support/command.hpp"
#include "support/postgres.hpp"
#include "support/town.hpp"

namespace meadow::app {
namespace {

using testing::Outcome;

// Commands find a Town's SQLite files in its directory. On PostgreSQL see the last test.
class UserCommand : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (town_.database().engine() == db::Engine::postgres) GTEST_SKIP() << "this run is PostgreSQL's";
    }
    Outcome user(std::vector<std::string> words)
    {
        words.insert(words.begin(), "user");
        words.insert(words.end(), {"--data", town_.directory()});
        return testing::runs(words);
    }
    Town town_{text(jobs::SystemClock{}.now())};  // commands live by the machine's clock
};

std::string token_in(const std::string& said)
{
    const std::size_t at = said.find('#');
    return at == std::string::npos ? "" : said.substr(at + 1, said.find('\n', at) - at - 1);
}

TEST_F(UserCommand, opens_an_account_whose_owner_chooses_the_password)
{
    const Outcome added =
        user({"add", "Boss@Example.org", "--name", "老板", "--handle", "boss", "--role", "operator", "--reason", "founder"});
    ASSERT_EQ(added.code, 0) << added.complaint;
    town_.guest().post("/v1/password-resets", R"({"token":")" + token_in(added.said) + R"(","password":"battery staple"})").is(204);
    const auto in = town_.guest().post("/v1/sessions", R"({"address":"boss@example.org","password":"battery staple"})").is(201);
    Person boss(town_, in.text("/user"), in.text("/token"));
    boss.get("/v1/session").is(200).says("/roles/0", "operator");
    town_.settles();
    boss.get("/v1/audit?subject=" + boss.id())
        .is(200)
        .counts("/items", 2)
        .says("/items/0/action", "identity.give_link")
        .says("/items/1/action", "identity.grant_operator")
        .says("/items/1/reason", "founder")
        .says("/items/1/address", "the machine's operator");
    EXPECT_TRUE(user({"list", "--role", "operator"}).says("boss"));
    const Outcome twice = user({"add", "boss@example.org"});
    EXPECT_EQ(twice.code, 1);
    EXPECT_TRUE(twice.complains("exists already")) << twice.complaint;
}

TEST_F(UserCommand, prints_links_that_lead_to_a_page)
{
    town_.person("ada");
    const Outcome given = user({"link", "ada"});
    EXPECT_TRUE(given.says("/reset-password#usr_")) << given.said;
    const Front front(town_.meadow(), {});
    const auto page = town_.guest().get("/reset-password").is(200).response();
    EXPECT_NE((page.shared_body ? *page.shared_body : page.body).find("/reset-password.js"), std::string::npos);
    town_.guest().get("/reset-password.js").is(200);
}

TEST_F(UserCommand, knows_people_by_all_their_names)
{
    auto ada = town_.person("ada");
    town_.person("bo");
    for (const std::string& name : {std::string("ada"), std::string("@Ada"), std::string("ADA@example.org"), ada.id()}) {
        const Outcome shown = user({"show", name});
        EXPECT_EQ(shown.code, 0) << shown.complaint;
        EXPECT_TRUE(shown.says(ada.id())) << name << ": " << shown.said;
    }
    EXPECT_TRUE(user({"list"}).says("bo"));
    EXPECT_FALSE(user({"list", "--role", "moderator"}).says("bo"));
    const Outcome unknown = user({"show", "nobody_here"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_TRUE(unknown.complains("nobody_here")) << unknown.complaint;
}

TEST_F(UserCommand, grants_and_revokes_roles_and_says_so_in_the_audit_log)
{
    auto ada = town_.person("ada");
    EXPECT_EQ(user({"grant", "ada", "operator", "--reason", "runs the town"}).code, 0);
    town_.settles();
    ada.get("/v1/session").is(200).says("/roles/0", "operator");
    ada.get("/v1/audit?subject=" + ada.id()).is(200).says("/items/0/reason", "runs the town");
    EXPECT_EQ(user({"revoke", "ada", "operator"}).code, 0);
    ada.get("/v1/session").is(200).counts("/roles", 0);
    EXPECT_TRUE(user({"grant", "ada", "king"}).complains("creator, moderator or operator"));
}

TEST_F(UserCommand, suspends_and_restores)
{
    auto ada = town_.person("ada");
    EXPECT_EQ(user({"suspend", "ada", "--reason", "spam"}).code, 0);
    town_.settles();
    ada.get("/v1/me").is_refused("base.not_signed_in");
    EXPECT_TRUE(user({"show", "ada"}).says("suspended"));
    EXPECT_EQ(user({"restore", "ada", "--reason", "a mistake"}).code, 0);
    town_.settles();
    EXPECT_TRUE(user({"show", "ada"}).says("active"));
}

TEST_F(UserCommand, gives_the_first_operators_link_as_long_as_there_is_none)
{
    const Outcome given = user({"first-operator"});
    ASSERT_EQ(given.code, 0) << given.complaint;
    const std::string body =
        R"({"token":")" + token_in(given.said) + R"(","address":"boss@example.org","password":"battery staple","name":"boss"})";
    town_.guest().post("/v1/first-operator", body).is(201);
    EXPECT_TRUE(user({"first-operator"}).complains("has its first operator"));
}

TEST_F(UserCommand, makes_no_town_where_there_is_none)
{
    const std::string nowhere = town_.directory() + "/nowhere";
    const Outcome lost = testing::runs({"user", "list", "--data", nowhere});
    EXPECT_EQ(lost.code, 1);
    EXPECT_TRUE(lost.complains("there is no town"));
    EXPECT_FALSE(std::filesystem::exists(nowhere));
}

TEST(UserCommandOnPostgres, works_without_a_server_running)
{
    const testing::OwnPostgres server;
    if (!server) GTEST_SKIP() << "MEADOW_TEST_POSTGRES names no PostgreSQL server";
    ASSERT_EQ(testing::runs({"migrate", "--config", server.config()}).code, 0);
    EXPECT_EQ(testing::runs({"user", "add", "boss@example.org", "--handle", "boss", "--config", server.config()}).code, 0);
    EXPECT_EQ(testing::runs({"user", "grant", "boss", "operator", "--config", server.config()}).code, 0);
    const Outcome operators = testing::runs({"user", "list", "--role", "operator", "--config", server.config()});
    EXPECT_TRUE(operators.says("boss")) << operators.said << operators.complaint;
    EXPECT_TRUE(testing::runs({"books", "--config", server.config()}).says("In order: 0 entries"));
}

}  // namespace
}  // namespace meadow::app
