// What everybody was told, kept apart from the product: a model of its own with sums of its own, compared with the tables. It knows what
// nobody inside can know: what was asked for and what the outside world did.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/instant.hpp"
#include "db/database.hpp"

namespace meadow::sim {

struct Purchase {
    std::size_t shopper = 0, article = 0;
    std::string shop, order;
    std::int64_t count = 0, total = 0;
    Instant pay_by;
    std::size_t author = 0;          // who is to be credited, when `credited`
    bool credited = false;
    std::vector<std::string> pages;  // of the gateway, one for each payment that was opened
    std::string refund;
    bool reviewed = false;
    std::string path() const { return "/v1/shops/" + shop + "/orders/" + order; }
};

struct Diary {
    std::map<std::string, std::int64_t> received;                  // pieces by SKU
    std::vector<Purchase> purchases;
    std::map<std::string, std::set<std::string>> likes, collects;  // people by note
    std::map<std::string, std::int64_t> comments, views;           // by note
    std::set<std::pair<std::string, std::string>> follows;
    std::set<std::string> hidden;                                  // notes
    std::set<std::string> pressed;                                 // pages on which a button was pressed first
    std::int64_t charged = 0;                                      // fen people have paid there

    // Where the tables say something else, in words; only what must agree at any moment when nobody is asking.
    std::vector<std::string> contradictions(db::Database&) const;
    // How many orders stand in each state.
    static std::map<std::string, std::int64_t> order_states(db::Database&);
    // The same of what must agree once everything has run its course: everybody's money.
    std::vector<std::string> unsettled(db::Database&, const std::vector<std::string>& authors) const;
};

}  // namespace meadow::sim
