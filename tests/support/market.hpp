// What most journeys need of the mall: a picture, a shop, a product on sale.
//
//     auto lin = town.person("lin");
//     const Stall stall = open_stall(lin, "Lin's", {{"红", yuan(99)}, {"粉", yuan(89)}});
//     town.settles();                                        // stock is counted when the news has been heard
//     bo.post("/v1/…", … stall.skus[0] …);
#pragma once
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/money.hpp"
#include "support/town.hpp"

namespace meadow::testing {

// The id that a text shows: id_in<ShopId>(stall.shop).
template <class SomeId>
SomeId id_in(const std::string& text)
{
    return SomeId{*parse_id(SomeId::prefix(), text)};
}

// Uploads a small painted picture; its id. Different seeds, different pictures.
std::string picture(Person&, std::uint64_t seed = 1);

struct Choice {
    std::string value;
    Money price;
    std::int64_t stock = 100;
};

// The JSON of a product's content, with one option 色号 ("colour") unless there is a single choice without a name. `more`: further
// members in place of the ordinary ones, such as R"("commission":500)".
std::string product_json(const std::string& title, const std::string& picture, const std::vector<Choice>& choices,
                         int commission = 1000);

// Opens a light shop; its id.
std::string light_shop(Person&, const std::string& name);

// Somebody whose account speaks officially for a brand of the same name.
Person brand(Town&, const std::string& name);
// A brand's POP store, approved by an operator; the shop's id. Lowers `catalog.pop_followers` to 0.
std::string pop_store(Town&, Person& brand, Person& operator_, const std::string& name);

struct Goods {
    std::string id;
    std::vector<std::string> skus;  // in the order of the choices
};
// Puts a product on sale in a shop of this person's.
Goods sells(Person&, const std::string& shop, const std::string& title, const std::vector<Choice>& choices, int commission = 1000);

struct Stall {
    std::string shop;
    std::string product;
    std::vector<std::string> skus;
};
// A shop with one product.
Stall open_stall(Person&, const std::string& name, const std::vector<Choice>& choices);

}  // namespace meadow::testing
