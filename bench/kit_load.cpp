#include "kit_load.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <stdexcept>

namespace meadow::bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_of(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

struct Client {
    int fd = -1;
    int index = 0;
    std::string out, in;
    Clock::time_point sent;
};

// The whole answer at the front of `in`: its status, or 0 while it is not complete. Takes it away.
int take_answer(std::string& in)
{
    const std::size_t head = in.find("\r\n\r\n");
    if (head == std::string::npos) return 0;
    static constexpr std::string_view name = "\r\nContent-Length: ";
    const std::size_t at = in.find(name);
    std::size_t length = 0;
    if (at < head) std::from_chars(in.data() + at + name.size(), in.data() + head, length);
    if (in.size() < head + 4 + length) return 0;
    int status = 0;
    std::from_chars(in.data() + 9, in.data() + 12, status);
    in.erase(0, head + 4 + length);
    return status;
}

void connect_to(Client& client, int port)
{
    client.fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(std::uint16_t(port));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(client.fd, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) throw std::runtime_error("cannot connect");
    const int on = 1;
    ::setsockopt(client.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

class Run {
public:
    explicit Run(const Load& load) : load_(load), poll_(::epoll_create1(EPOLL_CLOEXEC)), clients_(std::size_t(load.connections)) {}
    ~Run()
    {
        for (const Client& client : clients_)
            if (client.fd >= 0) ::close(client.fd);
        ::close(poll_);
    }

    Seen go()
    {
        for (std::size_t i = 0; i < clients_.size(); ++i) {
            clients_[i].index = int(i);
            connect_to(clients_[i], load_.port);
            epoll_event wanted{};
            wanted.events = EPOLLIN;
            wanted.data.ptr = &clients_[i];
            ::epoll_ctl(poll_, EPOLL_CTL_ADD, clients_[i].fd, &wanted);
        }
        const double cpu = seconds_of(CLOCK_THREAD_CPUTIME_ID);
        const auto start = Clock::now();
        end_ = start + load_.length;
        due_ = start;
        for (Client& client : clients_) free(client);
        do {
            send_what_is_due();
        } while (answers_come());
        seen_.seconds = std::chrono::duration<double>(Clock::now() - start).count();
        seen_.client_cpu_seconds = seconds_of(CLOCK_THREAD_CPUTIME_ID) - cpu;
        tell_percentiles();
        return seen_;
    }

private:
    bool paced() const { return load_.per_second > 0; }
    bool all_sent() const { return due_ >= end_ || started_ >= load_.most_requests; }

    // A client that may ask again.
    void free(Client& client)
    {
        if (paced()) idle_.push_back(&client);
        else send_next(client, Clock::now());
    }

    void send_what_is_due()
    {
        while (paced() && !idle_.empty() && !all_sent() && due_ <= Clock::now()) {
            Client& client = *idle_.back();
            idle_.pop_back();
            send_next(client, due_);
            due_ += std::chrono::nanoseconds{std::int64_t(1e9 / load_.per_second)};
        }
    }

    // Waits until something is answered or due. False when nothing is any more.
    bool answers_come()
    {
        const bool more = paced() && !all_sent();
        if (under_way_ == 0 && !more) return false;
        constexpr std::chrono::nanoseconds longest = std::chrono::seconds{10};
        const auto wait = more && !idle_.empty() ? std::clamp(std::chrono::nanoseconds(due_ - Clock::now()), std::chrono::nanoseconds{0}, longest) : longest;
        const timespec timeout{wait.count() / 1'000'000'000, wait.count() % 1'000'000'000};
        std::array<epoll_event, 256> events;
        const int count = ::epoll_pwait2(poll_, events.data(), int(events.size()), &timeout, nullptr);
        if (count == 0 && wait == longest) throw std::runtime_error("the server has not answered for ten seconds");
        for (int i = 0; i < count; ++i) read_from(*static_cast<Client*>(events[std::size_t(i)].data.ptr));
        return true;
    }

    void send_next(Client& client, Clock::time_point asked)
    {
        if (started_ >= load_.most_requests || asked >= end_) return;
        client.out.clear();
        if (!load_.next(client.index, client.out)) return;
        ++started_;
        ++under_way_;
        client.sent = asked;
        for (std::size_t sent = 0; sent < client.out.size();) {
            const auto n = ::send(client.fd, client.out.data() + sent, client.out.size() - sent, MSG_NOSIGNAL);
            if (n <= 0) throw std::runtime_error("the server hung up on a request");
            sent += std::size_t(n);
        }
    }

    void read_from(Client& client)
    {
        std::array<char, 64 * 1024> buffer;
        const auto got = ::recv(client.fd, buffer.data(), buffer.size(), 0);
        if (got <= 0) throw std::runtime_error("the server hung up before answering");
        client.in.append(buffer.data(), std::size_t(got));
        const int status = take_answer(client.in);
        if (status == 0) return;
        --under_way_;
        ++seen_.answers;
        ++seen_.by_status[status];
        micros_.push_back(std::uint32_t(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - client.sent).count()));
        free(client);
    }

    void tell_percentiles()
    {
        if (micros_.empty()) return;
        std::sort(micros_.begin(), micros_.end());
        const auto at = [&](double q) { return double(micros_[std::min(micros_.size() - 1, std::size_t(q * double(micros_.size())))]) / 1000; };
        seen_.p50_ms = at(.5);
        seen_.p99_ms = at(.99);
        seen_.p999_ms = at(.999);
    }

    const Load& load_;
    int poll_;
    std::vector<Client> clients_;
    std::vector<std::uint32_t> micros_;
    std::vector<Client*> idle_;       // paced: those that wait for the next request to be due
    std::uint64_t started_ = 0, under_way_ = 0;
    Clock::time_point end_, due_;
    Seen seen_;
};

}  // namespace

std::uint64_t Seen::of_class(int hundred) const
{
    std::uint64_t sum = 0;
    for (const auto& [status, count] : by_status)
        if (status / 100 == hundred) sum += count;
    return sum;
}

Seen run_load(const Load& load) { return Run(load).go(); }

void write_request(std::string& out, const char* method, std::string_view target, std::string_view token, std::string_view json)
{
    out.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    if (!token.empty()) out.append("Authorization: Bearer ").append(token).append("\r\n");
    if (!json.empty()) out.append("Content-Type: application/json\r\n");
    if (!json.empty() || method[0] == 'P') out.append("Content-Length: ").append(std::to_string(json.size())).append("\r\n");
    out.append("\r\n").append(json);
}

double cpu_seconds_of_process() { return seconds_of(CLOCK_PROCESS_CPUTIME_ID); }
double cpu_seconds_of_thread() { return seconds_of(CLOCK_THREAD_CPUTIME_ID); }

}  // namespace meadow::bench
