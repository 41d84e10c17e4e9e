#include "jobs/pump.hpp"

#include <pthread.h>

#include <algorithm>
#include <chrono>

#include "jobs/log.hpp"

namespace meadow::jobs {
namespace {

constexpr std::int64_t followed_at_once = 256;
const Who nobody;

const Setting<Duration> keep_news{"jobs.keep_news", std::chrono::hours{24 * 7}, "How long news stays in the outbox after everyone heard it"};

}  // namespace

void Pump::follow(std::function<void(const std::vector<News>&)> apply)
{
    if (followers_.empty()) {
        const Horizon seen = horizon(world_);
        read_now(world_, nobody, [&](ReadCtx& ctx) { followed_ = store::newest(ctx.tx, seen.settled); });
    }
    followers_.push_back(std::move(apply));
}

void Pump::run_followers(Horizon seen)
{
    if (followers_.empty()) return;
    std::vector<News> news;
    do {
        read_now(world_, nobody, [&](ReadCtx& ctx) { news = store::news_after(ctx.tx, followed_, followed_at_once, seen.settled); });
        if (news.empty()) return;
        for (const auto& apply : followers_) apply(news);
        followed_ = {news.back().xid, news.back().seq};
    } while (std::int64_t(news.size()) == followed_at_once);
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

// Until something is told or a periodic job is due, at most 200 ms: timers and other processes do not wake us. False when stopping.
bool Pump::wait()
{
    constexpr Duration least = std::chrono::milliseconds{1}, most = std::chrono::milliseconds{200};
    Duration pause = most;
    const Instant now = world_.clock.now();
    for (const Periodic& p : periodic_)
        if (p.next) pause = std::clamp(p.next - now, least, pause);
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, pause, [&] { return awake_ || stopping_; });
    awake_ = false;
    return !stopping_;
}

void Pump::work()
{
    pthread_setname_np(pthread_self(), "pump");
    while (wait()) {
        try {
            for (bool more = true; more;) {
                const Horizon seen = horizon(world_);   // for the whole round: looking costs as much as delivering a few
                more = deliver(seen);
                run_followers(seen);
                run_relays(seen);
            }
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
        while (deliver(horizon(world_))) more = true;
        if (errands_.run_due(world_, 64) > 0) more = true;
        const Horizon seen = horizon(world_);
        run_followers(seen);
        run_relays(seen);
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
