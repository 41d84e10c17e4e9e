#include "modules/discovery/search/shop_facts.hpp"

#include <algorithm>
#include <mutex>

namespace meadow::discovery {

void ShopFacts::put(ShopId shop, Fact fact)
{
    const std::lock_guard lock(mutex_);
    facts_[shop] = std::move(fact);
}

void ShopFacts::remove(ShopId shop)
{
    const std::lock_guard lock(mutex_);
    facts_.erase(shop);
}

ShopFacts::Fact ShopFacts::of(ShopId shop) const
{
    const std::shared_lock lock(mutex_);
    const auto found = facts_.find(shop);
    return found == facts_.end() ? Fact{} : found->second;
}

std::vector<ShopId> ShopFacts::owned_by(const std::vector<UserId>& people) const
{
    std::vector<ShopId> out;
    const std::shared_lock lock(mutex_);
    for (const auto& [shop, fact] : facts_)
        if (std::find(people.begin(), people.end(), fact.owner) != people.end()) out.push_back(shop);
    return out;
}

std::vector<std::string> ShopFacts::brands() const
{
    std::vector<std::string> out;
    const std::shared_lock lock(mutex_);
    for (const auto& [shop, fact] : facts_)
        if (!fact.brand.empty()) out.push_back(fact.brand);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

bool TopicNames::add(std::int64_t number, std::string name)
{
    const std::lock_guard lock(mutex_);
    return names_.size() < most && names_.emplace(number, std::move(name)).second;
}

std::optional<std::string> TopicNames::of(std::int64_t number) const
{
    const std::shared_lock lock(mutex_);
    const auto found = names_.find(number);
    return found == names_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace meadow::discovery
