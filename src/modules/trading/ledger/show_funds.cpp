#include "modules/trading/ledger/show_funds.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"
#include "modules/trading/orders/export_orders.hpp"
#include "modules/trading/refusals.hpp"
#include "text/csv_write.hpp"
#include "text/yuan_text.hpp"

namespace meadow::trading {
namespace {

AccountRef account_of(ShopId shop, FundsAccount account)
{
    switch (account) {
        case FundsAccount::settled: return {AccountKind::merchant, shop.value};
        case FundsAccount::pending: return {AccountKind::escrow, shop.value};
        case FundsAccount::fees: return {AccountKind::platform_fee, 0};
    }
    return {};
}

// "2030-12" → the instant it begins; nothing when it is no month.
std::optional<Instant> month_start(std::string_view month, Duration zone)
{
    const auto start = month.size() == 7 ? parse_instant(std::string(month) + "-01 00:00") : std::nullopt;
    return start ? std::optional(*start - zone) : std::nullopt;
}

std::string following(std::string month)
{
    const int next = std::stoi(month.substr(5)) % 12 + 1;
    const int year = std::stoi(month.substr(0, 4)) + (next == 1 ? 1 : 0);
    return std::to_string(year) + (next < 10 ? "-0" : "-") + std::to_string(next);
}

}  // namespace

Result<Funds> show_funds(ReadCtx& ctx, const OneShopsFunds& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::owner));
    const auto balance = [&](FundsAccount account) { return store::balance(ctx.tx, in.shop, account_of(in.shop, account)); };
    return Funds{balance(FundsAccount::pending), balance(FundsAccount::settled), balance(FundsAccount::fees)};
}

Result<Page<FundsLine>> list_funds(ReadCtx& ctx, const ListFunds& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::owner));
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto rows = page_of(store::list_entries(ctx.tx, in.shop, account_of(in.shop, in.account), cursor->first, in.limit + 1), in.limit,
                              [](const store::EntryRow& row) { return Cursor{row.posting, 0}; });
    Page<FundsLine> page;
    page.next = rows.next;
    for (const store::EntryRow& row : rows.items) page.items.push_back({row.order, row.what, row.amount, row.at});
    return page;
}

Result<http::Content> month_statement(ReadCtx& ctx, const Statement& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::owner));
    const auto from = month_start(in.month, statement_zone(ctx));
    if (!from) return refuse(wrong_month);
    const auto until = month_start(following(in.month), statement_zone(ctx));
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!until || !cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});

    // Posting ids are made of time, which finds the month's first one; a day of slack, because what counts is the entry's own time.
    const std::int64_t start = compose_id((*from - std::chrono::hours{24}).ms(), 0, 0);
    const std::int64_t after = in.cursor ? cursor->first : std::max<std::int64_t>(start, 0);
    const std::int64_t limit = most_exported(ctx);
    const auto rows = page_of(store::entries_between(ctx.tx, in.shop, {AccountKind::merchant, in.shop.value}, *from, *until, after, limit + 1), limit,
                              [](const store::EntryRow& row) { return Cursor{row.posting, 0}; });
    http::Content out;
    out.content_type = "text/csv; charset=utf-8";
    lang::append_csv_row(out.body, {"at", "order", "what", "amount"});
    for (const store::EntryRow& row : rows.items) lang::append_csv_row(out.body, {text(row.at), text(row.order), row.what, lang::decimal(row.amount)});
    out.headers.push_back({"Content-Disposition", "attachment; filename=\"statement-" + in.month + ".csv\""});
    if (rows.next) out.headers.push_back({"X-Next-Cursor", *rows.next});
    return out;
}

}  // namespace meadow::trading
