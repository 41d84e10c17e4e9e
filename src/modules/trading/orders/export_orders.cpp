#include "modules/trading/orders/export_orders.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"
#include "text/csv_write.hpp"
#include "text/yuan_text.hpp"

namespace meadow::trading {
namespace {

constexpr std::size_t read_at_once = 200;

void append_order(std::string& out, const Order& order)
{
    const OrderPapers papers = papers_of(order);
    const Destination& to = papers.destination;
    for (const SoldLine& line : papers.lines)
        lang::append_csv_row(out, {text(order.id), name_of(order.state), text(order.placed_at), order.paid_at ? text(order.paid_at) : "",
                                   lang::decimal(order.total), text(line.sku), line.title, line.spec, std::to_string(line.count), lang::decimal(line.price),
                                   lang::decimal(line.goods), lang::decimal(line.shipping), to.receiver, to.phone, to.province, to.city, to.district,
                                   to.detail});
}

}  // namespace

Result<http::Content> export_orders(ReadCtx& ctx, const ExportOrders& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const FoundOrders found = TRY(find_shop_orders(ctx, {in.shop, in.state, in.from, in.until, in.cursor, {}}, most_exported(ctx)));
    http::Content out;
    out.content_type = "text/csv; charset=utf-8";
    lang::append_csv_row(out.body, {"order", "state", "placed_at", "paid_at", "order_total", "sku", "title", "spec", "count", "price", "goods",
                                    "shipping", "receiver", "phone", "province", "city", "district", "detail"});
    for (std::size_t i = 0; i < found.ids.size(); i += read_at_once) {
        const auto last = found.ids.begin() + std::ptrdiff_t(std::min(i + read_at_once, found.ids.size()));
        for (const Order& order : store::find_orders(ctx.tx, in.shop, {found.ids.begin() + std::ptrdiff_t(i), last})) append_order(out.body, order);
    }
    out.headers.push_back({"Content-Disposition", "attachment; filename=\"orders.csv\""});
    if (found.next) out.headers.push_back({"X-Next-Cursor", *found.next});
    return out;
}

}  // namespace meadow::trading
