// Every route there is, walked by people who have no business there: with other people's ids, without a session, without a proof that
// the request comes from our pages. A new route is walked by itself; where it may answer strangers, it must be named here.
#include <algorithm>
#include <set>

#include "http/tokens.hpp"
#include "support/buying.hpp"
#include "support/paying.hpp"
#include "support/sample.hpp"

namespace meadow {
namespace {

using testing::Bought;
using testing::Buyer;
using testing::Sample;
using testing::Stall;

// Answered to anybody who may ask, whoever owns what the ids name: what is public, and what a person does with the public.
const std::set<std::string, std::less<>> open_to_strangers{
    "GET /v1/handles/{handle}",
    "GET /v1/users/{user}",
    "GET /v1/users/{user}/counts",
    "GET /v1/users/{user}/albums",
    "GET /v1/users/{user}/followers",
    "GET /v1/users/{user}/following",
    "GET /v1/users/{user}/notes",
    "PUT /v1/users/{user}/follow",
    "DELETE /v1/users/{user}/follow",
    "PUT /v1/me/blocks/{user}",
    "DELETE /v1/me/blocks/{user}",
    "GET /v1/shops/{shop}",
    "GET /v1/shops/{shop}/products",
    "GET /v1/shops/{shop}/notes",
    "GET /v1/shops/{shop}/terms",
    "GET /v1/products/{product}/reviews",
    "GET /v1/products/{product}/notes",
    "GET /v1/products/{product}/related",
    "GET /v1/media/{media}",
    "PATCH /v1/me",       // the picture of an avatar may be anybody's: pictures are public
    "POST /v1/reports",   // says nothing about what it is told of
    "POST /v1/touches",   // a hint about what was looked at; what does not exist or may not be seen is dropped
    "POST /v1/views",     // the same
    "POST /v1/search/choices",   // the same: what was chosen teaches search, and shows nothing
    "GET /v1/search/products",   // of one shop
    "POST /v1/feed/answers",  // the same: what the asker thought of something
};

// What nobody but its owner, and who must work with it, may ever read. Each is planted in something private.
constexpr const char* secrets[] = {"hush", "HUSH", "ada@example.org", "lin@example.org", "138 0013 8000", "13800138000"};

std::string name_of_route(const http::Route& route) { return std::string(http::method_name(route.method)) + " " + route.pattern; }

bool has_ids(const TypeInfo& type, int depth = 0)
{
    if (type.shape == Shape::id) return true;
    if (type.shape == Shape::optional || type.shape == Shape::list) return has_ids(type.inner(), depth);
    return depth < 5 && std::any_of(type.members.begin(), type.members.end(), [&](const Member& m) { return has_ids(m.type(), depth + 1); });
}

class Strangers : public ::testing::Test {
protected:
    Strangers()
    {
        town.settles();
        order = testing::bought(ada, stall.shop, stall.skus[0], 1, yuan(99));
        testing::pays_for(town, ada, order);
        const std::string payment = testing::opens_payment(ada, {testing::bought(ada, stall.shop, stall.skus[0], 1, yuan(99))}).payment;
        ada.put("/v1/addresses/" + ada.address,
                R"({"receiver":"hush","phone":"138 0013 8000","province":"上海","city":"上海","district":"徐汇区","detail":"hush"})").is(200);
        ada.post("/v1/cart/lines", R"({"shop":")" + stall.shop + R"(","sku":")" + stall.skus[0] + R"(","count":1,"note":")" + public_note() + "\"}").is(204);
        draft = ada.post("/v1/drafts", R"({"title":"hush","text":"hush"})").is(201).text("/id");
        const std::string album = ada.post("/v1/albums", R"({"name":"hush","open":false})").is(201).text("/id");
        const std::string hidden = ada.post("/v1/notes", R"({"title":"hush","text":"hush","media":[")" + testing::picture(ada, 2) +
                                                            R"("],"visibility":"only_me"})").is(201).text("/id");
        const std::string comment = ada.post("/v1/notes/" + hidden + "/comments", R"({"text":"hush"})").is(201).text("/id");
        town.settles();
        const std::string parcel = lin.post(order.path() + "/parcels", R"({"carrier":"sf","waybill":"HUSH1234567"})").is(201).text("/id");
        town.settles();
        const std::string goods = lin.post("/v1/shops/" + stall.shop + "/products",
                                           R"({"draft":true,"product":)" + testing::product_json("hush", testing::picture(lin, 3), {{"", yuan(1)}}) + "}")
                                      .is(201).text("/id");
        const std::string refund = ada.post(order.path() + "/refunds", R"({"reason":"damaged","words":"hush"})").is(201).text("/id");
        const std::string session = ada.get("/v1/sessions").is(200).text("/0/id");
        const std::string warehouse = lin.get("/v1/shops/" + stall.shop + "/warehouses").is(200).text("/0/id");
        const std::string tapes = testing::picture(ada, 9);  // uploaded, shown nowhere
        theirs.ids = {{"usr", ada.id()}, {"shp", stall.shop}, {"ord", order.order}, {"adr", ada.address}, {"nte", draft}, {"alb", album},
                      {"cmt", comment}, {"pcl", parcel}, {"prd", goods}, {"sku", stall.skus[0]}, {"rfd", refund}, {"pay", payment},
                      {"ses", session}, {"whs", warehouse}, {"med", tapes}};
        theirs.words = {{"month", "2030-11"}, {"day", "2030-11-11"}, {"handle", "ada"}, {"carrier", "sf"}, {"topic", "hush"},
                        {"cursor", ""}, {"owner", ada.id()}, {"state", "closed"}};
        town.settles();
    }
    std::string public_note()
    {
        const std::string note = ada.post("/v1/notes", R"({"title":"秋日","text":"","media":[")" + testing::picture(ada, 1) + R"("]})").is(201).text("/id");
        town.settles();
        return note;
    }

    const std::deque<http::Route>& routes() { return town.meadow().router().routes(); }
    static bool speaks_for_itself(const http::Route& route) { return route.sessionless; }  // proves its right in another way: other tests

    // What its owners see of it. Nothing a stranger does may change a word.
    std::string picture_of_everything()
    {
        const std::string shop = "/v1/shops/" + stall.shop;
        std::string out;
        for (const std::string& target : {std::string("/v1/addresses"), std::string("/v1/cart"), std::string("/v1/orders"), order.path(), order.path() + "/parcels",
                                          std::string("/v1/me"), std::string("/v1/me/contacts"), std::string("/v1/me/notes"), std::string("/v1/me/blocks"),
                                          std::string("/v1/sessions"), "/v1/users/" + ada.id() + "/albums", "/v1/payments/" + theirs.ids["pay"]})
            out += target + " " + ada.get(target).is(200).response().body + "\n";
        for (const std::string& target : {shop, shop + "/goods", shop + "/orders", shop + "/refunds", shop + "/staff", shop + "/stock", shop + "/stock-moves",
                                          shop + "/terms", shop + "/warehouses", shop + "/funds", shop + "/moves", shop + "/packing-slips"})
            out += target + " " + lin.get(target).is(200).response().body + "\n";
        return out;
    }

    static void tells_no_secret(const std::string& who, const http::Route& route, const Answer& answer)
    {
        for (const char* secret : secrets)
            EXPECT_EQ(answer.response().body.find(secret), std::string::npos) << name_of_route(route) << " tells " << who << " " << secret << ": " << answer.response().body;
    }

    Answer ask(const Person& who, http::Request request)
    {
        if (!who.token().empty()) request.headers.push_back({"Authorization", "Bearer " + who.token()});
        return town.send(std::move(request));
    }

    Town town;
    Person lin = town.person("lin");
    Buyer ada = testing::buyer(town, "ada");
    Person mallory = town.person("mallory");
    Stall stall = testing::open_stall(lin, "Lin", {{"红", yuan(99), 10}});
    Bought order;
    std::string draft;
    Sample theirs;
};

}  // namespace

