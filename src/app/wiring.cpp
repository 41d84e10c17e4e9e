#include "app/wiring.hpp"

#include <malloc.h>

#include "app/import/store.hpp"
#include "app/metrics.hpp"
#include "http/health.hpp"
#include "http/idempotency.hpp"
#include "http/unfurl.hpp"
#include "jobs/store.hpp"
#include "modules/catalog/module.hpp"
#include "modules/community/module.hpp"
#include "modules/creators/module.hpp"
#include "modules/discovery/module.hpp"
#include "modules/fulfilment/module.hpp"
#include "modules/governance/module.hpp"
#include "modules/identity/identity.hpp"
#include "modules/identity/module.hpp"
#include "modules/media/module.hpp"
#include "modules/operations/gauges/show_metrics.hpp"
#include "modules/operations/module.hpp"
#include "modules/trading/module.hpp"

namespace meadow::app {

std::vector<db::Migration> all_migrations()
{
    std::vector<db::Migration> all;
    for (const auto* part : {&jobs::schema, &http::schema, &identity::schema, &media::schema, &governance::schema, &catalog::schema,
                             &community::schema, &fulfilment::schema, &trading::schema, &creators::schema,
                             &discovery::schema, &app::schema})
        all.insert(all.end(), part->begin(), part->end());
    return all;
}

Meadow::Meadow(const Parts& parts, db::Database& database, const jobs::Clock& clock, jobs::Dice& dice)
    : adapters_(parts.adapters), ids_(clock, parts.node), lanes_(db::start_lanes(database, parts.lanes)), checkpointer_(database),
      world_{database, *lanes_, clock, dice, ids_, settings_, adapters_},
      router_(world_, identity::identify, parts.router), pump_(world_, listeners_, errands_)
{
    const auto personal_data = std::make_shared<identity::DataContributors>();
    adapters_.put(personal_data);
    media::add_personal_data(*personal_data);
    catalog::add_personal_data(*personal_data);
    community::add_personal_data(*personal_data);
    trading::add_personal_data(*personal_data);
    discovery::add_personal_data(*personal_data);
    const auto exhibits = std::make_shared<governance::Exhibits>();
    adapters_.put(exhibits);
    governance::add_exhibits(*exhibits);
    catalog::add_exhibits(*exhibits);
    community::add_exhibits(*exhibits);
    catalog::add_adapters(adapters_);
    community::add_adapters(adapters_);
    fulfilment::add_adapters(adapters_);
    discovery::add_memory(adapters_, parts.snapshots);
    adapters_.put(std::make_shared<operations::Gauges>(operations::Gauges{[this] { return metrics_of(*this, nullptr); }}));

    http::health_routes(router_.on("server"));
    identity::add_routes(router_);
    media::add_routes(router_);
    governance::add_routes(router_);
    catalog::add_routes(router_);
    community::add_routes(router_);
    fulfilment::add_routes(router_);
    trading::add_routes(router_);
    creators::add_routes(router_);
    discovery::add_routes(router_);
    operations::add_routes(router_);
    if (adapters_.get<http::AppShell>().has_app()) discovery::add_front_page(router_);
    router_.seal();

    identity::add_listeners(listeners_);
    media::add_listeners(listeners_);
    governance::add_listeners(listeners_);
    catalog::add_listeners(listeners_);
    community::add_listeners(listeners_);
    fulfilment::add_listeners(listeners_);
    trading::add_listeners(listeners_);
    creators::add_listeners(listeners_);

    discovery::add_listeners(listeners_);

    identity::add_errands(errands_, world_);
    fulfilment::add_errands(errands_, world_);
    trading::add_errands(errands_, world_);
    operations::add_errands(errands_, world_);

    http::add_jobs(pump_, world_);
    identity::add_jobs(pump_, world_);
    media::add_jobs(pump_, world_);
    community::add_jobs(pump_, world_);
    trading::add_jobs(pump_, world_);
    creators::add_jobs(pump_, world_);
    if (parts.answers) discovery::add_jobs(pump_, world_);

    world_.news_is_waiting = [this] { pump_.wake(); };
    jobs::read_now(world_, {}, [&](ReadCtx& ctx) { settings_.load(ctx.tx); });
}

void Meadow::start()
{
    pump_.every(1s, [this] { background_.submit([this](int) { discovery::tidy_memory(world_); }); });
    pump_.start();
    background_.submit([this](int) { fill_memory(); });
}

void Meadow::fill_memory()
{
    discovery::fill_memory(world_, [this] { return !ending_; });
    malloc_trim(0);   // glibc keeps what the filling needed for a moment
}

// What is under way in the lanes still calls the router and the pump, so the lanes end first.
Meadow::~Meadow()
{
    ending_ = true;
    pump_.stop();
    lanes_.reset();
}

}  // namespace meadow::app
