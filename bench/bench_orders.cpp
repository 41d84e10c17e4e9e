// Buy-now over HTTP, durable before the answer, distinct buyers, the load generator on the same cores; beside the same verb run in the
// lane without HTTP (its preparation included). Then the hot SKU, the slow disk, and PostgreSQL when there is one.
//     --only=WORD     orders, hot, slow, million or postgres: that part alone. A million orders in one go are placed only when asked for.
//     --size=SIZE     empty (the default), grown (kit_grown.hpp) or both; of orders alone
//     --postgres=URL  or $MEADOW_TEST_POSTGRES
//     --lanes=N       on PostgreSQL; 4
#include <atomic>
#include <chrono>
#include <cstdlib>

#include "kit_figures.hpp"
#include "kit_grown.hpp"
#include "kit_lane.hpp"
#include "kit_load.hpp"
#include "modules/trading/orders/place_order.hpp"

using namespace meadow;
using namespace meadow::bench;

namespace {

constexpr int buyers = 20'000;     // each buys a few pieces at most before the next one's turn

template <class SomeId>
SomeId id_of(const std::string& text) { return SomeId{*parse_id(SomeId::prefix(), text)}; }

constexpr std::size_t shops = 20;  // of 50 SKUs each, at every size

SizedTown fresh_market(BenchTown::Options options, int shop_count, int skus, std::int64_t stock, int people = buyers)
{
    SizedTown out;
    out.size = "empty";
    out.open = std::make_unique<BenchTown>(std::move(options));
    out.cast.market = open_market(*out.open, shop_count, skus, stock, people);
    return out;
}

SizedTown market_of(const std::string& size, BenchTown::Options options = {})
{
    SizedTown out = size == "empty" ? fresh_market(std::move(options), shops, 50, 1'000'000) : open_town(size, std::move(options));
    out.cast.market.shops.resize(shops);
    return out;
}

struct Scene {
    SizedTown sized;
    BenchTown& town;
    const Market& market;
    std::atomic<std::size_t> turn{0};

    explicit Scene(SizedTown&& of) : sized(std::move(of)), town(sized.town()), market(sized.cast.market) {}

    const BenchBuyer& next_buyer() { return market.buyers[turn++ % market.buyers.size()]; }
    const BenchShop& shop_of(std::size_t n) const { return market.shops[n % market.shops.size()]; }

    trading::PlaceOrder order_of(std::size_t n, const BenchBuyer& buyer) const
    {
        const BenchShop& shop = shop_of(n);
        trading::PlaceOrder in;
        in.shop = id_of<ShopId>(shop.id);
        in.lines.push_back({id_of<SkuId>(shop.skus[n / market.shops.size() % shop.skus.size()]), 1, {}});
        in.address = id_of<AddressId>(buyer.address);
        in.expected_total = {bench_price};
        return in;
    }

    // Orders a second of the verb alone: prepared and placed in the lane.
    double in_the_lane(int count)
    {
        std::vector<const BenchBuyer*> who;
        for (int i = 0; i < count; ++i) who.push_back(&next_buyer());
        const std::size_t first = turn;
        return verbs_per_second(
            town.world(), count, [&](int i) { return Who{who[std::size_t(i)]->user, {}, 0}; },
            [&](int i) { return std::uint64_t(id_of<ShopId>(shop_of(first + std::size_t(i)).id).value); },
            [&](WriteCtx& ctx, int i) {
                const auto in = order_of(first + std::size_t(i), *who[std::size_t(i)]);
                const auto priced = trading::prepare_order(ctx, in);
                return priced.ok() && trading::place_order(ctx, in, *priced).ok();
            });
    }

    Seen over_http(std::chrono::milliseconds length = std::chrono::milliseconds{3000}, std::uint64_t most = UINT64_MAX)
    {
        return run_load({.port = town.port(), .length = length, .most_requests = most, .next = [&](int, std::string& out) {
                             const BenchBuyer& buyer = next_buyer();
                             const std::size_t n = turn;
                             const BenchShop& shop = shop_of(n);
                             write_request(out, "POST", "/v1/orders", buyer.token,
                                           order_json(shop.id, shop.skus[n / market.shops.size() % shop.skus.size()], buyer.address));
                             return true;
                         }});
    }
};

struct Measured {
    double rate = 0, cpu = 0, p99 = 0;
    std::string lanes;   // of the last round
};

// How the busiest lane spent a round. Commands that had to be run again are never seen by a caller, but they are work.
std::string told_by_lanes(const std::vector<db::LaneFigures>& before, const std::vector<db::LaneFigures>& after, double seconds)
{
    db::LaneFigures most;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const std::uint64_t commands = after[i].commands - before[i].commands;
        if (commands <= most.commands) continue;
        most = after[i];
        most.commands = commands;
        most.batches -= before[i].batches;
        most.retries -= before[i].retries;
        most.commit_us -= before[i].commit_us;
        most.run_us -= before[i].run_us;
    }
    const double count = double(std::max<std::uint64_t>(most.commands, 1));
    return "   lane " + most.name + ": " + std::to_string(most.commands) + " commands in batches of " +
           std::to_string(most.commands / std::max<std::uint64_t>(most.batches, 1)) + ", " + std::to_string(most.retries) + " run again; a command: " +
           std::to_string(double(most.run_us) / count) + " us of statements, " + std::to_string(double(most.commit_us) / count) + " us of commit; idle " +
           std::to_string(100 - double(most.run_us + most.commit_us) / seconds / 1e4) + " %";
}

