#include "modules/fulfilment/stock/set_stock_batch.hpp"

#include "base/json.hpp"
#include "base/page.hpp"
#include "jobs/apart.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/stock/set_stock.hpp"
#include "modules/fulfilment/stock/store.hpp"

namespace meadow::fulfilment {
namespace {

constexpr std::int64_t most_exported = 10'000;

enum Column : std::size_t { sku, warehouse, total, version, change };

template <class T>
std::string read_cell(const std::string& cell, T& into) { return read_scalar(cell, describe<T>(), &into); }

// What one row wants. A refusal says what is wrong with it.
Result<Stock> run_row(WriteCtx& ctx, ShopId shop, const std::vector<std::string>& cells)
{
    const auto wrong = [](const std::string& column, const std::string& what) { return refuse(bad_input, column + " " + what); };
    SkuId of;
    std::optional<WarehouseId> in;
    if (const auto what = read_cell(cells[sku], of); !what.empty()) return wrong("sku", what);
    if (!cells[warehouse].empty())
        if (const auto what = read_cell(cells[warehouse], in.emplace()); !what.empty()) return wrong("warehouse", what);
    if (!cells[change].empty()) {
        AdjustStock wish{shop, of, in, {}, "by file"};
        if (const auto what = read_cell(cells[change], wish.by); !what.empty()) return wrong("change", what);
        return adjust_stock(ctx, wish);
    }
    SetStock wish{shop, of, in, {}, {}};
    if (const auto what = read_cell(cells[total], wish.total); !what.empty()) return wrong("total", what);
    if (const auto what = read_cell(cells[version], wish.version); !what.empty()) return wrong("version", what);
    return set_stock(ctx, wish);
}

}  // namespace

Result<http::Response> export_stock(ReadCtx& ctx, const ExportStock& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto part = page_of(store::list_stock(ctx.tx, in.shop, *cursor, INT64_MAX, most_exported + 1), most_exported,
                              [](const Stock& s) { return Cursor{s.sku.value, s.warehouse.value}; });
    http::Response out;
    out.content_type = "text/csv; charset=utf-8";
    out.headers.push_back({"Content-Disposition", "attachment; filename=\"stock.csv\""});
    if (part.next) out.headers.push_back({"X-Next-Cursor", *part.next});
    out.body = "sku,warehouse,available,held,sold,total,version,change\r\n";
    for (const Stock& s : part.items) {
        out.body += text(s.sku) + "," + text(s.warehouse);
        for (const std::int64_t number : {s.available, s.held, s.sold, s.available + s.held, s.version}) out.body += "," + std::to_string(number);
        out.body += ",\r\n";
    }
    return out;
}

Result<Batch> prepare_set_stock_batch(ReadCtx&, const StockBatch& in) { return lang::read_batch(in.file, not_a_batch, {"sku"}, {"warehouse", "total", "version", "change"}); }

Result<BatchReport> set_stock_batch(WriteCtx& ctx, const StockBatch& in, const Batch& batch)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::editor));
    return lang::try_each(batch, [&](const lang::BatchRow& row) {
        return jobs::apart(ctx, [&](WriteCtx& part) { return run_row(part, in.shop, row.cells); });
    });
}

}  // namespace meadow::fulfilment
