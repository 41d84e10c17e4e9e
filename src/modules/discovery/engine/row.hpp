// A row of plain records behind one pointer. The engine holds millions of short rows: where a vector takes 24 bytes and twice what it holds
// while it grows, a row takes eight, grows by an eighth and fills what the allocator gives anyway. Memory is allocated as little as that.
#pragma once
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <new>
#include <type_traits>
#include <utility>

namespace meadow::discovery::engine {

template <class T>
class Row {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T> && alignof(T) <= 8);

    struct Head {
        std::uint32_t size, room;
    };

public:
    using value_type = T;
    using iterator = T*;
    using const_iterator = const T*;

    Row() = default;
    Row(std::initializer_list<T> all) : Row(all.begin(), all.end()) {}
    template <std::forward_iterator It>
    Row(It first, It last)
    {
        resize(std::size_t(std::distance(first, last)));
        std::copy(first, last, data());
    }
    Row(const Row& other) : Row(other.begin(), other.end()) {}
    Row(Row&& other) noexcept : head_(std::exchange(other.head_, nullptr)) {}
    Row& operator=(Row other) noexcept
    {
        std::swap(head_, other.head_);
        return *this;
    }
    ~Row() { std::free(head_); }

    std::size_t size() const { return head_ == nullptr ? 0 : head_->size; }
    bool empty() const { return size() == 0; }
    T* data() { return head_ == nullptr ? nullptr : reinterpret_cast<T*>(head_ + 1); }
    const T* data() const { return head_ == nullptr ? nullptr : reinterpret_cast<const T*>(head_ + 1); }
    T* begin() { return data(); }
    T* end() { return data() + size(); }
    const T* begin() const { return data(); }
    const T* end() const { return data() + size(); }
    T& operator[](std::size_t at) { return data()[at]; }
    const T& operator[](std::size_t at) const { return data()[at]; }
    const T& front() const { return data()[0]; }
    const T& back() const { return data()[size() - 1]; }

    T& push_back(const T& one) { return *insert(end(), one); }
    T* insert(const T* before, const T& one)
    {
        const T kept = one;   // it may stand in this very row
        const std::size_t at = std::size_t(before - data()), old = size();
        if (head_ == nullptr || old == head_->room) make_room(old + 1 + old / 8);
        T* const place = data() + at;
        std::memmove(static_cast<void*>(place + 1), place, (old - at) * sizeof(T));
        *place = kept;
        head_->size = std::uint32_t(old + 1);
        return place;
    }
    void erase(const T* one) { erase(one, one + 1); }
    void erase(const T* first, const T* last)
    {
        if (first == last) return;
        T* const place = data() + (first - data());
        std::memmove(static_cast<void*>(place), last, std::size_t(end() - last) * sizeof(T));
        head_->size -= std::uint32_t(last - first);
    }
    // To exactly this many; new ones are T{}.
    void resize(std::size_t count)
    {
        const std::size_t old = size();
        if (count == 0) return clear();
        if (head_ == nullptr || count > head_->room) make_room(count);
        for (std::size_t i = old; i < count; ++i) data()[i] = T{};
        head_->size = std::uint32_t(count);
    }
    void shrink_to_fit() { empty() ? clear() : make_room(size()); }
    void clear()
    {
        std::free(head_);
        head_ = nullptr;
    }

    // How much it holds is about to be asked: rows lie anywhere.
    void ask_for_size() const { __builtin_prefetch(head_); }

    // What a row of so many takes beside itself: what it holds, its head and the allocator's.
    static constexpr std::int64_t bytes_of(std::size_t count) { return count == 0 ? 0 : std::int64_t(whole(count) + 8); }

private:
    // The allocator gives sixteenths, less its own eight bytes.
    static constexpr std::size_t whole(std::size_t count) { return (sizeof(Head) + count * sizeof(T) + 8 + 15) / 16 * 16 - 8; }

    void make_room(std::size_t count)
    {
        const std::uint32_t held = std::uint32_t(size());
        const std::size_t bytes = whole(count);
        Head* const made = static_cast<Head*>(std::realloc(head_, bytes));
        if (made == nullptr) throw std::bad_alloc();
        head_ = made;
        *head_ = {held, std::uint32_t((bytes - sizeof(Head)) / sizeof(T))};
    }

    Head* head_ = nullptr;
};

template <class T, class Which>
std::size_t erase_if(Row<T>& row, Which which)
{
    const std::size_t before = row.size();
    row.erase(std::remove_if(row.begin(), row.end(), which), row.end());
    return before - row.size();
}
template <class T>
std::size_t erase(Row<T>& row, const T& value)
{
    return erase_if(row, [kept = value](const T& one) { return one == kept; });
}

}  // namespace meadow::discovery::engine
