// What the door promises every verb: who asks is known, what comes in fits, and nothing half-done leaves.
#include "http/router_test.hpp"

#include <future>

#include "http/refusals.hpp"

namespace meadow::http {
namespace {

const db::Sql insert_mark{"test.insert_mark", "INSERT INTO marks (id, what) VALUES ($1, $2)"};
const db::Sql count_marks{"test.count_marks", "SELECT count(*) FROM marks"};

const RefusalKind odd{"test.odd", 409, "Odd numbers are not for us"};

enum class Colour : std::uint8_t { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Mark {
    std::int64_t id = 0;
    Text<1, 5> what;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (id, what))

struct Marks {
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Marks, (), (count))

struct Search {
    UserId user;
    std::optional<Text<1, 3>> q;
    Whole<1, 9> limit = 5;
    std::optional<Colour> colour;
    List<std::int64_t, 3> numbers;
};
BOOST_DESCRIBE_STRUCT(Search, (), (user, q, limit, colour, numbers))

Result<Marks> count(ReadCtx& ctx, const Nothing&) { return Marks{*ctx.tx.one<std::int64_t>(count_marks)}; }
Result<Marks> moment(ReadCtx& ctx, const Nothing&) { return Marks{ctx.now.us}; }
Result<Search> search(ReadCtx&, const Search& in) { return in; }

// Writes first and then looks, so that a refusal has something to take back.
Result<Marks> mark(WriteCtx& ctx, const Mark& in)
{
    ctx.tx.exec(insert_mark, in.id, std::string_view(in.what));
    ctx.reply.header("X-Mark", in.what);
    if (in.id % 2 != 0) return refuse(odd);
    return Marks{*ctx.tx.one<std::int64_t>(count_marks)};
}

Result<Nothing> mark_all_the_same(WriteCtx& ctx, const Mark& in)
{
    ctx.tx.exec(insert_mark, in.id, std::string_view(in.what));
    ctx.reply.keep_writes = true;
    return refuse(odd);
}

Result<Nothing> break_down(WriteCtx& ctx, const Mark& in)
{
    ctx.tx.exec(insert_mark, in.id, std::string_view(in.what));
    if (in.what == "busy") throw db::Fault(db::Fault::Kind::busy, "secret: the queue of disk 7");
    throw std::runtime_error("secret: /var/lib/meadow");
}

Result<Nothing> nothing(ReadCtx&, const Nothing&) { return done(); }

// A route that does not say who may call it is not a program.
template <class Routes>
concept takes_a_route_without_permission = requires(Routes on) { on.get("/v1/marks", nothing); } || requires(Routes on) { on.post("/v1/marks", mark); };
template <class Routes>
concept takes_a_route_with_permission = requires(Routes on) { on.get("/v1/marks", needs(Scope::anyone), nothing); };
static_assert(takes_a_route_with_permission<On> && !takes_a_route_without_permission<On>);

std::string mark_json(std::int64_t id, const std::string& what) { return R"({"id":)" + std::to_string(id) + R"(,"what":")" + what + "\"}"; }

class Door : public RouterTest {
protected:
    std::int64_t marks()
    {
        return read<std::int64_t>([](db::ReadTx& tx) { return *tx.one<std::int64_t>(count_marks); });
    }
};

TEST_F(Door, a_refused_write_leaves_nothing_and_its_headers_are_dropped)
{
    on().post("/v1/marks", needs(Scope::user), mark);
    const Response refused = send(request(Method::post, "/v1/marks", "ada", mark_json(1, "x")));
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(says(refused, "test.odd"));
    EXPECT_EQ(header(refused, "X-Mark"), "");
    EXPECT_EQ(marks(), 0);
    const Response kept = send(request(Method::post, "/v1/marks", "ada", mark_json(2, "x")));
    EXPECT_EQ(kept.status, 200);
    EXPECT_EQ(kept.body, R"({"count":1})");
    EXPECT_EQ(header(kept, "X-Mark"), "x");
    EXPECT_EQ(marks(), 1) << "what was answered is committed";
}

TEST_F(Door, requests_that_arrived_together_read_one_snapshot_and_later_ones_what_was_written_since)
{
    on().get("/v1/marks", needs(Scope::anyone), count);
    on().post("/v1/marks", needs(Scope::user), mark);
    EXPECT_EQ(start(request(Method::get, "/v1/marks"), true).wait().body, R"({"count":0})");
    EXPECT_EQ(start(request(Method::post, "/v1/marks", "ada", mark_json(2, "x")), true).wait().status, 200);
    EXPECT_EQ(send(request(Method::get, "/v1/marks")).body, R"({"count":0})");
    EXPECT_EQ(send(request(Method::get, "/v1/marks")).body, R"({"count":1})");
}

// Who keeps what was read says as of when: never later than the snapshot.
TEST_F(Door, requests_that_share_a_snapshot_are_as_of_its_beginning)
{
    on().get("/v1/moment", needs(Scope::anyone), moment);
    const std::string first = start(request(Method::get, "/v1/moment"), true).wait().body;
    clock_.advance(1s);
    EXPECT_EQ(send(request(Method::get, "/v1/moment")).body, first);
    EXPECT_NE(send(request(Method::get, "/v1/moment")).body, first);
}

TEST_F(Door, a_refusal_may_keep_what_must_not_be_forgotten)
{
    on().post("/v1/marks", needs(Scope::user), mark_all_the_same);
    EXPECT_EQ(send(request(Method::post, "/v1/marks", "ada", mark_json(1, "x"))).status, 409);
    EXPECT_EQ(marks(), 1);
}

TEST_F(Door, a_fault_is_told_with_the_request_id_and_without_its_details)
{
    on().post("/v1/marks", needs(Scope::user), break_down);
    const Response broken = send(request(Method::post, "/v1/marks", "ada", mark_json(1, "x")));
    EXPECT_EQ(broken.status, 500);
    EXPECT_NE(broken.body.find("request-7"), std::string::npos);
    EXPECT_EQ(broken.body.find("secret"), std::string::npos);
    const Response busy = send(request(Method::post, "/v1/marks", "ada", mark_json(2, "busy")));
    EXPECT_EQ(busy.status, 503);
    EXPECT_NE(header(busy, "Retry-After"), "");
    EXPECT_EQ(busy.body.find("secret"), std::string::npos);
    EXPECT_EQ(marks(), 0);
}

TEST_F(Door, a_full_lane_answers_503_and_when_to_come_back)
{
    static std::promise<void> entered;
    static std::promise<void> gate;
    on().post("/v1/hold", needs(Scope::user), +[](WriteCtx&, const Nothing&) -> Result<Nothing> {
        entered.set_value();
        gate.get_future().wait();
        return done();
    });
    on().post("/v1/marks", needs(Scope::user), mark);
    const Asked held = start(request(Method::post, "/v1/hold", "ada"));
    entered.get_future().wait();
    std::vector<Asked> waiting;
    for (std::size_t i = 0; i < lane_options_.queue; ++i)
        waiting.push_back(start(request(Method::post, "/v1/marks", "ada", mark_json(std::int64_t(i) * 2 + 2, "x"))));
    const Response busy = send(request(Method::post, "/v1/marks", "ada", mark_json(100, "x")));
    EXPECT_EQ(busy.status, 503);
    EXPECT_NE(header(busy, "Retry-After"), "");
    gate.set_value();
    EXPECT_EQ(held.wait().status, 204);
    for (const Asked& one : waiting) EXPECT_EQ(one.wait().status, 200);
    EXPECT_EQ(marks(), std::int64_t(lane_options_.queue));
}

TEST_F(Door, a_full_queue_of_passwords_to_hash_answers_503_and_holds_up_nobody_else)
{
    static std::promise<void> entered, gate;
    static const std::shared_future<void> open = gate.get_future().share();
    pool_queue_ = 3;
    on().get("/v1/first", needs(Scope::anyone), +[](ReadCtx&, const Nothing&) -> Result<Nothing> {
        entered.set_value();
        open.wait();
        return done();
    }).hashing();
    on().get("/v1/hash", needs(Scope::anyone), nothing).hashing();
    on().get("/v1/page", needs(Scope::anyone), nothing);
    const Asked held = start(request(Method::get, "/v1/first"));
    entered.get_future().wait();
    std::vector<Asked> waiting;
    for (std::size_t i = 0; i < pool_queue_; ++i) waiting.push_back(start(request(Method::get, "/v1/hash")));
    const Response busy = send(request(Method::get, "/v1/hash"));
    EXPECT_EQ(busy.status, 503);
    EXPECT_NE(header(busy, "Retry-After"), "");
    EXPECT_LT(send(request(Method::get, "/v1/page")).status, 300) << "while all that is still waiting";
    gate.set_value();
    EXPECT_LT(held.wait().status, 300);
    for (const Asked& one : waiting) EXPECT_LT(one.wait().status, 300);
}

TEST_F(Door, lets_in_whom_the_route_names)
{
    on().get("/v1/anyone", needs(Scope::anyone), nothing);
    on().get("/v1/user", needs(Scope::user), nothing);
    on().get("/v1/moderator", needs(Scope::moderator), nothing);
    on().get("/v1/operator", needs(Scope::operator_), nothing);
    struct Row {
        const char* caller;
        int anyone, user, moderator, operator_;
    };
    for (const Row& row : {Row{"", 204, 401, 401, 401}, Row{"a-token-nobody-has", 204, 401, 401, 401}, Row{"ada", 204, 204, 403, 403},
                           Row{"mod", 204, 204, 204, 403}, Row{"op", 204, 204, 204, 204}}) {
        EXPECT_EQ(send(request(Method::get, "/v1/anyone", row.caller)).status, row.anyone) << row.caller;
        EXPECT_EQ(send(request(Method::get, "/v1/user", row.caller)).status, row.user) << row.caller;
        EXPECT_EQ(send(request(Method::get, "/v1/moderator", row.caller)).status, row.moderator) << row.caller;
        EXPECT_EQ(send(request(Method::get, "/v1/operator", row.caller)).status, row.operator_) << row.caller;
    }
}

TEST_F(Door, a_cookie_alone_writes_nothing)
{
    on().post("/v1/marks", needs(Scope::user), mark);
    const auto by_cookie = [](std::int64_t id) {
        return with(request(Method::post, "/v1/marks", "", mark_json(id, "x")), "Cookie", "meadow_session=ada");
    };
    EXPECT_TRUE(says(send(by_cookie(2)), "http.csrf"));
    EXPECT_TRUE(says(send(with(by_cookie(2), "X-CSRF-Token", csrf_proof("bo"))), "http.csrf"));
    EXPECT_TRUE(says(send(with(by_cookie(2), "X-CSRF-Token", "")), "http.csrf"));
    EXPECT_EQ(send(with(by_cookie(2), "X-CSRF-Token", csrf_proof("ada"))).status, 200);
    EXPECT_TRUE(says(send(with(with(by_cookie(4), "X-CSRF-Token", csrf_proof("ada")), "Sec-Fetch-Site", "cross-site")), "http.csrf"));
    EXPECT_EQ(marks(), 1);
}

TEST_F(Door, another_site_cannot_make_a_browser_write_even_where_anyone_may)
{
    on().post("/v1/marks", needs(Scope::anyone), mark);
    for (const char* site : {"cross-site", "same-site"})
        EXPECT_TRUE(says(send(with(request(Method::post, "/v1/marks", "", mark_json(2, "x")), "Sec-Fetch-Site", site)), "http.csrf")) << site;
    EXPECT_EQ(send(with(request(Method::post, "/v1/marks", "", mark_json(2, "x")), "Sec-Fetch-Site", "same-origin")).status, 200);
}

TEST_F(Door, everything_wrong_with_a_body_is_listed_at_once)
{
    on().post("/v1/marks", needs(Scope::user), mark);
    const Response answer = send(request(Method::post, "/v1/marks", "ada", R"({"id":"two","what":"too long","extra":{}})"));
    EXPECT_EQ(answer.status, 422);
    for (const char* pointer : {"/id", "/what", "/extra"})
        EXPECT_NE(answer.body.find("\"pointer\":\"" + std::string(pointer) + "\""), std::string::npos) << answer.body;
    for (const char* body : {"[]", "{", "null", "\"x\"", "{}", "\xff"})
        EXPECT_EQ(send(request(Method::post, "/v1/marks", "ada", body)).status, 422) << body;
    EXPECT_EQ(send(request(Method::post, "/v1/marks?id=2", "ada", mark_json(2, "x"))).status, 422) << "not from the query";
    Request form = request(Method::post, "/v1/marks", "ada");
    form.body = "id=2&what=x";
    EXPECT_EQ(send(with(form, "Content-Type", "application/x-www-form-urlencoded")).status, 415);
    EXPECT_EQ(send(form).status, 415);
    EXPECT_EQ(marks(), 0);
}

TEST_F(Door, everything_wrong_with_an_address_is_listed_at_once)
{
    on().get("/v1/users/{user}/search", needs(Scope::anyone), search);
    const std::string user = text(UserId{7});
    EXPECT_EQ(send(request(Method::get, "/v1/users/" + user + "/search?q=abc&limit=9&colour=green&numbers=1,2,3")).status, 200);
    EXPECT_EQ(send(request(Method::get, "/v1/users/" + user + "/search")).status, 200);
    const Response answer = send(request(Method::get, "/v1/users/usr_7/search?q=abcd&limit=10&colour=blue&numbers=1,2,3,4&page=2&user=" + user));
    EXPECT_EQ(answer.status, 422);
    for (const char* pointer : {"{user}", "?q", "?limit", "?colour", "?numbers", "?page", "?user"})
        EXPECT_NE(answer.body.find("\"pointer\":\"" + std::string(pointer) + "\""), std::string::npos) << pointer << " in " << answer.body;
    EXPECT_EQ(send(request(Method::get, "/v1/users/" + text(ShopId{7}) + "/search")).status, 422) << "the id of another noun";
}

TEST_F(Door, a_query_with_more_pairs_than_anybody_needs_is_refused)
{
    on().get("/v1/users/{user}/search", needs(Scope::anyone), search);
    std::string target = "/v1/users/" + text(UserId{7}) + "/search?";
    for (int i = 0; i < 150; ++i) target += "q=a&";
    EXPECT_EQ(send(request(Method::get, target + "page=2")).status, 422) << "what lies behind the hundredth is not taken unseen";
}

TEST_F(Door, what_is_needed_and_given_empty_is_missing)
{
    on().get("/v1/search", needs(Scope::anyone), search);
    EXPECT_EQ(send(request(Method::get, "/v1/search?user=" + text(UserId{7}))).status, 200);
    for (const char* without : {"/v1/search", "/v1/search?user="}) {
        const Response answer = send(request(Method::get, without));
        EXPECT_EQ(answer.status, 422) << without;
        EXPECT_NE(answer.body.find("?user"), std::string::npos) << answer.body;
    }
}

TEST_F(Door, a_parameter_that_is_given_twice_is_refused)
{
    on().get("/v1/users/{user}/search", needs(Scope::anyone), search);
    EXPECT_EQ(send(request(Method::get, "/v1/users/" + text(UserId{7}) + "/search?numbers=1&numbers=2")).status, 422);
    EXPECT_EQ(send(request(Method::get, "/v1/users/" + text(UserId{7}) + "/search?limit=1&limit=2")).status, 422);
}

TEST_F(Door, an_address_without_that_method_says_which_it_has)
{
    on().get("/v1/marks", needs(Scope::anyone), count);
    const Response wrong = send(request(Method::delete_, "/v1/marks"));
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(header(wrong, "Allow"), "GET, HEAD");
    EXPECT_EQ(send(request(Method::options, "/v1/marks")).status, 204);
    EXPECT_EQ(send(request(Method::head, "/v1/marks")).status, 200);
    EXPECT_EQ(send(request(Method::get, "/v1/nowhere")).status, 404);
}

TEST_F(Door, two_routes_at_one_address_are_a_mistake_of_the_wiring)
{
    on().get("/v1/a/{x}", needs(Scope::anyone), count);
    on().get("/v1/a/{y}", needs(Scope::anyone), nothing);
    EXPECT_THROW(router_->seal(), std::logic_error);
}

TEST_F(Door, slows_down_whoever_asks_too_often)
{
    limits_.address = {1, 5};
    on().get("/v1/marks", needs(Scope::anyone), count);
    const auto from = [&](const char* address) {
        Request one = request(Method::get, "/v1/marks");
        one.remote = address;
        return send(one);
    };
    for (int i = 0; i < 5; ++i) EXPECT_EQ(from("192.0.2.1").status, 200) << i;
    const Response no = from("192.0.2.1");
    EXPECT_EQ(no.status, 429);
    EXPECT_NE(header(no, "Retry-After"), "");
    EXPECT_EQ(from("192.0.2.2").status, 200) << "others are not slowed down";
    clock_.advance(1s);
    EXPECT_EQ(from("192.0.2.1").status, 200);
    EXPECT_EQ(from("192.0.2.1").status, 429);
}

TEST_F(Door, limits_a_person_wherever_they_come_from_and_a_sign_in_by_its_address)
{
    limits_.caller = {1, 3};
    limits_.sign_in = {1, 2};
    on().get("/v1/marks", needs(Scope::user), count);
    on().get("/v1/sign-in", needs(Scope::anyone), count).limited(Limit::sign_in);
    const auto ask = [&](const char* path, const char* who, int address) {
        Request one = request(Method::get, path, who);
        one.remote = "192.0.2." + std::to_string(address);
        return send(one).status;
    };
    for (int i = 0; i < 3; ++i) EXPECT_EQ(ask("/v1/marks", "ada", i), 200);
    EXPECT_EQ(ask("/v1/marks", "ada", 9), 429);
    EXPECT_EQ(ask("/v1/marks", "bo", 9), 200);
    for (int i = 0; i < 2; ++i) EXPECT_EQ(ask("/v1/sign-in", "", 20), 200);
    EXPECT_EQ(ask("/v1/sign-in", "", 20), 429);
    EXPECT_EQ(ask("/v1/sign-in", "", 21), 200);
}

}  // namespace
}  // namespace meadow::http
