#include "modules/discovery/exposure/model.hpp"

#include <algorithm>

namespace meadow::discovery {
namespace {

using engine::Deed;

struct Column {
    Deed deed;
    std::int64_t ExposureRow::*of;
};
constexpr Column worthy[] = {{Deed::like, &ExposureRow::likes},     {Deed::collect, &ExposureRow::collects}, {Deed::comment, &ExposureRow::comments},
                             {Deed::share, &ExposureRow::shares},   {Deed::follow, &ExposureRow::follows},   {Deed::cart, &ExposureRow::carts},
                             {Deed::order, &ExposureRow::orders}};

// A page that stood in the memory of another process may be written down just after the first answer to it.
constexpr Duration just_after = std::chrono::minutes{1};

template <class Map>
auto values_of(Map& map)
{
    std::vector<typename Map::mapped_type> out;
    for (auto& [key, value] : map) out.push_back(std::move(value));
    return out;
}

}  // namespace

std::int64_t day_number(Instant at) { return at.us / a_day.count(); }
Instant day_start(std::int64_t day) { return {day * a_day.count()}; }

std::optional<Instant> DiaryClock::when(EntryKind kind, Instant said)
{
    if (!counts(kind)) return {};
    if (kind == EntryKind::deed) return std::max(said, latest_);
    latest_ = std::max(latest_, said);
    return said;
}

void DayFold::add(const Telling& told)
{
    const auto at = clock_.when(told.kind, told.at);
    if (!at || !mine(told.reader) || *at < day_start(day_) - answers_within - just_after || day_start(day_ + 1) + answers_within <= *at) return;
    if (const auto* const deed = std::get_if<DeedEntry>(&told.body))
        answers_.push_back({told.reader, deed->note, *at, deed->deed, deed->surface, std::uint16_t(std::clamp<std::int64_t>(deed->slot.value_or(0), 0, 1000))});
    if (const auto* const guests = std::get_if<GuestsEntry>(&told.body); guests != nullptr && day_number(*at) == day_) count_guests(*guests);
    if (const auto* const list = std::get_if<ListEntry>(&told.body))
        for (std::size_t i = 0; i < list->notes.size(); ++i)
            impressions_.push_back({told.reader, list->notes[i], *at, 0, 0, 0, list->surface, {}, std::uint16_t(i + 1), true, 0});
    const auto* const page = std::get_if<PageEntry>(&told.body);
    if (page == nullptr) return;
    for (std::size_t i = 0; i < page->notes.size(); ++i) {
        const engine::Placed& placed = page->notes[i];
        const bool chance = placed.source == engine::Source::random && placed.propensity > 0;
        impressions_.push_back({told.reader, placed.note, *at, engine::micro(placed.expected), chance ? engine::micro(1 / placed.propensity) : 0, page->policy,
                                Surface::discover, placed.source, std::uint16_t(i + 1), true, 0});
    }
}

ExposureRow& DayFold::row_of(Surface surface, const std::string& source, std::int64_t slot, std::int64_t policy)
{
    return rows_.try_emplace({surface, source, slot, policy}, ExposureRow{day_, std::string(name_of(surface)), source, slot, policy}).first->second;
}

void DayFold::count_guests(const GuestsEntry& guests)
{
    for (const GuestLine& line : guests.notes) {
        row_of(Surface::discover, std::string(name_of(line.source)), line.slot, line.policy).guests += line.times;
        notes_.try_emplace(line.note, NoteExposureRow{line.note.value, day_}).first->second.guests += line.times;
    }
}

// The latest page that showed it where the answer says; the latest it was opened on, when it does not say, or else the latest.
DayFold::Impression* DayFold::page_of(const Answer& answer)
{
    const auto of = [](const auto& one) { return std::tuple(one.reader, one.note, one.at); };
    auto one = std::upper_bound(impressions_.begin(), impressions_.end(), std::tuple(answer.reader, answer.note, answer.at + just_after),
                                [&](const auto& wanted, const Impression& other) { return wanted < of(other); });
    Impression* latest = nullptr;
    while (one != impressions_.begin()) {
        --one;
        if (one->reader != answer.reader || one->note != answer.note || one->at + answers_within < answer.at) break;
        if (answer.surface ? one->surface == *answer.surface : one->opened()) return &*one;
        if (!answer.surface && latest == nullptr) latest = &*one;
    }
    return latest;
}

// Where no pages are written down, the client's word is all there is about where the note was met.
DayFold::Impression& DayFold::unserved(const Answer& answer)
{
    const bool listed = answer.surface && !writes_pages(*answer.surface);
    const Surface surface = listed ? *answer.surface : Surface::link;
    for (auto one = unserved_.rbegin(); one != unserved_.rend() && one->reader == answer.reader && one->note == answer.note; ++one)
        if (one->surface == surface) return *one;
    return unserved_.emplace_back(Impression{answer.reader, answer.note, answer.at, 0, 0, 0, surface, {}, listed ? answer.slot : std::uint16_t{0}, false, 0});
}

// Finds the page of each answer. Left in impressions_ is what belongs to this day; in unserved_, what was done with what nobody served.
void DayFold::attribute()
{
    const auto by_key = [](const auto& a, const auto& b) { return std::tie(a.reader, a.note, a.at) < std::tie(b.reader, b.note, b.at); };
    std::stable_sort(impressions_.begin(), impressions_.end(), by_key);
    std::stable_sort(answers_.begin(), answers_.end(), by_key);
    for (const Answer& answer : answers_) {
        Impression* found = page_of(answer);
        if (found == nullptr && day_number(answer.at) == day_) found = &unserved(answer);
        if (found != nullptr) found->deeds |= std::uint16_t(1u << unsigned(answer.deed));
    }
    std::erase_if(impressions_, [&](const Impression& one) { return day_number(one.at) != day_; });
}

void DayFold::count(const Impression& one)
{
    const bool answered = std::any_of(std::begin(worthy), std::end(worthy), [&](const Column& column) { return one.did(column.deed); });
    const std::string source = one.served && one.surface == Surface::discover ? std::string(name_of(one.source)) : "";   // elsewhere the list itself is why
    ExposureRow& row = row_of(one.surface, source, one.slot, one.policy);
    row.shown += one.served;
    row.opened += one.opened();
    row.answered += answered;
    row.hides += one.did(Deed::hide);
    row.reads += one.did(Deed::read);
    for (const Column& column : worthy) row.*column.of += one.did(column.deed);
    row.expected += one.expected;
    row.weight += one.weight;
    row.weighted_opens += one.opened() ? one.weight : 0;
    if (!one.served) return;
    NoteExposureRow& note = notes_.try_emplace(one.note, NoteExposureRow{one.note.value, day_}).first->second;
    ++note.shown;
    note.opened += one.opened();
    note.answered += answered;
}

void DayFold::count_readers()
{
    struct Sum {
        std::int64_t shown = 0, opened = 0;
    };
    for (auto from = impressions_.begin(); from != impressions_.end();) {
        std::map<Surface, Sum> sums;
        for (const UserId reader = from->reader; from != impressions_.end() && from->reader == reader; ++from) {
            Sum& sum = sums[from->surface];
            ++sum.shown;
            sum.opened += from->opened();
        }
        for (const auto& [surface, sum] : sums) {
            ReadersRow& row = readers_.try_emplace(surface, ReadersRow{day_, std::string(name_of(surface))}).first->second;
            ++row.readers;
            row.shown += sum.shown;
            row.opened += sum.opened;
            row.shown_shown += sum.shown * sum.shown;
            row.shown_opened += sum.shown * sum.opened;
            row.opened_opened += sum.opened * sum.opened;
        }
    }
}

DaySums DayFold::sums()
{
    attribute();
    for (const Impression& one : impressions_) count(one);
    for (const Impression& one : unserved_) count(one);
    count_readers();
    return {values_of(rows_), values_of(readers_), values_of(notes_)};
}

}  // namespace meadow::discovery
