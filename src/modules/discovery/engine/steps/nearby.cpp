#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

void recall_nearby(PageWork& work)
{
    for (const CellKey cell : work.asked.near)
        if (const auto* const found = work.state.place_numbers.find(cell); found != nullptr)
            for (const std::uint32_t note : work.state.places[*found].notes)
                if (note >= work.state.oldest) suggest(work, note, Source::nearby, Tie::nearby);
}

}  // namespace meadow::discovery::engine::steps
