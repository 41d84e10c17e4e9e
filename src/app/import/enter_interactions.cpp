#include <map>
#include <set>

#include "app/import/desk.hpp"
#include "app/import/note_homes.hpp"
#include "app/import/rows.hpp"
#include "modules/catalog/applications/store.hpp"
#include "modules/community/collects/collect_note.hpp"
#include "modules/community/collects/model.hpp"
#include "modules/community/collects/store.hpp"
#include "modules/community/events.hpp"
#include "modules/community/follows/follow_person.hpp"
#include "modules/community/follows/store.hpp"
#include "modules/community/likes/store.hpp"
#include "modules/community/refusals.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::app {
namespace {

// A like, a collect or a follow is its own name; a view is told apart by who, what and when.
std::string view_name(const InteractionRow& row)
{
    return std::string(row.person) + ' ' + std::string(row.target) + ' ' + std::to_string(row.at.value_or(Instant{}).us);
}

class Interactions {
public:
    Interactions(Desk& desk, Rows<InteractionRow> rows) : desk_(desk), rows_(rows), homes_(desk.ctx.tx, look_up()) {}

    void enter()
    {
        for (const auto& one : rows_) {
            const auto person = desk_.needs<UserId>(one.line, "person", Kind::person, one.row.person);
            if (!person) continue;
            if (one.row.kind == InteractionKind::follow) follow(one, *person);
            else react(one, *person);
        }
        count_likes();
        count_views();
        homes_.write();
        tell_opened();
    }

private:
    // Everything the rows name. Returns the notes.
    std::vector<NoteId> look_up()
    {
        std::vector<std::string_view> people, notes;
        for (const auto& one : rows_) {
            people.push_back(one.row.person);
            (one.row.kind == InteractionKind::follow ? people : notes).push_back(one.row.target);
        }
        desk_.names.look_up(Kind::person, people);
        desk_.names.look_up(Kind::note, notes);
        std::vector<NoteId> ids;
        for (const std::string_view name : notes)
            if (const auto id = desk_.names.id_of<NoteId>(Kind::note, name)) ids.push_back(*id);
        return ids;
    }

    void react(const Numbered<InteractionRow>& one, UserId person)
    {
        const auto note = desk_.needs<NoteId>(one.line, "target", Kind::note, one.row.target);
        if (!note) return;
        const auto* home = desk_.dry ? nullptr : homes_.find(*note);
        if (home == nullptr && !desk_.dry) return desk_.reject(one.line, "target", "is gone");
        const Instant at = one.row.at.value_or(desk_.ctx.now);
        if (desk_.dry) {
            ++desk_.tally.entered;
        } else if (one.row.kind == InteractionKind::view) {
            views_.emplace_back(view_name(one.row), note->value);
            viewers_.push_back(person);
            finished_.push_back(one.row.finished.value_or(false));
        } else if (one.row.kind == InteractionKind::like) {
            likes_.push_back({person.value, note->value, at.us});
        } else if (const auto kept = collect(one.row, person, *note)) {
            if (*kept) fresh_.emplace(person, *note);
            ++(*kept ? desk_.tally.entered : desk_.tally.unchanged);
        } else {
            desk_.reject(one.line, "target", "does not fit into the album any more");
        }
    }

    // The name is the guard that counts a view once; no row is kept in the store of events, as none is kept for long there.
    void count_views()
    {
        const std::vector<bool> fresh = desk_.names.enter_fresh(Kind::view, views_);
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            ++(fresh[i] ? desk_.tally.entered : desk_.tally.unchanged);
            if (!fresh[i]) continue;
            fresh_.emplace(viewers_[i], NoteId{views_[i].second});
            auto& more = homes_.more(NoteId{views_[i].second});
            ++more.views;
            more.reads += finished_[i];
        }
    }

    void count_likes()
    {
        const auto fresh = community::store::insert_likes(desk_.ctx.tx, likes_);
        for (const auto& like : fresh) {
            ++homes_.more(NoteId{like.note_id}).likes;
            fresh_.emplace(UserId{like.user_id}, NoteId{like.note_id});
        }
        desk_.tally.entered += std::int64_t(fresh.size());
        desk_.tally.unchanged += std::int64_t(likes_.size() - fresh.size());
    }

    // What people did with notes tells the feed what goes with what: each note once, in the order of the rows.
    void tell_opened()
    {
        std::map<UserId, std::vector<NoteId>> opened;
        for (const auto& one : rows_) {
            if (one.row.kind == InteractionKind::follow) continue;
            const auto person = desk_.names.id_of<UserId>(Kind::person, one.row.person);
            const auto note = desk_.names.id_of<NoteId>(Kind::note, one.row.target);
            if (person && note && fresh_.erase({*person, *note}) > 0) opened[*person].push_back(*note);
        }
        for (auto& [person, notes] : opened) desk_.ctx.tell(community::NotesOpened{person, std::move(notes)});
    }

    // Nothing when the album is full.
    std::optional<bool> collect(const InteractionRow& row, UserId person, NoteId note)
    {
        const AlbumId album = community::default_album(person);
        const Instant at = row.at.value_or(desk_.ctx.now);
        if (community::store::find_collect(desk_.ctx.tx, person, note)) return false;
        if (!community::store::take_room(desk_.ctx.tx, person, album, community::most_in_album(desk_.ctx), at)) return {};
        community::store::insert_collect(desk_.ctx.tx, person, note, album, at);
        ++homes_.more(note).collects;
        return true;
    }

    // With both projections at once (community/listen.cpp, catalog/listen.cpp): nobody is notified of a follow of long ago.
    void follow(const Numbered<InteractionRow>& one, UserId person)
    {
        namespace store = community::store;
        const auto other = desk_.needs<UserId>(one.line, "target", Kind::person, one.row.target);
        if (!other) return;
        if (*other == person && !desk_.dry) return desk_.reject(one.line, "target", "is the same person");
        if (desk_.dry) {
            ++desk_.tally.entered;
            return;
        }
        db::Tx& tx = desk_.ctx.tx;
        const Instant at = one.row.at.value_or(desk_.ctx.now);
        if (store::is_following(tx, person, *other)) {
            ++desk_.tally.unchanged;
            return;
        }
        if (!store::count_following(tx, person, +1, community::most_follows(desk_.ctx)))
            return desk_.reject(one.line, "person", std::string(community::follows_too_many.title));
        store::insert_follow(tx, person, *other, at);
        if (store::insert_follower(tx, *other, person, at)) store::count_followers(tx, *other, +1);
        catalog::store::note_follower(tx, *other, person, desk_.ctx.ids.next(), true);
        ++desk_.tally.entered;
    }

    Desk& desk_;
    const Rows<InteractionRow> rows_;
    NoteHomes homes_;
    std::vector<std::pair<std::string, std::int64_t>> views_;   // by name: of which note
    std::vector<UserId> viewers_;
    std::vector<bool> finished_;
    std::set<std::pair<UserId, NoteId>> fresh_;                 // who met which note here for the first time
    std::vector<community::store::LikeRow> likes_;
};

}  // namespace

void enter_interactions(Desk& desk, Rows<InteractionRow> rows) { Interactions(desk, rows).enter(); }

}  // namespace meadow::app
