#include "http/router.hpp"
#include "modules/creators/touches/record_touches.hpp"

namespace meadow::creators {

using http::needs;
using http::Scope;

void touch_routes(http::On on)
{
    on.post("/v1/touches", needs(Scope::anyone), record_touches)
        .may_refuse(bad_input).says("Which notes led me to which products; sent in batches");
}

}  // namespace meadow::creators
