// Reading over HTTP: a note's page, a product's page, a list of twenty notes and search, each beside the same server answering a
// constant of the same size.
//   bench_reads [--notes=10000] [--data=../shared/data] [--json]      run it once with 10000 and once with 1000000,
//   bench_reads --size=grown                                           or in the town of kit_grown.hpp, which is kept
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <thread>

#include "corpus.hpp"
#include "kit_figures.hpp"
#include "kit_grown.hpp"
#include "kit_load.hpp"
#include "kit_numbers.hpp"
#include "kit_seeded.hpp"
#include "modules/discovery/search/library.hpp"

using namespace meadow;
using namespace meadow::bench;

namespace {

class Constant final : public http::Handler {
public:
    void says(std::size_t bytes) { body_ = std::make_shared<const std::string>(bytes, 'x'); }
    void handle(const http::IoThread&, const http::Request&, std::shared_ptr<http::Responder> responder) override
    {
        http::Response response;
        response.content_type = "application/json";
        response.shared_body = body_;
        responder->answer(std::move(response));
    }
    std::size_t body_cap(const http::Request&) const override { return 1024; }

private:
    std::shared_ptr<const std::string> body_;
};

struct Measured {
    double per_second = 0, cpu_us = 0, p99_ms = 0;
};

// For so long, or so many.
Seen read_for(int port, std::chrono::milliseconds length, const std::function<std::string()>& next, std::uint64_t most = UINT64_MAX)
{
    return run_load({.port = port, .connections = 64, .length = length, .most_requests = most, .next = [&](int, std::string& out) {
                         write_request(out, "GET", next(), "", "");
                         return true;
                     }});
}

Measured measure(int port, const std::function<std::string()>& next, std::uint64_t most = UINT64_MAX)
{
    std::vector<double> rates, cpu, late;
    for (int round = 0; round < rounds; ++round) {
        const double before = cpu_seconds_of_process();
        const Seen seen = read_for(port, std::chrono::milliseconds{1000}, next, most);
        if (seen.of_class(2) != seen.answers) throw std::runtime_error("an answer was not 2xx");
        rates.push_back(seen.per_second());
        cpu.push_back((cpu_seconds_of_process() - before - seen.client_cpu_seconds) * 1e6 / double(seen.answers));
        late.push_back(seen.p99_ms);
    }
    return {median(rates), median(cpu), median(late)};
}

// The size of one answer.
std::size_t size_of(BenchTown& town, const std::string& target)
{
    http::Request request;
    request.target = target;
    request.path = target.substr(0, target.find('?'));
    if (target.find('?') != std::string::npos) request.query = target.substr(target.find('?') + 1);
    struct Size final : http::Responder {
        std::atomic<std::size_t> bytes = 0;
        void answer(http::Response&& response) noexcept override { bytes = response.body.size(); }
    };
    const auto size = std::make_shared<Size>();
    town.meadow().router().handle({0}, request, size);
    town.meadow().router().rest({0});
    return size->bytes;
}

double resident_mb()
{
    std::ifstream in("/proc/self/statm");
    double pages = 0;
    in >> pages >> pages;
    return pages * 4096 / 1e6;
}

SeededNotes what_is_in(const SizedTown& sized)
{
    SeededNotes out;
    out.authors = sized.cast.authors;
    for (const BenchShop& shop : sized.cast.market.shops) out.products.push_back(ProductId{*parse_id(ProductId::prefix(), shop.product)});
    out.notes = sized.notes;
    out.topics = sized.cast.topics;
    return out;
}

std::string escaped(const std::string& query)
{
    std::string out;
    for (const char c : query) {
        char hex[4];
        std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned char>(c));
        out += hex;
    }
    return out;
}

void wait_for_search(BenchTown& town)
{
    const auto& library = town.world().adapters.get<discovery::Library>();
    while (!library.notes.complete()) std::this_thread::sleep_for(std::chrono::milliseconds{50});
}

