// For the server's tests: a server with a handler made of two functions, and a client that sends and reads raw bytes.
#pragma once
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "http/fields.hpp"
#include "http/server.hpp"

namespace meadow::http {

struct Answer {
    int status = 0;  // 0: the connection ended first
    std::string head;
    std::string body;
    std::string header(std::string_view name) const
    {
        for (std::size_t at = head.find("\r\n"); at != std::string::npos && at + 2 < head.size(); at = head.find("\r\n", at + 2)) {
            const auto line = std::string_view(head).substr(at + 2, head.find("\r\n", at + 2) - at - 2);
            const auto colon = line.find(':');
            if (colon != std::string_view::npos && same_token(line.substr(0, colon), name))
                return std::string(trim(line.substr(colon + 1)));
        }
        return {};
    }
};

// Blocking; nothing waits longer than 20 s, so a broken server fails a test and does not hang it.
class TestClient {
public:
    explicit TestClient(int port, int receive_buffer = 0)
    {
        fd_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const timeval patience{20, 0};
        const int at_once = 1;
        ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
        ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (receive_buffer > 0) ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_port = htons(static_cast<std::uint16_t>(port));
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0;
    }
    TestClient(const TestClient&) = delete;
    ~TestClient() { hang_up(); }

    bool connected() const { return connected_; }
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void half_close() { ::shutdown(fd_, SHUT_WR); }
    void hang_up()
    {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }

    // One answer; `to_head`: it has no body whatever it says.
    Answer read(bool to_head = false)
    {
        Answer answer;
        while (kept_.find("\r\n\r\n") == std::string::npos)
            if (!more()) return answer;
        const auto end = kept_.find("\r\n\r\n") + 4;
        answer.head = kept_.substr(0, end);
        kept_.erase(0, end);
        answer.status = std::stoi(answer.head.substr(9));
        const auto length = answer.header("Content-Length");
        if (to_head || length.empty()) return answer;
        const auto size = std::stoul(length);
        while (kept_.size() < size)
            if (!more()) return {};
        answer.body = kept_.substr(0, size);
        kept_.erase(0, size);
        return answer;
    }
    Answer ask(std::string_view bytes)
    {
        send(bytes);
        return read();
    }
    // Until the text has come; false when the connection ends before.
    bool read_until(std::string_view text)
    {
        for (;;) {
            const auto at = kept_.find(text);
            if (at != std::string::npos) return kept_.erase(0, at + text.size()), true;
            if (!more()) return false;
        }
    }
    // True when the server has ended the connection in good order and nothing else came.
    bool ended() { return kept_.empty() && !more() && last_ == 0; }

private:
    bool more()
    {
        char buffer[16 * 1024];
        last_ = ::recv(fd_, buffer, sizeof buffer, 0);
        if (last_ > 0) kept_.append(buffer, static_cast<std::size_t>(last_));
        return last_ > 0;
    }

    int fd_ = -1;
    bool connected_ = false;
    ssize_t last_ = 0;
    std::string kept_;
};

inline std::string get(std::string_view target, std::string_view headers = {})
{
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n" + std::string(headers) + "\r\n";
}

inline std::string post(std::string_view target, std::string_view body, std::string_view headers = {})
{
    return "POST " + std::string(target) + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(headers) + "\r\n" + std::string(body);
}

inline Response text(std::string body)
{
    Response response;
    response.content_type = "text/plain";
    response.body = std::move(body);
    return response;
}

class ServerTest : public ::testing::Test, protected Handler {
protected:
    void serve(ServerOptions options = {})
    {
        options.port = 0;
        server_ = start_server(options, *this);
    }
    void TearDown() override
    {
        kept_.clear();
        server_.reset();
    }
    TestClient client() const { return TestClient(server_->port()); }

    // Unless a test says otherwise: /echo tells what was understood, /keep keeps the responder for answer_kept().
    void handle(const IoThread&, const Request& request, std::shared_ptr<Responder> responder) override
    {
        if (on_request_) return on_request_(request, std::move(responder));
        if (request.path == "/keep") {
            const std::lock_guard lock(mutex_);
            kept_.push_back(std::move(responder));
            arrived_.notify_all();
            return;
        }
        responder->answer(
            text(std::string(method_name(request.method)) + " " + request.path + "?" + request.query + " " + request.body));
    }
    void rest(const IoThread&) noexcept override
    {
        if (on_rest_) on_rest_();
    }
    std::size_t body_cap(const Request&) const override { return body_cap_; }

    void wait_for_kept(std::size_t count)
    {
        std::unique_lock lock(mutex_);
        ASSERT_TRUE(arrived_.wait_for(lock, std::chrono::seconds(20), [&] { return kept_.size() >= count; }));
    }

    std::unique_ptr<Server> server_;
    std::function<void(const Request&, std::shared_ptr<Responder>)> on_request_;
    std::function<void()> on_rest_;
    std::size_t body_cap_ = 1000;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<std::shared_ptr<Responder>> kept_;
};

}  // namespace meadow::http
