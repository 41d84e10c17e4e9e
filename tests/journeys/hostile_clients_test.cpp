// Clients who mean harm, on real sockets before a whole Meadow: refused, counted, and harmless to everybody else.
#include <libdeflate.h>

#include <fstream>
#include <random>

#include "http/server.hpp"
#include "http/test_client.hpp"
#include "support/paying.hpp"

namespace meadow::testing {
namespace {

using http::get;
using http::post;
using http::TestClient;

const std::string json = "Content-Type: application/json\r\n";

std::string gzipped(const std::string& text)
{
    auto* compressor = libdeflate_alloc_compressor(9);
    std::string out(libdeflate_gzip_compress_bound(compressor, text.size()), '\0');
    out.resize(libdeflate_gzip_compress(compressor, text.data(), text.size(), out.data(), out.size()));
    libdeflate_free_compressor(compressor);
    return out;
}

class HostileClients : public ::testing::Test {
protected:
    void SetUp() override { serve({}); }
    void serve(http::ServerOptions options)
    {
        options.port = 0;
        server_.reset();
        server_ = http::start_server(options, town.meadow().router());
    }
    void TearDown() override
    {
        everything_still_works();
        server_.reset();
        books_balance(town);
    }
    http::Answer ask(const std::string& bytes)
    {
        TestClient client(server_->port());
        return client.ask(bytes);
    }
    std::string as_ada(const std::string& more = "") { return "Authorization: Bearer " + ada.token() + "\r\n" + more; }
    // An honest client is served as if nothing had been.
    void everything_still_works()
    {
        EXPECT_EQ(ask(get("/v1/addresses", as_ada())).status, 200);
        EXPECT_EQ(ask(post("/v1/albums", R"({"name":"a","open":true})", as_ada(json))).status / 100, 2);
    }

    Town town;
    Buyer ada = buyer(town, "ada");
    std::unique_ptr<http::Server> server_;
};

}  // namespace

TEST_F(HostileClients, bytes_that_are_not_http_are_refused_and_counted)
{
    const std::string host = "Host: x\r\n";
    const std::string smuggled = "GET /v1/me HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::vector<std::string> attacks{
        "\r\n\r\n\r\n\r\n garbage\r\n\r\n",
        std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + std::string(64, '\x01') + "\r\n\r\n",  // TLS
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET / HTTP/1.1\r\n" + host + "Bad Header: 1\r\n\r\n",
        "GET / HTTP/1.1\r\n" + host + "X : 1\r\n\r\n",
        "GET / HTTP/1.1\r\n" + host + std::string("X: a\0b\r\n\r\n", 10),
        "GET / HTTP/1.1\r\n" + host + host + "\r\n",
        "GET / HTTP/9.9\r\n" + host + "\r\n",
        "GET  /v1/me  HTTP/1.1\r\n" + host + "\r\n",
        "POST /v1/views HTTP/1.1\r\n" + host + "Content-Length: 5\r\nContent-Length: 60\r\n\r\nabcde" + smuggled,
        "POST /v1/views HTTP/1.1\r\n" + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled,
        "POST /v1/views HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + smuggled,
        "POST /v1/views HTTP/1.1\r\n" + host + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + smuggled,
        "POST /v1/views HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n",
        "POST /v1/views HTTP/1.1\r\n" + host + "Content-Length: 0x10\r\n\r\n",
        "POST /v1/views HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        "POST /v1/views HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
    };
    for (const std::string& attack : attacks) {
        TestClient client(server_->port());
        const auto answer = client.ask(attack);
        EXPECT_GE(answer.status, 400) << attack.substr(0, 90);
        EXPECT_LT(answer.status, 600) << attack.substr(0, 90);
        EXPECT_TRUE(client.ended()) << "nothing that follows is taken for a request: " << attack.substr(0, 90);
    }
    EXPECT_EQ(server_->figures().bad_requests, attacks.size());
}

TEST_F(HostileClients, garbage_from_a_seed_brings_nothing_down)
{
    std::mt19937 dice(20301111);
    const std::string alphabet = std::string("GETPOST /v1me?&=%:\r\n\r\n HTTP/1.1{}[]\",0aZ\\") + '\0' + '\xff';
    for (int i = 0; i < 400; ++i) {
        std::string bytes = i % 2 == 0 ? "GET /" : "POST /v1/codes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n";
        for (std::size_t length = dice() % 300; length > 0; --length) bytes += alphabet[dice() % alphabet.size()];
        TestClient client(server_->port());
        client.send(bytes);
        client.half_close();
        for (auto answer = client.read(); answer.status != 0; answer = client.read()) EXPECT_NE(answer.status / 100, 5) << bytes << answer.body;
    }
}

