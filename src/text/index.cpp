#include "text/index.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace meadow::lang {
namespace {

constexpr std::size_t most_collected = 1'500'000;  // occurrences before the buffer is frozen: 24 MB
constexpr std::size_t fan_in = 8;                  // segments of one size class that are merged into one
constexpr std::size_t most_segments = 48;
constexpr std::size_t most_list_bytes = 3u << 30;  // of one segment: places are 32 bits wide
constexpr double most_graves = 0.3;                // share of removed documents at which a segment is written anew

unsigned size_class(std::size_t documents)
{
    unsigned c = 0;
    for (; documents >= fan_in; documents /= fan_in) ++c;
    return c;
}

}  // namespace

Index::Index(Segmenter segmenter)
    : segmenter_(std::move(segmenter)), current_(std::make_shared<Snapshot>(std::vector<SegmentView>{}))
{
}

void Index::collect(std::string_view text, std::uint32_t weight, std::uint32_t document, std::uint32_t& length)
{
    const Segmented cut = segmenter_.document_terms(text);
    for (const Term& term : cut.terms) occurrences_.push_back({cut.key_of(term), document, weight});
    length += weight * static_cast<std::uint32_t>(cut.terms.size());
}

void Index::add(const Document& document)
{
    remove(document.id);
    const auto place = static_cast<std::uint32_t>(documents_.size());
    std::uint32_t length = 0;
    collect(document.title, title_weight, place, length);
    for (const std::string_view topic : document.topics) collect(topic, topic_weight, place, length);
    for (const std::string_view product : document.products) collect(product, product_weight, place, length);
    collect(document.body, body_weight, place, length);
    for (const std::uint64_t name : document.names) occurrences_.push_back({name, place, name_weight});
    documents_.push_back({document.id, length});
    collected_.emplace(document.id, place);
    if (occurrences_.size() >= most_collected) freeze();
}

void Index::bury(Slot& slot, std::uint32_t document)
{
    if (slot.seen || !slot.graves)
        slot.graves = std::make_shared<Graves>(slot.graves ? *slot.graves : Graves(slot.segment->size()));
    slot.seen = false;
    slot.graves->add(document);
}

void Index::remove(std::int64_t id)
{
    if (const auto it = collected_.find(id); it != collected_.end()) {
        documents_[it->second].removed = true;
        collected_.erase(it);
        return;
    }
    for (Slot& slot : slots_) {
        const auto document = slot.segment->find(id);
        if (!document || (slot.graves && slot.graves->has(*document))) continue;
        bury(slot, *document);
        return;
    }
}

void Index::freeze()
{
    if (!collected_.empty()) slots_.push_back({Segment::freeze(documents_, std::move(occurrences_)), nullptr});
    documents_.clear();
    collected_.clear();
    occurrences_ = {};
    if (slots_.size() <= most_segments) return;
    while (const auto merge = next_merge()) install(*merge, merge->run());
}

void Index::publish()
{
    freeze();
    std::vector<SegmentView> views;
    for (Slot& slot : slots_) {
        slot.seen = true;
        views.push_back(view(slot));
    }
    auto next = std::make_shared<const Snapshot>(std::move(views));
    const std::lock_guard hold(door_);
    current_ = std::move(next);
}

std::shared_ptr<const Snapshot> Index::snapshot() const
{
    const std::lock_guard hold(door_);
    return current_;
}

std::optional<Merge> Index::next_merge()
{
    for (Slot& slot : slots_) slot.seen = true;  // run() will read these graves on another thread: copy before digging on
    std::map<unsigned, std::vector<const Slot*>> classes;
    for (const Slot& slot : slots_) {
        const double dead = static_cast<double>(slot.segment->size() - view(slot).live());
        if (dead > most_graves * static_cast<double>(slot.segment->size())) return Merge{{view(slot)}};
        classes[size_class(slot.segment->size())].push_back(&slot);
    }
    for (const auto& [c, slots] : classes) {
        Merge merge;
        std::size_t bytes = 0;
        for (const Slot* slot : slots) {
            if (merge.sources.size() == fan_in || bytes + slot->segment->list_bytes() > most_list_bytes) break;
            bytes += slot->segment->list_bytes();
            merge.sources.push_back(view(*slot));
        }
        if (merge.sources.size() == fan_in) return merge;
    }
    return {};
}

std::optional<Merge> Index::merge_of_all()
{
    Merge merge;
    std::size_t bytes = 0;
    for (Slot& slot : slots_) {
        slot.seen = true;
        bytes += slot.segment->list_bytes();
        merge.sources.push_back(view(slot));
    }
    if (slots_.size() < 2 || bytes > most_list_bytes) return {};
    return merge;
}

bool Index::install(const Merge& merge, std::shared_ptr<const Segment> merged)
{
    const auto graves = std::make_shared<Graves>(merged->size());
    std::vector<Slot> kept;
    std::size_t found = 0;
    for (const Slot& slot : slots_) {
        const auto source = std::find_if(merge.sources.begin(), merge.sources.end(),
                                         [&](const SegmentView& s) { return s.segment == slot.segment; });
        if (source == merge.sources.end()) {
            kept.push_back(slot);
            continue;
        }
        ++found;
        if (!slot.graves) continue;
        for (std::uint32_t d = 0; d < slot.segment->size(); ++d) {  // those removed while run() was at work
            if (!slot.graves->has(d) || (source->graves && source->graves->has(d))) continue;
            const auto place = merged->find(slot.segment->id(d));
            assert(place);
            graves->add(*place);
        }
    }
    if (found != merge.sources.size()) return false;
    if (merged->size() > graves->count()) kept.push_back({std::move(merged), graves->count() > 0 ? graves : nullptr});
    slots_ = std::move(kept);
    return true;
}

}  // namespace meadow::lang
