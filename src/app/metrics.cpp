#include "app/metrics.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/exposition.hpp"
#include "modules/discovery/module.hpp"

namespace meadow::app {
namespace {

constexpr double per_second = 1e6;

std::string label(std::string_view name, std::string_view value) { return std::string(name) + "=\"" + std::string(value) + "\""; }

std::string label_of(const http::Route& route)
{
    return label("method", http::method_name(route.method)) + "," + label("route", route.pattern);
}

void write_routes(Exposition& out, const http::Router& router)
{
    out.family("meadow_http_request_seconds", "histogram", "Time from a request being complete to its answer being ready.");
    for (const http::Route& route : router.routes()) {
        const http::RouteFigures& figures = router.figures(route);
        std::uint64_t count = 0;
        for (const auto& bucket : figures.buckets) count += bucket;
        if (count == 0) continue;
        const std::string labels = label_of(route);
        std::uint64_t within = 0;
        for (std::size_t i = 0; i + 1 < figures.buckets.size(); ++i) {
            within += figures.buckets[i];
            out.sample(labels + "," + label("le", Exposition::number(double(std::uint64_t{16} << i) / per_second)), within, "_bucket");
        }
        out.sample(labels + ",le=\"+Inf\"", count, "_bucket");
        out.sample(labels, double(figures.sum_us) / per_second, "_sum");
        out.sample(labels, count, "_count");
    }
    out.family("meadow_http_responses_total", "counter", "Answers by route and class of status.");
    for (const http::Route& route : router.routes())
        for (std::size_t c = 2; c < 6; ++c)
            if (const std::uint64_t count = router.figures(route).by_class[c]; count > 0)
                out.sample(label_of(route) + "," + label("class", std::to_string(c) + "xx"), count);
}

void write_lanes(Exposition& out, const std::vector<db::LaneFigures>& lanes)
{
    const auto each = [&](std::string_view name, std::string_view type, std::string_view help, auto&& value_of) {
        out.family(name, type, help);
        for (const db::LaneFigures& lane : lanes) out.sample(label("lane", lane.name), double(value_of(lane)));
    };
    each("meadow_lane_depth", "gauge", "Commands waiting for the lane.", [](const auto& l) { return l.depth; });
    each("meadow_lane_commands_total", "counter", "Commands the lane has run.", [](const auto& l) { return l.commands; });
    each("meadow_lane_refused_total", "counter", "Commands that ended with a refusal.", [](const auto& l) { return l.refused; });
    each("meadow_lane_faults_total", "counter", "Commands that ended with a fault.", [](const auto& l) { return l.faults; });
    each("meadow_lane_retries_total", "counter", "Commands run again, after a conflict or because one of their batch wrote and then said no.", [](const auto& l) { return l.retries; });
    each("meadow_lane_rejected_total", "counter", "Commands not taken because the queue was full.", [](const auto& l) { return l.rejected; });
    each("meadow_lane_commit_seconds_total", "counter", "Time spent making batches durable.", [](const auto& l) { return double(l.commit_us) / per_second; });
    each("meadow_lane_run_seconds_total", "counter", "Time spent running statements.", [](const auto& l) { return double(l.run_us) / per_second; });
    out.family("meadow_lane_batch_commands", "histogram", "Commands in one transaction.");
    for (const db::LaneFigures& lane : lanes) {
        std::uint64_t within = 0;
        for (int i = 0; i < 9; ++i) {
            within += lane.batch_sizes[i];
            out.sample(label("lane", lane.name) + "," + label("le", std::to_string(1 << i)), within, "_bucket");
        }
        out.sample(label("lane", lane.name) + ",le=\"+Inf\"", lane.batches, "_bucket");
        out.sample(label("lane", lane.name), lane.commands, "_sum");
        out.sample(label("lane", lane.name), lane.batches, "_count");
    }
}

void write_news(Exposition& out, const jobs::PumpFigures& pump, Duration lag)
{
    out.family("meadow_news_delivered_total", "counter", "News handed to subscribers.");
    out.sample("", pump.delivered);
    out.family("meadow_news_parked_total", "counter", "News a subscriber could not digest at first.");
    out.sample("", pump.parked);
    out.family("meadow_news_lag_seconds", "gauge", "How long the oldest news that somebody has not heard has been waiting.");
    out.sample("", double(lag.count()) / per_second);
}

void write_pools(Exposition& out, const std::vector<const jobs::Pool*>& pools)
{
    out.family("meadow_pool_workers", "gauge", "Threads of the pool.");
    for (const jobs::Pool* pool : pools) out.sample(label("pool", pool->name()), std::uint64_t(pool->workers()));
    out.family("meadow_pool_depth", "gauge", "Work waiting for a thread.");
    for (const jobs::Pool* pool : pools) out.sample(label("pool", pool->name()), std::uint64_t(pool->depth()));
    out.family("meadow_pool_rejected_total", "counter", "Work not taken because the queue was full.");
    for (const jobs::Pool* pool : pools) out.sample(label("pool", pool->name()), pool->rejected());
}

void write_server(Exposition& out, const http::ServerFigures& server)
{
    const auto one = [&](std::string_view name, std::string_view type, std::string_view help, std::uint64_t value) {
        out.family(name, type, help);
        out.sample("", value);
    };
    one("meadow_connections_open", "gauge", "Connections open now.", server.open);
    one("meadow_connections_accepted_total", "counter", "Connections accepted.", server.accepted);
    one("meadow_connections_refused_total", "counter", "Connections turned away at a cap.", server.refused_connections);
    one("meadow_http_requests_total", "counter", "Requests read.", server.requests);
    one("meadow_http_bad_requests_total", "counter", "Requests that could not be understood.", server.bad_requests);
    one("meadow_http_timeouts_total", "counter", "Connections ended because the client was too slow.", server.timeouts);
}

void write_discovery(Exposition& out, const discovery::MemoryFigures& use)
{
    out.family("meadow_discovery_memory_bytes", "gauge", "What the discovery engine knows, counted by what it holds.");
    out.sample(label("of", "notes"), double(use.notes));
    out.sample(label("of", "readers"), double(use.readers));
    out.sample(label("of", "taste"), double(use.taste));
    out.family("meadow_discovery_memory_budget_bytes", "gauge", "Beyond which the coldest of it is forgotten first (policy: memory_mb).");
    out.sample("", double(use.budget));
}

void write_process(Exposition& out)
{
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    std::ifstream("/proc/self/statm") >> size >> resident;
    out.family("process_resident_memory_bytes", "gauge", "Resident memory.");
    out.sample("", resident * std::uint64_t(sysconf(_SC_PAGESIZE)));
    std::uint64_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) ++files;
    out.family("process_open_fds", "gauge", "Open file descriptors.");
    out.sample("", files);
}

}  // namespace

std::string metrics_of(Meadow& meadow, const http::Server* server)
{
    Exposition out;
    write_routes(out, meadow.router());
    write_lanes(out, meadow.lanes().figures());
    write_news(out, meadow.pump().figures(), meadow.pump().lag());
    write_pools(out, meadow.router().pools());
    if (server != nullptr) write_server(out, server->figures());
    write_discovery(out, discovery::memory_figures(meadow.world()));
    write_process(out);
    return out.take();
}

}  // namespace meadow::app
