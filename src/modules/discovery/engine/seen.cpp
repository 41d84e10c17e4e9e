#include "modules/discovery/engine/seen.hpp"

#include <algorithm>

namespace meadow::discovery::engine {
namespace {

constexpr std::int32_t longest = 100;   // days that eight bits tell apart safely

const SeenNotes::Piece* piece_of(const Row<SeenNotes::Piece>& pieces, std::uint32_t high)
{
    return std::lower_bound(pieces.begin(), pieces.end(), high, [](const SeenNotes::Piece& p, std::uint32_t h) { return p.high < h; });
}

std::uint32_t begin_of(const Row<SeenNotes::Piece>& pieces, const SeenNotes::Piece* piece) { return piece == pieces.begin() ? 0 : piece[-1].end; }

constexpr std::size_t most_spread = 4'096;

std::vector<std::uint64_t>& bits_of_thread()
{
    static thread_local std::vector<std::uint64_t> bits;
    return bits;
}

}  // namespace

SeenSpread::SeenSpread(const SeenNotes& seen) : seen_(seen), spread_(seen.size() <= most_spread), bits_(bits_of_thread())
{
    if (!spread_) return;
    seen_.each_note([this](std::uint32_t note) {
        if (note / 64 >= bits_.size()) bits_.resize(note / 64 + 1);
        bits_[note / 64] |= std::uint64_t{1} << note % 64;
    });
}

SeenSpread::~SeenSpread()
{
    if (spread_) seen_.each_note([this](std::uint32_t note) { bits_[note / 64] = 0; });
}

bool SeenNotes::contains(std::uint32_t note) const
{
    const Piece* const piece = piece_of(pieces_, note >> 16);
    if (piece == pieces_.end() || piece->high != note >> 16) return false;
    return std::binary_search(lows_.begin() + begin_of(pieces_, piece), lows_.begin() + piece->end, std::uint16_t(note));
}

void SeenNotes::add(std::uint32_t note, std::int32_t day)
{
    if (day - newest_ > longest) *this = {};
    newest_ = std::max(newest_, day);
    auto piece = std::size_t(piece_of(pieces_, note >> 16) - pieces_.begin());
    const std::uint32_t from = piece == 0 ? 0 : pieces_[piece - 1].end;
    const bool known = piece < pieces_.size() && pieces_[piece].high == note >> 16;
    const std::uint16_t* const end = lows_.begin() + (known ? pieces_[piece].end : from);
    const std::uint16_t* const place = std::lower_bound(static_cast<const std::uint16_t*>(lows_.begin()) + from, end, std::uint16_t(note));
    if (place != end && *place == std::uint16_t(note)) return;
    const std::ptrdiff_t at = place - lows_.begin();
    if (!known) pieces_.insert(pieces_.begin() + piece, {note >> 16, from});
    lows_.insert(place, std::uint16_t(note));
    days_.insert(days_.begin() + at, std::uint8_t(day));
    for (; piece < pieces_.size(); ++piece) ++pieces_[piece].end;
}

void SeenNotes::forget_before(std::int32_t day)
{
    if (lows_.empty()) return;
    if (day - newest_ > longest) {
        *this = {};
        return;
    }
    const auto is_kept = [day](std::uint8_t of) { return std::int8_t(of - std::uint8_t(day)) >= 0; };
    std::uint32_t kept = 0, at = 0;
    Piece* last = pieces_.begin();   // behind those that stay
    for (const Piece piece : pieces_) {
        const std::uint32_t before = kept;
        for (; at < piece.end; ++at) {
            if (!is_kept(days_[at])) continue;
            lows_[kept] = lows_[at];
            days_[kept++] = days_[at];
        }
        if (kept > before) *last++ = {piece.high, kept};
    }
    if (kept == lows_.size()) return;
    pieces_.erase(last, pieces_.end());
    lows_.resize(kept);
    days_.resize(kept);
    pieces_.shrink_to_fit();
    lows_.shrink_to_fit();
    days_.shrink_to_fit();
}

}  // namespace meadow::discovery::engine
