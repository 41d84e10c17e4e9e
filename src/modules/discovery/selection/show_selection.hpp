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
    std::int64_t asks = 0, asks_before = 0;           // comments on these notes that ask where it can be bought
    std::int64_t content = 0, discontent = 0;         // notes and comments of these six days that sound so
    double mood = 0;                                  // -1 … 1: of both, few of them drawn to 0
    std::int64_t authors = 0;                         // distinct, of the newest fifty notes that pin it
    double appeal = 1;                                // of these notes: observed over expected, 1 is usual
    engine::Estimate growth;                          // predicted for the next three days, with its 95 % interval
};
BOOST_DESCRIBE_STRUCT(SelectionRow, (), (product, shop, title, cover, price_from, commission, on_sale, mentions, mentions_before, wants, wants_before, asks, asks_before, content, discontent, mood, authors, appeal, growth))

// What notes name and do not pin: a brand and a kind, sold by somebody here or by nobody.
struct NamedRow {
    std::string name;                                 // "兰蔻 粉底液"
    bool on_sale = false;                             // something on sale answers to it
    std::int64_t mentions = 0, mentions_before = 0, asks = 0, asks_before = 0, content = 0, discontent = 0;   // as above, of the notes that name it
    double mood = 0;
    std::int64_t authors = 0;
    double appeal = 1;
    engine::Estimate growth;
};
BOOST_DESCRIBE_STRUCT(NamedRow, (), (name, on_sale, mentions, mentions_before, asks, asks_before, content, discontent, mood, authors, appeal, growth))

struct Selection {
    std::vector<SelectionRow> items;      // what grows most surely first; these and the named ones are at most 100 together
    std::vector<NamedRow> named;          // the same
};
BOOST_DESCRIBE_STRUCT(Selection, (), (items, named))

// Which products the community is warming to: for creators who choose what to sell, and operators.
Result<Selection> show_selection(ReadCtx&, const Nothing&);
// The same as CSV, for spreadsheets.
Result<http::Content> export_selection(ReadCtx&, const Nothing&);

}  // namespace meadow::discovery
