// The open shops, by what their products are sold as.
#pragma once
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "modules/catalog/catalog.hpp"

namespace meadow::discovery {

class ShopFacts {
public:
    struct Fact {
        UserId owner;
        catalog::ShopProfile profile{};
        std::string brand;      // a POP store's goods are of the brand its owner officially speaks for
    };
    void put(ShopId, Fact);
    void remove(ShopId);
    Fact of(ShopId) const;      // an empty one when the shop is not open
    std::vector<ShopId> owned_by(const std::vector<UserId>&) const;
    std::vector<std::string> brands() const;

private:
    mutable std::shared_mutex mutex_;
    std::unordered_map<ShopId, Fact> facts_;
};

// The names of topics that public notes have had since the start.
class TopicNames {
public:
    static constexpr std::size_t most = 500'000;
    // True when it is new.
    bool add(std::int64_t number, std::string name);
    std::optional<std::string> of(std::int64_t number) const;
    template <class Use>
    void each(Use&& use) const
    {
        const std::shared_lock lock(mutex_);
        for (const auto& [number, name] : names_) use(name);
    }

private:
    mutable std::shared_mutex mutex_;
    std::unordered_map<std::int64_t, std::string> names_;
};

}  // namespace meadow::discovery
