#include "jobs/pump.hpp"

#include <pthread.h>

#include <algorithm>
#include <chrono>

#include "jobs/log.hpp"

namespace meadow::jobs {
namespace {

constexpr std::int64_t round_size = 256;
constexpr std::int64_t patient_attempts = 6;  // automatic tries of parked news before it waits for a person
const Who nobody;

const Setting<Duration> keep_news{"jobs.keep_news", std::chrono::hours{24 * 7}, "How long news stays in the outbox after everyone heard it"};

}  // namespace

// Somebody could not digest what they heard: the round is repeated with savepoints, so that their part alone is taken back.
struct Pump::Indigestible {};

// One run of a round; the lane may run it again from the start.
struct Pump::Round {
    bool guarded = false;  // a savepoint around every handler
    PumpFigures figures;
};

std::string run_guarded(WriteCtx& ctx, const Listeners::Handle& handle, const std::string& body)
{
    db::Connection& connection = ctx.tx.connection();
    const std::size_t told_before = ctx.told.size();
    connection.savepoint();
    try {
        const Done result = handle(ctx, body);
        if (result.ok()) {
            connection.release_savepoint();
            return {};
        }
        connection.rollback_to_savepoint();
        ctx.told.resize(told_before);
        return "refused: " + std::string(result.refusal().kind->key) + " " + result.refusal().detail;
    } catch (const db::Fault& fault) {
        if (fault.kind == db::Fault::Kind::conflict) throw;  // the lane repeats the whole round
        connection.rollback_to_savepoint();
        ctx.told.resize(told_before);
        return fault.what();
    } catch (const std::exception& broken) {
        connection.rollback_to_savepoint();
        ctx.told.resize(told_before);
        return broken.what();
    }
}

void Pump::run_bare(WriteCtx& ctx, const Listeners::Handle& handle, const std::string& body, Round& round)
{
    try {
        if (handle(ctx, body).ok()) return;
    } catch (const db::Fault& fault) {
        if (fault.kind == db::Fault::Kind::conflict) throw;
    } catch (const std::exception&) {
    }
    round.guarded = true;
    throw Indigestible{};
}

// Where every subscriber stands; one that has never heard anything stands before the first news.
std::vector<std::pair<std::string, Place>> Pump::cursors(db::ReadTx& tx) const
{
    std::vector<std::pair<std::string, Place>> out;
    const auto known = store::subscribers(tx);
    for (const std::string& subscriber : listeners_.subscribers()) {
        const auto found = std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.name == subscriber; });
        out.emplace_back(subscriber, found == known.end() ? Place{INT64_MIN, 0} : Place{found->xid, found->seq});
    }
    return out;
}

Place Pump::heard_by_all(const std::vector<std::pair<std::string, Place>>& cursors)
{
    Place oldest{INT64_MAX, INT64_MAX};
    for (const auto& [subscriber, place] : cursors) oldest = std::min(oldest, place);
    return oldest;
}

// Asked before the lane is: a round that finds nothing would still have taken its turn, which is a write.
bool Pump::anything_due(Horizon seen)
{
    bool due = false;
    read_now(world_, nobody, [&](ReadCtx& ctx) {
        const auto timer = store::next_timer(ctx.tx);
        due = (timer && *timer <= ctx.now) || !store::news_after(ctx.tx, heard_by_all(cursors(ctx.tx)), 1, seen.settled).empty() ||
              !store::parked_due(ctx.tx, ctx.now, 1).empty();
    });
    return due;
}

bool Pump::deliver()
{
    const Horizon seen = horizon(world_);
    if (!anything_due(seen)) return false;
    bool did_something = false;
    Round round;
    for (bool delivered = false; !delivered;) {
        try {
            write_in_lane(world_, nobody, 0, [&](WriteCtx& ctx) {
                did_something = deliver_round(ctx, seen, round);
                return true;  // another process may have been quicker, but the turn is taken
            });
            delivered = true;
        } catch (const Indigestible&) {
        }
    }
    const std::lock_guard lock(mutex_);
    figures_.delivered += round.figures.delivered;
    figures_.parked += round.figures.parked;
    return did_something;
}

