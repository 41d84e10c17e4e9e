// What moderators see of products, reviews and shops.
#include "base/json.hpp"
#include "modules/catalog/exhibits/store.hpp"
#include "modules/catalog/module.hpp"
#include "modules/catalog/products/model.hpp"

namespace meadow::catalog {
namespace {

using governance::Exhibit;
using Ids = std::vector<std::int64_t>;

std::vector<Exhibit> products(db::ReadTx& tx, const Ids& ids)
{
    std::vector<Exhibit> out;
    for (auto& p : store::exhibited_products(tx, ids)) {
        ProductDetail detail = from_json<ProductDetail>(p.detail.text).value();
        out.push_back({text(p.id), std::move(p.title), std::move(detail.description), std::move(detail.pictures), p.owner, {}, p.hidden, p.created_at});
    }
    return out;
}

std::vector<Exhibit> reviews(db::ReadTx& tx, const Ids& ids)
{
    std::vector<Exhibit> out;
    for (auto& r : store::exhibited_reviews(tx, ids))
        out.push_back({text(r.id), {}, std::move(r.text), std::move(r.pictures), r.buyer, text(r.product), r.hidden, r.written_at});
    return out;
}

// A verdict against a shop freezes it.
std::vector<Exhibit> shops(db::ReadTx& tx, const Ids& ids)
{
    std::vector<Exhibit> out;
    for (auto& s : store::exhibited_shops(tx, ids)) {
        Exhibit& one = out.emplace_back(Exhibit{text(s.id), std::move(s.name), std::move(s.intro), {}, s.owner, {}, s.state == ShopState::frozen, s.opened_at});
        if (s.logo) one.pictures.push_back(s.logo);
    }
    return out;
}

}  // namespace

void add_exhibits(governance::Exhibits& exhibits)
{
    exhibits.add(governance::SubjectKind::product, products, store::hidden_products);
    exhibits.add(governance::SubjectKind::review, reviews, store::hidden_reviews);
    exhibits.add(governance::SubjectKind::shop, shops);
}

}  // namespace meadow::catalog
