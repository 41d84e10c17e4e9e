#include "modules/fulfilment/module.hpp"

#include "modules/fulfilment/sandbox/carrier.hpp"

namespace meadow::fulfilment {

void stock_routes(http::On);
void warehouse_routes(http::On);
void parcel_routes(http::On);
void tracking_routes(http::On);
void sandbox_carrier_routes(http::On);

void add_routes(http::Router& router)
{
    for (const auto routes : {stock_routes, warehouse_routes, parcel_routes, tracking_routes, sandbox_carrier_routes}) routes(router.on("fulfilment"));
}

void add_adapters(jobs::Adapters& adapters)
{
    const auto carriers = std::make_shared<Carriers>();
    carriers->add(std::string(sandbox::carrier_name), std::make_unique<sandbox::SandboxCarrier>());
    adapters.put(carriers);
}

}  // namespace meadow::fulfilment
