// Which notes somebody was shown in the last weeks: exact, because a set that errs would hide a note for ever. Some three and a half bytes
// a note: notes stand in order, in pieces that share the upper half of their number (as in Roaring bitmaps, Chambi et al. 2016).
#pragma once
#include <cstdint>

#include <boost/describe/class.hpp>
#include <vector>

#include "modules/discovery/engine/row.hpp"

namespace meadow::discovery::engine {

class SeenNotes {
public:
    bool contains(std::uint32_t note) const;
    // `day` must not go back.
    void add(std::uint32_t note, std::int32_t day);
    void forget_before(std::int32_t day);
    std::size_t size() const { return lows_.size(); }
    std::int32_t newest_day() const { return newest_; }   // when something was added last
    std::int64_t bytes() const { return Row<Piece>::bytes_of(pieces_.size()) + Row<std::uint16_t>::bytes_of(lows_.size()) + Row<std::uint8_t>::bytes_of(days_.size()); }

    template <class Each>
    void each_note(Each each) const
    {
        std::uint32_t at = 0;
        for (const Piece& piece : pieces_)
            for (; at < piece.end; ++at) each(piece.high << 16 | lows_[at]);
    }

    void ask_for_size() const { pieces_.ask_for_size(), lows_.ask_for_size(), days_.ask_for_size(); }

    template <class Archive>
    void each(Archive& a) { a(pieces_, lows_, days_, newest_); }

    // The notes with this upper half; they end there, and begin where those before end.
    struct Piece {
        std::uint32_t high = 0, end = 0;
    };

private:
    Row<Piece> pieces_;           // by `high`
    Row<std::uint16_t> lows_;     // the lower halves, in order within their piece
    Row<std::uint8_t> days_;      // of each, the last eight bits
    std::int32_t newest_ = 0;     // day
};
BOOST_DESCRIBE_STRUCT(SeenNotes::Piece, (), (high, end))

// The same set spread out, for a page that asks it of thousands of notes; one at a time on a thread, and the set must not change meanwhile. Of
// a reader who has seen very many it is not worth the spreading.
class SeenSpread {
public:
    explicit SeenSpread(const SeenNotes&);
    ~SeenSpread();
    SeenSpread(const SeenSpread&) = delete;
    bool contains(std::uint32_t note) const
    {
        if (!spread_) return seen_.contains(note);
        return note / 64 < bits_.size() && (bits_[note / 64] >> note % 64 & 1) != 0;
    }

private:
    const SeenNotes& seen_;
    const bool spread_;
    std::vector<std::uint64_t>& bits_;   // the thread's, all 0 in between
};

}  // namespace meadow::discovery::engine
