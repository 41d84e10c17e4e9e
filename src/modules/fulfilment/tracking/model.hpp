// Carriers and what they tell. Pure but for the interface itself.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/context.hpp"
#include "jobs/world.hpp"
#include "modules/fulfilment/parcels/model.hpp"

namespace meadow::fulfilment {

inline const Setting<Duration> poll_pause{"fulfilment.poll_pause", 4h, "How often a carrier is asked about a parcel it does not tell of"};
inline const Setting<Duration> poll_for{"fulfilment.poll_for", std::chrono::hours{24 * 45}, "How long a carrier is asked about a parcel"};

// The name under which parcels of carriers nobody here knows are kept.
inline constexpr std::string_view other_carrier = "other";

// A company that carries parcels: an adapter. Called outside every transaction; throws to be tried again.
class Carrier {
public:
    virtual ~Carrier() = default;
    // Asks the carrier to tell us about this waybill. Safe to repeat.
    virtual void enlist(jobs::World&, const std::string& waybill) = 0;
    // Everything it knows of the waybill by now, in any order.
    virtual std::vector<Scan> ask(jobs::World&, const std::string& waybill) = 0;
};

// All that this town works with, by name: an adapter, put in by floor 3.
class Carriers {
public:
    void add(std::string name, std::unique_ptr<Carrier> carrier) { all_.emplace_back(std::move(name), std::move(carrier)); }
    Carrier* find(std::string_view name) const
    {
        for (const auto& [own, carrier] : all_)
            if (own == name) return carrier.get();
        return nullptr;
    }

private:
    std::vector<std::pair<std::string, std::unique_ptr<Carrier>>> all_;
};

// What a carrier pushes: the body of POST /v1/carriers/{carrier}/events, signed with HMAC-SHA256 in hex.
struct CarrierEvent {
    std::string waybill;
    Scan scan;
};
BOOST_DESCRIBE_STRUCT(CarrierEvent, (), (waybill, scan))

std::string sign_event(std::string_view secret, std::string_view body);

struct TrackedWaybill {
    std::string carrier;
    std::string waybill;
};
BOOST_DESCRIBE_STRUCT(TrackedWaybill, (), (carrier, waybill))

// A timer: time to ask the carrier, should the parcel still be on its way.
struct PollDue {
    static constexpr std::string_view kind = "fulfilment.poll_due";
    std::string carrier;
    std::string waybill;
    Instant until;
};
BOOST_DESCRIBE_STRUCT(PollDue, (), (carrier, waybill, until))

inline constexpr std::string_view enlist_errand = "fulfilment.enlist_waybill";
inline constexpr std::string_view ask_errand = "fulfilment.ask_carrier";

}  // namespace meadow::fulfilment
