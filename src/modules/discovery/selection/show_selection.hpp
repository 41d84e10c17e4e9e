#pragma once
#include "http/call.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/discovery/engine/experiments.hpp"

namespace meadow::discovery {

struct SelectionRow {
    ProductId product;
    ShopId shop;
    std::string title;
    MediaId cover;
    Money price_from;                                 // of the cheapest SKU
    Rate commission;                                  // what an author gets whose note sells it
    bool on_sale = true;
    std::int64_t mentions = 0, mentions_before = 0;   // notes that pin it: of the last three days, of the three before
    std::int64_t wants = 0, wants_before = 0;         // times it was looked at from a note, put into the cart or bought
    std::int64_t authors = 0;                         // distinct, of the newest fifty notes that pin it
    double appeal = 1;                                // of these notes: observed over expected, 1 is usual
    engine::Estimate growth;                          // predicted for the next three days, with its 95 % interval
};
BOOST_DESCRIBE_STRUCT(SelectionRow, (), (product, shop, title, cover, price_from, commission, on_sale, mentions, mentions_before, wants, wants_before, authors, appeal, growth))

struct Selection {
    std::vector<SelectionRow> items;      // what grows most surely first, at most 100
};
BOOST_DESCRIBE_STRUCT(Selection, (), (items))

// Which products the community is warming to: for creators who choose what to sell, and operators.
Result<Selection> show_selection(ReadCtx&, const Nothing&);
// The same as CSV, for spreadsheets.
Result<http::Content> export_selection(ReadCtx&, const Nothing&);

}  // namespace meadow::discovery