TEST_F(HostileClients, json_bombs_are_refused_before_they_grow)
{
    const auto try_body = [&](const std::string& body) { return ask(post("/v1/albums", body, as_ada(json))).status; };
    EXPECT_EQ(try_body(std::string(100'000, '[')), 422);
    EXPECT_EQ(try_body(std::string(50'000, '[') + std::string(50'000, ']')), 422);
    EXPECT_EQ(try_body(R"({"name":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}"), 422);
    std::string many = "{";
    for (int i = 0; i < 20'000; ++i) many += "\"k" + std::to_string(i) + "\":1,";
    many.back() = '}';
    EXPECT_EQ(try_body(many), 422);
    EXPECT_EQ(try_body(R"({"name":")" + std::string(200'000, 'x') + R"(","open":true})"), 422);
    EXPECT_EQ(try_body(R"({"name":"a","open":true,"name":"b"})"), 422);
    EXPECT_EQ(try_body(R"({"name":"a","open":1e400})"), 422);
    EXPECT_EQ(try_body(std::string(10'000'000, ' ')), 413);
}

TEST_F(HostileClients, a_compressed_bomb_is_not_unpacked)
{
    const std::string bomb = gzipped(std::string(100'000'000, ' '));
    ASSERT_LT(bomb.size(), 200'000u);
    EXPECT_EQ(ask(post("/v1/albums", bomb, as_ada(json + "Content-Encoding: gzip\r\n"))).status, 413);
    EXPECT_EQ(ask(post("/v1/albums", "not gzip at all", as_ada(json + "Content-Encoding: gzip\r\n"))).status, 400);
    EXPECT_EQ(ask(post("/v1/albums", gzipped(gzipped("{}")), as_ada(json + "Content-Encoding: gzip, gzip\r\n"))).status, 415);
}

TEST_F(HostileClients, a_huge_upload_is_refused_at_its_head)
{
    TestClient declared(server_->port());
    declared.send("POST /v1/media HTTP/1.1\r\nHost: x\r\nContent-Type: video/mp4\r\nContent-Length: 99999999999\r\n" + as_ada() + "\r\n");
    EXPECT_EQ(declared.read().status, 413);
    TestClient endless(server_->port());
    endless.send("POST /v1/albums HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" + as_ada(json) + "\r\n");
    const std::string chunk = "10000\r\n" + std::string(65536, ' ') + "\r\n";
    for (int i = 0; i < 100 && endless.send(chunk); ++i) {}
    EXPECT_EQ(endless.read().status, 413);
    EXPECT_EQ(ask(post("/v1/media", "<svg onload=alert(1)>", as_ada("Content-Type: image/svg+xml\r\n"))).status / 100, 4);
    EXPECT_EQ(ask(post("/v1/media", "<html><script>", as_ada("Content-Type: image/png\r\n"))).status / 100, 4);
}

TEST_F(HostileClients, slow_senders_hold_their_connection_only_and_not_for_long)
{
    http::ServerOptions hurried;
    hurried.header_timeout = hurried.body_timeout = hurried.idle_timeout = std::chrono::milliseconds(200);
    serve(hurried);
    std::vector<std::unique_ptr<TestClient>> slow;
    for (int i = 0; i < 100; ++i) {
        slow.push_back(std::make_unique<TestClient>(server_->port()));
        slow.back()->send(i % 2 == 0 ? "GET /v1/feed/latest HTTP/1.1\r\nHost: x\r\nX-A: "
                                     : "POST /v1/albums HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n" + as_ada(json) + "\r\n{");
    }
    everything_still_works();
    for (const auto& client : slow) {
        const auto answer = client->read();
        EXPECT_TRUE(answer.status == 408 || answer.status == 0) << answer.status;
    }
    EXPECT_GE(server_->figures().timeouts, 100u);
}

TEST_F(HostileClients, one_address_cannot_take_all_connections)
{
    http::ServerOptions few;
    few.connections_per_address = 20;
    serve(few);
    std::vector<std::unique_ptr<TestClient>> crowd;
    for (int i = 0; i < 60; ++i) crowd.push_back(std::make_unique<TestClient>(server_->port()));
    int refused = 0;
    for (const auto& one : crowd) {
        one->send(get("/healthz"));
        refused += one->read().status == 503;
    }
    EXPECT_EQ(refused, 40);
    crowd.clear();
    while (server_->figures().open > 0) std::this_thread::yield();
}

TEST_F(HostileClients, no_path_leads_out_of_the_house)
{
    {
        std::ofstream(town.directory() + "/secret.txt") << "the secret of the house";
    }
    for (const std::string way : {"..", "%2e%2e", "..%2f", "%2e%2e%2f", "..%5c", "..\\", "%252e%252e", "....//", "..%00/", "%c0%ae%c0%ae", ".", "%00"}) {
        for (const std::string door : {"/", "/media/", "/media/x/", "/console/", "/docs/", "/assets/", "/s/"}) {
            for (const std::string goal : {"secret.txt", "meadow.db", "etc/passwd"}) {
                const std::string target = door + way + "/" + way + "/" + way + "/" + goal;
                const auto answer = ask(get(target));
                EXPECT_NE(answer.status / 100, 5) << target;
                for (const char* found : {"the secret", "SQLite format", "root:"})
                    EXPECT_EQ(answer.body.find(found), std::string::npos) << target;
            }
        }
    }
}

TEST_F(HostileClients, a_route_that_takes_json_takes_nothing_else)
{
    for (const http::Route& route : town.meadow().router().routes()) {
        const TypeInfo& in = route.verb.in();
        const bool raw = std::any_of(in.members.begin(), in.members.end(), [](const Member& m) { return m.type().shape == Shape::bytes; });
        const bool takes_body = route.method == http::Method::post || route.method == http::Method::put || route.method == http::Method::patch;
        if (!takes_body || raw || route.pattern.find('{') != std::string::npos) continue;
        for (const char* type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", ""}) {
            const std::string header = *type == '\0' ? std::string() : "Content-Type: " + std::string(type) + "\r\n";
            const auto answer = ask(std::string(http::method_name(route.method)) + post(route.pattern, "{}", as_ada(header)).substr(4));
            EXPECT_TRUE(answer.status == 415 || answer.status == 403 || answer.status == 400) << route.pattern << " " << type << " " << answer.status;
        }
    }
}

TEST_F(HostileClients, nothing_a_client_sends_becomes_a_header_of_the_answer)
{
    for (const std::string target : {"/v1/users/%0d%0aX-Evil:%201", "/s/%0d%0aX-Evil:%201", "/media/%0d%0aX-Evil:%201/y", "/v1/feed/latest?cursor=%0d%0aX-Evil:%201"})
        EXPECT_EQ(ask(get(target)).header("X-Evil"), "") << target;
    EXPECT_NE(ask(get("/v1/feed/latest", "X-Request-Id: spoofed\r\n")).header("X-Request-Id"), "spoofed") << "nobody trusts this peer";
    const auto spoofed = ask(get("/v1/feed/latest", "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Proto: https\r\n"));
    EXPECT_EQ(spoofed.status, 200);
    EXPECT_EQ(spoofed.header("Strict-Transport-Security"), "");
}

TEST_F(HostileClients, forged_and_replayed_words_of_the_gateway_move_no_money)
{
    Person lin = town.person("lin");
    const Stall stall = open_stall(lin, "Lin", {{"红", yuan(99), 10}});
    town.settles();
    const Bought order = bought(ada, stall.shop, stall.skus[0], 1, yuan(99));
    const Checkout checkout = opens_payment(ada, {order});
    presses(town, checkout, "pay");
    town.settles();
    const auto genuine = town.outside().sent("/v1/payments/notify").at(0).request;
    const std::string target = genuine.url.substr(Loopback::origin.size());
    const std::string before = ada.get(order.path()).response().body + lin.get("/v1/shops/" + stall.shop + "/funds").response().body;

    for (int i = 0; i < 20; ++i) ask(post(target, genuine.body, json));  // replayed within its time: heard and known
    std::string dearer = genuine.body;
    dearer.replace(dearer.find("9900"), 4, "9901");
    EXPECT_EQ(ask(post(target, dearer, json)).status / 100, 4);
    EXPECT_EQ(ask(post("/v1/payments/notify", genuine.body, json)).status / 100, 4);
    EXPECT_EQ(ask(post("/v1/payments/notify?timestamp=0&signature=", genuine.body, json)).status / 100, 4);
    for (std::size_t at = target.size() - 3; at < target.size(); ++at) {
        std::string other = target;
        other[at] = other[at] == '0' ? '1' : '0';
        EXPECT_EQ(ask(post(other, genuine.body, json)).status / 100, 4) << other;
    }
    town.settles();
    EXPECT_EQ(ada.get(order.path()).response().body + lin.get("/v1/shops/" + stall.shop + "/funds").response().body, before);
}

}  // namespace meadow::testing
