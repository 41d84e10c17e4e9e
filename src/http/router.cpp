#include "http/router.hpp"

#include <sched.h>
#include <unistd.h>

#include "http/exchange.hpp"
#include "http/problem.hpp"
#include "http/route_tree.hpp"

namespace meadow::http {
namespace {

// When the snapshot that this thread reads in was opened, or a moment before.
thread_local Instant snapshot_since;

// A write on its way through a lane.
class WriteCommand final : public db::Command {
public:
    WriteCommand(std::shared_ptr<Exchange> exchange, jobs::World& world) : exchange_(std::move(exchange)), world_(world) {}
    bool run(db::Tx& tx) override { return exchange_->write(tx); }
    void done(std::exception_ptr fault) noexcept override
    {
        if (fault) exchange_->finish(fault);
        else {
            if (exchange_->told_something()) world_.news_is_waiting();
            exchange_->finish();
        }
        exchange_.reset();
    }

private:
    std::shared_ptr<Exchange> exchange_;
    jobs::World& world_;
};

// A password takes 12 ms of a core. The thread that hashes lets everybody else go first, so that a crowd at the door is not felt by
// those who are inside. Only SCHED_IDLE makes Linux take the core away from it as soon as another thread wakes: with the lowest nice value
// a page's 99th percentile is still ten times as long. On a machine without a moment's rest it leaves one part in 340 of a core, so that
// signing in becomes slow, is turned away with 503 when too many wait, and never stops.
void give_way()
{
    thread_local const bool polite = [] {
        const sched_param none{};
        return sched_setscheduler(0, SCHED_IDLE, &none) == 0;   // Linux: of this thread alone
    }();
    static_cast<void>(polite);
}

}  // namespace

Router::Router(jobs::World& world, Identify identify, const RouterOptions& options)
    : world_(world), identify_(identify), options_(options), limiter_(options.limits), tree_(std::make_unique<RouteTree>()),
      io_readers_(std::size_t(options.io_threads)), read_readers_(std::size_t(options.read_workers)),
      slow_readers_(std::size_t(options.slow_workers)), hashing_readers_(std::size_t(options.hashing_workers)),
      read_pool_("read", world.database.engine() == db::Engine::sqlite ? 0 : options.read_workers, options.pool_queue),
      slow_pool_("slow", options.slow_workers, options.pool_queue), hashing_pool_("hashing", options.hashing_workers, options.pool_queue)
{
}

Router::~Router() = default;

void Router::seal()
{
    for (Route& route : routes_) tree_->add(route);
    figures_ = std::deque<RouteFigures>(routes_.size());
    std::size_t index = 0;
    for (Route& route : routes_) route.index = index++;
}

const RouteFigures& Router::figures(const Route& route) const { return figures_[route.index]; }

std::size_t Router::body_cap(const Request& head) const
{
    const auto match = tree_->find(head.method, head.path);
    return match.route == nullptr ? 64 * 1024 : match.route->body_cap;
}

void Router::handle(const IoThread& thread, const Request& request, std::shared_ptr<Responder> responder)
{
    auto exchange = std::make_shared<Exchange>(*this, request, std::move(responder));
    try {
        if (!exchange->open(*tree_)) return;
        const Route& route = exchange->route();
        const bool embedded = world_.database.engine() == db::Engine::sqlite;
        if (route.where == Where::slow) return run_on(slow_pool_, slow_readers_, exchange);
        if (route.where == Where::hashing) return run_on(hashing_pool_, hashing_readers_, exchange);
        if (embedded) return run_inline(thread, exchange);
        if (route.verb.kind == Kind::write) return submit(exchange);  // who is asking is looked up in the lane
        run_on(read_pool_, read_readers_, exchange);
    } catch (...) {
        exchange->finish(std::current_exception());
    }
}

// Runs `body` in the reader's snapshot, which stays open; a reader that breaks is dropped.
template <class Body>
void Router::read_on(Reader& reader, Body&& body)
{
    try {
        if (!reader.connection) reader.connection = world_.database.open_reader(db::Home::main);
        if (!reader.reading) {
            snapshot_since = world_.clock.now();
            reader.connection->begin_read();
        }
        reader.reading = true;
        db::ReadTx tx(*reader.connection);
        body(tx);
    } catch (...) {
        reader = {};
        throw;
    }
}

void Router::end_reading(Reader& reader)
{
    if (!std::exchange(reader.reading, false)) return;
    try {
        reader.connection->commit();
    } catch (...) {
        reader = {};
        throw;
    }
}

void Router::rest(const IoThread& thread) noexcept
{
    try {
        end_reading(io_readers_[std::size_t(thread.index)]);
    } catch (...) {
        // The connection is gone; the next read opens another and is told if that fails, too.
    }
}

// The part of a request that only reads. Leads on to the lane when the verb writes.
static bool read_part(Exchange& exchange, db::ReadTx& tx)
{
    auto refusal = exchange.admit(tx);
    if (!refusal && exchange.route().verb.kind != Kind::write) refusal = exchange.read(tx);
    if (!refusal) return true;
    // What a preparation refuses may be the effect of this very request's first run: whose answer is then due again.
    if (exchange.replays(tx)) exchange.finish();
    else exchange.refuse_now(*refusal);
    return false;
}

void Router::run_inline(const IoThread& thread, std::shared_ptr<Exchange> exchange)
{
    bool go_on = false;
    read_on(io_readers_[std::size_t(thread.index)], [&](db::ReadTx& tx) {
        exchange->reads_as_of(snapshot_since);
        go_on = read_part(*exchange, tx);
    });
    if (!go_on) return;
    if (exchange->route().verb.kind == Kind::read) exchange->finish();
    else submit(std::move(exchange));
}

void Router::run_on(jobs::Pool& pool, std::vector<Reader>& readers, std::shared_ptr<Exchange> exchange)
{
    const bool taken = pool.submit([this, &readers, exchange](int worker) {
        if (exchange->route().where == Where::hashing) give_way();
        bool go_on = false;
        try {
            Reader& reader = readers[std::size_t(worker)];
            read_on(reader, [&](db::ReadTx& tx) { go_on = read_part(*exchange, tx); });
            end_reading(reader);
            if (!go_on) return;
            if (exchange->route().verb.kind == Kind::read) exchange->finish();
            else submit(exchange);
        } catch (...) {
            exchange->finish(std::current_exception());
        }
    });
    if (!taken) exchange->busy();
}

void Router::submit(std::shared_ptr<Exchange> exchange)
{
    const db::Home home = exchange->home();
    const std::uint64_t key = exchange->home_key();
    Exchange& kept = *exchange;
    std::unique_ptr<db::Command> command = std::make_unique<WriteCommand>(std::move(exchange), world_);
    if (!world_.lanes.submit(home, key, command)) kept.busy();
}

}  // namespace meadow::http
