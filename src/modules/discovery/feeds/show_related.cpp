#include "modules/discovery/feeds/show_related.hpp"

#include <algorithm>

#include "modules/discovery/feeds/kinship.hpp"
#include "modules/discovery/feeds/steps.hpp"
#include "modules/discovery/lists/store.hpp"

namespace meadow::discovery {
namespace {

constexpr Step by_kinship[] = {{"opened", steps::recall_opened},
                               {"close", steps::recall_close},
                               {"shared", steps::recall_shared},
                               {"said", steps::recall_said},
                               {"introduce", steps::introduce},
                               {"filter", steps::filter_blocked},
                               {"fine", steps::best_first},
                               {"rerank", steps::others_first}};

}  // namespace

Result<FeedPage> show_related(ReadCtx& ctx, const ShowRelated& in)
{
    const auto placed = store::find_placed(ctx.tx, in.note);
    if (!placed) return refuse(not_found);
    const bool explain = TRY(may_explain(ctx, in.explain));
    FeedWork work{ctx};
    work.about = in.note;
    work.surface = Surface::related;
    work.author_read = placed->author;
    work.limit = in.limit;
    work.lists = placed->lists;
    std::erase(work.lists, latest_list());
    return run_feed(work, by_kinship, explain);
}

}  // namespace meadow::discovery
