#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/products/model.hpp"

namespace meadow::catalog {

// A light shop's product goes on sale, a POP store's to review.
Done offer(WriteCtx&, const Shop&, const Product&);

}  // namespace meadow::catalog
