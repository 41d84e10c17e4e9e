// What a row of each kind of file says; docs/import.md explains the columns to those who write them. A name in a file is whatever
// the other system calls a thing; it is known again by it (external_names.hpp).
#pragma once
#include <optional>

#include "base/describe.hpp"
#include "modules/catalog/products/model.hpp"
#include "modules/community/notes/model.hpp"
#include "modules/identity/accounts/model.hpp"

namespace meadow::app {

using ExternalName = Text<1, 100>;
using NameList = Text<0, 2000>;        // names or files, separated by |
using Yuan = double;                   // at most two decimals

struct PersonRow {
    ExternalName id;
    identity::Name name;
    std::optional<identity::Handle> handle;
    std::optional<identity::Bio> bio;
    std::optional<identity::City> city;
    std::optional<Instant> joined;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (id, name, handle, bio, city, joined))

struct ShopRow {
    ExternalName id;
    ExternalName owner;
    catalog::ShopName name;
    std::optional<catalog::Intro> intro;
    std::optional<catalog::CityName> city;
};
BOOST_DESCRIBE_STRUCT(ShopRow, (), (id, owner, name, intro, city))

struct ProductRow {
    ExternalName id;
    ExternalName shop;
    Text<2, 80> title;
    std::optional<Text<0, 500>> description;
    Text<1, 40> category;
    Yuan price = 0;
    std::optional<Yuan> market_price;
    std::optional<Whole<0, 1'000'000>> stock;
    std::optional<Whole<0, 10'000>> tax;          // per 10,000
    std::optional<Whole<0, 10'000>> commission;   // per 10,000
    std::optional<NameList> pictures;
};
BOOST_DESCRIBE_STRUCT(ProductRow, (), (id, shop, title, description, category, price, market_price, stock, tax, commission, pictures))

struct NoteRow {
    ExternalName id;
    ExternalName author;
    std::optional<Text<0, 40>> title;
    std::optional<Text<0, 2000>> text;
    std::optional<NameList> products;
    std::optional<Text<0, 60>> place;
    std::optional<double> latitude, longitude;
    std::optional<NameList> pictures;
    std::optional<Instant> published;
};
BOOST_DESCRIBE_STRUCT(NoteRow, (), (id, author, title, text, products, place, latitude, longitude, pictures, published))

struct CommentRow {
    ExternalName id;
    ExternalName note;
    ExternalName author;
    Text<1, 500> text;
    std::optional<ExternalName> answers;
    std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(CommentRow, (), (id, note, author, text, answers, at))

enum class InteractionKind : std::uint8_t { view, like, collect, follow };
BOOST_DESCRIBE_ENUM(InteractionKind, view, like, collect, follow)

struct InteractionRow {
    InteractionKind kind{};
    ExternalName person;
    ExternalName target;                          // a note; of a follow, a person
    std::optional<Instant> at;
    std::optional<bool> finished;                 // of a view: read to the end
};
BOOST_DESCRIBE_STRUCT(InteractionRow, (), (kind, person, target, at, finished))

}  // namespace meadow::app
