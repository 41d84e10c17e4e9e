#include "modules/catalog/staff/invite_staff.hpp"

#include "modules/catalog/refusals.hpp"
#include "modules/catalog/staff/store.hpp"

namespace meadow::catalog {

Result<StaffView> invite_staff(WriteCtx& ctx, const InviteStaff& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::owner));
    const auto user = identity::person_called(ctx.tx, in.handle);
    if (!user || identity::blocked_between(ctx.tx, ctx.who.user, *user))
        return refuse(not_found, "", {{"/handle", "nobody has it"}});
    if (std::int64_t(store::list_staff(ctx.tx, in.shop).size()) >= most_staff(ctx)) return refuse(too_many_staff);
    const Staff staff{*user, in.may, StaffState::invited, ctx.who.user, ctx.now};
    if (!store::insert_staff(ctx.tx, in.shop, staff))
        return refuse(already_done, "This person is invited or among the staff already");
    enter_in_log(ctx, in.shop, "staff_invited", text(*user), name_of(in.may));
    return view_of(ctx, {staff}).front();
}

}  // namespace meadow::catalog