bool Pump::deliver_round(WriteCtx& ctx, Horizon seen, Round& round)
{
    round.figures = {};
    store::take_turn(ctx.tx);
    const bool rang = store::ring_timers(ctx.tx, ctx.now, round_size) > 0;
    const bool retried = retry_parked(ctx);
    const auto heard = cursors(ctx.tx);
    const std::vector<News> news = store::news_after(ctx.tx, heard_by_all(heard), round_size, seen.settled);
    for (const News& item : news) hand_over(ctx, item, heard, round);
    if (!news.empty()) {
        const Place last{news.back().xid, news.back().seq};
        for (const auto& [subscriber, place] : heard)
            if (place < last) store::put_cursor(ctx.tx, subscriber, last);
    }
    return rang || retried || !news.empty();
}

void Pump::hand_over(WriteCtx& ctx, const News& news, const std::vector<std::pair<std::string, Place>>& cursors, Round& round)
{
    for (const auto& subscription : listeners_.of(news.kind)) {
        const auto cursor = std::find_if(cursors.begin(), cursors.end(), [&](const auto& c) { return c.first == subscription.subscriber; });
        if (Place{news.xid, news.seq} <= cursor->second) continue;  // heard before; another subscriber is behind
        ++round.figures.delivered;
        if (!round.guarded) {
            run_bare(ctx, subscription.handle, news.body, round);
            continue;
        }
        const std::string error = run_guarded(ctx, subscription.handle, news.body);
        if (error.empty()) continue;
        ++round.figures.parked;
        log::error("news parked", {{"subscriber", subscription.subscriber}, {"kind", news.kind}, {"error", error}});
        store::park(ctx.tx, {ctx.ids.next(), subscription.subscriber, news.kind, news.body, error, 1, ctx.now, ctx.now + 1s});
    }
}

bool Pump::retry_parked(WriteCtx& ctx)
{
    const std::vector<Parked> due = store::parked_due(ctx.tx, ctx.now, 16);
    for (const Parked& parked : due) {
        std::string error = "nobody listens to this any more";
        for (const auto& subscription : listeners_.of(parked.kind))
            if (subscription.subscriber == parked.subscriber) error = run_guarded(ctx, subscription.handle, parked.body);
        if (error.empty()) {
            store::unpark(ctx.tx, parked.id);
            continue;
        }
        const Duration pause = 1s * (std::int64_t{1} << (2 * std::min<std::int64_t>(parked.attempts, 8)));
        store::postpone_parked(ctx.tx, parked.id, error, parked.attempts < patient_attempts ? ctx.now + pause : Instant{});
    }
    return !due.empty();
}

void Pump::follow(std::function<void(const std::vector<News>&)> apply)
{
    if (followers_.empty()) {
        const Horizon seen = horizon(world_);
        read_now(world_, nobody, [&](ReadCtx& ctx) { followed_ = store::newest(ctx.tx, seen.settled); });
    }
    followers_.push_back(std::move(apply));
}

void Pump::run_followers()
{
    if (followers_.empty()) return;
    std::vector<News> news;
    do {
        const Horizon seen = horizon(world_);
        read_now(world_, nobody, [&](ReadCtx& ctx) { news = store::news_after(ctx.tx, followed_, round_size, seen.settled); });
        if (news.empty()) return;
        for (const auto& apply : followers_) apply(news);
        followed_ = {news.back().xid, news.back().seq};
    } while (std::int64_t(news.size()) == round_size);
}

void Pump::run_periodic()
{
    const Instant now = world_.clock.now();
    for (Periodic& p : periodic_) {
        if (!p.next) p.next = now + p.pause;
        if (now < p.next) continue;
        p.next = now + p.pause;
        try {
            p.job();
        } catch (const std::exception& broken) {
            tell_failure("a periodic job failed", broken);
        }
    }
}

void Pump::tell_failure(std::string_view doing, const std::exception& broken) { log::error(doing, {{"error", broken.what()}}); }

