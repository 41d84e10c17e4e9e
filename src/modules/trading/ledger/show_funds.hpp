#pragma once
#include "base/page.hpp"
#include "http/call.hpp"
#include "jobs/context.hpp"
#include "modules/trading/ledger/store.hpp"

namespace meadow::trading {

inline const Setting<Duration> statement_zone{"trading.statement_zone", std::chrono::hours{8}, "By how much statements' months run ahead of UTC (China: 8h)"};

struct OneShopsFunds {
    ShopId shop;
};
BOOST_DESCRIBE_STRUCT(OneShopsFunds, (), (shop))

// A shop's money, in fen.
struct Funds {
    Money pending;             // in escrow until receipt is confirmed
    Money settled;             // the shop's; negative: it owes that much after refunds
    Money fees;                // what the platform has kept
};
BOOST_DESCRIBE_STRUCT(Funds, (), (pending, settled, fees))

// Which of the shop's accounts a list is about.
enum class FundsAccount : std::uint8_t { settled, pending, fees };
BOOST_DESCRIBE_ENUM(FundsAccount, settled, pending, fees)

struct ListFunds {
    ShopId shop;
    FundsAccount account{};
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListFunds, (), (shop, account, cursor, limit))

// One movement and the order it comes from.
struct FundsLine {
    OrderId order;
    std::string what;
    Money amount;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(FundsLine, (), (order, what, amount, at))

struct Statement {
    ShopId shop;
    Text<7, 7> month;          // "2030-11"
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(Statement, (), (shop, month, cursor))

// All three are for the shop's owner.
Result<Funds> show_funds(ReadCtx&, const OneShopsFunds&);
Result<Page<FundsLine>> list_funds(ReadCtx&, const ListFunds&);   // newest first
// The settled account of one month as CSV, oldest first. One file is bounded; X-Next-Cursor leads to the next.
Result<http::Content> month_statement(ReadCtx&, const Statement&);

}  // namespace meadow::trading
