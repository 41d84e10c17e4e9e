// meadow books: what the accounts hold, and the proof that every posting, every order and thereby everything sums to zero.
#include <cstdio>

#include "app/commands.hpp"
#include "app/visit.hpp"
#include "modules/trading/trading.hpp"
#include "text/yuan_text.hpp"

namespace meadow::app {
namespace {

void print_all(db::ReadTx& tx)
{
    trading::each_balance(tx, [](const trading::AccountBalance& a) {
        std::printf("%-17s  %-12s  %-20lld  %18s\n", text(a.shop).c_str(), name_of(a.kind).c_str(),
                    static_cast<long long>(a.holder), lang::decimal(a.balance).c_str());
    });
}

void show_books(const std::string& file, const std::string& data, bool all)
{
    Visit visit(load_config(file, data));
    trading::BooksReport report;
    jobs::read_now(visit.world(), {}, [&](ReadCtx& ctx) {
        if (all) print_all(ctx.tx);
        Money sum;
        for (const trading::AccountBalance& kind : trading::balance_sums(ctx.tx)) {
            std::printf("%-12s  %18s\n", name_of(kind.kind).c_str(), lang::decimal(kind.balance).c_str());
            sum.minor += kind.balance.minor;
        }
        std::printf("%-12s  %18s\n", "all", lang::decimal(sum).c_str());
        report = trading::check_books(ctx.tx);
    });
    for (const std::string& fault : report.faults) std::printf("%s\n", fault.c_str());
    if (!report.faults.empty())
        throw std::runtime_error("the books are not in order: " + std::to_string(report.faults.size()) + " faults");
    std::printf("In order: %lld entries, every posting and every order sums to zero\n", static_cast<long long>(report.entries));
}

}  // namespace

void add_books(Word line)
{
    auto file = std::make_shared<std::string>();
    auto data = std::make_shared<std::string>();
    auto all = std::make_shared<bool>(false);
    Word command = line.word("books", "Show the accounts' balances in yuan and prove that they sum to zero");
    command.takes("--config", *file, "TOML file");
    command.takes("--data", *data, "Data directory");
    command.allows("--all", *all, "Every account of every shop, not only the sums");
    command.runs([file, data, all] { show_books(*file, *data, *all); });
}

}  // namespace meadow::app
