#include "modules/discovery/diary/keep_diary.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "modules/community/community.hpp"
#include "modules/community/events.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/events.hpp"
#include "modules/discovery/lists/model.hpp"
#include "text/segmenter.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t piece = 2'000;

void insert(jobs::World& world, const std::vector<Entry>& entries)
{
    if (entries.empty()) return;
    db::run_and_wait(world.lanes, db::Home::events, 0, [&](db::Tx& tx) {
        for (const Entry& entry : entries) store::insert_entry(tx, entry);
        return true;
    });
}

Entry entry_of(const jobs::World& world, const community::PublicNote& note, std::string key)
{
    NoteEntry body{note.id, note.author};
    if (!note.topics.empty()) body.topic = topic_list(world.adapters.get<lang::Segmenter>().normaliser(), note.topics.front()).value;
    const std::string face = note.title + '\n' + (note.media.empty() ? "" : text(note.media.front()));
    std::uint64_t hash = 14695981039346656037ull;   // FNV-1a
    for (const unsigned char c : face) hash = (hash ^ c) * 1099511628211ull;
    body.face = std::int64_t(hash & INT64_MAX);
    return {{}, std::move(key), world.clock.now(), EntryKind::note, to_json(body)};
}

template <class Event, class Use>
void on(const jobs::News& news, Use use)
{
    if (news.kind != Event::kind) return;
    if (const auto event = from_json<Event>(news.body); event.ok()) use(*event);
}

engine::Deed deed_of(community::Reaction reaction)
{
    switch (reaction) {
        case community::Reaction::like: return engine::Deed::like;
        case community::Reaction::collect: return engine::Deed::collect;
        case community::Reaction::share: return engine::Deed::share;
    }
    return engine::Deed::click;
}

}  // namespace

std::vector<store::EntryRow> diary_after(jobs::World& world, store::Place place, std::int64_t limit)
{
    std::vector<store::EntryRow> rows;
    if (world.database.engine() == db::Engine::postgres) {
        jobs::read_now(world, {}, [&](ReadCtx& ctx) { rows = store::entries_after(ctx.tx, place, limit); });
        return rows;
    }
    const auto connection = world.database.open_reader(db::Home::events);
    connection->begin_read();
    db::ReadTx tx(*connection);
    rows = store::entries_after(tx, place, limit);
    connection->commit();
    return rows;
}

void keep_diary(jobs::World& world)
{
    Curator& curator = world.adapters.get<Curator>();
    insert(world, curator.take());
    for (;;) {
        const auto rows = diary_after(world, curator.place(), piece);
        curator.read(rows);
        if (std::int64_t(rows.size()) < piece) return;
    }
}

std::int64_t forget_old_entries(jobs::World& world)
{
    const Instant now = world.clock.now();
    const Instant before = now - keep_pages.at(*world.settings.now(), now);
    std::int64_t forgotten = 0;
    db::run_and_wait(world.lanes, db::Home::events, 0, [&](db::Tx& tx) { return (forgotten = store::forget_entries(tx, before, piece)) > 0; });
    return forgotten;
}

void write_news(jobs::World& world, const std::vector<jobs::News>& all)
{
    Curator& curator = world.adapters.get<Curator>();
    std::vector<std::pair<NoteId, std::string>> notes;
    for (const jobs::News& news : all) {
        const std::string key = "news:" + std::to_string(news.xid) + ":" + std::to_string(news.seq);
        const auto deed = [&](UserId by, NoteId note, engine::Deed what, Instant at) {
            curator.write({by, key, at, EntryKind::deed, to_json(DeedEntry{note, what})});
        };
        on<community::NotePublished>(news, [&](const auto& e) { notes.emplace_back(e.note, key); });
        on<community::NoteWithdrawn>(news, [&](const auto& e) { notes.emplace_back(e.note, key); });
        on<community::NoteReacted>(news, [&](const auto& e) { if (!e.undone) deed(e.by, e.note, deed_of(e.reaction), e.at); });
        on<community::NoteCommented>(news, [&](const auto& e) { deed(e.by, e.note, engine::Deed::comment, e.at); });
        on<FeedChosen>(news, [&](const auto& e) {
            TopicsEntry body;
            for (const auto& topic : e.topics) body.topics.push_back(topic_list(world.adapters.get<lang::Segmenter>().normaliser(), topic).value);
            curator.write({e.user, key, e.at, EntryKind::topics, to_json(body)});
        });
        on<community::Followed>(news, [&](const auto& e) { curator.write({e.follower, key, e.at, EntryKind::follow, to_json(FollowEntry{e.followee})}); });
        on<community::Unfollowed>(news, [&](const auto& e) { curator.write({e.follower, key, news.told_at, EntryKind::unfollow, to_json(FollowEntry{e.followee})}); });
    }
    if (notes.empty()) return;
    std::vector<NoteId> ids;
    for (const auto& [note, key] : notes) ids.push_back(note);
    std::vector<community::PublicNote> found;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) { found = community::public_notes(ctx.tx, ids); });
    for (const auto& [id, key] : notes) {
        const NoteId note = id;
        const auto open = std::find_if(found.begin(), found.end(), [&](const auto& f) { return f.id == note; });
        if (open != found.end()) curator.write(entry_of(world, *open, key));
        else curator.write({{}, key, world.clock.now(), EntryKind::withdrawn, to_json(WithdrawnEntry{note})});
    }
}

void read_diary(jobs::World& world, const std::function<bool()>& go_on)
{
    keep_diary(world);
    Curator& curator = world.adapters.get<Curator>();
    NoteId after;
    while (go_on()) {
        std::vector<community::PublicNote> notes;
        jobs::read_now(world, {}, [&](ReadCtx& ctx) { notes = community::public_notes_after(ctx.tx, after, 500); });
        if (notes.empty()) break;
        std::vector<Entry> missing;
        for (const auto& note : notes)
            if (!curator.note(note.id)) missing.push_back(entry_of(world, note, "found:" + text(note.id)));
        insert(world, missing);
        after = notes.back().id;
    }
    keep_diary(world);
}

}  // namespace meadow::discovery
