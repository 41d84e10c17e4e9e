#include "modules/catalog/applications/show_application.hpp"

#include "modules/catalog/applications/store.hpp"

namespace meadow::catalog {

Result<MyApplication> show_application(ReadCtx& ctx, const Nothing&)
{
    const auto application = store::find_application(ctx.tx, ctx.who.user);
    if (!application) return MyApplication{};
    const auto move = store::last_application_move(ctx.tx, ctx.who.user);
    return MyApplication{application, move ? move->reason : ""};
}

}  // namespace meadow::catalog
