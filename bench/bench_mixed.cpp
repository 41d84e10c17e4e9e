// What a busy hour is made of: 80 % reading, 15 % likes and views, 5 % orders, on one server at once. The limit is the reading alone.
//   bench_mixed [--size=empty|grown|both]
//   bench_mixed --soak=600       keeps it up for so many seconds and tells how memory grew from the first tenth to the last
#include <unistd.h>

#include <fstream>
#include <random>

#include "kit_figures.hpp"
#include "kit_grown.hpp"
#include "kit_lane.hpp"
#include "kit_load.hpp"
#include "kit_notes.hpp"

using namespace meadow;
using namespace meadow::bench;

namespace {

double resident_mb()
{
    std::ifstream in("/proc/self/statm");
    double pages = 0;
    in >> pages >> pages;
    return pages * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

class Street {
public:
    // An empty town gets 10,000 notes to read.
    explicit Street(const std::string& size) : sized_(open_town(size, {}, {.shops = 20, .buyers = 5000, .authors = 100}))
    {
        if (!sized_.notes.empty()) return;
        std::vector<std::pair<UserId, std::string>> authors;
        for (const BenchBuyer& buyer : market_.buyers) authors.emplace_back(buyer.user, buyer.token);
        notes_ = write_notes(town(), authors, 10'000);
    }

    const std::string& size() const { return sized_.size; }
    BenchTown& town() { return sized_.town(); }

    Seen walk(std::chrono::milliseconds length, bool only_reads)
    {
        return run_load({.port = town().port(), .length = length, .next = [&](int, std::string& out) {
                             const std::uint64_t what = only_reads ? below(80) : below(100);
                             if (what < 80) read(what, out);
                             else if (what < 95) engage(what, out);
                             else order(out);
                             return true;
                         }});
    }

private:
    std::uint64_t below(std::uint64_t n) { return random_() % n; }
    const BenchBuyer& somebody() { return market_.buyers[below(market_.buyers.size())]; }
    std::string some_note() { return text(notes_[below(notes_.size())]); }

    void read(std::uint64_t what, std::string& out)
    {
        if (what < 48) write_request(out, "GET", "/v1/notes/" + some_note(), somebody().token, "");
        else if (what < 72) write_request(out, "GET", "/v1/feed/latest", somebody().token, "");
        else write_request(out, "GET", "/v1/shops/" + market_.shops[below(market_.shops.size())].id, "", "");
    }
    void engage(std::uint64_t what, std::string& out)
    {
        if (what < 85) return write_request(out, "PUT", "/v1/notes/" + some_note() + "/like", somebody().token, "");
        write_request(out, "POST", "/v1/views", somebody().token,
                      R"({"views":[{"event":"view-of-mixed-)" + std::to_string(event_++) + R"(","note":")" + some_note() + R"(","dwell_ms":2400,"source":"feed"}]})");
    }
    void order(std::string& out)
    {
        const BenchShop& shop = market_.shops[below(market_.shops.size())];
        const BenchBuyer& buyer = somebody();
        write_request(out, "POST", "/v1/orders", buyer.token, order_json(shop.id, shop.skus[below(shop.skus.size())], buyer.address));
    }

    SizedTown sized_;
    const Market& market_ = sized_.cast.market;
    std::vector<NoteId>& notes_ = sized_.notes;
    std::mt19937_64 random_{1};
    std::uint64_t event_ = 0;
};

void soak(Report& report, Street& street, int seconds)
{
    std::vector<double> memory;
    std::vector<double> late;
    const double start = resident_mb();
    for (int tenth = 0; tenth < 10; ++tenth) {
        const Seen seen = street.walk(std::chrono::milliseconds{100} * seconds, false);
        if (seen.of_class(5) > 0) throw std::runtime_error("the server broke during the soak");
        memory.push_back(resident_mb());
        late.push_back(seen.p99_ms);
        report.note("   after " + std::to_string((tenth + 1) * seconds / 10) + " s: " + std::to_string(memory.back()) + " MB, " +
                    std::to_string(seen.per_second()) + "/s, p99 " + std::to_string(seen.p99_ms) + " ms");
    }
    report.tell({.name = "memory at the end of the soak", .value = memory.back(), .unit = "MB", .limit = memory.front(), .limit_name = "after its first tenth", .size = street.size()});
    report.tell({.name = "memory before the soak", .value = start, .unit = "MB", .size = street.size()});
    report.tell({.name = "p99 of the soak's tenths", .value = median(late), .unit = "ms", .size = street.size()});
}

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    for (const std::string& size : sizes_of(report)) {
        Street street(size);
        std::vector<double> reads, mixed, cpu, late;
        for (int round = 0; round < rounds; ++round) {
            reads.push_back(street.walk(std::chrono::milliseconds{1500}, true).per_second());
            const double before = cpu_seconds_of_process();
            const Seen seen = street.walk(std::chrono::milliseconds{2500}, false);
            if (seen.of_class(2) != seen.answers) throw std::runtime_error("an answer was not 2xx");
            cpu.push_back((cpu_seconds_of_process() - before - seen.client_cpu_seconds) * 1e6 / double(seen.answers));
            mixed.push_back(seen.per_second());
            late.push_back(seen.p99_ms);
            wait_for_news(street.town().meadow());
        }
        report.tell({.name = "mixed 80/15/5", .value = median(mixed), .unit = "/s", .limit = median(reads), .limit_name = "its reads alone",
                     .size = street.size(), .cpu_us = median(cpu)});
        report.tell({.name = "mixed 80/15/5, p99", .value = median(late), .unit = "ms", .size = street.size()});
        if (const int seconds = std::stoi(report.value_of("--soak", "0")); seconds > 0) soak(report, street, seconds);
    }
    return 0;
}
