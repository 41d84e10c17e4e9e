#include "modules/catalog/categories/list_categories.hpp"

#include "modules/catalog/categories/store.hpp"

namespace meadow::catalog {

Result<Categories> list_categories(ReadCtx& ctx, const Nothing&) { return Categories{store::all_categories(ctx.tx)}; }

}  // namespace meadow::catalog
