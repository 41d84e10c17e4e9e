#include "http/router.hpp"
#include "modules/operations/settings/change_setting.hpp"
#include "modules/operations/settings/list_settings.hpp"

namespace meadow::operations {

using http::needs;
using http::Scope;

void setting_routes(http::On on)
{
    on.get("/v1/operator/settings", needs(Scope::operator_), list_settings).says("Every number and switch of the rules, with its past and future values");
    on.put("/v1/operator/settings/{name}", needs(Scope::operator_), change_setting)
        .may_refuse(not_found).says("Set what a setting is, from now or a later time on");
}

}  // namespace meadow::operations
