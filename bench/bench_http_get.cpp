// CPU per tiny keep-alive GET: our server beside a bare epoll loop that answers a constant to whatever it reads, the same load
// on both in turn, in one process. Prints, for each, the median of five rounds.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "http/server.hpp"
#include "kit_figures.hpp"

namespace {

using namespace meadow::http;

constexpr std::string_view request_text = "GET /hello HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAccept: */*\r\n\r\n";
constexpr std::string_view body_text = R"({"hello":"meadow"})";
constexpr int connections = 64;
constexpr int rounds = 5;

[[noreturn]] void broken(const char* what) { throw std::runtime_error(what); }

double cpu_seconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

clockid_t this_thread_clock()
{
    clockid_t clock{};
    pthread_getcpuclockid(pthread_self(), &clock);
    return clock;
}

sockaddr_in loopback(int port)
{
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return at;
}

const sockaddr* plain(const sockaddr_in& at) { return reinterpret_cast<const sockaddr*>(&at); }

struct Hello final : Handler {
    std::atomic<clockid_t> clock{0};

    void handle(const IoThread&, const Request&, std::shared_ptr<Responder> responder) override
    {
        if (clock.load(std::memory_order_relaxed) == 0) clock = this_thread_clock();
        Response response;
        response.content_type = "application/json";
        response.body = body_text;
        responder->answer(std::move(response));
    }
    std::size_t body_cap(const Request&) const override { return 0; }
};

// The physical limit: epoll, read, write, nothing else. Reads are taken for whole requests.
class BareLoop {
public:
    BareLoop()
    {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const auto at = loopback(0);
        if (::bind(listener_, plain(at), sizeof at) != 0 || ::listen(listener_, connections) != 0) broken("listen");
        thread_ = std::thread([this] { run(); });
    }
    ~BareLoop()
    {
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
    }
    int port() const
    {
        sockaddr_in at{};
        socklen_t size = sizeof at;
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size);
        return ntohs(at.sin_port);
    }
    std::atomic<clockid_t> clock{0};

private:
    void run()
    {
        clock = this_thread_clock();
        const std::string answer = "HTTP/1.1 200 OK\r\nServer: Bare\r\nContent-Type: application/json\r\nContent-Length: " +
                                   std::to_string(body_text.size()) + "\r\n\r\n" + std::string(body_text);
        const int poll = ::epoll_create1(EPOLL_CLOEXEC);
        epoll_event wanted{};
        wanted.events = EPOLLIN;
        wanted.data.fd = listener_;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, listener_, &wanted);
        std::array<epoll_event, 256> events;
        std::array<char, 16 * 1024> buffer;
        for (;;) {
            const int count = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), -1);
            for (int i = 0; i < count; ++i) {
                const int fd = events[static_cast<std::size_t>(i)].data.fd;
                if (fd == listener_) {
                    const int client = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
                    if (client < 0) {
                        ::close(poll);
                        return;
                    }
                    const int on = 1;
                    ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                    wanted.data.fd = client;
                    ::epoll_ctl(poll, EPOLL_CTL_ADD, client, &wanted);
                } else if (::recv(fd, buffer.data(), buffer.size(), 0) <= 0 ||
                           ::send(fd, answer.data(), answer.size(), MSG_NOSIGNAL) < 0) {
                    ::close(fd);
                }
            }
        }
    }

    int listener_ = -1;
    std::thread thread_;
};

// Every connection has one request (or `pipeline` of them) under way. Returns the answers seen.
std::uint64_t load(int port, int pipeline, std::chrono::milliseconds length)
{
    std::string burst;
    for (int i = 0; i < pipeline; ++i) burst += request_text;
    struct Client {
        int fd = -1;
        int owed = 0;
    };
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Client> clients(connections);
    const auto at = loopback(port);
    for (Client& client : clients) {
        client.fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (::connect(client.fd, plain(at), sizeof at) != 0) broken("connect");
        const int on = 1;
        ::setsockopt(client.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        epoll_event wanted{};
        wanted.events = EPOLLIN;
        wanted.data.ptr = &client;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, client.fd, &wanted);
        client.owed = pipeline;
        if (::send(client.fd, burst.data(), burst.size(), MSG_NOSIGNAL) < 0) broken("send");
    }
    std::uint64_t answers = 0;
    std::array<epoll_event, 256> events;
    std::array<char, 64 * 1024> buffer;
    const auto end = std::chrono::steady_clock::now() + length;
    while (std::chrono::steady_clock::now() < end) {
        const int count = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), 100);
        for (int i = 0; i < count; ++i) {
            auto& client = *static_cast<Client*>(events[static_cast<std::size_t>(i)].data.ptr);
            const auto got = ::recv(client.fd, buffer.data(), buffer.size(), 0);
            if (got <= 0) broken("the server hung up");
            const std::string_view bytes(buffer.data(), static_cast<std::size_t>(got));
            for (auto here = bytes.find("HTTP/1.1 200"); here != std::string_view::npos;
                 here = bytes.find("HTTP/1.1 200", here + 1)) {
                --client.owed;
                ++answers;
            }
            if (client.owed > 0) continue;
            client.owed += pipeline;
            if (::send(client.fd, burst.data(), burst.size(), MSG_NOSIGNAL) < 0) broken("send");
        }
    }
    for (const Client& client : clients) ::close(client.fd);
    ::close(poll);
    return answers;
}

struct Figure {
    double cpu_us;
    double per_second;
};

Figure measure(int port, const std::atomic<clockid_t>& clock, int pipeline, std::chrono::milliseconds length)
{
    load(port, pipeline, std::chrono::milliseconds(100));  // warm, and the clock is known
    const double before = cpu_seconds(clock);
    const auto answers = static_cast<double>(load(port, pipeline, length));
    return {(cpu_seconds(clock) - before) * 1e6 / answers, answers * 1000.0 / static_cast<double>(length.count())};
}

Figure median(std::vector<Figure> all)
{
    std::sort(all.begin(), all.end(), [](const Figure& a, const Figure& b) { return a.cpu_us < b.cpu_us; });
    return all[all.size() / 2];
}

}  // namespace

int main(int argc, char** argv)
{
    meadow::bench::Report report(argc, argv);
    const std::chrono::milliseconds length(std::stoi(report.value_of("--ms", "1000")));
    Hello hello;
    ServerOptions options;
    options.port = 0;
    const auto server = start_server(options, hello);
    BareLoop bare;
    std::vector<Figure> ours, limit, piped;
    for (int round = 0; round < rounds; ++round) {
        limit.push_back(measure(bare.port(), bare.clock, 1, length));
        ours.push_back(measure(server->port(), hello.clock, 1, length));
        piped.push_back(measure(server->port(), hello.clock, 16, length));
    }
    const Figure a = median(ours), b = median(limit), c = median(piped);
    report.tell({.name = "tiny GET, CPU a request", .value = a.cpu_us, .unit = "µs", .limit = b.cpu_us, .limit_name = "a bare epoll loop (goal 1.5)"});
    report.tell({.name = "tiny GET", .value = a.per_second, .unit = "/s", .limit = b.per_second, .limit_name = "a bare epoll loop", .cpu_us = a.cpu_us});
    report.tell({.name = "tiny GET, 16 pipelined", .value = c.per_second, .unit = "/s", .limit = b.per_second, .limit_name = "a bare epoll loop", .cpu_us = c.cpu_us});
    server->stop(std::chrono::milliseconds(100));
}
