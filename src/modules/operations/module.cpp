#include "modules/operations/module.hpp"

#include "modules/operations/backups/make_backup.hpp"

namespace meadow::operations {

void backlog_routes(http::On);
void backup_routes(http::On);
void gauge_routes(http::On);
void setting_routes(http::On);

void add_routes(http::Router& router)
{
    for (const auto routes : {backlog_routes, backup_routes, gauge_routes, setting_routes}) routes(router.on("operations"));
}

void add_errands(jobs::Errands& errands, jobs::World& world)
{
    errands.on<BackupErrand>(backup_errand, [&world](const BackupErrand& errand) { run_backup(world, errand); });
}

}  // namespace meadow::operations