void Pump::start()
{
    every(1min, [this] {
        write_in_lane(world_, nobody, 0, [&](WriteCtx& ctx) {
            Place heard = std::min(store::newest(ctx.tx), heard_by_all(cursors(ctx.tx)));
            for (const Relay& relay : relays_) heard = std::min(heard, store::find_cursor(ctx.tx, relay.name).value_or(Place{INT64_MIN, 0}));
            return store::prune_outbox(ctx.tx, heard, ctx.now - keep_news(ctx), 5000) > 0;
        });
    });
    every(5s, [this] { read_now(world_, nobody, [&](ReadCtx& ctx) { world_.settings.load(ctx.tx); }); });
    thread_ = std::thread([this] { work(); });
    errand_thread_ = std::thread([this] { run_errands(); });
}

void Pump::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    errand_wake_.notify_one();
    if (thread_.joinable()) thread_.join();
    if (errand_thread_.joinable()) errand_thread_.join();
}

void Pump::wake()
{
    const std::lock_guard lock(mutex_);
    if (!std::exchange(awake_, true)) wake_.notify_one();
    if (!std::exchange(errands_awake_, true)) errand_wake_.notify_one();
}

// Until something is told, at most 200 ms: timers and other processes do not wake us. False when stopping.
bool Pump::wait()
{
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, std::chrono::milliseconds{200}, [&] { return awake_ || stopping_; });
    awake_ = false;
    return !stopping_;
}

void Pump::work()
{
    pthread_setname_np(pthread_self(), "pump");
    while (wait()) {
        try {
            while (deliver()) {
                run_followers();
                run_relays();
            }
            run_followers();
            run_relays();
            run_periodic();
        } catch (const std::exception& broken) {
            tell_failure("delivering news failed", broken);
        }
    }
}

// The same for errands. News come by the thousand and few of them bring an errand, so one look is enough for all that were told
// within 25 ms.
bool Pump::wait_for_errands()
{
    std::unique_lock lock(mutex_);
    errands_awake_ = true;  // nobody need wake us during the pause
    errand_wake_.wait_for(lock, std::chrono::milliseconds{25}, [&] { return stopping_; });
    errands_awake_ = false;
    errand_wake_.wait_for(lock, std::chrono::milliseconds{175}, [&] { return errands_awake_ || stopping_; });
    return !stopping_;
}

void Pump::run_errands()
{
    pthread_setname_np(pthread_self(), "errands");
    while (wait_for_errands()) {
        try {
            while (errands_.run_due(world_, 32) > 0) {}
        } catch (const std::exception& broken) {
            tell_failure("running errands failed", broken);
        }
    }
}

// Until all that has been committed by now can be heard.
void Pump::wait_for_horizon()
{
    constexpr int most_looks = 30'000;
    Horizon seen = horizon(world_);
    const std::int64_t begun = seen.begun;
    for (int looks = 1; seen.settled < begun; ++looks) {
        if (looks == most_looks) throw db::Fault(db::Fault::Kind::busy, "a transaction of this database has kept news back for half a minute");
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, std::chrono::milliseconds{1}, [&] { return stopping_; });
        lock.unlock();
        seen = horizon(world_);
    }
}

void Pump::settle()
{
    for (bool more = true; more;) {
        more = false;
        wait_for_horizon();
        while (deliver()) more = true;
        if (errands_.run_due(world_, 64) > 0) more = true;
        run_followers();
        run_relays();
        for (Relay& relay : relays_)
            if (relay.carried && *relay.carried != relay.saved) save_place(relay);
    }
}

Duration Pump::lag() const
{
    std::vector<News> waiting;
    Duration out{};
    read_now(world_, nobody, [&](ReadCtx& ctx) {
        waiting = store::news_after(ctx.tx, store::slowest(ctx.tx), 1);
        if (!waiting.empty()) out = ctx.now - waiting.front().told_at;
    });
    return out;
}

PumpFigures Pump::figures() const
{
    const std::lock_guard lock(mutex_);
    return figures_;
}

}  // namespace meadow::jobs