void measure_pages(Report& report, BenchTown& town, const SeededNotes& seeded, const std::vector<std::string>& queries, const std::string& size)
{
    Constant constant;
    const auto limit_server = http::start_server({.port = 0}, constant);
    std::size_t turn = 0;
    const auto any = [&turn](const auto& all) { return text(all[++turn * 7919 % all.size()]); };
    const std::string only = report.value_of("--only", "");
    const auto figure = [&](const std::string& name, const std::function<std::string()>& next, std::uint64_t most = UINT64_MAX) {
        if (!name.starts_with(only)) return;
        constant.says(size_of(town, next()));
        const Measured limit = measure(limit_server->port(), [] { return std::string("/"); });
        const Measured here = measure(town.port(), next, most);
        report.tell({name, here.per_second, "/s", limit.per_second, "a constant of the same size", size, here.cpu_us});
        report.note("   p99 " + std::to_string(here.p99_ms) + " ms, the constant " + std::to_string(limit.cpu_us) + " CPU µs");
    };
    // Each note once, of so many that none comes back.
    figure("note page, for the first time", [&] { return "/v1/notes/" + any(seeded.notes); }, std::min<std::size_t>(seeded.notes.size() / 6, 10'000));
    figure("note page, any", [&] { return "/v1/notes/" + any(seeded.notes); });
    // As people open them: the r-th most popular in proportion to 1/r. What they opened in the seconds before is on the shelf.
    Numbers chance(1);
    const auto popular = [&] {
        const auto rank = std::size_t(std::pow(double(seeded.notes.size()), double(chance.below(1'000'000)) / 1e6));
        return "/v1/notes/" + text(seeded.notes[rank * 7919 % seeded.notes.size()]);
    };
    const std::string popular_name = "note page, popular ones more often";
    if (popular_name.starts_with(only)) read_for(town.port(), std::chrono::seconds{std::stoi(report.value_of("--warm", "10"))}, popular);
    figure(popular_name, popular);
    figure("product page", [&] { return "/v1/products/" + any(seeded.products); });
    figure("20 notes, newest", [] { return std::string("/v1/feed/latest"); });
    figure("20 notes of a topic", [&] { return "/v1/topics/" + seeded.topics[++turn % seeded.topics.size()] + "/notes"; });
    figure("20 notes of a person, mostly not kept", [&] { return "/v1/users/" + any(seeded.authors) + "/notes"; });
    if (!only.empty()) return limit_server->stop(std::chrono::seconds{1});
    const Measured search = measure(town.port(), [&] { return "/v1/search/notes?q=" + escaped(queries[++turn * 17 % queries.size()]); });
    report.tell({"searches in notes", search.per_second, "/s", 0, "", size, search.cpu_us});
    report.tell({"memory", resident_mb(), "MB", 0, "", size});
    limit_server->stop(std::chrono::seconds{1});
}

void measure_seeded(Report& report, const ::bench::Corpus& corpus)
{
    const int count = std::stoi(report.value_of("--notes", "10000"));
    const std::string size = std::to_string(count) + " notes";
    const std::string directory = report.value_of("--directory", "bench-reads-" + std::to_string(count));
    std::filesystem::remove_all(directory);
    std::filesystem::create_directories(directory);
    SeededNotes seeded;
    {
        BenchTown town({.directory = directory});
        const auto started = std::chrono::steady_clock::now();
        seeded = seed_notes(town, count, corpus.documents);
        report.note("   seeded in " + std::to_string(std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count()) + " s");
    }

    const auto opened = std::chrono::steady_clock::now();
    BenchTown town({.directory = directory});
    const auto since_opened = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - opened).count(); };
    run_load({.port = town.port(), .connections = 1, .most_requests = 1, .next = [](int, std::string& out) {
                  write_request(out, "GET", "/v1/feed/latest", "", "");
                  return true;
              }});
    report.tell({"start to the first page", since_opened(), "s", 0, "", size});
    wait_for_search(town);
    report.tell({"start to complete search", since_opened(), "s", 0, "", size});
    const auto& library = town.world().adapters.get<discovery::Library>();
    report.tell({"search index", double(library.notes.snapshot()->bytes()) / double(count), "bytes a note", 0, "", size});
    measure_pages(report, town, seeded, corpus.queries, size);
    std::filesystem::remove_all(directory);  // what is still open there goes when it is closed
}

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    const ::bench::Corpus corpus = ::bench::corpus(report.value_of("--data", "../shared/data"));
    if (report.value_of("--size", "") == "grown") {
        SizedTown sized = open_town("grown", {});
        wait_for_search(sized.town());
        measure_pages(report, sized.town(), what_is_in(sized), corpus.queries, sized.size);
    } else {
        measure_seeded(report, corpus);
    }
    return 0;
}
