// What the diary keeps of notes and comments: what they are about and how they sound, and not their words.
#pragma once
#include "jobs/world.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/community/community.hpp"
#include "modules/discovery/diary/model.hpp"
#include "modules/media/media.hpp"

namespace meadow::discovery {

// What notes show: the products they pin and their covers.
struct Shown {
    std::vector<catalog::ProductCard> pinned;
    std::vector<media::Picture> covers;
};
Shown shown_by(db::ReadTx&, const std::vector<community::PublicNote>&);

// `shown`: what it shows, among others. What the pinned products are called counts as pinned, however the note names it.
Entry entry_of(const jobs::World&, const community::PublicNote&, const Shown&, std::string key);
// Nothing for a few words that neither ask where to buy nor sound like anything.
std::optional<Entry> remark_of(const jobs::World&, UserId by, const community::ShownComment&, Instant, std::string key);

}  // namespace meadow::discovery
