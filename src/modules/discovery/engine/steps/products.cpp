// Notes by the things they pin.
#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

void recall_products(PageWork& work)
{
    for (const std::uint32_t wanted : work.reader.wants)
        for (const std::uint32_t note : work.state.products[wanted].notes)
            if (note >= work.state.oldest) suggest(work, note, Source::product, Tie::product);
}

// What cannot be bought is read all the same, behind what can.
void lower_sold_out(PageWork& work)
{
    for (Candidate& c : work.best) {
        const auto& pinned = work.state.notes[c.note].products;
        const bool gone = !pinned.empty() && std::all_of(pinned.begin(), pinned.end(), [&](std::uint32_t p) { return !work.state.products[p].on_sale; });
        if (gone) c.score *= float(work.policy.sold_out);
    }
}

}  // namespace meadow::discovery::engine::steps
