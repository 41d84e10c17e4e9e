#include "modules/discovery/diary/keep_diary.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "jobs/log.hpp"
#include "modules/catalog/events.hpp"
#include "modules/community/community.hpp"
#include "modules/community/events.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_snapshot.hpp"
#include "modules/discovery/diary/said.hpp"
#include "modules/discovery/events.hpp"
#include "modules/discovery/exposure/fold_exposure.hpp"
#include "modules/discovery/lists/model.hpp"
#include "modules/discovery/search/sought.hpp"
#include "modules/trading/events.hpp"
#include "text/segmenter.hpp"

namespace meadow::discovery {
namespace {

using jobs::on;

constexpr std::int64_t piece = 2'000;

// One durable write. Pages and searches that wait go first, so that no answer stands in the diary before the page it answers, and no search
// behind its being forgotten. What the diary could not take of searches is lost: nobody waits for it.
void insert(jobs::World& world, const std::vector<Entry>& entries, const std::vector<UserId>& forgotten = {})
{
    Curator& curator = world.adapters.get<Curator>();
    const std::vector<Entry> pages = curator.served().waiting();
    const auto guests = curator.guests().waiting(world.clock.now(), world.ids);
    const std::vector<Sought> sought = world.adapters.get<SoughtLog>().take();
    if (entries.empty() && pages.empty() && sought.empty() && !guests) return;
    db::run_and_wait(world.lanes, db::Home::events, 0, [&](db::Tx& tx) {
        for (const Entry& entry : pages) store::insert_entry(tx, entry);
        if (guests) store::insert_entry(tx, *guests);
        write_sought(tx, world, sought);
        for (const Entry& entry : entries) store::insert_entry(tx, entry);
        for (const UserId reader : forgotten) store::empty_searches_and_lists(tx, reader);
        return true;
    });
    curator.served().written(pages);
    if (guests) curator.guests().written(*guests);
}

// What news of a round speaks of, as it is now: what anybody may see.
struct Spoken {
    std::vector<community::PublicNote> notes;
    Shown shown;
    std::vector<community::ShownComment> comments;
    std::vector<catalog::ShopCard> shops;       // that something was paid in
};

Spoken spoken_of(jobs::World& world, const std::vector<jobs::News>& all)
{
    std::vector<NoteId> ids;
    std::vector<CommentId> comments;
    std::vector<ShopId> shops;
    for (const jobs::News& news : all) {
        on<community::NotePublished>(news, [&](const auto& e) { ids.push_back(e.note); });
        on<community::NoteWithdrawn>(news, [&](const auto& e) { ids.push_back(e.note); });
        on<community::NoteCommented>(news, [&](const auto& e) { comments.push_back(e.comment); });
        on<trading::OrderPaid>(news, [&](const auto& e) { shops.push_back(e.shop); });
        on<catalog::ReviewWritten>(news, [&](const auto& e) { shops.push_back(e.shop); });
        on<trading::OrderRefunded>(news, [&](const auto& e) { shops.push_back(e.shop); });
    }
    Spoken found;
    if (ids.empty() && comments.empty() && shops.empty()) return found;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) {
        if (!ids.empty()) found.notes = community::public_notes(ctx.tx, ids, community::Authors::all);
        found.shown = shown_by(ctx.tx, found.notes);
        if (!comments.empty()) found.comments = community::shown_comments(ctx.tx, comments);
        if (!shops.empty()) found.shops = catalog::shop_cards(ctx.tx, shops);
    });
    return found;
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

// One consistent look at the store of events.
static void look_at_events(jobs::World& world, const std::function<void(db::ReadTx&)>& look)
{
    if (world.database.engine() == db::Engine::postgres) return jobs::read_now(world, {}, [&](ReadCtx& ctx) { look(ctx.tx); });
    const auto connection = world.database.open_reader(db::Home::events);
    connection->begin_read();
    db::ReadTx tx(*connection);
    look(tx);
    connection->commit();
}

std::vector<store::EntryRow> diary_after(jobs::World& world, store::Place place, std::int64_t limit)
{
    std::vector<store::EntryRow> rows;
    const jobs::Horizon horizon = jobs::horizon(world);
    look_at_events(world, [&](db::ReadTx& tx) { rows = store::entries_after(tx, place, horizon, limit); });
    return rows;
}

bool diary_holds(jobs::World& world, store::Place place)
{
    bool holds = false;
    look_at_events(world, [&](db::ReadTx& tx) { holds = store::holds_entry(tx, place); });
    return holds;
}

// Tells the engine what stands in the diary by now; nothing without the turn. At a start the pump and who fills the memory both come here.
static void catch_up(jobs::World& world, const std::unique_lock<std::mutex>& turn)
{
    if (!turn) return;
    Curator& curator = world.adapters.get<Curator>();
    if (curator.begins() && !curator.snapshots().empty() && !load_snapshot(world, curator, curator.snapshots()))
        log::info("the discovery engine is made from its diary", {});
    read_ahead(world, curator.place(), piece, [&curator](const std::vector<Told>& entries) { curator.read(entries); });
}

void keep_diary(jobs::World& world)
{
    insert(world, {});
    catch_up(world, std::unique_lock(world.adapters.get<Curator>().turn_to_read(), std::try_to_lock));
}

std::int64_t forget_old_entries(jobs::World& world)
{
    const Instant now = world.clock.now();
    const Instant before = now - keep_pages.at(*world.settings.now(), now);
    const store::Place folded = folded_up_to(world);
    std::int64_t forgotten = 0;
    db::run_and_wait(world.lanes, db::Home::events, 0, [&](db::Tx& tx) { return (forgotten = store::forget_entries(tx, folded, before, piece)) > 0; });
    return forgotten;
}

void write_news(jobs::World& world, const std::vector<jobs::News>& all)
{
    const auto [notes, shown, comments, shops] = spoken_of(world, all);
    const auto& normaliser = world.adapters.get<lang::Segmenter>().normaliser();
    std::vector<Entry> entries;
    std::vector<UserId> forgotten;   // that all is to be
    for (const jobs::News& news : all) {
        const std::string key = "news:" + std::to_string(news.xid) + ":" + std::to_string(news.seq);
        const auto deed = [&](UserId by, NoteId note, engine::Deed what, Instant at, const std::string& which = "") {
            entries.push_back({by, key + which, at, EntryKind::deed, to_json(DeedEntry{note, what})});
        };
        const auto note = [&, &open_notes = notes, &covers = shown](NoteId id) {
            const auto open = std::find_if(open_notes.begin(), open_notes.end(), [id](const auto& n) { return n.id == id; });
            if (open != open_notes.end()) entries.push_back(entry_of(world, *open, covers, key));
            else entries.push_back({{}, key, world.clock.now(), EntryKind::withdrawn, to_json(WithdrawnEntry{id})});
        };
        const auto on_sale = [&](ProductId product, bool is) {
            entries.push_back({{}, key, news.told_at, EntryKind::product, to_json(ProductEntry{product, is})});
        };
        const auto follow = [&](EntryKind kind, UserId by, UserId author, Instant at) { entries.push_back({by, key, at, kind, to_json(FollowEntry{author})}); };
        on<community::NotePublished>(news, [&](const auto& e) { note(e.note); });
        on<community::NoteWithdrawn>(news, [&](const auto& e) { note(e.note); });
        on<community::NoteReacted>(news, [&](const auto& e) { if (!e.undone) deed(e.by, e.note, deed_of(e.reaction), e.at); });
        on<community::NoteCommented>(news, [&, &open_comments = comments](const auto& e) {
            deed(e.by, e.note, engine::Deed::comment, e.at);
            const auto said = std::find_if(open_comments.begin(), open_comments.end(), [&](const auto& c) { return c.id == e.comment; });
            if (said == open_comments.end()) return;
            if (auto remark = remark_of(world, e.by, *said, e.at, key + ":remark")) entries.push_back(std::move(*remark));
        });
        on<community::NotesOpened>(news, [&](const auto& e) { entries.push_back({e.by, key, news.told_at, EntryKind::opened, to_json(OpenedEntry{e.notes})}); });
        on<community::Followed>(news, [&](const auto& e) { follow(EntryKind::follow, e.follower, e.followee, e.at); });
        on<community::Unfollowed>(news, [&](const auto& e) { follow(EntryKind::unfollow, e.follower, e.followee, news.told_at); });
        const auto trade = [&, &open_shops = shops](UserId buyer, ShopId at, engine::Turn turn, Instant when) {
            const auto shop = std::find_if(open_shops.begin(), open_shops.end(), [&](const auto& s) { return s.id == at; });
            if (shop != open_shops.end()) entries.push_back({buyer, key + ":trade", when, EntryKind::trade, to_json(TradeEntry{shop->owner, turn})});
        };
        on<catalog::ReviewWritten>(news, [&](const auto& e) { if (e.rating >= 4) trade(e.buyer, e.shop, engine::Turn::praised, news.told_at); });
        on<trading::OrderRefunded>(news, [&](const auto& e) { trade(e.buyer, e.shop, engine::Turn::refunded, e.at); });
        on<trading::OrderPaid>(news, [&](const auto& e) {
            trade(e.buyer, e.shop, engine::Turn::paid, e.at);
            for (std::size_t i = 0; i < e.lines.size(); ++i)
                entries.push_back({e.buyer, key + ":product:" + std::to_string(i), e.at, EntryKind::want, to_json(ProductEntry{e.lines[i].product})});
            for (std::size_t i = 0; i < e.lines.size(); ++i)
                if (e.lines[i].note) deed(e.buyer, *e.lines[i].note, engine::Deed::order, e.at, ":" + std::to_string(i));
        });
        on<catalog::ProductListed>(news, [&](const auto& e) { on_sale(e.product, true); });
        on<catalog::ProductWithdrawn>(news, [&](const auto& e) { on_sale(e.product, false); });
        on<NotePicked>(news, [&](const auto& e) { entries.push_back({{}, key, e.at, EntryKind::pick, to_json(PickEntry{e.note, e.until})}); });
        on<FindingDecided>(news, [&](const auto& e) { entries.push_back({{}, key, e.at, EntryKind::finding, to_json(FindingEntry{e.finding, e.upheld})}); });
        on<PolicyDue>(news, [&](const auto& e) {
            if (auto numbers = from_json<std::vector<engine::PolicyNumber>>(e.numbers); numbers.ok())
                entries.push_back({{}, key, news.told_at, EntryKind::policy, to_json(PolicyEntry{e.version, e.effective_from, std::move(*numbers)})});
        });
        on<InterestForgotten>(news, [&](const auto& e) {
            TopicsEntry body;
            if (!e.topic.empty()) body.topics.push_back(topic_list(normaliser, e.topic).value);
            else forgotten.push_back(e.user);
            entries.push_back({e.user, key, e.at, EntryKind::forget, to_json(body)});
        });
        on<FeedChosen>(news, [&](const auto& e) {
            TopicsEntry body;
            for (const auto& topic : e.topics) body.topics.push_back(topic_list(normaliser, topic).value);
            entries.push_back({e.user, key, e.at, EntryKind::topics, to_json(body)});
        });
    }
    if (entries.empty()) return;
    insert(world, entries, forgotten);
    catch_up(world, std::unique_lock(world.adapters.get<Curator>().turn_to_read(), std::try_to_lock));   // a like is on the next page, not on that of a tick later
}

void read_diary(jobs::World& world, const std::function<bool()>& go_on)
{
    Curator& curator = world.adapters.get<Curator>();
    insert(world, {});
    catch_up(world, std::unique_lock(curator.turn_to_read()));
    NoteId after;
    while (go_on()) {
        std::vector<community::PublicNote> notes;
        Shown shown;
        jobs::read_now(world, {}, [&](ReadCtx& ctx) {
            notes = community::public_notes_after(ctx.tx, after, 500, community::Authors::all);
            shown = shown_by(ctx.tx, notes);
        });
        if (notes.empty()) break;
        std::vector<Entry> missing;
        for (const auto& note : notes)
            if (!curator.note(note.id)) missing.push_back(entry_of(world, note, shown, "found:" + text(note.id)));
        insert(world, missing);
        after = notes.back().id;
    }
    keep_diary(world);
}

}  // namespace meadow::discovery