Measured measure(Scene& scene)
{
    Measured out;
    out.rate = median_of([&] {
        const double before = cpu_seconds_of_process();
        const auto lanes = scene.town.world().lanes.figures();
        const Seen seen = scene.over_http();
        out.lanes = told_by_lanes(lanes, scene.town.world().lanes.figures(), seen.seconds);
        if (seen.of_class(2) != seen.answers) throw std::runtime_error("not every order was placed");
        out.cpu = (cpu_seconds_of_process() - before - seen.client_cpu_seconds) * 1e6 / double(seen.answers);
        out.p99 = seen.p99_ms;
        wait_for_news(scene.town.meadow());
        return seen.per_second();
    });
    return out;
}

double limit_of(Scene& scene, int count)
{
    return median_of([&] {
        const auto start = std::chrono::steady_clock::now();
        scene.in_the_lane(count);
        wait_for_news(scene.town.meadow());  // those statements are run for an order placed over HTTP, too, and beside the next ones
        return count / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    });
}

double tell_orders(Report& report, Scene& scene, const std::string& name)
{
    const std::string& size = scene.sized.size;
    const double limit = limit_of(scene, 10'000);
    const Measured got = measure(scene);
    report.tell({.name = name, .value = got.rate, .unit = "/s", .limit = limit, .limit_name = "the verb and its news in the lane", .size = size, .cpu_us = got.cpu});
    report.tell({.name = name + ", p99", .value = got.p99, .unit = "ms", .limit = 50, .limit_name = "goal", .size = size});
    report.note(got.lanes);
    return got.rate;
}

// Everybody wants the same SKU, of which there are fewer than requests: exactly the stock is sold.
void tell_hot_sku(Report& report, BenchTown::Options options, const std::string& name, double many)
{
    constexpr std::int64_t stock = 20'000;
    Scene scene(fresh_market(std::move(options), 1, 1, stock));
    const auto hot = [&](std::uint64_t requests) {
        return run_load({.port = scene.town.port(), .length = std::chrono::seconds{60}, .most_requests = requests, .next = [&](int, std::string& out) {
                             const BenchBuyer& buyer = scene.next_buyer();
                             write_request(out, "POST", "/v1/orders", buyer.token,
                                           order_json(scene.market.shops[0].id, scene.market.shops[0].skus[0], buyer.address));
                             return true;
                         }});
    };
    const Seen selling = hot(15'000);
    const Seen rest = hot(15'000);
    const std::uint64_t sold = selling.of_class(2) + rest.of_class(2);
    if (std::int64_t(sold) != stock) throw std::runtime_error(std::to_string(sold) + " pieces were sold of " + std::to_string(stock));
    report.tell({.name = name, .value = selling.per_second(), .unit = "/s", .limit = many, .limit_name = "many SKUs"});
    report.tell({.name = name + ", pieces sold", .value = double(sold), .unit = "pieces", .limit = double(stock), .limit_name = "the stock"});
    const Seen refused = hot(15'000);
    report.tell({.name = name + ", refused as sold out", .value = refused.per_second(), .unit = "/s"});
}

// One run without a pause, so that the log, the checkpoints and those who listen are in it as on any busy day.
void tell_million(Report& report)
{
    constexpr std::uint64_t count = 1'000'000;
    Scene scene(fresh_market({}, int(shops), 50, 1'000'000, 100'000));
    const double before = cpu_seconds_of_process();
    const Seen seen = scene.over_http(std::chrono::minutes{10}, count);
    const double cpu = cpu_seconds_of_process() - before - seen.client_cpu_seconds;
    if (seen.of_class(2) != count) throw std::runtime_error("not every order was placed");
    report.tell({.name = "a million orders in one go", .value = seen.seconds, .unit = "s", .limit = 60, .limit_name = "goal", .cpu_us = cpu * 1e6 / double(count)});
    report.tell({.name = "a million orders in one go, p99", .value = seen.p99_ms, .unit = "ms", .limit = 50, .limit_name = "goal"});
    const auto start = std::chrono::steady_clock::now();
    wait_for_news(scene.town.meadow());
    report.note("   those who listen had heard of the last one " +
                std::to_string(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()) + " s later");
}

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    const std::string only = report.value_of("--only", "");
    const auto wanted = [&](const char* part) { return only.empty() || only == part; };
    double empty = 0;
    if (wanted("orders")) {
        for (const std::string& size : sizes_of(report)) {
            Scene scene(market_of(size));
            const double rate = tell_orders(report, scene, "orders");
            if (size == "empty") empty = rate;
            else if (empty > 0) report.tell({.name = "orders, grown", .value = rate, .unit = "/s", .limit = empty, .limit_name = "empty", .size = scene.sized.size});
        }
    }
    if (only == "million") tell_million(report);
    if (wanted("hot")) tell_hot_sku(report, {}, "hot SKU", empty);
    if (wanted("slow")) {
        Scene scene(market_of("empty", {.commit_delay = std::chrono::microseconds{4000}}));
        const Measured slow = measure(scene);
        report.tell({.name = "orders, 4 ms slower disk", .value = slow.rate, .unit = "/s", .limit = empty, .limit_name = "without", .cpu_us = slow.cpu});
        report.note(slow.lanes);
    }
    const char* server = std::getenv("MEADOW_TEST_POSTGRES");
    const std::string postgres = report.value_of("--postgres", server != nullptr ? server : "");
    if (!postgres.empty() && wanted("postgres")) {
        const BenchTown::Options options{.database_url = postgres, .lanes = std::stoi(report.value_of("--lanes", "4"))};
        double many = 0;
        {
            Scene scene(market_of("empty", options));
            many = tell_orders(report, scene, "orders on PostgreSQL");
        }
        tell_hot_sku(report, options, "hot SKU on PostgreSQL", many);
    }
    return 0;
}
