// Lists of (document, weight), compressed; the innermost layer of the index.
//
// A list is cut into blocks of 128. Each block has a header (its last document, where its bytes end, its greatest weight and its
// shortest document) from which a search knows, without decoding, that nothing in the block can be good enough.
// Inside a block the gaps between documents all take the same number of bits, so that reading them is adding up and never guessing; a weight
// is written where it is not 1, and most words stand once in a body. A list of a single block, as most are, is smaller still: every posting
// is a variable-length number, the gap to the document before and one bit that says whether a byte of weight follows. Up to 2^31 documents.
// Nothing here is ever read from outside the process, so nothing is checked twice.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace meadow::lang {

struct Posting {
    std::uint32_t document;  // ordinal within one segment
    std::uint8_t weight;     // ≥ 1: occurrences times the weight of their field, at most 255
};

// The most a list or block can contain: a bound for any score that grows with weight and falls with length.
struct Peak {
    std::uint8_t weight = 0;
    std::uint8_t length = 255;  // length code of the shortest document

    void include(std::uint8_t w, std::uint8_t l)
    {
        weight = w > weight ? w : weight;
        length = l < length ? l : length;
    }
};

// Appends one list. `postings`: ascending documents, not empty; `lengths`: the length code of every document of the segment.
void append_list(std::vector<std::uint8_t>& out, std::span<const Posting> postings, std::span<const std::uint8_t> lengths);

// How many postings a list has.
std::uint32_t list_size(const std::uint8_t* list);

// Walks a list that append_list() wrote. The bytes must outlive the cursor.
class Cursor {
public:
    static constexpr std::uint32_t end = UINT32_MAX;

    explicit Cursor(const std::uint8_t* list);

    std::uint32_t size() const { return size_; }
    const Peak& peak() const { return peak_; }

    std::uint32_t document() const { return documents_[at_]; }  // or `end`
    std::uint8_t weight() const { return weights_[at_]; }
    void next();
    void seek(std::uint32_t document);  // to the first at or after it; never backwards

    // Of the block that holds document(); its last document is ≥ every document of the block.
    std::uint32_t block_last() const { return block_last_; }
    const Peak& block_peak() const { return block_peak_; }

    // The most the list holds from one document to another, told from headers alone: nothing is decoded. `from` never falls between two
    // calls. A weight of 0: nothing is there.
    Peak peak_within(std::uint32_t from, std::uint32_t to);

private:
    static constexpr std::size_t block = 128;
    friend void append_list(std::vector<std::uint8_t>&, std::span<const Posting>, std::span<const std::uint8_t>);

    void open_block(std::uint32_t index);
    void open_only_block();
    void finish();
    std::uint32_t block_of(std::uint32_t document, std::uint32_t low) const;   // the first from `low` on that ends at or after it, or blocks_
    std::uint32_t last_of(std::uint32_t index) const;

    const std::uint8_t* headers_ = nullptr;  // null when the list is a single block
    const std::uint8_t* data_ = nullptr;
    std::uint32_t size_ = 0, blocks_ = 0, block_index_ = 0, looked_at_ = 0;
    std::uint32_t at_ = 0, in_block_ = 0, block_last_ = 0;
    Peak peak_, block_peak_;
    std::array<std::uint32_t, block> documents_;
    std::array<std::uint8_t, block> weights_;
};

}  // namespace meadow::lang
