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
    if (const auto* const deed = std::get_if<DeedEntry>(&told.body)) answers_.push_back({told.reader, deed->note, *at, deed->deed});
    if (const auto* const guests = std::get_if<GuestsEntry>(&told.body); guests != nullptr && day_number(*at) == day_) count_guests(*guests);
    const auto* const page = std::get_if<PageEntry>(&told.body);
    if (page == nullptr) return;
    for (std::size_t i = 0; i < page->notes.size(); ++i) {
        const engine::Placed& placed = page->notes[i];
        const bool chance = placed.source == engine::Source::random && placed.propensity > 0;
        impressions_.push_back({told.reader, placed.note, *at, engine::micro(placed.expected), chance ? engine::micro(1 / placed.propensity) : 0, page->policy,
                                Surface::discover, placed.source, std::uint16_t(i + 1), 0});
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

// Finds the page of each answer. Left in impressions_ is what belongs to this day; in unserved_, what was done with what nobody served.
void DayFold::attribute()
{
    const auto key = [](const auto& one) { return std::tuple(one.reader, one.note, one.at); };
    const auto by_key = [&](const auto& a, const auto& b) { return key(a) < key(b); };
    std::sort(impressions_.begin(), impressions_.end(), by_key);
    std::sort(answers_.begin(), answers_.end(), by_key);
    for (const Answer& answer : answers_) {
        const auto after = std::upper_bound(impressions_.begin(), impressions_.end(), std::tuple(answer.reader, answer.note, answer.at + just_after),
                                            [&](const auto& wanted, const Impression& one) { return wanted < key(one); });
        Impression* found = after == impressions_.begin() ? nullptr : &*std::prev(after);
        if (found == nullptr || found->reader != answer.reader || found->note != answer.note || found->at + answers_within < answer.at) {
            if (day_number(answer.at) != day_) continue;
            const bool known = !unserved_.empty() && unserved_.back().reader == answer.reader && unserved_.back().note == answer.note;
            found = known ? &unserved_.back() : &unserved_.emplace_back(Impression{answer.reader, answer.note, answer.at, 0, 0, 0, Surface::link, {}, 0, 0});
        }
        found->deeds |= std::uint16_t(1u << unsigned(answer.deed));
    }
    std::erase_if(impressions_, [&](const Impression& one) { return day_number(one.at) != day_; });
}

void DayFold::count(const Impression& one)
{
    const bool served = one.slot != 0, answered = std::any_of(std::begin(worthy), std::end(worthy), [&](const Column& column) { return one.did(column.deed); });
    const std::string source = served ? std::string(name_of(one.source)) : "";
    ExposureRow& row = row_of(one.surface, source, one.slot, one.policy);
    row.shown += served;
    row.opened += one.opened();
    row.answered += answered;
    row.hides += one.did(Deed::hide);
    for (const Column& column : worthy) row.*column.of += one.did(column.deed);
    row.expected += one.expected;
    row.weight += one.weight;
    row.weighted_opens += one.opened() ? one.weight : 0;
    if (!served) return;
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