TEST_F(Strangers, a_guest_gets_nothing_that_needs_a_session)
{
    for (const http::Route& route : routes()) {
        if (speaks_for_itself(route)) continue;
        const Answer answer = ask(town.guest(), theirs.request(route));
        if (route.scope != http::Scope::anyone) {
            EXPECT_EQ(answer.response().status, 401) << name_of_route(route) << " " << answer.response().body;
        }
        tells_no_secret("a guest", route, answer);
    }
}

TEST_F(Strangers, a_stranger_gets_nothing_of_anybody_elses_and_changes_nothing)
{
    const std::string before = picture_of_everything();
    for (const http::Route& route : routes()) {
        if (speaks_for_itself(route)) continue;
        if (route.pattern == "/v1/notifications/stream" || route.pattern == "/v1/me/deletion" || route.pattern == "/v1/sessions") continue;
        const Answer answer = ask(mallory, theirs.request(route));
        tells_no_secret("a stranger", route, answer);
        const int status = answer.response().status;
        if (route.scope == http::Scope::moderator || route.scope == http::Scope::operator_) {
            EXPECT_EQ(status, 403) << name_of_route(route);
            continue;
        }
        if (!has_ids(route.verb.in()) || open_to_strangers.count(name_of_route(route)) > 0) continue;
        EXPECT_GE(status, 400) << name_of_route(route) << " " << answer.response().body;
        EXPECT_TRUE(status == 401 || status == 403 || status == 404 || status == 409 || status == 422) << name_of_route(route) << " " << answer.response().body;
    }
    town.settles();
    EXPECT_EQ(picture_of_everything(), before);
}

