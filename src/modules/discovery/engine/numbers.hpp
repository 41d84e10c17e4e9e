// Which dense number stands for an id: the rows of the engine's state are found by it. Some nineteen bytes an id.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

namespace meadow::discovery::engine {

class Numbers {
public:
    // Null when it has none. Good until the next take().
    const std::uint32_t* find(std::uint64_t key) const
    {
        if (count_ == 0) return nullptr;
        const std::size_t at = place_of(key);
        return numbers_[at] == none ? nullptr : &numbers_[at];
    }
    const std::uint32_t* find(std::int64_t key) const { return find(std::uint64_t(key)); }
    template <class Key>
    std::uint32_t at(Key key) const
    {
        const std::uint32_t* const known = find(key);
        if (known == nullptr) throw std::out_of_range("an id without a number");
        return *known;
    }
    // Its number, and whether it is `next` because it had none.
    std::pair<std::uint32_t, bool> take(std::uint64_t key, std::uint32_t next)
    {
        if (4 * (count_ + 1) > 3 * numbers_.size()) move_to(numbers_.size() + numbers_.size() / 2 + 8);
        const std::size_t at = place_of(key);
        const bool fresh = numbers_[at] == none;
        if (fresh) {
            keys_[at] = key;
            numbers_[at] = next;
            ++count_;
        }
        return {numbers_[at], fresh};
    }
    void clear(std::size_t expected)
    {
        *this = {};
        if (expected > 0) move_to(expected + expected / 2 + 8);
    }
    // On the average of its fillings.
    static constexpr std::int64_t bytes_each = 19;

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    // Where it is, or the empty place where it belongs: Fibonacci hashing, reduced to a room of any size (Lemire 2019).
    std::size_t place_of(std::uint64_t key) const
    {
        std::size_t at = std::size_t((key * 0x9E3779B97F4A7C15ull >> 32) * numbers_.size() >> 32);
        while (numbers_[at] != none && keys_[at] != key)
            if (++at == numbers_.size()) at = 0;
        return at;
    }
    void move_to(std::size_t room)
    {
        std::vector<std::uint64_t> keys(room);
        std::vector<std::uint32_t> numbers(room, none);
        keys.swap(keys_);
        numbers.swap(numbers_);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (numbers[i] == none) continue;
            const std::size_t at = place_of(keys[i]);
            keys_[at] = keys[i];
            numbers_[at] = numbers[i];
        }
    }

    std::vector<std::uint64_t> keys_;
    std::vector<std::uint32_t> numbers_;   // of each; a quarter is `none` at least
    std::size_t count_ = 0;
};

}  // namespace meadow::discovery::engine
