// The town itself.
#include "app/audit.hpp"
#include "app/doctor/findings.hpp"
#include "jobs/store.hpp"
#include "modules/community/community.hpp"
#include "modules/fulfilment/fulfilment.hpp"
#include "modules/media/items/store.hpp"
#include "modules/trading/trading.hpp"

namespace meadow::app {

void look_at_town(Findings& out, Visit& visit)
{
    jobs::read_now(visit.world(), {}, [&](ReadCtx& ctx) {
        const trading::BooksReport books = trading::check_books(ctx.tx);
        out.faults("books", books.faults, std::to_string(books.entries) + " entries sum to zero",
                   "meadow books tells more; no money may be paid out until it is understood");
        out.faults("stock", fulfilment::check_stock(ctx.tx), "every bucket holds what the journal says",
                   "count these SKUs and set them anew");
        out.faults("counters", community::check_counts(ctx.tx), "every number equals its rows",
                   "please report it: this must not happen");
    });
}

void look_at_media(Findings& out, Visit& visit)
{
    blobs::Store& store = visit.world().adapters.get<blobs::Store>();
    const std::string directory = visit.opening().config().data + "/media";
    jobs::read_now(visit.world(), {}, [&](ReadCtx& ctx) {
        const MediaAudit audit = audit_media(ctx.tx, store);
        if (audit.missing > 0)
            out.fail("media",
                     std::to_string(audit.missing) + " files of uploads are missing, such as " + audit.some_missing.front(),
                     "bring them back from a backup's media/ into " + directory);
        else
            out.ok("media", std::to_string(audit.files) + " files of uploads are there");
        std::int64_t orphans = 0;
        store.list([&](const blobs::Entry& entry) { orphans += media::store::is_blob_used(ctx.tx, entry.name) ? 0 : 1; });
        if (orphans > 0)
            out.ok("media", std::to_string(orphans) + " files belong to no upload; the server sweeps them when they are a day old");
    });
}

void look_at_news(Findings& out, Visit& visit)
{
    constexpr auto patience = std::chrono::minutes{1};
    constexpr std::int64_t most = 100;
    jobs::read_now(visit.world(), {}, [&](ReadCtx& ctx) {
        const auto waiting = jobs::store::news_after(ctx.tx, jobs::store::slowest(ctx.tx), 1);
        if (!waiting.empty() && ctx.now < waiting.front().told_at - patience)
            out.fail("clock", "is behind what was written last, " + text(waiting.front().told_at),
                     "set the clock; let the machine follow NTP");
        if (waiting.empty())
            out.ok("news", "nothing waits to be delivered");
        else if (ctx.now - waiting.front().told_at > patience)
            out.warn("news", "some waits since " + text(waiting.front().told_at),
                     "a running server delivers it; when one runs, look at its log for errors");
        else
            out.ok("news", "the oldest that waits is of " + text(waiting.front().told_at));
        const auto parked = jobs::store::list_parked(ctx.tx, 0, most);
        if (!parked.empty())
            out.warn("news",
                     (parked.size() < std::size_t(most) ? "" : "at least ") + std::to_string(parked.size()) + " parked; " +
                         parked.front().subscriber + " could not digest " + parked.front().kind + ": " + parked.front().error,
                     "nothing else is held up; it is tried again, and after an upgrade that mends it");
        const auto failed = jobs::store::list_failed_errands(ctx.tx, 0, most);
        if (!failed.empty())
            out.warn("errands", std::to_string(failed.size()) + " given up; " + failed.front().kind + ": " + failed.front().error,
                     "mend what it names: mail, gateway, carrier");
    });
}

}  // namespace meadow::app
