#include "modules/discovery/honesty/list_findings.hpp"

#include "modules/discovery/diary/curator.hpp"

namespace meadow::discovery {
namespace {

FindingView view_of(const engine::State& state, const engine::Finding& f)
{
    FindingView out{f.number, f.at, f.suspicion, {}, {}, {}, {}, engine::in_words(f), f.observed, f.expected, f.measure, f.decided};
    if (f.on_note) out.note = state.notes[f.note].id;
    if (f.about_reader) out.reader = state.readers[f.reader].id;
    return out;
}

std::vector<SuspicionReport> report_of(const std::deque<engine::Finding>& all)
{
    std::vector<SuspicionReport> out;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<engine::Suspicion>>([&](auto suspicion) {
        const engine::Suspicion which = suspicion.value;
        SuspicionReport& line = out.emplace_back(SuspicionReport{which});
        for (const engine::Finding& f : all) {
            if (f.suspicion != which) continue;
            ++line.found;
            line.decided += f.decided;
            line.upheld += f.decided && f.measure != engine::Measure::none;
        }
    });
    return out;
}

void name_them(db::ReadTx& tx, std::vector<FindingView>& items)
{
    std::vector<NoteId> notes;
    std::vector<UserId> readers;
    for (const FindingView& view : items) {
        if (view.note) notes.push_back(*view.note);
        if (view.reader) readers.push_back(*view.reader);
    }
    const auto names = note_names(tx, notes);
    std::map<UserId, identity::PersonCard> people;
    if (!readers.empty())
        for (auto& card : identity::person_cards(tx, readers)) people.emplace(card.id, std::move(card));
    for (FindingView& view : items) {
        if (view.note) view.note_name = named_in(names, *view.note);
        if (view.reader) view.reader_card = named_in(people, *view.reader);
    }
}

}  // namespace

Result<Findings> list_findings(ReadCtx& ctx, const ListFindings& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    Findings out;
    ctx.outside<Curator>().look([&](const engine::State& state) {
        out.report = report_of(state.findings);
        for (auto f = state.findings.rbegin(); f != state.findings.rend(); ++f) {
            if (f->number >= cursor->first || (in.open.value_or(false) && f->decided)) continue;
            if (std::int64_t(out.items.size()) == in.limit) {
                out.next = cursor_text({out.items.back().number, 0});
                break;
            }
            out.items.push_back(view_of(state, *f));
        }
        return true;
    });
    name_them(ctx.tx, out.items);
    return out;
}

}  // namespace meadow::discovery
