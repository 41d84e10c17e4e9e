// Relays: news carried to another store.
#include "jobs/pump.hpp"

namespace meadow::jobs {
namespace {

constexpr std::int64_t relayed_at_once = 256;

}  // namespace

// A relay that fails holds up nobody: the same news is carried again at the next turn.
void Pump::run_relays(Horizon seen)
{
    for (Relay& relay : relays_) {
        try {
            carry(relay, seen);
        } catch (const std::exception& broken) {
            tell_failure("a relay of news failed", broken);
        }
    }
}

void Pump::carry(Relay& relay, Horizon seen)
{
    for (std::vector<News> news;;) {
        read_now(world_, {}, [&](ReadCtx& ctx) {
            if (!relay.carried) relay.carried = relay.saved = store::find_cursor(ctx.tx, relay.name).value_or(Place{INT64_MIN, 0});
            news = store::news_after(ctx.tx, *relay.carried, relayed_at_once, seen.settled);
        });
        if (news.empty()) break;
        db::wait_until_durable(world_.lanes, db::Home::main);
        relay.keep(news);
        relay.carried = Place{news.back().xid, news.back().seq};
        if (std::int64_t(news.size()) < relayed_at_once) break;
    }
    // What is carried again does no harm, so a commit of its own is paid for once a second only.
    const Instant now = world_.clock.now();
    if (*relay.carried != relay.saved && (now - relay.saved_at >= 1s || now < relay.saved_at)) save_place(relay);
}

void Pump::save_place(Relay& relay)
{
    const Place place = *relay.carried;
    write_in_lane(world_, {}, 0, [&](WriteCtx& ctx) {
        // Another process may be further.
        if (store::find_cursor(ctx.tx, relay.name).value_or(Place{INT64_MIN, 0}) < place) store::put_cursor(ctx.tx, relay.name, place);
        return true;
    });
    relay.saved = place;
    relay.saved_at = world_.clock.now();
}

}  // namespace meadow::jobs
