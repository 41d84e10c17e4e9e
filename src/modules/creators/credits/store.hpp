// creators_credits, creators_credit_moves, creators_earnings (home: author), creators_order_lines, creators_note_sales (home: shop).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/creators/credits/model.hpp"

namespace meadow::creators::store {

// Says whose credit an order's line is. False when that was said before.
bool claim_line(db::Tx&, const Credit&);
void insert_credit(db::Tx&, const Credit&);
// All credits of one order, in the order they were made.
std::vector<Credit> credits_of(db::ReadTx&, ShopId, OrderId);
// False when its state is not `from` any more.
bool update_credit(db::Tx&, const Credit&, CreditState from);
void insert_move(db::Tx&, const Credit&, std::int64_t id, CreditState from, std::string_view why, Instant);
// Newest first; of one state or of all.
std::vector<Credit> list_credits(db::ReadTx&, UserId author, std::optional<CreditState>, CreditId before, std::int64_t limit);

struct Earning {
    CreditState state{};
    std::int64_t credits = 0;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(Earning, (), (state, credits, amount))
void add_earning(db::Tx&, UserId author, const Earning& delta);
std::vector<Earning> earnings(db::ReadTx&, UserId author);

// What a note did for a product of a shop. As a row what it is, as a delta what is added.
struct NoteSales {
    ProductId product;
    NoteId note;
    UserId author;
    std::int64_t shown = 0, views = 0, clicks = 0, shares = 0, orders = 0, paid = 0, refunded = 0, pieces = 0;
    Money sold, returned, commission;
};
BOOST_DESCRIBE_STRUCT(NoteSales, (), (product, note, author, shown, views, clicks, shares, orders, paid, refunded, pieces, sold, returned, commission))
void add_note_sales(db::Tx&, ShopId, const NoteSales& delta);
// After a product and note, in the order of their ids; of one product when it is given.
std::vector<NoteSales> list_note_sales(db::ReadTx&, ShopId, std::optional<ProductId>, ProductId after_product, NoteId after_note, std::int64_t limit);

// The same of one author's notes for all products of a shop.
struct AuthorSales {
    UserId author;
    std::int64_t notes = 0, shown = 0, views = 0, clicks = 0, orders = 0, paid = 0, refunded = 0;
    Money sold, returned, commission;
};
BOOST_DESCRIBE_STRUCT(AuthorSales, (), (author, notes, shown, views, clicks, orders, paid, refunded, sold, returned, commission))
// After an author, in the order of their ids. Reads all rows of the shop.
std::vector<AuthorSales> list_author_sales(db::ReadTx&, ShopId, UserId after, std::int64_t limit);

}  // namespace meadow::creators::store
