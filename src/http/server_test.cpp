// What the server promises over a real socket when clients behave; server_limits_test.cpp has those who do not.
#include <fstream>
#include <thread>

#include "http/compress.hpp"
#include "http/test_client.hpp"

namespace meadow::http {
namespace {

TEST_F(ServerTest, answers_and_keeps_the_connection)
{
    serve();
    auto one = client();
    EXPECT_EQ(one.ask(get("/a%20b?x=1")).body, "GET /a b?x=1 ");
    const auto second = one.ask(post("/c", "body"));
    EXPECT_EQ(second.body, "POST /c? body");
    EXPECT_EQ(second.status, 200);
    EXPECT_EQ(second.header("Server"), "Meadow");
    EXPECT_EQ(second.header("Date").size(), 29u);
    EXPECT_EQ(second.header("X-Request-Id").size(), 16u);
    EXPECT_EQ(server_->figures().accepted, 1u);
    EXPECT_EQ(server_->figures().requests, 2u);
}

TEST_F(ServerTest, closes_when_asked_and_after_HTTP_1_0)
{
    serve();
    auto one = client();
    EXPECT_EQ(one.ask(get("/", "Connection: close\r\n")).header("Connection"), "close");
    EXPECT_TRUE(one.ended());
    auto old = client();
    EXPECT_EQ(old.ask("GET / HTTP/1.0\r\n\r\n").status, 200);
    EXPECT_TRUE(old.ended());
    auto lasting = client();
    EXPECT_EQ(lasting.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").header("Connection"), "keep-alive");
    EXPECT_EQ(lasting.ask("GET / HTTP/1.0\r\n\r\n").status, 200);
}

TEST_F(ServerTest, reads_a_request_that_comes_byte_by_byte)
{
    serve();
    auto slow = client();
    for (const char c :
         post("/slow", "four") + "POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")
        ASSERT_TRUE(slow.send({&c, 1}));
    EXPECT_EQ(slow.read().body, "POST /slow? four");
    EXPECT_EQ(slow.read().body, "POST /b? abc");
}

TEST_F(ServerTest, answers_a_thousand_pipelined_requests_in_order)
{
    serve();
    auto eager = client();
    std::string burst;
    for (int i = 0; i < 1000; ++i) burst += i % 3 == 0 ? post("/" + std::to_string(i), "b") : get("/" + std::to_string(i));
    std::thread writer([&] { eager.send(burst); });
    for (int i = 0; i < 1000; ++i)
        ASSERT_EQ(eager.read().body, (i % 3 == 0 ? "POST /" : "GET /") + std::to_string(i) + "?" + (i % 3 == 0 ? " b" : " "));
    writer.join();
}

TEST_F(ServerTest, lets_the_handler_rest_after_what_arrived_together_and_before_an_answer_leads_on)
{
    std::string turns;
    on_request_ = [&](const Request& request, std::shared_ptr<Responder> responder) {
        turns += request.path;
        if (request.path != "/keep") return responder->answer(text("done"));
        const std::lock_guard lock(mutex_);
        kept_.push_back(std::move(responder));
        arrived_.notify_all();
    };
    on_rest_ = [&] { turns += " rest "; };
    serve();
    auto eager = client();
    eager.send(get("/1") + get("/2") + get("/keep") + get("/3"));
    wait_for_kept(1);
    kept_[0]->answer(text("kept"));
    for (int i = 0; i < 4; ++i) EXPECT_EQ(eager.read().status, 200);
    TearDown();
    EXPECT_EQ(turns, "/1/2/keep rest /3 rest ");
}

// Answers wait for those of their neighbours before they are sent: a client that takes no more for a while loses none.
TEST_F(ServerTest, answers_a_client_that_reads_only_when_it_has_asked_everything)
{
    serve();
    on_request_ = [](const Request& request, const std::shared_ptr<Responder>& responder) {
        responder->answer(text(request.path + std::string(8000, 'x')));
    };
    TestClient shy(server_->port(), 4096);
    auto other = client();
    for (int i = 0; i < 1000; ++i) {   // 8 MB, more than a socket holds
        ASSERT_TRUE(shy.send(get("/" + std::to_string(i))));
        ASSERT_EQ(other.ask(get("/between")).body.size(), 8008u);
    }
    for (int i = 0; i < 1000; ++i) ASSERT_EQ(shy.read().body.substr(0, 6), ("/" + std::to_string(i) + "xxxxx").substr(0, 6));
}

TEST_F(ServerTest, keeps_the_order_when_answers_come_later_from_another_thread)
{
    serve();
    auto eager = client();
    eager.send(get("/keep") + get("/1") + get("/keep") + get("/2"));
    std::thread lane([&] {
        wait_for_kept(1);
        kept_[0]->answer(text("first"));
        wait_for_kept(2);
        kept_[1]->answer(text("third"));
    });
    EXPECT_EQ(eager.read().body, "first");
    EXPECT_EQ(eager.read().body, "GET /1? ");
    EXPECT_EQ(eager.read().body, "third");
    EXPECT_EQ(eager.read().body, "GET /2? ");
    lane.join();
}

TEST_F(ServerTest, takes_a_batch_of_answers_from_a_lane)
{
    ServerOptions options;
    options.io_threads = 2;
    serve(options);
    std::vector<std::unique_ptr<TestClient>> buyers;
    for (int i = 0; i < 64; ++i) buyers.push_back(std::make_unique<TestClient>(server_->port()));
    for (int round = 0; round < 5; ++round) {
        for (auto& buyer : buyers) buyer->send(post("/keep", "order"));
        wait_for_kept(buyers.size());
        std::thread lane([&] {
            for (auto& responder : kept_) responder->answer(text("done"));
            kept_.clear();
        });
        lane.join();
        for (auto& buyer : buyers) ASSERT_EQ(buyer->read().body, "done");
    }
}

TEST_F(ServerTest, says_500_for_a_request_that_was_dropped_or_threw)
{
    serve();
    on_request_ = [](const Request& request, const std::shared_ptr<Responder>&) {
        if (request.path == "/throw") throw std::runtime_error("a fault");
    };
    auto one = client();
    for (const char* path : {"/drop", "/throw"}) {
        const auto answer = one.ask(get(path));
        EXPECT_EQ(answer.status, 500);
        EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
    }
}

TEST_F(ServerTest, answers_HEAD_without_a_body_and_conditions_with_304)
{
    serve();
    on_request_ = [](const Request&, const std::shared_ptr<Responder>& responder) {
        Response response = text("hello");
        response.headers.push_back(Header{"ETag", "\"v1\""});
        responder->answer(std::move(response));
    };
    auto one = client();
    one.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(one.read(true).header("Content-Length"), "5");
    EXPECT_EQ(one.ask(get("/", "If-None-Match: \"v1\"\r\n")).status, 304);
    EXPECT_EQ(one.ask(get("/")).body, "hello");
}

TEST_F(ServerTest, asks_to_continue_only_when_the_body_is_welcome)
{
    serve();
    auto polite = client();
    polite.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(polite.read().status, 100);
    EXPECT_EQ(polite.ask("abc").body, "POST /a? abc");
    auto large = client();
    EXPECT_EQ(large.ask("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3000\r\nExpect: 100-continue\r\n\r\n").status, 413);
}

TEST_F(ServerTest, unpacks_bodies_and_packs_answers)
{
    serve();
    body_cap_ = 100'000;
    const std::string body = [] {
        std::string lines;
        for (int i = 0; i < 2000; ++i) lines += "line " + std::to_string(i) + "\n";
        return lines;
    }();
    auto one = client();
    const auto answer = one.ask(post("/z", gzip(body), "Content-Encoding: gzip\r\nAccept-Encoding: gzip\r\n"));
    EXPECT_EQ(answer.header("Content-Encoding"), "gzip");
    EXPECT_EQ(answer.header("Vary"), "Accept-Encoding");
    std::string unpacked = answer.body;
    ASSERT_EQ(inflate("gzip", unpacked, 1'000'000), Inflated::ok);
    EXPECT_EQ(unpacked, "POST /z? " + body);
    EXPECT_EQ(one.ask(post("/z", gzip(std::string(200'000, 'a')), "Content-Encoding: gzip\r\n")).status, 413);
}

TEST_F(ServerTest, sends_large_bodies_shared_bodies_and_files_whole)
{
    char name[] = "/tmp/meadow_server_file_XXXXXX";
    ::close(::mkstemp(name));
    std::string large(3'000'000, ' ');
    for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<char>('a' + i % 23);
    std::ofstream(name) << large;
    const auto shared = std::make_shared<const std::string>(large);
    serve();
    on_request_ = [&](const Request& request, const std::shared_ptr<Responder>& responder) {
        Response response = text("");
        if (request.path == "/file") response.file = name;
        if (request.path == "/own") response.body = large;
        if (request.path == "/shared") response.shared_body = shared;
        responder->answer(std::move(response));
    };
    auto one = client();
    for (const char* path : {"/own", "/shared", "/file"}) one.send(get(path));
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(one.read().body == large) << i;
    const auto part = one.ask(get("/file", "Range: bytes=1000000-1000009\r\n"));
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, large.substr(1'000'000, 10));
    ::unlink(name);
}

TEST_F(ServerTest, answers_what_was_asked_before_a_half_close)
{
    serve();
    auto one = client();
    one.send(get("/1") + get("/2"));
    one.half_close();
    EXPECT_EQ(one.read().body, "GET /1? ");
    EXPECT_EQ(one.read().body, "GET /2? ");
    EXPECT_TRUE(one.ended());
}

TEST_F(ServerTest, believes_only_trusted_proxies)
{
    on_request_ = [](const Request& request, const std::shared_ptr<Responder>& responder) {
        responder->answer(text(request.remote + (request.secure ? " secure " : " plain ") + request.id));
    };
    const auto forwarded = get("/", "X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Proto: https\r\nX-Request-Id: mine\r\n");
    serve();
    auto stranger = client();
    const auto doubted = stranger.ask(forwarded);
    EXPECT_EQ(doubted.body, "127.0.0.1 plain " + doubted.header("X-Request-Id"));
    EXPECT_NE(doubted.header("X-Request-Id"), "mine");
    ServerOptions options;
    options.trusted_proxies = {"127.0.0.0/8"};
    serve(options);
    auto proxy = client();
    EXPECT_EQ(proxy.ask(forwarded).body, "1.2.3.4 secure mine");
}

TEST_F(ServerTest, pushes_events_from_any_thread_until_the_client_leaves)
{
    std::shared_ptr<EventStream> stream;
    serve();
    on_request_ = [&](const Request&, const std::shared_ptr<Responder>& responder) {
        Response response;
        response.content_type = "text/event-stream";
        response.stream = [&](std::shared_ptr<EventStream> opened) {
            const std::lock_guard lock(mutex_);
            stream = std::move(opened);
            arrived_.notify_all();
        };
        responder->answer(std::move(response));
    };
    auto reader = client();
    EXPECT_EQ(reader.ask(get("/events")).header("Content-Type"), "text/event-stream");
    {
        std::unique_lock lock(mutex_);
        ASSERT_TRUE(arrived_.wait_for(lock, std::chrono::seconds(20), [&] { return stream != nullptr; }));
    }
    EXPECT_TRUE(stream->send("note", "one\ntwo"));
    EXPECT_TRUE(reader.read_until("event: note\ndata: one\ndata: two\n\n"));
    EXPECT_TRUE(stream->send("", "plain"));
    EXPECT_TRUE(reader.read_until("data: plain\n\n"));
    reader.hang_up();
    while (stream->send("note", "anybody?")) std::this_thread::yield();
    while (server_->figures().open > 0) std::this_thread::yield();
}

}  // namespace
}  // namespace meadow::http
