#pragma once
#include "base/bounded.hpp"
#include "base/ids.hpp"
#include "jobs/context.hpp"

namespace meadow::discovery {

struct ChooseFound {
    Text<1, 100> q;
    ProductId product;
};
BOOST_DESCRIBE_STRUCT(ChooseFound, (), (q, product))

// Somebody opened a product they had searched for. What many choose for the same words teaches search what else things are called; who
// chose is not kept, only a hash whose salt is thrown away with the day.
Done choose_found(WriteCtx&, const ChooseFound&);

}  // namespace meadow::discovery
