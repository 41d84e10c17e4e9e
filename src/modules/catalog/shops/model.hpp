// Shops and the moves of their life. Pure: no transaction, no clock.
#pragma once
#include <string>
#include <string_view>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "modules/catalog/catalog.hpp"

namespace meadow::catalog {

using ShopName = Text<2, 30>;
using Intro = Text<0, 300>;
using CityName = Text<1, 40>;
using Reason = Text<1, 300>;

// A row of catalog_shops.
struct Shop {
    ShopId id;
    std::string name;
    std::string intro;
    std::string city;
    MediaId logo;
    UserId owner;
    ShopProfile profile{};
    ShopState state{};
    std::string company;
    std::string licence;
    std::int64_t items = 0;
    std::int64_t listed = 0;
    Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(Shop, (), (id, name, intro, city, logo, owner, profile, state, company, licence, items, listed, opened_at))

// Who makes a move: the merchant, or the platform (an operator, a verdict of governance).
enum class Actor : std::uint8_t { merchant, platform };

struct ShopMove {
    ShopState from, to;
    Actor by;
};
inline constexpr ShopMove shop_moves[] = {
    {ShopState::open, ShopState::paused, Actor::merchant}, {ShopState::paused, ShopState::open, Actor::merchant},
    {ShopState::open, ShopState::closed, Actor::merchant}, {ShopState::paused, ShopState::closed, Actor::merchant},
    {ShopState::open, ShopState::frozen, Actor::platform}, {ShopState::paused, ShopState::frozen, Actor::platform},
    {ShopState::frozen, ShopState::open, Actor::platform}, {ShopState::frozen, ShopState::closed, Actor::platform},
};
bool may_move(ShopState from, ShopState to, Actor by);

// What two names have in common that people would take for one: case, width, accents, spaces.
std::string fold_name(std::string_view);

// A unified social credit code: 18 characters, the last of which checks the others (GB 32100-2015).
bool well_formed_licence(std::string_view);

}  // namespace meadow::catalog
