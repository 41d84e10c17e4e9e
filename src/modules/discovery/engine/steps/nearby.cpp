#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

void recall_nearby(PageWork& work)
{
    for (const CellKey cell : work.asked.near)
        if (const auto found = work.state.place_numbers.find(cell); found != work.state.place_numbers.end())
            for (const std::uint32_t note : work.state.places[found->second].notes)
                if (note >= work.state.oldest) suggest(work, note, Source::nearby, Tie::nearby);
}

}  // namespace meadow::discovery::engine::steps
