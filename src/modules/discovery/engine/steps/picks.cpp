#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

void recall_picks(PageWork& work)
{
    for (const Pick& pick : work.state.picks)
        if (work.now < pick.until) suggest(work, pick.note, Source::pick, Tie::pick);
}

}  // namespace meadow::discovery::engine::steps
