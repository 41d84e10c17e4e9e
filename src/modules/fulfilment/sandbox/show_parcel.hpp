#pragma once
#include "base/page.hpp"
#include "http/call.hpp"
#include "modules/fulfilment/parcels/ship_order.hpp"
#include "modules/fulfilment/sandbox/carrier.hpp"

namespace meadow::fulfilment::sandbox {

// Where the carrier's own pages are (routes.cpp): not part of our API, somebody else's server.
extern const std::string_view parcel_path;
extern const std::string_view style_path;

struct ShowParcel {
    Waybill waybill;
};
BOOST_DESCRIBE_STRUCT(ShowParcel, (), (waybill))

// A parcel as the carrier's own page tells of it: where it was and when, and buttons that make a demonstration quick.
Result<http::Content> show_parcel(ReadCtx&, const ShowParcel&);
// Its looks; the page may hold no style of its own.
Result<http::Content> show_style(ReadCtx&, const Nothing&);

enum class CarrierAction : std::uint8_t {
    next,      // the parcel comes to its next station now
    rest,      // it goes all the way to its receiver now
};
BOOST_DESCRIBE_ENUM(CarrierAction, next, rest)

struct MoveParcel {
    Waybill waybill;
    CarrierAction action{};
};
BOOST_DESCRIBE_STRUCT(MoveParcel, (), (waybill, action))

// Somebody presses a button of the page; leads back to it. The town hears of it as of any station: late, twice, or only when it asks.
Result<http::Content> move_parcel(WriteCtx&, const MoveParcel&);

struct ListParcels {
    PageSize limit = page_size_max;
};
BOOST_DESCRIBE_STRUCT(ListParcels, (), (limit))

struct SandboxParcel {
    std::string waybill;
    std::string page;                // the carrier's own
    std::string place;               // where it was scanned last; empty: not yet
    ParcelState state{};
    Instant handed_in_at;
};
BOOST_DESCRIBE_STRUCT(SandboxParcel, (), (waybill, page, place, state, handed_in_at))
struct SandboxParcels {
    std::vector<SandboxParcel> items;
};
BOOST_DESCRIBE_STRUCT(SandboxParcels, (), (items))

// For operators of a demonstration: the parcels handed in last, the newest first.
Result<SandboxParcels> list_sandbox_parcels(ReadCtx&, const ListParcels&);

}  // namespace meadow::fulfilment::sandbox
