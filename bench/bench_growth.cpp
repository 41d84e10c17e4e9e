// Makes the grown town when it is not there yet, tells how long that took and audits its books.
//   MEADOW_BENCH_NOTES=10000 MEADOW_BENCH_ORDERS=50000 bench_growth [--json] [--audit]
#include <chrono>
#include <filesystem>

#include "kit_grown.hpp"
#include "modules/trading/trading.hpp"

using namespace meadow;
using namespace meadow::bench;

int main(int argc, char** argv)
{
    Report report(argc, argv);
    const auto started = std::chrono::steady_clock::now();
    SizedTown sized = open_town("grown", {});
    report.tell({"made or opened", std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count(), "s", 0, "", sized.size});
    double bytes = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(sized.directory))
        if (file.is_regular_file()) bytes += double(file.file_size());
    report.tell({"on disk", bytes / 1e6, "MB", 0, "", sized.size});
    if (report.has("--audit"))
        jobs::read_now(sized.town().world(), {}, [&](ReadCtx& ctx) {
            const auto books = trading::check_books(ctx.tx);
            report.tell({"entries in the books", double(books.entries), "", 0, "", sized.size});
            for (const std::string& fault : books.faults) report.note("   " + fault);
            if (!books.faults.empty()) throw std::runtime_error("the books are not in order");
        });
    return 0;
}
