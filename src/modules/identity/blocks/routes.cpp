#include "http/router.hpp"
#include "modules/identity/blocks/block_person.hpp"
#include "modules/identity/blocks/list_blocks.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

using http::Limit;
using http::needs;
using http::Scope;

void block_routes(http::On on)
{
    on.put("/v1/me/blocks/{user}", needs(Scope::user), block_person)
        .limited(Limit::write).may_refuse(not_found, blocks_self, blocks_too_many).says("Block a person");
    on.del("/v1/me/blocks/{user}", needs(Scope::user), unblock_person).limited(Limit::write).says("Stop blocking a person");
    on.get("/v1/me/blocks", needs(Scope::user), list_blocks).says("Whom I block");
}

}  // namespace meadow::identity
