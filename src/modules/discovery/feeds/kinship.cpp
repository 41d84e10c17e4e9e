#include "modules/discovery/feeds/kinship.hpp"

#include <algorithm>
#include <unordered_map>

#include "modules/community/community.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/engine/kin.hpp"
#include "modules/discovery/lists/store.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/understand.hpp"

namespace meadow::discovery::steps {
namespace {

constexpr double of_opened = 0.5, of_close = 0.2, of_shared = 0.15, of_said = 0.15;
constexpr double of_author = 0.01;             // by the same author: rather than nothing
constexpr std::size_t most_recalled = 60;      // by each
constexpr std::int64_t newest_of_a_list = 60;
constexpr double passed_by = 0.8;              // observed over expected: below it readers pass a note by
constexpr std::size_t few_words = 120;         // bytes of what is looked for

void add(FeedWork& work, const Candidate& more)
{
    if (more.note == work.about) return;
    const auto found = std::find_if(work.candidates.begin(), work.candidates.end(), [&](const Candidate& c) { return c.note == more.note; });
    if (found != work.candidates.end()) found->score += more.score;
    else work.candidates.push_back(more);
}

void add(FeedWork& work, NoteId note, double score) { add(work, {note, {}, {}, 0, score}); }

bool better(const Candidate& a, const Candidate& b) { return a.score != b.score ? a.score > b.score : a.note > b.note; }

}  // namespace

void recall_opened(FeedWork& work)
{
    const auto kin = work.ctx.outside<Curator>().look([&](const engine::State& state) { return engine::opened_with(state, work.about, most_recalled); });
    for (const auto& one : kin) add(work, one.id, of_opened * one.score);
}

void recall_close(FeedWork& work)
{
    const Curator& curator = work.ctx.outside<Curator>();
    const auto space = curator.space();
    const auto kin = curator.look([&](const engine::State& state) { return engine::close_to(state, work.about, space.get(), most_recalled); });
    for (const auto& one : kin) add(work, one.id, of_close * one.score);
}

void recall_shared(FeedWork& work)
{
    std::unordered_map<NoteId, Candidate> shares;
    for (const ListId list : work.lists) {
        const double share = list == author_list(work.author_read) ? of_author : of_shared / double(work.lists.size() - 1);
        for (const store::Entry& entry : store::entries(work.ctx.tx, list, {}, newest_of_a_list))
            shares.try_emplace(entry.note, Candidate{entry.note, entry.author, entry.published_at}).first->second.score += share;
    }
    std::vector<Candidate> best;
    for (const auto& [note, candidate] : shares) best.push_back(candidate);
    std::sort(best.begin(), best.end(), better);
    best.resize(std::min(best.size(), most_recalled));
    for (const Candidate& one : best) add(work, one);
}

void recall_said(FeedWork& work)
{
    const auto notes = community::public_notes(work.ctx.tx, {work.about});
    if (notes.empty()) return;
    std::string words = notes.front().title;
    for (const std::string& topic : notes.front().topics) words += ' ' + topic;
    while (words.size() > few_words) words.resize(words.find_last_of(' ') == std::string::npos ? 0 : words.find_last_of(' '));
    if (words.empty()) return;
    const Library& library = work.ctx.outside<Library>();
    const lang::Query query = understand(library.notes.segmenter(), *library.words.words(), words, false);
    const auto hits = library.notes.snapshot()->search(query, {.limit = most_recalled});
    for (const lang::Hit& hit : hits) add(work, NoteId{hit.id}, of_said * double(hit.score) / double(hits.front().score));
}

void introduce(FeedWork& work)
{
    std::sort(work.candidates.begin(), work.candidates.end(), better);
    work.ctx.outside<Curator>().look([&](const engine::State& state) {
        std::vector<const engine::Note*> met;
        if (const engine::Note* read = state.find_note(work.about)) met.push_back(read);
        std::erase_if(work.candidates, [&](Candidate& candidate) {
            const engine::Note* note = state.find_note(candidate.note);
            if (note == nullptr) return !candidate.author;   // published this very moment: its lists name the author
            if (note->rung == engine::Rung::withdrawn) return true;
            if (std::any_of(met.begin(), met.end(), [&](const engine::Note* other) { return engine::twins(*note, *other); })) return true;
            met.push_back(note);
            candidate.author = state.authors[note->author].id;
            candidate.published_at = note->born;
            if (state.appeal(*note).mean < passed_by) candidate.score /= 2;
            return false;
        });
        return 0;
    });
}

}  // namespace meadow::discovery::steps
