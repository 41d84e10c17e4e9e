#include "text/postings.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace meadow::lang {
namespace {

constexpr std::size_t header_bytes = 10;  // last document, end of data, greatest weight, shortest length
constexpr std::size_t read_ahead = 7;     // bytes that are read, and not used, after the last gap of a list

void put_varint(std::vector<std::uint8_t>& out, std::uint32_t value)
{
    for (; value >= 0x80; value >>= 7) out.push_back(static_cast<std::uint8_t>(value | 0x80));
    out.push_back(static_cast<std::uint8_t>(value));
}

std::uint32_t get_varint(const std::uint8_t*& at)
{
    std::uint32_t value = *at & 0x7Fu;
    for (unsigned shift = 7; *at++ & 0x80u; shift += 7) value |= (*at & 0x7Fu) << shift;
    return value;
}

void put_word(std::uint8_t* at, std::uint32_t value) { std::memcpy(at, &value, sizeof value); }

std::uint32_t get_word(const std::uint8_t* at)
{
    std::uint32_t value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

std::uint64_t get_eight(const std::uint8_t* at)
{
    std::uint64_t value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

// How many bits each gap takes, and whether weights follow; the gaps; one bit a posting that says whether it has a weight of its own; those.
constexpr std::uint8_t weighed = 0x80;

void put_block(std::vector<std::uint8_t>& out, std::span<const Posting> part, std::uint32_t before, bool weights)
{
    std::uint32_t all = 0;
    for (std::uint32_t last = before; const Posting& p : part) {
        all |= p.document - last;
        last = p.document;
    }
    const auto bits = static_cast<unsigned>(std::bit_width(all));
    out.push_back(static_cast<std::uint8_t>(bits | (weights ? weighed : 0u)));
    const std::size_t gaps = out.size();
    out.resize(gaps + (part.size() * bits + 7) / 8);
    std::size_t at = 0;
    for (const Posting& p : part) {
        const std::uint64_t gap = std::uint64_t{p.document - before} << at % 8;
        for (std::size_t byte = 0; byte * 8 < bits + at % 8; ++byte) out[gaps + at / 8 + byte] |= static_cast<std::uint8_t>(gap >> byte * 8);
        at += bits;
        before = p.document;
    }
    if (!weights) return;
    const std::size_t marks = out.size();
    out.resize(marks + (part.size() + 7) / 8);
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i].weight == 1) continue;
        out[marks + i / 8] |= static_cast<std::uint8_t>(1u << i % 8);
        out.push_back(part[i].weight);
    }
}

}  // namespace

void append_list(std::vector<std::uint8_t>& out, std::span<const Posting> postings, std::span<const std::uint8_t> lengths)
{
    Peak all;
    for (const Posting& p : postings) all.include(p.weight, lengths[p.document]);
    put_varint(out, static_cast<std::uint32_t>(postings.size()));
    out.push_back(all.weight);
    out.push_back(all.length);

    if (postings.size() <= Cursor::block) {
        std::uint32_t before = 0;
        for (const Posting& p : postings) {
            const bool plain = p.weight == 1;
            put_varint(out, (p.document - before) << 1 | std::uint32_t{!plain});
            if (!plain) out.push_back(p.weight);
            before = p.document;
        }
        return;
    }
    const std::size_t blocks = (postings.size() + Cursor::block - 1) / Cursor::block;
    const std::size_t headers = out.size();
    out.resize(headers + blocks * header_bytes);
    const std::size_t data = out.size();
    std::uint32_t before = 0;
    for (std::size_t b = 0; b < blocks; ++b) {
        const auto part = postings.subspan(b * Cursor::block, std::min(Cursor::block, postings.size() - b * Cursor::block));
        Peak peak;
        for (const Posting& p : part) peak.include(p.weight, lengths[p.document]);
        put_block(out, part, before, peak.weight > 1);
        before = part.back().document;
        std::uint8_t* header = out.data() + headers + b * header_bytes;
        put_word(header, before);
        put_word(header + 4, static_cast<std::uint32_t>(out.size() - data));
        header[8] = peak.weight;
        header[9] = peak.length;
    }
    out.resize(out.size() + read_ahead);
}

std::uint32_t list_size(const std::uint8_t* list) { return get_varint(list); }

