// Which notes somebody was shown in the last weeks: exact, because a set that errs would hide a note for ever. Some seven bytes a note.
#pragma once
#include <cstdint>
#include <vector>

namespace meadow::discovery::engine {

class SeenNotes {
public:
    bool contains(std::uint32_t note) const;
    // `day` must not go back.
    void add(std::uint32_t note, std::int32_t day);
    void forget_before(std::int32_t day);
    std::size_t size() const { return count_; }
    std::int32_t newest_day() const { return newest_; }   // when something was added last
    std::int64_t bytes() const { return count_ == 0 ? 0 : std::int64_t(count_) * 7 + 32; }

    template <class Archive>
    void each(Archive& a) { a(notes_, days_, count_, newest_); }

private:
    // Where the note is, or the empty place where it belongs.
    std::size_t place_of(std::uint32_t note) const;
    template <class Keep>
    void move_to(std::size_t room, Keep keep);

    std::vector<std::uint32_t> notes_;   // note + 1, open addressing; a quarter is empty at least
    std::vector<std::uint8_t> days_;     // of each, the last eight bits
    std::uint32_t count_ = 0;
    std::int32_t newest_ = 0;            // day
};

}  // namespace meadow::discovery::engine
