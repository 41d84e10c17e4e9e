// A write that is sent again is not done again.
#include "http/router_test.hpp"

namespace meadow::http {
namespace {

const db::Sql insert_mark{"test.insert_keyed_mark", "INSERT INTO marks (id, what) VALUES ($1, $2)"};
const db::Sql count_marks{"test.count_keyed_marks", "SELECT count(*) FROM marks"};
const db::Sql count_answers{"test.count_answers", "SELECT count(*) FROM http_idempotency"};

const RefusalKind tired{"test.tired", 409, "Not now"};

struct Mark {
    std::string what;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (what))

struct Made {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Made, (), (number))

bool tired_now = false;

Result<Made> mark(WriteCtx& ctx, const Mark& in)
{
    const std::int64_t number = *ctx.tx.one<std::int64_t>(count_marks) + 1;
    ctx.tx.exec(insert_mark, number, in.what);
    if (tired_now) return refuse(tired);
    ctx.reply.header("X-Number", std::to_string(number));
    return Made{number};
}

struct Proof {};
Result<Proof> only_the_first(ReadCtx& ctx, const Mark&)
{
    if (*ctx.tx.one<std::int64_t>(count_marks) > 0) return refuse(tired);  // refuses because of its own first effect
    return Proof{};
}
Result<Made> mark_with_proof(WriteCtx& ctx, const Mark& in, const Proof&) { return mark(ctx, in); }

class Keys : public RouterTest {
protected:
    void SetUp() override
    {
        tired_now = false;
        on().post("/v1/marks", needs(Scope::anyone), mark).created();
        on().post("/v1/proven", needs(Scope::user), only_the_first, mark_with_proof);
        on().post("/v1/must", needs(Scope::user), mark).requires_key();
        on().post("/v1/secret", needs(Scope::user), mark).holds_secret();
        // Another process answers the same key while this one is still at work.
        on().post("/v1/raced", needs(Scope::user), +[](WriteCtx& ctx, const Mark&) -> Result<Made> {
            idempotency::keep(ctx.tx, ctx.ids.next(), ctx.who.user, "key-12345", {1, 200, "[]", "{}"}, ctx.now);
            return Made{7};
        });
    }
    Response post(const std::string& target, std::string_view who, const std::string& key, const std::string& what = "x")
    {
        return send(with(request(Method::post, target, who, R"({"what":")" + what + "\"}"), "Idempotency-Key", key));
    }
    std::int64_t number(const db::Sql& sql)
    {
        return read<std::int64_t>([&](db::ReadTx& tx) { return *tx.one<std::int64_t>(sql); });
    }
};

TEST_F(Keys, the_same_request_gets_the_same_answer_and_is_not_done_again)
{
    const Response first = post("/v1/marks", "ada", "key-12345");
    const Response again = post("/v1/marks", "ada", "key-12345");
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.content_type, first.content_type);
    EXPECT_EQ(header(again, "X-Number"), "1");
    EXPECT_EQ(header(first, "Idempotency-Replayed"), "");
    EXPECT_EQ(header(again, "Idempotency-Replayed"), "true");
    EXPECT_EQ(number(count_marks), 1);
}

TEST_F(Keys, another_request_with_the_same_key_is_refused)
{
    post("/v1/marks", "ada", "key-12345");
    const Response other = post("/v1/marks", "ada", "key-12345", "y");
    EXPECT_EQ(other.status, 422);
    EXPECT_TRUE(says(other, "http.idempotency_key_reused"));
    EXPECT_TRUE(says(post("/v1/must", "ada", "key-12345"), "http.idempotency_key_reused"));
    EXPECT_EQ(number(count_marks), 1);
}

TEST_F(Keys, a_key_is_its_callers_own)
{
    EXPECT_EQ(post("/v1/marks", "ada", "key-12345").body, R"({"number":1})");
    EXPECT_EQ(post("/v1/marks", "bo", "key-12345").body, R"({"number":2})");
}

TEST_F(Keys, a_refusal_is_not_kept_so_the_request_may_be_tried_again)
{
    tired_now = true;
    EXPECT_EQ(post("/v1/marks", "ada", "key-12345").status, 409);
    EXPECT_EQ(number(count_answers), 0);
    tired_now = false;
    EXPECT_EQ(post("/v1/marks", "ada", "key-12345").status, 201);
    EXPECT_EQ(number(count_marks), 1);
}

TEST_F(Keys, a_preparation_that_refuses_its_own_effect_still_replays)
{
    EXPECT_EQ(post("/v1/proven", "ada", "key-12345").status, 200);
    const Response again = post("/v1/proven", "ada", "key-12345");
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(header(again, "Idempotency-Replayed"), "true");
    EXPECT_EQ(post("/v1/proven", "ada", "key-99999").status, 409);
}

TEST_F(Keys, while_the_first_still_runs_elsewhere_the_second_is_told_so)
{
    const Response answer = post("/v1/raced", "ada", "key-12345");
    EXPECT_EQ(answer.status, 409);
    EXPECT_TRUE(says(answer, "http.idempotency_key_in_flight"));
    EXPECT_EQ(number(count_answers), 0) << "and leaves nothing of its own";
}

TEST_F(Keys, are_asked_for_where_they_are_needed_and_must_be_well_formed)
{
    EXPECT_TRUE(says(send(request(Method::post, "/v1/must", "ada", R"({"what":"x"})")), "http.idempotency_key_missing"));
    for (const char* key : {"short", "with space 1", "with/slash/1", "ümlaut-1234", "a2345678901234567890123456789012345678901234567890123456789012345"})
        EXPECT_TRUE(says(post("/v1/marks", "ada", key), "http.idempotency_key_malformed")) << key;
    EXPECT_EQ(number(count_marks), 0);
}

TEST_F(Keys, an_answer_that_holds_a_secret_is_never_written_down)
{
    post("/v1/secret", "ada", "key-12345");
    post("/v1/secret", "ada", "key-12345");
    EXPECT_EQ(number(count_answers), 0);
    EXPECT_EQ(number(count_marks), 2);
}

TEST_F(Keys, are_forgotten_after_their_time_in_bounded_bites)
{
    for (int i = 0; i < 5; ++i) post("/v1/marks", "ada", "key-0000" + std::to_string(i));
    clock_.advance(1h);
    post("/v1/marks", "ada", "key-later");
    std::int64_t gone = 0;
    const auto forget = [&] { write([&](WriteCtx& ctx) { gone = idempotency::forget_before(ctx.tx, ctx.now - 30min, 3); }); };
    forget();
    EXPECT_EQ(gone, 3);
    forget();
    EXPECT_EQ(gone, 2);
    forget();
    EXPECT_EQ(gone, 0);
    EXPECT_EQ(number(count_answers), 1);
    EXPECT_EQ(header(post("/v1/marks", "ada", "key-later"), "Idempotency-Replayed"), "true");
}

}  // namespace
}  // namespace meadow::http
