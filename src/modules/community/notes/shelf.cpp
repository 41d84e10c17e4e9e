#include "modules/community/notes/shelf.hpp"

namespace meadow::community {

void NoteShelf::add(Shard& shard, NoteId note, Entry entry)
{
    if (shard.young.size() >= most_young) {
        shard.old = std::move(shard.young);
        shard.young = {};
    }
    shard.young[note] = std::move(entry);
}

std::shared_ptr<const ShelvedPage> NoteShelf::find(NoteId note, std::int64_t version, Instant now)
{
    Shard& shard = shard_of(note);
    const std::lock_guard lock(shard.mutex);
    Entry entry;
    if (const auto young = shard.young.find(note); young != shard.young.end()) {
        entry = young->second;
    } else if (const auto old = shard.old.find(note); old != shard.old.end()) {
        entry = std::move(old->second);
        shard.old.erase(old);
        add(shard, note, entry);
    }
    const bool holds = entry.page && entry.page->page.version == version && entry.since <= now && now - entry.since < max_age;
    return holds ? entry.page : nullptr;
}

void NoteShelf::put(std::shared_ptr<const ShelvedPage> page, Instant now)
{
    const NoteId note = page->page.id;
    Shard& shard = shard_of(note);
    const std::lock_guard lock(shard.mutex);
    add(shard, note, {std::move(page), now});
}

std::size_t NoteShelf::size() const
{
    std::size_t pages = 0;
    for (const Shard& shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        pages += shard.young.size() + shard.old.size();
    }
    return pages;
}

}  // namespace meadow::community
