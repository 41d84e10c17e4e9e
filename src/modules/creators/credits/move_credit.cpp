#include "modules/creators/credits/move_credit.hpp"

#include <cassert>

#include "modules/community/community.hpp"
#include "modules/creators/credits/store.hpp"
#include "modules/creators/events.hpp"

namespace meadow::creators {
namespace {

// What a move adds to the shop's counts of the note.
store::NoteSales counted(const Credit& c, std::optional<CreditState> from)
{
    store::NoteSales d;
    d.product = c.product;
    d.note = c.note;
    d.author = c.author;
    const bool was_paid_for = from && *from != CreditState::pending;
    switch (c.state) {
        case CreditState::pending: d.orders = 1; break;
        case CreditState::payable: d.paid = 1, d.pieces = c.pieces, d.sold = c.base, d.commission = c.commission; break;
        case CreditState::paid: break;
        case CreditState::clawed_back:
        case CreditState::void_:
            if (was_paid_for) d.refunded = 1, d.returned = c.base, d.commission = -c.commission;
            break;
    }
    return d;
}

}  // namespace

void count_credit(WriteCtx& ctx, const Credit& c, std::optional<CreditState> from)
{
    if (from) store::add_earning(ctx.tx, c.author, {*from, -1, -c.earning()});
    store::add_earning(ctx.tx, c.author, {c.state, 1, c.earning()});
    store::add_note_sales(ctx.tx, c.shop, counted(c, from));
    ctx.tell(SaleCredited{c.author, c.note, c.order, c.earning(), name_of(c.state)});
    community::notify(ctx, c.author, community::NotificationGroup::orders, "credit/" + text(c.id) + "/" + name_of(c.state),
                      "sale_" + name_of(c.state), text(c.note));
}

bool move_credit(WriteCtx& ctx, Credit& credit, CreditState to, std::string_view why)
{
    const CreditState from = credit.state;
    assert(may_move(from, to));
    credit.state = to;
    credit.changed_at = ctx.now;
    if (!store::update_credit(ctx.tx, credit, from)) return false;
    store::insert_move(ctx.tx, credit, ctx.ids.next(), from, why, ctx.now);
    count_credit(ctx, credit, from);
    return true;
}

}  // namespace meadow::creators
