// Full-text search in memory: documents in, the best matches out. Derived state: it can always be thrown away and made again.
//
// Documents are collected in a small buffer, frozen into compressed segments, and segments are merged into larger ones.
// What readers see is a Snapshot: an immutable list of segments behind one pointer.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/fade.hpp"
#include "text/query.hpp"
#include "text/segment.hpp"
#include "text/segmenter.hpp"

namespace meadow::lang {

// What is indexed of one document, by field. A word in the title counts as three in the body.
struct Document {
    std::int64_t id;  // greater = newer
    std::string_view title;
    std::vector<std::string_view> topics;
    std::vector<std::string_view> products;  // names
    std::string_view body;
    std::vector<std::uint64_t> names = {};  // name_key() of what it is found by as a whole
};
inline constexpr std::uint32_t title_weight = 3, topic_weight = 2, product_weight = 2, body_weight = 1, name_weight = 3;

struct Hit {
    std::int64_t id;
    float score;  // > 0; comparable within one answer only
};

// Asked only about documents that are about to enter the answer; an empty one accepts all.
using Accept = std::function<bool(std::int64_t id)>;

struct Search {
    std::size_t limit = 20;      // 0 … most_hits
    bool every_wish = false;     // only documents that grant every wish of the query, else those that hold any of its terms
    Accept accept = {};
    Fade fade = {};
    bool newest = false;         // by falling id instead of by score; only with every_wish
};

class Snapshot {
public:
    static constexpr std::size_t most_hits = 20'000;

    explicit Snapshot(std::vector<SegmentView> segments);

    // The best documents, best first; among equals the newer ones are preferred. BM25F (Robertson, Zaragoza, Taylor 2004; k1 = 1.2,
    // b = 0.75): field weights are summed before saturation. Whole blocks that cannot enter the answer are passed over undecoded
    // (block-max MaxScore).
    std::vector<Hit> search(const Query& query, const Search& how) const;

    // How many documents hold a term.
    std::size_t holders(std::uint64_t term) const;

    std::size_t size() const { return live_; }  // documents
    std::size_t segments() const { return segments_.size(); }
    std::size_t bytes() const;

private:
    std::vector<SegmentView> segments_;
    std::size_t live_ = 0;
    float average_length_ = 1;
};

// Segments that would better be one. run() touches nothing shared and may take seconds: call it on a background thread.
struct Merge {
    std::vector<SegmentView> sources;
    std::shared_ptr<const Segment> run() const { return Segment::merge(sources); }
};

// One writer at a time (any thread, the caller sees to it), any number of readers through snapshot().
class Index {
public:
    explicit Index(Segmenter segmenter);

    const Segmenter& segmenter() const { return segmenter_; }

    // Writer. Changes become visible together, at publish(). Adding an id that is there replaces it.
    void add(const Document& document);
    void remove(std::int64_t id);  // unknown ids are no error
    void publish();

    // Writer. `while (auto merge = index.next_merge()) index.install(*merge, merge->run());` with run() wherever there is time:
    // documents may be added and removed meanwhile. install() answers false, and changes nothing, when the sources have been
    // merged already. Should nobody merge, the writer does it before segments become too many.
    std::optional<Merge> next_merge();
    // All segments into one, however large they are: after many documents came at once, because a question asks every segment. None when there is
    // but one, or when one could not hold them.
    std::optional<Merge> merge_of_all();
    bool install(const Merge& merge, std::shared_ptr<const Segment> merged);

    // Any thread. Stays valid, and the same, for as long as it is held.
    std::shared_ptr<const Snapshot> snapshot() const;

private:
    struct Slot {
        std::shared_ptr<const Segment> segment;
        std::shared_ptr<Graves> graves;  // null: none
        bool seen = false;               // somebody else reads these graves: copy before writing
    };

    void collect(std::string_view text, std::uint32_t weight, std::uint32_t document, std::uint32_t& length);
    void freeze();
    void bury(Slot& slot, std::uint32_t document);
    static SegmentView view(const Slot& slot) { return {slot.segment, slot.graves}; }

    const Segmenter segmenter_;
    std::vector<Slot> slots_;
    std::vector<CollectedDocument> documents_;
    std::unordered_map<std::int64_t, std::uint32_t> collected_;
    std::vector<Occurrence> occurrences_;

    mutable std::mutex door_;  // held for copying one pointer
    std::shared_ptr<const Snapshot> current_;
};

}  // namespace meadow::lang
