#include "http/router.hpp"
#include "modules/operations/backups/make_backup.hpp"

namespace meadow::operations {

using http::Limit;
using http::needs;
using http::Scope;

void backup_routes(http::On on)
{
    on.get("/v1/operator/backups", needs(Scope::operator_), list_backups).slow().says("The backups beside the town, newest first");
    on.post("/v1/operator/backups", needs(Scope::operator_), make_backup).created().limited(Limit::write).says("Ask for a backup of the town as it is now");
    on.post("/v1/operator/backups/{name}/check", needs(Scope::operator_), find_backup, check_backup)
        .limited(Limit::write).may_refuse(not_found).says("Ask whether every file of a backup is what it was");
}

}  // namespace meadow::operations
