#include "jobs/outgoing.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace meadow::jobs {
namespace {

// Answers one connection with the given bytes and keeps what it was asked.
class OneAnswer {
public:
    explicit OneAnswer(std::string answer) : listener_(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        listen(listener_, 1);
        socklen_t length = sizeof address;
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
        origin_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
        thread_ = std::thread([this, answer = std::move(answer)] {
            const int client = accept(listener_, nullptr, nullptr);
            char room[4096];
            const ssize_t got = read(client, room, sizeof room);
            if (got > 0) asked_.assign(room, std::size_t(got));
            for (std::size_t at = 0; at < answer.size();) {
                const ssize_t put = ::send(client, answer.data() + at, answer.size() - at, MSG_NOSIGNAL);
                if (put <= 0) break;
                at += std::size_t(put);
            }
            close(client);
        });
    }
    ~OneAnswer()
    {
        if (thread_.joinable()) thread_.join();
        close(listener_);
    }
    const std::string& origin() const { return origin_; }
    const std::string& asked()
    {
        thread_.join();
        return asked_;
    }

private:
    int listener_;
    std::string origin_, asked_;
    std::thread thread_;
};

std::unique_ptr<Outgoing> client_of(const std::string& origin, OutgoingOptions options = {})
{
    return curl_outgoing(std::make_shared<OwnAddress>(origin), std::move(options));
}

TEST(Outgoing, brings_the_request_there_and_the_answer_back)
{
    OneAnswer server("HTTP/1.1 202 Accepted\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
    const auto answer = client_of(server.origin())->send({"POST", server.origin() + "/v1/notify?x=1", "application/json", "{\"a\":1}"});
    EXPECT_EQ(answer.status, 202);
    EXPECT_EQ(answer.body, "hello");
    const std::string& asked = server.asked();
    EXPECT_EQ(asked.find("POST /v1/notify?x=1 HTTP/1.1\r\n"), 0u) << asked;
    EXPECT_NE(asked.find("Content-Type: application/json\r\n"), std::string::npos) << asked;
    EXPECT_TRUE(asked.ends_with("\r\n\r\n{\"a\":1}")) << asked;
}

TEST(Outgoing, follows_no_redirect)
{
    OneAnswer server("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(client_of(server.origin())->send({"GET", server.origin() + "/", "", ""}).status, 302);
}

TEST(Outgoing, gives_up_on_an_answer_that_is_too_large)
{
    OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\nConnection: close\r\n\r\n" + std::string(2000, 'x'));
    OutgoingOptions options;
    options.largest_answer = 1000;
    EXPECT_THROW(client_of(server.origin(), options)->send({"GET", server.origin() + "/", "", ""}), OutgoingFault);
}

TEST(Outgoing, speaks_only_to_hosts_it_was_told_of)
{
    OutgoingOptions options;
    options.origins = {"https://pay.example.com"};
    const auto client = client_of("http://127.0.0.1:8080", options);
    for (const char* url : {"http://127.0.0.1:8081/", "http://127.0.0.1:8080@evil.example/", "http://127.0.0.1:8080.evil.example/", "file:///etc/passwd",
                            "http://pay.example.com/", "http://127.0.0.1:8080\\@evil.example/"})
        EXPECT_THROW(client->send({"GET", url, "", ""}), OutgoingFault) << url;
}

TEST(Outgoing, an_origin_ends_where_the_path_begins)
{
    EXPECT_EQ(origin_of("https://pay.example.com:8443/v3?x=http://a/b"), "https://pay.example.com:8443");
    EXPECT_EQ(origin_of("https://pay.example.com?x"), "https://pay.example.com");
    EXPECT_EQ(origin_of("nonsense"), "nonsense");
}

}  // namespace
}  // namespace meadow::jobs
