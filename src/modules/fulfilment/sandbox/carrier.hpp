// The sandbox carrier stands for a company outside and behaves as badly as one: it takes its time, and of its messages some come
// late, some twice, some before the ones that were sent earlier, and some never; those are found only by asking.
#pragma once
#include "modules/fulfilment/sandbox/store.hpp"
#include "modules/fulfilment/tracking/model.hpp"

namespace meadow::fulfilment::sandbox {

inline constexpr std::string_view carrier_name = "sandbox";

inline const Setting<Duration> pace{"fulfilment.sandbox_pace", 2h, "Between two scans of the sandbox carrier; short ones make a demonstration lively"};

class SandboxCarrier final : public Carrier {
public:
    void enlist(jobs::World&, const std::string& waybill) override;
    std::vector<Scan> ask(jobs::World&, const std::string& waybill) override;
};

// On its way a parcel passes these many; at the last it is delivered.
inline constexpr std::int64_t station_count = 5;
Scan scan_of(const store::Station&);

// A timer of the carrier's: the parcel comes to its next station.
struct StationReached {
    static constexpr std::string_view kind = "fulfilment.sandbox_station_reached";
    std::string waybill;
    std::int64_t step = 0;
};
BOOST_DESCRIBE_STRUCT(StationReached, (), (waybill, step))
Done reach_station(WriteCtx&, const StationReached&);

// An errand of the carrier's: a signed message to the town.
struct Push {
    std::string body;
};
BOOST_DESCRIBE_STRUCT(Push, (), (body))
inline constexpr std::string_view push_errand = "fulfilment.sandbox_push";
void push(jobs::World&, const Push&);

}  // namespace meadow::fulfilment::sandbox
