#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/creators/credits/store.hpp"

namespace meadow::creators {

struct ListEarnings {
    std::optional<CreditState> state;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListEarnings, (), (state, cursor, limit))

// A credit as its author sees it: what was sold and what it brings, not to whom.
struct EarningCard {
    CreditId id;
    CreditState state{};
    NoteId note;
    NoteId first_note;
    Instant first_at;
    NoteId last_note;
    Instant last_at;
    ProductId product;
    std::string title;
    std::int64_t pieces = 0;
    Money base;
    Rate rate;
    Money commission;
    Money platform_part;
    Money earning;
    Instant placed_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(EarningCard, (), (id, state, note, first_note, first_at, last_note, last_at, product, title, pieces, base, rate, commission,
                                       platform_part, earning, placed_at, changed_at))

// What my notes sold, line by line, newest first.
Result<Page<EarningCard>> list_earnings(ReadCtx&, const ListEarnings&);
// The same in sums: how many credits stand in each state and what they bring.
Result<std::vector<store::Earning>> sum_earnings(ReadCtx&, const Nothing&);

}  // namespace meadow::creators
