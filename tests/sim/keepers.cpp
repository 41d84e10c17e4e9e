// What shopkeepers, moderators and operators do: pack and ship, restock, answer, hide and restore, decide.
#include "sim/simulation.hpp"

namespace meadow::sim {

void Simulation::keeper_acts(Shop& shop)
{
    Village& v = village_;
    const std::size_t dice = v.chance.below(10);
    if (dice < 5) return ships(shop, false);
    if (dice < 7) return answers_refunds(shop, false);
    std::vector<const Article*> mine;
    for (const Article& article : v.articles)
        if (v.shops[article.shop].id == shop.id) mine.push_back(&article);
    const std::string sku = v.chance.any_of(mine)->sku;
    const auto by = std::int64_t(1 + v.chance.below(6));
    const Answer added = v.post(shop.keeper, shop.path() + "/stock/" + sku + "/adjustments", R"({"by":)" + std::to_string(by) + R"(,"why":"a delivery"})");
    if (added.response().status == 200) v.diary.received[sku] += by;
}

// In one parcel or in several, by a carrier who tells or by one whom nobody knows.
void Simulation::ships(Shop& shop, bool all)
{
    Village& v = village_;
    const Answer slips = v.get(shop.keeper, shop.path() + "/packing-slips?limit=50");
    for (std::size_t i = 0; i < slips.json().count("/items"); ++i) {
        if (!all && v.chance.happens(40)) continue;
        const std::string order = slips.text("/items/" + std::to_string(i) + "/order");
        std::string part;
        for (const Purchase& p : v.diary.purchases)
            if (p.order == order && p.count > 1 && !all && v.chance.happens(40)) part = R"(,"lines":[{"sku":")" + v.articles[p.article].sku + R"(","count":1}])";
        const std::string carrier = v.chance.happens(50) ? "sandbox" : "village post";
        v.post(shop.keeper, shop.path() + "/orders/" + order + "/parcels",
               R"({"carrier":")" + carrier + R"(","waybill":"SIM)" + std::to_string(100'000 + ++waybills_) + "\"" + part + "}");
    }
}

void Simulation::answers_refunds(Shop& shop, bool all)
{
    Village& v = village_;
    const Answer open = v.get(shop.keeper, shop.path() + "/refunds?open=true&limit=50");
    for (std::size_t i = 0; i < open.json().count("/items"); ++i) {
        if (!all && v.chance.happens(30)) continue;
        const std::string refund = open.text("/items/" + std::to_string(i) + "/id");
        v.post(shop.keeper, shop.path() + "/refunds/" + refund + "/answer", v.chance.happens(60) ? R"({"granted":true})" : R"({"granted":false,"why":"已使用"})");
    }
}

void Simulation::staff_acts()
{
    Village& v = village_;
    if (v.chance.happens(50)) return decides_refunds();
    const std::string note = v.chance.any_of(v.gossip);
    const bool hide = !v.diary.hidden.contains(note);
    const Answer decided = v.post(v.moderator, "/v1/verdicts", R"({"subject":")" + note + R"(","decision":")" + (hide ? "hide" : "restore") + R"(","reason":"rule 3"})");
    if (decided.response().status != 204) return;
    if (hide) v.diary.hidden.insert(note);
    else v.diary.hidden.erase(note);
}

void Simulation::decides_refunds()
{
    Village& v = village_;
    const Answer open = v.get(v.boss, "/v1/operator/refunds?limit=50");
    for (std::size_t i = 0; i < open.json().count("/items"); ++i) {
        const std::string at = "/items/" + std::to_string(i);
        v.post(v.boss, "/v1/operator/shops/" + open.text(at + "/shop") + "/refunds/" + open.text(at + "/id") + "/decision",
               v.chance.happens(50) ? R"({"granted":true})" : R"({"granted":false,"why":"照片不符"})");
    }
}

}  // namespace meadow::sim
