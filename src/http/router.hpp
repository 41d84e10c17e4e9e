// From a Request to a verb and back: match, who is asking, limits, idempotency, decode, open a transaction, run, commit only on
// success, encode (HOUSE.md §3). Reads on SQLite run here on the I/O thread; writes go to a lane; slow work to a pool.
#pragma once
#include <array>
#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/limits.hpp"
#include "http/message.hpp"
#include "http/route.hpp"
#include "jobs/pool.hpp"
#include "jobs/world.hpp"

namespace meadow::http {

// Looks up who holds a session token; a guest when nobody does. Given by the identity module.
using Identify = Who (*)(db::ReadTx&, std::string_view token, Instant now);

struct RouterOptions {
    int io_threads = 1;
    int read_workers = 8;       // PostgreSQL reads
    int slow_workers = 2;
    int hashing_workers = 1;    // argon2id: 12 ms and 19 MiB each
    std::size_t pool_queue = 512;
    LimitOptions limits;
    Duration log_slower_than = 1s;
    bool log_all = false;       // an access log: one line a request
};

// Latency of one route; bucket i counts answers within 2^i × 16 µs, the last one everything slower (over 8 s).
struct RouteFigures {
    std::array<std::atomic<std::uint64_t>, 20> buckets{};
    std::atomic<std::uint64_t> sum_us{0};
    std::array<std::atomic<std::uint64_t>, 6> by_class{};  // status / 100
};

class RouteTree;
class Exchange;

class Router final : public Handler {
public:
    Router(jobs::World&, Identify, const RouterOptions&);
    ~Router() override;

    // All routes must be added before the first request.
    On on(std::string_view tag) { return On(routes_, tag); }
    void seal();

    // What answers a GET or HEAD that no route matches: pages and files. Runs on the I/O threads at once, so it must not block.
    using Elsewhere = std::function<std::optional<Response>(const Request&)>;
    void otherwise(Elsewhere elsewhere) { elsewhere_ = std::move(elsewhere); }

    void handle(const IoThread&, const Request&, std::shared_ptr<Responder>) override;
    void rest(const IoThread&) noexcept override;
    std::size_t body_cap(const Request& head) const override;

    const std::deque<Route>& routes() const { return routes_; }
    const RouteFigures& figures(const Route&) const;
    std::vector<const jobs::Pool*> pools() const { return {&read_pool_, &slow_pool_, &hashing_pool_}; }

private:
    friend class Exchange;
    // A connection for reading, and whether a snapshot is open on it: on an I/O thread one serves all requests that arrived together,
    // for beginning and ending it costs SQLite a third of a small read.
    struct Reader {
        std::unique_ptr<db::Connection> connection;
        bool reading = false;
    };
    void run_inline(const IoThread&, std::shared_ptr<Exchange>);
    void run_on(jobs::Pool&, std::vector<Reader>& readers, std::shared_ptr<Exchange>);
    template <class Body>
    void read_on(Reader&, Body&&);
    static void end_reading(Reader&);
    void submit(std::shared_ptr<Exchange>);

    jobs::World& world_;
    const Identify identify_;
    const RouterOptions options_;
    Limiter limiter_;
    std::deque<Route> routes_;
    std::unique_ptr<RouteTree> tree_;
    std::deque<RouteFigures> figures_;
    Elsewhere elsewhere_ = [](const Request&) { return std::nullopt; };
    std::vector<Reader> io_readers_, read_readers_, slow_readers_, hashing_readers_;
    jobs::Pool read_pool_, slow_pool_, hashing_pool_;  // last: their threads use what stands above
};

}  // namespace meadow::http
