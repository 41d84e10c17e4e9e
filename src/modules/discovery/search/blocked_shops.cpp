#include "modules/discovery/search/blocked_shops.hpp"

#include <algorithm>

#include "modules/discovery/search/library.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::discovery {

std::vector<ShopId> blocked_shops(ReadCtx& ctx, const std::vector<ShopId>& shops)
{
    if (!ctx.who.signed_in() || shops.empty()) return {};
    const ShopFacts& facts = ctx.outside<Library>().shop_facts;
    std::vector<UserId> owners;
    for (const ShopId shop : shops)
        if (const UserId owner = facts.of(shop).owner) owners.push_back(owner);
    std::sort(owners.begin(), owners.end());
    owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
    const auto blocked = identity::blocked_with(ctx.tx, ctx.who.user, owners);
    std::vector<ShopId> out;
    if (blocked.empty()) return out;
    for (const ShopId shop : shops)
        if (std::find(blocked.begin(), blocked.end(), facts.of(shop).owner) != blocked.end()) out.push_back(shop);
    return out;
}

}  // namespace meadow::discovery
