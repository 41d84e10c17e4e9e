// What the people of the demo town read, like, say and look for.
#include <algorithm>

#include "app/demo_town.hpp"
#include "modules/community/collects/collect_note.hpp"
#include "modules/community/comments/write_comment.hpp"
#include "modules/community/follows/follow_person.hpp"
#include "modules/community/likes/like_note.hpp"
#include "modules/community/views/record_views.hpp"
#include "modules/creators/touches/record_touches.hpp"
#include "modules/discovery/answers/record_answers.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/diary/tell_shown.hpp"
#include "modules/discovery/feeds/show_discover.hpp"
#include "modules/discovery/search/keep_queries.hpp"
#include "modules/discovery/search/search_notes.hpp"

namespace meadow::app {

bool DemoTown::cares(std::size_t neighbour, demo::Theme theme) const
{
    const auto wanted = std::size_t(theme);
    return neighbour % demo::themes == wanted || (neighbour / 2 + 3) % demo::themes == wanted;
}

// A few cards of Discover; what somebody cares about is opened more often, and some look at what a note pins.
void DemoTown::browse(std::size_t neighbour)
{
    const Who& who = neighbours_[neighbour].who;
    discovery::ShowDiscover in;
    in.limit = {8};
    std::vector<NoteId> shown;
    jobs::read_now(meadow_.world(), who, [&](ReadCtx& ctx) {
        for (const auto& reason : told(discovery::show_discover(ctx, in)).reasons) shown.push_back(reason.note);
    });
    std::vector<NoteId> opened;
    for (const Note& note : notes_) {
        if (std::find(shown.begin(), shown.end(), note.id) == shown.end() || note.author == neighbour) continue;
        if (!happens(cares(neighbour, note.theme) ? 60 : 12)) continue;
        opened.push_back(note.id);
    }
    answer(neighbour, opened);
    for (const Note& note : notes_)
        if (std::find(opened.begin(), opened.end(), note.id) != opened.end()) react_to(neighbour, note);
}

void DemoTown::answer(std::size_t neighbour, const std::vector<NoteId>& opened)
{
    if (opened.empty()) return;
    const Who& who = neighbours_[neighbour].who;
    discovery::RecordAnswers in;
    creators::RecordTouches touches;
    for (const Note& note : notes_) {
        if (std::find(opened.begin(), opened.end(), note.id) == opened.end()) continue;
        auto& event = in.answers.emplace_back();
        event.event = "demo-answer-" + std::to_string(++answers_);
        event.note = note.id;
        event.answer = discovery::Answered::click;
        if (!note.article) continue;
        touches.touches.push_back({note.id, creators::TouchKind::view, {}});
        if (!happens(30)) continue;
        event.answer = discovery::Answered::product;
        event.product = articles_[*note.article].id;
        touches.touches.push_back({note.id, creators::TouchKind::click, event.product});
    }
    in_events(who, [&](WriteCtx& ctx) { return discovery::record_answers(ctx, in).ok(); });
    if (!touches.touches.empty()) does(who, creators::record_touches, touches);
}

// The feed learns, and authors hear how often they were shown.
void DemoTown::catch_up()
{
    discovery::keep_diary(meadow_.world());
    while (discovery::tell_shown(meadow_.world()) > 0) {}
    meadow_.pump().settle();
}

void DemoTown::react_to(std::size_t neighbour, const Note& note)
{
    const Who& who = neighbours_[neighbour].who;
    look_at(neighbour, note);
    if (happens(70)) does(who, community::like_note, {note.id});
    if (happens(25)) does(who, community::collect_note, {note.id, {}});
    if (happens(30)) comment_on(neighbour, note);
    if (happens(12)) does(who, community::follow_person, {neighbours_[note.author].who.user});
}

void DemoTown::comment_on(std::size_t neighbour, const Note& note)
{
    const auto comment = does(neighbours_[neighbour].who, community::write_comment,
                              {note.id, Text<1, 500>(demo::remarks[any(demo::remarks.size())]), {}});
    if (happens(40))
        does(neighbours_[note.author].who, community::write_comment, {note.id, Text<1, 500>(demo::answers[any(demo::answers.size())]), comment.id});
}

// Whoever opens a note is one of many who pass by.
void DemoTown::look_at(std::size_t neighbour, const Note& note)
{
    const Who& who = neighbours_[neighbour].who;
    community::RecordViews in;
    for (std::size_t i = 0, count = 10 + any(40); i < count; ++i) {
        auto& view = in.views.emplace_back();
        view.event = "demo-view-" + std::to_string(++views_);
        view.note = note.id;
        view.dwell_ms = std::int64_t(2000 + any(40000));
        view.source = community::ViewSource::feed;
    }
    community::SeenNotes seen;
    jobs::read_now(meadow_.world(), who, [&](ReadCtx& ctx) { seen = told(community::find_seen_notes(ctx, in)); });
    in_events(who, [&](WriteCtx& ctx) { return community::record_views(ctx, in, seen).ok(); });
}

void DemoTown::search(std::size_t neighbour)
{
    for (std::size_t i = 0; i < 9; ++i) {   // so that enough people ask for the same
        discovery::SearchNotes in;
        in.q = std::string(demo::queries[std::min(any(demo::queries.size()), any(demo::queries.size()))]);   // some more than others
        jobs::read_now(meadow_.world(), neighbours_[neighbour].who, [&](ReadCtx& ctx) { told(discovery::search_notes(ctx, in)); });
    }
    discovery::keep_queries(meadow_.world());
}

// Views and answers live in the store of events, which has a lane of its own.
void DemoTown::in_events(const Who& who, const std::function<bool(WriteCtx&)>& act)
{
    jobs::World& world = meadow_.world();
    db::run_and_wait(world.lanes, db::Home::events, std::uint64_t(who.user.value), [&](db::Tx& tx) {
        Reply reply;
        std::vector<Told> told;
        const auto settings = world.settings.now();
        WriteCtx ctx({tx, world.clock.now(), who, *settings, world.adapters, reply, {}}, tx, world.dice, world.ids, told);
        return act(ctx);
    });
}

}  // namespace meadow::app
