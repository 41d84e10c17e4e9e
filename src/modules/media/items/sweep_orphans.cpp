#include "modules/media/items/sweep_orphans.hpp"

#include <chrono>

#include "jobs/log.hpp"
#include "modules/media/items/store.hpp"

namespace meadow::media {

std::size_t sweep_orphans(ReadCtx& ctx, int shelf)
{
    auto& blobs = ctx.outside<blobs::Store>();
    const std::chrono::sys_time<Duration> limit{Duration{(ctx.now - orphan_age(ctx)).us}};
    const auto before = std::chrono::file_clock::from_sys(limit);
    std::vector<std::string> old;
    blobs.list_shelf(shelf, [&](const blobs::Entry& entry) {
        if (entry.written < before) old.push_back(entry.name);
    });
    std::size_t removed = 0;
    for (const std::string& name : old)
        if (!store::is_blob_used(ctx.tx, name) && blobs.remove_old(name, before)) ++removed;
    if (shelf == 0) removed += blobs.sweep_unfinished(before);
    if (removed > 0) log::info("swept media files without an upload", {{"files", std::to_string(removed)}});
    return removed;
}

}  // namespace meadow::media
