// One round of the pump: what is due is handed over to everybody who listens, in one command of a lane.
#include <algorithm>

#include "jobs/log.hpp"
#include "jobs/pump.hpp"

namespace meadow::jobs {
namespace {

constexpr std::int64_t round_size = 256;
constexpr std::int64_t patient_attempts = 6;  // automatic tries of parked news before it waits for a person
const Who nobody;

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

bool Pump::deliver(Horizon seen)
{
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

}  // namespace meadow::jobs
