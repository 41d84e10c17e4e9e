#include "modules/fulfilment/fulfilment.hpp"
#include "modules/fulfilment/stock/store.hpp"

namespace meadow::fulfilment {

std::vector<std::string> check_stock(db::ReadTx& tx)
{
    std::vector<std::string> faults;
    for (const store::LeakyBucket& leak : store::leaky_buckets(tx))
        faults.push_back(text(leak.shop) + ": " + name_of(leak.bucket) + " of " + text(leak.sku) + " in " + text(leak.warehouse) +
                         " is off by " + std::to_string(leak.by));
    return faults;
}

}  // namespace meadow::fulfilment
