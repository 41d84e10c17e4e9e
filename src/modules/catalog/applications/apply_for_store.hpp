#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/applications/show_application.hpp"

namespace meadow::catalog {

inline const Setting<std::int64_t> pop_followers{
    "catalog.pop_followers", 1000, "How many followers an official account needs for a POP store"};

struct ApplyForStore {
    ShopName name;
    Intro intro;
    CityName city;
    std::optional<MediaId> logo;
    Text<2, 80> company;
    Text<18, 18> licence;
};
BOOST_DESCRIBE_STRUCT(ApplyForStore, (), (name, intro, city, logo, company, licence))

// The caller, an official account with enough followers, asks for a POP store. After a rejection it may ask again.
Result<MyApplication> apply_for_store(WriteCtx&, const ApplyForStore&);

}  // namespace meadow::catalog
