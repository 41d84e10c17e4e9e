#include "kit_big_town.hpp"

#include <malloc.h>

#include <algorithm>
#include <fstream>
#include <numeric>

#include "kit_load.hpp"

namespace meadow::bench {
namespace {

using discovery::EntryKind;
namespace feed = meadow::discovery::engine;

constexpr std::uint32_t topics = 200;
constexpr double open_rate = 0.08, like_rate = 0.3;
constexpr double events_a_page = BigTown::slots * (1 + open_rate * (1 + like_rate));
constexpr double days = 21, days_shown = 4;

template <class Do>
double cpu_of(Do&& act)
{
    const double begun = cpu_seconds_of_thread();
    act();
    return cpu_seconds_of_thread() - begun;
}

}  // namespace

double resident_mb()
{
    std::ifstream in("/proc/self/statm");
    double pages = 0;
    in >> pages >> pages;
    return pages * 4096 / 1e6;
}

BigTown::Plan BigTown::plan(std::uint32_t notes, double events_a_note)
{
    Plan out{{}, {}, events_a_note, Instant{1'901'814'400'000'000}};
    for (std::uint32_t n = 1; n <= notes; ++n) out.notes.push_back(NoteId{n});
    for (std::uint32_t r = 1; r <= notes / 10; ++r) out.readers.push_back(UserId{r});
    return out;
}

BigTown::BigTown(Plan plan) : plan_(std::move(plan))
{
    const double before = resident_mb();
    const Instant start = plan_.end - Duration{std::int64_t(days * 86'400e6)};
    now_ = start;
    for (const UserId reader : plan_.readers) write(EntryKind::topics, reader, discovery::TopicsEntry{{topic(), topic(), topic()}});
    const auto notes = double(plan_.notes.size());
    const auto pages = std::uint64_t(notes * plan_.events_a_note / events_a_page);
    for (std::uint64_t page = 0; page < pages; ++page) {
        now_ = start + Duration{std::int64_t(double(page) / double(pages) * days * 86'400e6)};
        while (double(appeals_.size()) < double(page + 1) / double(pages) * notes && appeals_.size() < plan_.notes.size()) publish();
        read_a_page(std::uint32_t(notes * days_shown / days));
    }
    tell();
    now_ = now_ + 1min;
    engine.advance(now_);
    megabytes = resident_mb() - before;
    const auto heap = mallinfo2();
    allocated = heap.uordblks + heap.hblkhd;
}

double BigTown::page(std::vector<feed::Trace>& trace)
{
    const UserId who = any_reader();
    now_ = now_ + Duration{1'000};
    feed::Page made;
    const double spent = cpu_of([&] { made = engine.page(now_, who, slots); });
    trace = made.trace;
    engine.shown(now_, who, made);
    for (int event = 0; event < 10; ++event) {
        const UserId other = any_reader();
        const NoteId note = plan_.notes[chance_.below(std::uint32_t(appeals_.size()))];
        engine.heard(now_, other, note, event % 3 == 0 ? feed::Deed::like : feed::Deed::click, feed::Arrival::feed);
    }
    return spent * 1e6;
}

std::int64_t BigTown::topic() { return 1 + std::int64_t(chance_.below(topics)); }

void BigTown::tell()
{
    if (plan_.hears) plan_.hears(waiting_);
    read_in += cpu_of([&] {
        tellings_.clear();
        for (const discovery::Entry& entry : waiting_) tellings_.push_back(discovery::telling_of(entry.reader, entry.at, entry.kind, entry.body));
    });
    told_in += cpu_of([&] {
        for (const discovery::Telling& telling : tellings_) discovery::tell(engine, telling);
    });
    waiting_.clear();
}

void BigTown::publish()
{
    const NoteId note = plan_.notes[appeals_.size()];
    appeals_.push_back(float(chance_.around_one(0.5)));
    const UserId author{1'000'000'000 + chance_.below(std::uint32_t(plan_.notes.size() / 20 + 1))};
    write(EntryKind::note, {}, discovery::NoteEntry{note, author, topic()});
}

void BigTown::read_a_page(std::uint32_t recent)
{
    const UserId who = any_reader();
    const auto& state = engine.state();
    const feed::Reader* known = state.find_reader(who);
    discovery::PageEntry page{1, {}};
    std::vector<std::uint32_t> numbers;
    for (std::size_t slot = 0; slot < slots; ++slot) {
        const double back = chance_.uniform();
        const auto note = std::uint32_t(appeals_.size() - 1 - std::size_t(back * back * double(std::min<std::size_t>(recent, appeals_.size()))));
        if (known != nullptr && known->seen.contains(note)) continue;
        const bool trial = note >= state.notes.size() || state.notes[note].rung == feed::Rung::trial;
        page.notes.push_back({plan_.notes[note], trial ? feed::Source::trial : feed::Source::topic, 1, 0.5, 0.1 / (1 + 0.1 * double(slot)), chance_.below(10) < 2 ? 1 : 0, 0.08});
        numbers.push_back(note);
    }
    events += page.notes.size();
    write(EntryKind::page, who, page);
    for (const std::uint32_t note : numbers) {
        if (chance_.uniform() >= open_rate * double(appeals_[note])) continue;
        deed(who, plan_.notes[note], feed::Deed::click);
        if (chance_.uniform() < like_rate) deed(who, plan_.notes[note], feed::Deed::like);
    }
}

void BigTown::deed(UserId who, NoteId note, feed::Deed what)
{
    ++events;
    write(EntryKind::deed, who, discovery::DeedEntry{note, what});
}

}  // namespace meadow::bench
