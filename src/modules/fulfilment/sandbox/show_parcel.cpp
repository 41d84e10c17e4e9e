#include "modules/fulfilment/sandbox/show_parcel.hpp"

#include "http/html.hpp"
#include "http/url.hpp"
#include "modules/fulfilment/sandbox/store.hpp"

namespace meadow::fulfilment::sandbox {
namespace {

constexpr std::string_view looks = R"css(
body { font: 16px/1.5 system-ui, sans-serif; background: #f4f4f0; color: #222; margin: 0; }
main { max-width: 30rem; margin: 3rem auto; padding: 1.5rem; background: #fff; border-radius: .75rem; }
h1 { font-size: 1.1rem; } [lang=en], time { color: #5c5c58; } .waybill { font-size: 1.6rem; margin: .5rem 0; overflow-wrap: anywhere; }
ol { list-style: none; margin: 1.25rem 0; padding: 0 0 0 1.25rem; border-left: 2px solid #ddd; } li { margin: 0 0 1rem; position: relative; }
li::before { content: ""; position: absolute; left: -1.63rem; top: .45rem; width: .7rem; height: .7rem; border-radius: 50%; background: #bbb; }
li:first-child::before { background: #1a7f4b; } time { display: block; font-size: .875rem; }
button { width: 100%; padding: .7rem; margin: .25rem 0; border: 1px solid #ccc; border-radius: .5rem; background: #fff; color: inherit; font: inherit; cursor: pointer; }
button:focus-visible { outline: 3px solid #4c9ffe; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  body { background: #161614; color: #eee; } main, button { background: #222220; } [lang=en], time { color: #aaa; } button { border-color: #555; } ol { border-color: #444; }
}
)css";

std::string both(std::string_view zh, std::string_view en) { return std::string(zh) + " <span lang=\"en\">" + std::string(en) + "</span>"; }

std::string page_of_parcel(const std::string& waybill) { return std::string(parcel_path) + "/" + http::percent_encoded(waybill); }

std::string button(const std::string& waybill, CarrierAction action, std::string_view zh, std::string_view en)
{
    return "<form method=\"post\" action=\"" + page_of_parcel(waybill) + "/" + name_of(action) + "\"><button>" +
           both(zh, en) + "</button></form>";
}

std::string history(const std::vector<store::Station>& stations)
{
    if (stations.empty()) return "<p role=\"status\">" + both("还没有揽收", "Not picked up yet") + "</p>";
    std::string out = "<ol>";
    for (const store::Station& station : stations) {
        const Scan scan = scan_of(station);
        out += "<li>" + http::escaped(scan.what) + " · " + http::escaped(scan.place) + "<time>" + text(scan.at) + "</time></li>";
    }
    return out + "</ol>";
}

}  // namespace

Result<http::Content> show_parcel(ReadCtx& ctx, const ShowParcel& in)
{
    const std::string waybill = in.waybill;
    if (!store::was_handed_in(ctx.tx, waybill)) return refuse(not_found);
    const auto stations = store::stations(ctx.tx, waybill);
    const bool arrived = !stations.empty() && scan_of(stations.front()).state == ParcelState::delivered;
    std::string body = "<!doctype html><html lang=\"zh\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                       "<title>沙箱快递 Sandbox carrier</title><link rel=\"stylesheet\" href=\"" + std::string(style_path) +
                       "\"></head><body><main><h1>" + both("沙箱快递", "Sandbox carrier") + "</h1><p>" +
                       both("这里没有真的包裹。", "No real parcel moves here.") + "</p><p class=\"waybill\">" + http::escaped(waybill) + "</p>" + history(stations);
    if (!arrived)
        body += button(waybill, CarrierAction::next, "到下一站", "To the next station") + button(waybill, CarrierAction::rest, "直接送达", "All the way to the door");
    http::Content out;
    out.content_type = std::string(http::html_type);
    out.body = body + "</main></body></html>";
    out.headers = {{"Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
                   {"Referrer-Policy", "no-referrer"}};
    return out;
}

Result<http::Content> show_style(ReadCtx&, const Nothing&)
{
    http::Content out;
    out.content_type = "text/css; charset=utf-8";
    out.body = looks;
    return out;
}

Result<http::Content> move_parcel(WriteCtx& ctx, const MoveParcel& in)
{
    const std::string waybill = in.waybill;
    if (!store::was_handed_in(ctx.tx, waybill)) return refuse(not_found);
    const auto stations = store::stations(ctx.tx, waybill);
    const std::int64_t first = stations.empty() ? 0 : stations.front().step + 1;
    const std::int64_t end = in.action == CarrierAction::next ? first + 1 : station_count;
    for (std::int64_t step = first; step < end && step < station_count; ++step) TRY(reach_station(ctx, {waybill, step}));
    http::Content out;
    out.status = 303;
    out.headers.push_back({"Location", page_of_parcel(waybill)});
    return out;
}

Result<SandboxParcels> list_sandbox_parcels(ReadCtx& ctx, const ListParcels& in)
{
    SandboxParcels out;
    for (const store::HandedIn& parcel : store::newest_waybills(ctx.tx, in.limit)) {
        SandboxParcel& shown = out.items.emplace_back();
        shown.waybill = parcel.waybill;
        shown.page = page_of_parcel(parcel.waybill);
        shown.state = ParcelState::shipped;
        shown.handed_in_at = parcel.handed_in_at;
        if (!parcel.scans) continue;
        const Scan last = scan_of({parcel.scans - 1, {}});
        shown.place = last.place;
        shown.state = last.state;
    }
    return out;
}

}  // namespace meadow::fulfilment::sandbox
