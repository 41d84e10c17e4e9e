#include "modules/catalog/products/edit_prices_batch.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/json.hpp"
#include "jobs/apart.hpp"
#include "modules/catalog/goods_review/store.hpp"
#include "modules/catalog/paging.hpp"
#include "modules/catalog/products/content.hpp"
#include "modules/catalog/products/edit_prices.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/shops/store.hpp"
#include "modules/catalog/refusals.hpp"
#include "text/csv_write.hpp"
#include "text/yuan_text.hpp"

namespace meadow::catalog {
namespace {

constexpr std::int64_t products_a_part = 200;
enum Column : std::size_t { sku_column, price_column, market_column };

struct Wish {
    std::int64_t line = 0;
    NewPrice price;
};
// What is wanted of one product: its prices and the lines that say so.
struct ProductWish {
    EditPrices edit;
    std::vector<std::int64_t> lines;
};

// What a row wants, or what is wrong with it.
Result<NewPrice> read_row(const std::vector<std::string>& cells)
{
    NewPrice out;
    if (const auto what = read_scalar(cells[sku_column], describe<SkuId>(), &out.sku); !what.empty()) return refuse(bad_input, "sku " + what);
    const auto price = lang::yuan_in(cells[price_column]);
    if (!price) return refuse(bad_input, "price must be yuan with at most two decimals, such as 129.00");
    out.price = *price;
    if (cells[market_column].empty()) return out;
    out.market_price = lang::yuan_in(cells[market_column]);
    if (!out.market_price) return refuse(bad_input, "market_price must be yuan with at most two decimals, such as 129.00");
    return out;
}

// The rows that can be tried, by the product they are about; what is wrong with the others goes into the report.
std::map<ProductId, ProductWish> by_product(ReadCtx& ctx, ShopId shop, const lang::Batch& batch, lang::BatchReport& report)
{
    std::vector<Wish> wishes;
    std::vector<SkuId> ids;
    std::set<SkuId> seen;
    for (const lang::BatchRow& row : batch.rows) {
        const auto wish = read_row(row.cells);
        if (!wish.ok()) report.reject(row.line, wish.refusal());
        else if (!seen.insert(wish->sku).second) report.reject(row.line, refuse(already_done, "The file names this SKU twice"));
        else {
            wishes.push_back({row.line, *wish});
            ids.push_back(wish->sku);
        }
    }
    std::map<SkuId, ProductId> homes;
    if (!ids.empty())
        for (const Sku& sku : store::find_skus(ctx.tx, shop, ids))
            if (sku.state != SkuState::retired) homes.emplace(sku.id, sku.product);
    std::map<ProductId, ProductWish> out;
    for (const Wish& wish : wishes) {
        const auto home = homes.find(wish.price.sku);
        if (home == homes.end()) {
            report.reject(wish.line, refuse(not_found, "This is not a SKU of this shop"));
            continue;
        }
        ProductWish& one = out[home->second];
        one.edit.shop = shop;
        one.edit.prices.push_back(wish.price);
        one.lines.push_back(wish.line);
    }
    return out;
}

// The SKUs of a product as its merchant works on them, with what they cost.
void append_product(std::string& out, const Product& product, const std::vector<const Sku*>& skus, const ProductContent* waiting)
{
    for (const Sku* sku : skus) {
        Money price = sku->price, market_price = sku->market_price;
        if (waiting != nullptr) {
            const auto content = std::find_if(waiting->skus.begin(), waiting->skus.end(), [&](const SkuContent& s) { return spec_text(s.choice) == sku->spec; });
            if (content == waiting->skus.end()) continue;   // goes when the change is approved
            price = content->price;
            market_price = content->market_price.value_or(Money{});
        }
        lang::append_csv_row(out, {text(sku->id), product.title, sku->spec, lang::decimal(price), market_price ? lang::decimal(market_price) : ""});
    }
}

}  // namespace

Result<http::Response> export_prices(ReadCtx& ctx, const ExportPrices& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::support));
    const Cursor cursor = TRY(newest_first(in.cursor));
    const auto part = page_of(store::list_products(ctx.tx, in.shop, {}, cursor, products_a_part + 1), products_a_part,
                              [](const Product& p) { return Cursor{p.id.value, 0}; });
    std::vector<ProductId> ids;
    for (const Product& product : part.items) ids.push_back(product.id);
    const auto skus = store::list_skus(ctx.tx, in.shop, ids);
    const auto waiting = store::find_waiting(ctx.tx, in.shop, ids);
    std::map<ProductId, std::vector<const Sku*>> of;
    for (const Sku& sku : skus)
        if (sku.state != SkuState::retired) of[sku.product].push_back(&sku);

    http::Response out;
    out.content_type = "text/csv; charset=utf-8";
    out.headers.push_back({"Content-Disposition", "attachment; filename=\"prices.csv\""});
    if (part.next) out.headers.push_back({"X-Next-Cursor", *part.next});
    lang::append_csv_row(out.body, {"sku", "title", "spec", "price", "market_price"});
    for (const Product& product : part.items) {
        const auto change = waiting.find(product.id);
        append_product(out.body, product, of[product.id], change == waiting.end() ? nullptr : &change->second);
    }
    return out;
}

Result<lang::Batch> prepare_edit_prices_batch(ReadCtx&, const PricesBatch& in)
{
    return lang::read_batch(in.file, not_a_batch, {"sku", "price"}, {"market_price"});
}

Result<lang::BatchReport> edit_prices_batch(WriteCtx& ctx, const PricesBatch& in, const lang::Batch& batch)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::editor));
    TRY(require_trading(*store::find_shop(ctx.tx, in.shop)));
    lang::BatchReport report(batch);
    for (const auto& [product, wish] : by_product(ctx, in.shop, batch, report))
        report.tell(wish.lines, jobs::apart(ctx, [&, &edit = wish.edit](WriteCtx& part) { return edit_prices(part, edit); }));
    return report.complete();
}

}  // namespace meadow::catalog
