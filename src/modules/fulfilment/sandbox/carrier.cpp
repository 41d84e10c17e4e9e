#include "modules/fulfilment/sandbox/carrier.hpp"

#include <array>

#include "jobs/errands.hpp"
#include "modules/fulfilment/tracking/hear_carrier.hpp"
#include "modules/fulfilment/tracking/store.hpp"

namespace meadow::fulfilment::sandbox {
namespace {

struct Stop {
    ParcelState state;
    std::string_view place, what;
};
constexpr std::array<Stop, station_count> stops{{
    {ParcelState::in_transit, "寄件网点", "已揽收"},
    {ParcelState::in_transit, "始发分拨中心", "已发往目的地"},
    {ParcelState::in_transit, "目的地分拨中心", "已到达"},
    {ParcelState::in_transit, "派件网点", "派送中"},
    {ParcelState::delivered, "派件网点", "已签收"},
}};

// Of eight messages one is never sent, one is sent twice, two are late enough to be overtaken.
void tell_town(WriteCtx& ctx, const std::string& waybill, const store::Station& station)
{
    const Push message{to_json(CarrierEvent{waybill, scan_of(station)})};
    const auto chance = ctx.dice.below(8);
    if (chance == 0) return;
    jobs::errands::send(ctx, push_errand, message, chance <= 2 ? pace(ctx) + pace(ctx) / 2 : Duration{});
    if (chance == 3) jobs::errands::send(ctx, push_errand, message, 1min);
}

}  // namespace

Scan scan_of(const store::Station& station)
{
    const Stop& stop = stops[std::size_t(station.step) % stops.size()];
    return {"s" + std::to_string(station.step), stop.state, std::string(stop.place), std::string(stop.what), station.at};
}

void SandboxCarrier::enlist(jobs::World& world, const std::string& waybill)
{
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
        if (!store::hand_in(ctx.tx, waybill, ctx.now)) return false;
        fulfilment::store::offer_carrier_secret(ctx.tx, carrier_name, ctx.dice.token());
        ctx.tell_at(ctx.now + pace(ctx), StationReached{waybill, 0});
        return true;
    });
}

std::vector<Scan> SandboxCarrier::ask(jobs::World& world, const std::string& waybill)
{
    std::vector<Scan> out;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) {
        for (const store::Station& station : store::stations(ctx.tx, waybill)) out.push_back(scan_of(station));
    });
    return out;
}

Done reach_station(WriteCtx& ctx, const StationReached& news)
{
    const store::Station station{news.step, ctx.now};
    if (!store::note_station(ctx.tx, news.waybill, station)) return done();
    tell_town(ctx, news.waybill, station);
    if (news.step + 1 < std::int64_t(stops.size())) ctx.tell_at(ctx.now + pace(ctx), StationReached{news.waybill, news.step + 1});
    return done();
}

// Through the same door, with the same signature, as a company outside would.
void push(jobs::World& world, const Push& message)
{
    const auto heard = jobs::write_now<Nothing>(world, {}, 0, [&](WriteCtx& ctx) {
        HearCarrier in;
        in.carrier = Text<1, 40>(carrier_name);
        in.signature = sign_event(fulfilment::store::carrier_secret(ctx.tx, carrier_name).value_or(""), message.body);
        in.body = {"application/json", message.body};
        return hear_carrier(ctx, in);
    });
    if (!heard.ok()) throw std::runtime_error("the town refused: " + std::string(heard.refusal().kind->key));
}

}  // namespace meadow::fulfilment::sandbox
