// The application of an official account for a POP store, and its moves. Pure.
#pragma once
#include <string>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "modules/catalog/shops/model.hpp"

namespace meadow::catalog {

enum class ApplicationState : std::uint8_t { pending, approved, rejected };
BOOST_DESCRIBE_ENUM(ApplicationState, pending, approved, rejected)

struct Application {
    UserId owner;
    ApplicationState state{};
    std::string name;
    std::string intro;
    std::string city;
    MediaId logo;
    std::string company;
    std::string licence;
    std::int64_t followers = 0;
    Instant applied_at;
    ShopId shop;
};
BOOST_DESCRIBE_STRUCT(Application, (), (owner, state, name, intro, city, logo, company, licence, followers, applied_at, shop))

struct ApplicationMove {
    ApplicationState from, to;
    Actor by;
};
inline constexpr ApplicationMove application_moves[] = {
    {ApplicationState::pending, ApplicationState::approved, Actor::platform},
    {ApplicationState::pending, ApplicationState::rejected, Actor::platform},
    {ApplicationState::rejected, ApplicationState::pending, Actor::merchant},  // applied again
};
bool may_move(ApplicationState from, ApplicationState to, Actor by);

}  // namespace meadow::catalog
