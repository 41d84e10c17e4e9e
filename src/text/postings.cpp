#include "text/postings.hpp"

#include <algorithm>
#include <cstring>

namespace meadow::lang {
namespace {

constexpr std::size_t header_bytes = 10;  // last document, end of data, greatest weight, shortest length

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

}  // namespace

void append_list(std::vector<std::uint8_t>& out, std::span<const Posting> postings, std::span<const std::uint8_t> lengths)
{
    Peak all;
    for (const Posting& p : postings) all.include(p.weight, lengths[p.document]);
    put_varint(out, static_cast<std::uint32_t>(postings.size()));
    out.push_back(all.weight);
    out.push_back(all.length);

    const std::size_t blocks = (postings.size() + Cursor::block - 1) / Cursor::block;
    const std::size_t headers = out.size();
    if (blocks > 1) out.resize(headers + blocks * header_bytes);
    const std::size_t data = out.size();
    std::uint32_t before = 0;
    for (std::size_t b = 0; b < blocks; ++b) {
        const auto part = postings.subspan(b * Cursor::block, std::min(Cursor::block, postings.size() - b * Cursor::block));
        Peak peak;
        for (const Posting& p : part) {
            const bool plain = p.weight == 1;
            put_varint(out, (p.document - before) << 1 | std::uint32_t{!plain});
            if (!plain) out.push_back(p.weight);
            before = p.document;
            peak.include(p.weight, lengths[p.document]);
        }
        if (blocks == 1) return;
        std::uint8_t* header = out.data() + headers + b * header_bytes;
        put_word(header, before);
        put_word(header + 4, static_cast<std::uint32_t>(out.size() - data));
        header[8] = peak.weight;
        header[9] = peak.length;
    }
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
    const std::uint8_t* from = data_;
    std::uint32_t document = 0;
    if (index > 0) {
        from += get_word(headers_ + (index - 1) * header_bytes + 4);
        document = last_of(index - 1);
    }
    for (std::uint32_t i = 0; i < in_block_; ++i) {
        const std::uint32_t value = get_varint(from);
        document += value >> 1;
        documents_[i] = document;
        weights_[i] = (value & 1u) != 0 ? *from++ : std::uint8_t{1};
    }
    block_last_ = document;
    if (headers_ != nullptr) {
        const std::uint8_t* header = headers_ + index * header_bytes;
        block_peak_ = {header[8], header[9]};
    } else {
        block_peak_ = peak_;
    }
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

void Cursor::seek(std::uint32_t document)
{
    if (documents_[at_] >= document) return;
    if (block_last_ < document) {
        std::uint32_t low = block_index_ + 1, high = blocks_;
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
        if (low >= blocks_) return finish();
        open_block(low);
    }
    while (documents_[at_] < document) ++at_;
}

}  // namespace meadow::lang
