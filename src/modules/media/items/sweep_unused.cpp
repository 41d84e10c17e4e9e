#include "modules/media/items/sweep_unused.hpp"

#include <algorithm>

#include "jobs/log.hpp"
#include "modules/identity/identity.hpp"
#include "modules/media/items/store.hpp"

namespace meadow::media {
namespace {

constexpr std::int64_t piece = 100;

// Profiles say by news what picture they show (listen.cpp); one whose news is not heard yet is asked here.
std::vector<MediaId> faces_of(db::ReadTx& tx, const std::vector<store::Unused>& items)
{
    std::vector<UserId> owners;
    for (const store::Unused& item : items) owners.push_back(item.owner);
    std::vector<MediaId> out;
    for (const identity::PersonCard& card : identity::person_cards(tx, owners))
        if (card.avatar) out.push_back(card.avatar);
    return out;
}

}  // namespace

std::int64_t sweep_unused(WriteCtx& ctx)
{
    const auto items = store::unused_items(ctx.tx, ctx.now - unused_age(ctx), piece);
    if (items.empty()) return 0;
    const auto faces = faces_of(ctx.tx, items);
    std::int64_t removed = 0;
    for (const store::Unused& item : items) {
        if (std::find(faces.begin(), faces.end(), item.id) != faces.end()) store::mark_used(ctx.tx, item.id);
        else if (store::delete_unused(ctx.tx, item.id)) {
            store::delete_files_without_item(ctx.tx, item.key);
            ++removed;
        }
    }
    if (removed > 0) log::info("swept uploads that nobody used", {{"uploads", std::to_string(removed)}});
    return std::int64_t(items.size());
}

}  // namespace meadow::media
