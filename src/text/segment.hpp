// A frozen part of the index: some documents and the lists of every term in them. Immutable.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "text/postings.hpp"

namespace meadow::lang {

// One bit a document, set when it is no longer there.
class Graves {
public:
    explicit Graves(std::size_t documents) : bits_((documents + 63) / 64) {}

    bool has(std::uint32_t d) const { return bits_[d / 64] >> (d % 64) & 1; }
    void add(std::uint32_t d)
    {
        count_ += has(d) ? 0u : 1u;
        bits_[d / 64] |= std::uint64_t{1} << (d % 64);
    }
    std::size_t count() const { return count_; }
    std::size_t bytes() const { return bits_.size() * sizeof(std::uint64_t); }

private:
    std::vector<std::uint64_t> bits_;
    std::size_t count_ = 0;
};

class Segment;

// A segment and which of its documents have been removed since.
struct SegmentView {
    std::shared_ptr<const Segment> segment;
    std::shared_ptr<const Graves> graves;

    std::size_t live() const;
};

// One occurrence of a term while documents are being collected.
struct Occurrence {
    std::uint64_t term;
    std::uint32_t document;  // place in the collected documents
    std::uint32_t weight;
};

struct CollectedDocument {
    std::int64_t id;
    std::uint32_t length;  // sum of the weights of its terms
    bool removed = false;
};

class Segment {
public:
    // Documents are numbered by falling id, so the newest come first. Occurrences of removed documents are left out.
    static std::shared_ptr<const Segment> freeze(std::span<const CollectedDocument> documents, std::vector<Occurrence> occurrences);
    // One segment of all live documents of several. No id may be live in two of them.
    static std::shared_ptr<const Segment> merge(std::span<const SegmentView> sources);

    std::size_t size() const { return ids_.size(); }
    std::int64_t id(std::uint32_t document) const { return ids_[document]; }
    std::optional<std::uint32_t> find(std::int64_t id) const;
    std::uint8_t length_code(std::uint32_t document) const { return lengths_[document]; }
    double total_length() const { return total_length_; }

    const std::uint8_t* list(std::uint64_t term) const;  // null when no document has it
    std::size_t bytes() const;
    std::size_t list_bytes() const { return lists_.size(); }

    // Lengths are kept in a byte, in steps of 4.4 %: code c stands for 2^(c/16) − 1.
    static std::uint8_t encode_length(std::uint32_t length);
    static float decode_length(std::uint8_t code);

private:
    void finish();

    std::vector<std::int64_t> ids_;      // falling
    std::vector<std::uint8_t> lengths_;  // codes
    double total_length_ = 0;
    std::vector<std::uint64_t> terms_;   // rising
    std::vector<std::uint32_t> starts_;  // of their lists in lists_
    std::vector<std::uint8_t> lists_;    // less than 4 GiB
};

}  // namespace meadow::lang
