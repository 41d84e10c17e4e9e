// Clients that are slow, greedy, broken or gone, and a server that has to stop.
#include <atomic>
#include <thread>

#include "http/test_client.hpp"

namespace meadow::http {
namespace {

using namespace std::chrono_literals;

TEST_F(ServerTest, refuses_malformed_requests_with_a_problem_and_closes)
{
    serve();
    struct Case {
        std::string bytes;
        int status;
    };
    const Case cases[] = {
        {"NONSENSE\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\n\r\n", 400},
        {get("/../etc/passwd"), 400},
        {"BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 501},
        {get("/" + std::string(5000, 'a')), 414},
        {"GET /" + std::string(20'000, 'a'), 414},
        {get("/", "X: " + std::string(17'000, 'a') + "\r\n"), 431},
        {post("/", std::string(1001, 'b')), 413},
        {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999999\r\n\r\n", 413},
        {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", 400},
        {post("/", "x", "Content-Encoding: zstd\r\n"), 415},
    };
    for (const Case& row : cases) {
        auto one = client();
        const auto answer = one.ask(row.bytes);
        EXPECT_EQ(answer.status, row.status) << row.bytes.substr(0, 60);
        EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
        EXPECT_EQ(answer.header("Connection"), "close");
        EXPECT_TRUE(one.ended()) << row.bytes.substr(0, 60);
    }
    EXPECT_EQ(server_->figures().bad_requests, std::size(cases));
    EXPECT_EQ(server_->figures().requests, 0u);
}

TEST_F(ServerTest, lets_a_refusal_arrive_though_the_client_is_still_sending)
{
    serve();
    auto large = client();
    large.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nf4240\r\n" + std::string(1'000'000, 'b'));
    EXPECT_EQ(large.read().status, 413);
}

TEST_F(ServerTest, holds_the_cap_on_all_bodies_together)
{
    ServerOptions options;
    options.bodies_cap = 1500;
    serve(options);
    auto first = client();
    auto second = client();
    first.send(post("/keep", std::string(1000, 'a')));
    wait_for_kept(1);
    EXPECT_EQ(second.ask(post("/b", std::string(1000, 'a'))).status, 503);
    kept_[0]->answer(text("done"));
    EXPECT_EQ(first.read().body, "done");
    auto third = client();
    EXPECT_EQ(third.ask(post("/b", std::string(1000, 'a'))).status, 200) << "what was answered is given back";
}

TEST_F(ServerTest, holds_the_caps_on_connections)
{
    ServerOptions options;
    options.connections_per_address = 2;
    serve(options);
    auto first = client();
    EXPECT_EQ(first.ask(get("/")).status, 200);
    {
        auto second = client();
        EXPECT_EQ(second.ask(get("/")).status, 200);
        auto third = client();
        EXPECT_EQ(third.read().status, 503);
        EXPECT_EQ(server_->figures().refused_connections, 1u);
    }
    while (server_->figures().open > 1) std::this_thread::yield();
    auto fourth = client();
    EXPECT_EQ(fourth.ask(get("/")).status, 200) << "places become free again";
    options.connections_per_address = 1000;
    options.connections_cap = 1;
    serve(options);
    auto only = client();
    EXPECT_EQ(only.ask(get("/")).status, 200);
    auto over = client();
    EXPECT_EQ(over.read().status, 503);
}

TEST_F(ServerTest, gives_slow_senders_408_and_ends_idle_connections)
{
    ServerOptions options;
    options.header_timeout = options.body_timeout = options.idle_timeout = 50ms;
    serve(options);
    auto idle = client();
    EXPECT_TRUE(idle.ended());
    auto used = client();
    EXPECT_EQ(used.ask(get("/")).status, 200);
    EXPECT_TRUE(used.ended());
    EXPECT_EQ(server_->figures().timeouts, 0u);
    auto head = client();
    EXPECT_EQ(head.ask("GET / HTTP/1.1\r\nHo").status, 408);
    auto body = client();
    EXPECT_EQ(body.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc").status, 408);
    EXPECT_EQ(server_->figures().timeouts, 2u);
}

TEST_F(ServerTest, does_not_let_drops_of_a_header_hold_a_connection)
{
    ServerOptions options;
    options.header_timeout = 100ms;
    serve(options);
    auto slow = client();
    slow.send("GET / HTTP/1.1\r\n");
    std::atomic<bool> over{false};
    std::thread dripping([&] {
        while (!over && slow.send("X: y\r\n")) std::this_thread::yield();
    });
    const auto answer = slow.read();
    over = true;
    dripping.join();
    EXPECT_TRUE(answer.status == 408 || answer.status == 431 || answer.status == 0) << answer.status;
    while (server_->figures().open > 0) std::this_thread::yield();
}

TEST_F(ServerTest, drops_a_client_that_does_not_read)
{
    ServerOptions options;
    options.write_timeout = 50ms;
    serve(options);
    on_request_ = [](const Request&, const std::shared_ptr<Responder>& responder) {
        responder->answer(text(std::string(30'000'000, 'a')));
    };
    TestClient deaf(server_->port(), 4096);
    deaf.send(get("/"));
    while (server_->figures().timeouts == 0) std::this_thread::yield();
    while (server_->figures().open > 0) std::this_thread::yield();
}

TEST_F(ServerTest, closes_an_event_stream_nobody_reads)
{
    std::atomic<bool> refused{false};
    serve();
    std::thread sender;
    on_request_ = [&](const Request&, const std::shared_ptr<Responder>& responder) {
        Response response;
        response.content_type = "text/event-stream";
        response.stream = [&](const std::shared_ptr<EventStream>& stream) {
            sender = std::thread([&refused, stream] {
                while (stream->send("flood", std::string(10'000, 'x'))) std::this_thread::yield();
                refused = true;
            });
        };
        responder->answer(std::move(response));
    };
    TestClient deaf(server_->port(), 4096);
    deaf.send(get("/events"));
    while (!refused || server_->figures().open > 0) std::this_thread::yield();
    sender.join();
}

TEST_F(ServerTest, keeps_quiet_event_streams_open_and_ends_abandoned_ones)
{
    ServerOptions options;
    options.event_comment = 20ms;
    serve(options);
    std::shared_ptr<EventStream> held;
    on_request_ = [&](const Request& request, const std::shared_ptr<Responder>& responder) {
        Response response;
        response.content_type = "text/event-stream";
        response.stream = [&held, keep = request.path == "/held"](std::shared_ptr<EventStream> stream) {
            if (keep) held = std::move(stream);
        };
        responder->answer(std::move(response));
    };
    auto listening = client();
    listening.send(get("/held"));
    EXPECT_TRUE(listening.read_until(":\n\n:\n\n"));
    auto forgotten = client();
    EXPECT_EQ(forgotten.ask(get("/lost")).status, 200);
    EXPECT_TRUE(forgotten.ended());
    server_->stop(5s);
    EXPECT_FALSE(held->send("", "too late"));
}

TEST_F(ServerTest, survives_clients_that_leave_before_the_answer)
{
    serve();
    {
        auto impatient = client();
        impatient.send(post("/keep", "order"));
        wait_for_kept(1);
    }
    kept_[0]->answer(text("nobody is there"));
    while (server_->figures().open > 0) std::this_thread::yield();
    auto next = client();
    EXPECT_EQ(next.ask(get("/")).status, 200);
}

TEST_F(ServerTest, stop_lets_requests_under_way_finish_and_ends_idle_connections)
{
    serve();
    auto idle = client();
    EXPECT_EQ(idle.ask(get("/")).status, 200);
    auto busy = client();
    busy.send(get("/keep"));
    wait_for_kept(1);
    std::thread stopping([&] { server_->stop(20s); });
    EXPECT_TRUE(idle.ended());
    kept_[0]->answer(text("finished"));
    const auto answer = busy.read();
    EXPECT_EQ(answer.body, "finished");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(busy.ended());
    stopping.join();
    EXPECT_FALSE(client().connected());
}

TEST_F(ServerTest, stop_does_not_wait_longer_than_its_grace)
{
    serve();
    auto busy = client();
    busy.send(get("/keep"));
    wait_for_kept(1);
    server_->stop(10ms);
    EXPECT_EQ(busy.read().status, 0);
    server_.reset();
    kept_[0]->answer(text("after the server is gone"));
}

TEST_F(ServerTest, stops_under_load_answering_whole_or_not_at_all)
{
    ServerOptions options;
    options.io_threads = 2;
    serve(options);
    const int port = server_->port();
    std::atomic<int> answered{0};
    std::vector<std::thread> crowd;
    for (int i = 0; i < 4; ++i) {
        crowd.emplace_back([&answered, port] {
            TestClient one(port);
            for (;;) {
                const auto answer = one.ask(get("/x") + post("/y", "z"));
                if (answer.status == 0) return;
                EXPECT_EQ(answer.body, "GET /x? ");
                if (answer.header("Connection") == "close") return;
                if (one.read().status == 0) return;
                ++answered;
            }
        });
    }
    while (answered < 200) std::this_thread::yield();
    server_->stop(20s);
    for (auto& one : crowd) one.join();
    EXPECT_EQ(server_->figures().open, 0u);
}

TEST_F(ServerTest, says_when_the_address_cannot_be_had)
{
    serve();
    for (const int threads : {1, 2}) {
        ServerOptions options;
        options.port = server_->port();
        options.io_threads = threads;
        EXPECT_THROW(start_server(options, *this), std::system_error);
    }
}

}  // namespace
}  // namespace meadow::http
