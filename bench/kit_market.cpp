#include "kit_market.hpp"

#include "blobs/covers.hpp"
#include "jobs/store.hpp"
#include "kit_lane.hpp"
#include "modules/trading/addresses/add_address.hpp"

namespace meadow::bench {
namespace {

BenchShop open_shop(BenchTown& town, const std::pair<UserId, std::string>& keeper, int number, int skus, std::int64_t stock)
{
    const std::string& token = keeper.second;
    BenchShop shop;
    shop.keeper = keeper.first;
    shop.id = member(town.call(token, http::Method::post, "/v1/shops", R"({"name":"shop )" + std::to_string(number) + R"(","intro":"","city":"上海"})"), "id");
    const std::string picture = member(town.call(token, http::Method::post, "/v1/media", blobs::make_cover(std::uint64_t(number), 64, 48), "image/jpeg"), "id");
    std::string values, rows;
    for (int i = 0; i < skus; ++i) {
        const std::string value = "\"" + std::to_string(i) + "\"";
        values += (i > 0 ? "," : "") + value;
        rows += (i > 0 ? "," : "") + std::string(R"({"choice":[)") + value + R"(],"price":)" + std::to_string(bench_price) + R"(,"stock":)" +
                std::to_string(stock) + "}";
    }
    const std::string product = town.call(token, http::Method::post, "/v1/shops/" + shop.id + "/products",
                                          R"({"product":{"title":"lipstick","description":"","pictures":[")" + picture +
                                              R"("],"category":"beauty.lipstick","tax":1300,"commission":500,"options":[{"name":"shade","values":[)" +
                                              values + R"(]}],"skus":[)" + rows + "]}}");
    shop.product = member(product, "id");
    for (std::size_t at = product.find("\"sku_"); at != std::string::npos && int(shop.skus.size()) < skus; at = product.find("\"sku_", at + 1))
        shop.skus.push_back(product.substr(at + 1, product.find('"', at + 1) - at - 1));
    return shop;
}

// Through the verb in batches: an address each, without a request each.
std::vector<BenchBuyer> enrol(BenchTown& town, int count)
{
    std::vector<BenchBuyer> out;
    for (auto& [user, token] : town.people(count)) out.push_back({user, std::move(token), ""});
    trading::AddressForm form;
    form.receiver = "张三";
    form.phone = "13800138000";
    form.province = "浙江省";
    form.city = "杭州市";
    form.district = "西湖区";
    form.detail = "文三路 1 号";
    for (std::size_t from = 0; from < out.size(); from += 500) {
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            for (std::size_t i = from; i < std::min(from + 500, out.size()); ++i) {
                const Who who{out[i].user, {}, 0};
                WriteCtx as_buyer({ctx.tx, ctx.now, who, ctx.settings, ctx.adapters, ctx.reply, {}}, ctx.tx, ctx.dice, ctx.ids, ctx.told);
                out[i].address = text(trading::add_address(as_buyer, form).value().id);
            }
            return true;
        });
    }
    return out;
}

void lift_limits(jobs::World& world)
{
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
        jobs::store::put_setting(ctx.tx, {"fulfilment.most_held", ctx.now, "1000000000", {}, ctx.now});
        return true;
    });
    jobs::read_now(world, {}, [&](ReadCtx& ctx) { world.settings.load(ctx.tx); });
}

}  // namespace

Market open_market(BenchTown& town, int shops, int skus, std::int64_t stock, int buyers)
{
    lift_limits(town.world());
    Market market;
    const auto owners = town.people(shops);
    for (int i = 0; i < shops; ++i) market.shops.push_back(open_shop(town, owners[std::size_t(i)], i, skus, stock));
    market.buyers = enrol(town, buyers);
    wait_for_news(town.meadow());   // the stock is entered on hearing of the SKUs
    return market;
}

std::string order_json(const std::string& shop, const std::string& sku, const std::string& address)
{
    return R"({"shop":")" + shop + R"(","lines":[{"sku":")" + sku + R"(","count":1}],"address":")" + address + R"(","expected_total":)" +
           std::to_string(bench_price) + "}";
}

}  // namespace meadow::bench
