#include "modules/catalog/applications/list_applications.hpp"

#include "modules/catalog/applications/store.hpp"
#include "modules/catalog/paging.hpp"

namespace meadow::catalog {

Result<Page<Application>> list_applications(ReadCtx& ctx, const ListApplications& in)
{
    const Cursor cursor = TRY(oldest_first(in.cursor));
    return page_of(store::list_applications(ctx.tx, in.state, cursor, in.limit + 1), in.limit, [](const Application& a) {
        return Cursor{a.applied_at.us, a.owner.value};
    });
}

}  // namespace meadow::catalog
