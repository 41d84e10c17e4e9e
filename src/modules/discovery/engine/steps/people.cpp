// What the people somebody follows wrote, and what they liked.
#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {
namespace {

constexpr std::size_t most_followed = 200;   // the latest follows
constexpr std::size_t most_found = 200;

// The authors followed last come first.
template <class Use>
void each_followed(const PageWork& work, Use use)
{
    const auto& all = work.reader.follows;
    const std::size_t count = std::min(all.size(), most_followed);
    for (std::size_t back = 1; back <= count; ++back) use(all[all.size() - back]);
}

}  // namespace

void recall_follows(PageWork& work)
{
    std::size_t found = 0;
    each_followed(work, [&](std::uint32_t author) {
        for (const std::uint32_t note : work.state.authors[author].notes) {
            if (found >= most_found || work.now - work.state.notes[note].born > days(work.policy.follow_days)) continue;
            suggest(work, note, Source::follow, Tie::follow);
            ++found;
        }
    });
}

void recall_social(PageWork& work)
{
    std::size_t found = 0;
    each_followed(work, [&](std::uint32_t author) {
        const Reader* friend_ = work.state.find_reader(work.state.authors[author].id);
        if (friend_ == nullptr) return;
        for (const std::uint32_t note : friend_->liked) {
            if (found >= most_found || note < work.state.oldest) continue;
            suggest(work, note, Source::social, Tie::social);
            ++found;
        }
    });
}

}  // namespace meadow::discovery::engine::steps