TEST_F(Strangers, the_owner_of_another_shop_gets_nothing_by_way_of_her_own)
{
    const std::string shop = testing::light_shop(mallory, "Mallory");
    town.settles();
    const std::string before = picture_of_everything();
    Sample mixed = theirs;  // her shop in the address, everything else still somebody else's
    mixed.words["shop"] = shop;
    for (const http::Route& route : routes()) {
        if (speaks_for_itself(route) || route.pattern.find("{shop}") == std::string::npos || route.scope != http::Scope::user) continue;
        const Answer answer = ask(mallory, mixed.request(route));
        tells_no_secret("another shop's owner", route, answer);
        const bool names_more = std::count(route.pattern.begin(), route.pattern.end(), '{') > 1;
        if (names_more && route.pattern.find("{month}") == std::string::npos) {
            const bool empty = answer.response().body == "[]";
            EXPECT_TRUE(answer.response().status >= 400 || empty) << name_of_route(route) << " " << answer.response().body;
        }
    }
    town.settles();
    EXPECT_EQ(picture_of_everything(), before);
}

TEST_F(Strangers, a_product_that_was_never_shown_is_not_pinned_to_be_looked_at)
{
    const std::string pinned = R"({"title":"peek","text":"","media":[")" + testing::picture(mallory, 5) + R"("],"products":[")" + theirs.ids["prd"] + "\"]}";
    mallory.post("/v1/notes", pinned).is(422).faults("/products");
    mallory.post("/v1/drafts", pinned).is(422).faults("/products");
}

TEST_F(Strangers, nothing_is_written_without_a_session_or_with_a_cookie_alone)
{
    const std::string before = picture_of_everything();
    for (const http::Route& route : routes()) {
        if (route.method == http::Method::get || speaks_for_itself(route)) continue;
        http::Request by_cookie = theirs.request(route);
        by_cookie.headers.push_back({"Cookie", "meadow_session=" + ada.token()});
        EXPECT_EQ(town.send(std::move(by_cookie)).response().status, 403) << name_of_route(route);
        http::Request from_elsewhere = theirs.request(route);
        from_elsewhere.headers.push_back({"Cookie", "meadow_session=" + ada.token()});
        from_elsewhere.headers.push_back({"X-CSRF-Token", http::csrf_proof(ada.token())});
        from_elsewhere.headers.push_back({"Sec-Fetch-Site", "cross-site"});
        EXPECT_EQ(town.send(std::move(from_elsewhere)).response().status, 403) << name_of_route(route);
    }
    town.settles();
    EXPECT_EQ(picture_of_everything(), before);
}

}  // namespace meadow