Cursor::Cursor(const std::uint8_t* list)
{
    size_ = get_varint(list);
    peak_ = {list[0], list[1]};
    list += 2;
    blocks_ = static_cast<std::uint32_t>((size_ + block - 1) / block);
    if (blocks_ > 1) {
        headers_ = list;
        list += blocks_ * header_bytes;
    }
    data_ = list;
    open_block(0);
}

std::uint32_t Cursor::last_of(std::uint32_t index) const { return get_word(headers_ + index * header_bytes); }

void Cursor::open_block(std::uint32_t index)
{
    block_index_ = index;
    at_ = 0;
    in_block_ = static_cast<std::uint32_t>(std::min<std::size_t>(block, size_ - index * block));
    if (headers_ == nullptr) return open_only_block();
    const std::uint8_t* header = headers_ + index * header_bytes;
    block_last_ = last_of(index);
    block_peak_ = {header[8], header[9]};
    const std::uint8_t* from = data_ + (index > 0 ? get_word(header - header_bytes + 4) : 0);
    std::uint32_t document = index > 0 ? last_of(index - 1) : 0;

    const std::size_t bits = *from & ~weighed;
    const bool weights = (*from++ & weighed) != 0;
    const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    for (std::size_t i = 0, at = 0; i < in_block_; ++i, at += bits) {
        document += static_cast<std::uint32_t>(get_eight(from + at / 8) >> at % 8 & mask);
        documents_[i] = document;
    }
    weights_.fill(1);
    if (!weights) return;
    const std::uint8_t* marks = from + (in_block_ * bits + 7) / 8;
    const std::uint8_t* weight = marks + (in_block_ + 7) / 8;
    for (std::size_t byte = 0; byte * 8 < in_block_; ++byte)
        for (unsigned set = marks[byte]; set != 0; set &= set - 1) weights_[byte * 8 + static_cast<std::size_t>(__builtin_ctz(set))] = *weight++;
}

void Cursor::open_only_block()
{
    const std::uint8_t* from = data_;
    std::uint32_t document = 0;
    for (std::uint32_t i = 0; i < in_block_; ++i) {
        const std::uint32_t value = get_varint(from);
        document += value >> 1;
        documents_[i] = document;
        weights_[i] = (value & 1u) != 0 ? *from++ : std::uint8_t{1};
    }
    block_last_ = document;
    block_peak_ = peak_;
}

void Cursor::finish()
{
    at_ = 0;
    in_block_ = 1;
    documents_[0] = end;
    block_last_ = end;
    block_peak_ = {};
    block_index_ = blocks_;
}

void Cursor::next()
{
    if (++at_ < in_block_) return;
    if (block_index_ + 1 < blocks_) return open_block(block_index_ + 1);
    finish();
}

std::uint32_t Cursor::block_of(std::uint32_t document, std::uint32_t low) const
{
    std::uint32_t high = blocks_;
    for (std::uint32_t step = 1; low + step < high; step *= 2) {  // gallop: the wanted block is mostly near
        if (last_of(low + step) >= document) {
            high = low + step;
            break;
        }
        low += step;
    }
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (last_of(middle) < document)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void Cursor::seek(std::uint32_t document)
{
    if (documents_[at_] >= document) return;
    if (block_last_ < document) {
        if (block_index_ + 1 >= blocks_) return finish();
        const std::uint32_t wanted = block_of(document, block_index_ + 1);
        if (wanted >= blocks_) return finish();
        open_block(wanted);
    }
    while (documents_[at_] < document) ++at_;
}

Peak Cursor::peak_within(std::uint32_t from, std::uint32_t to)
{
    if (headers_ == nullptr || block_index_ >= blocks_) {
        seek(from);
        return document() <= to ? block_peak_ : Peak{};
    }
    looked_at_ = block_of(from, std::max(looked_at_, block_index_));
    Peak out;
    for (std::uint32_t b = looked_at_, looked = 0; b < blocks_; ++b) {
        if (++looked > 8) return peak_;   // a bound for more than that is hardly less than the whole list's
        const std::uint8_t* header = headers_ + b * header_bytes;
        out.include(header[8], header[9]);
        if (last_of(b) >= to) break;
    }
    return out;
}

}  // namespace meadow::lang
