// State as bytes and back: whole numbers and reals in one fixed order and width, so the same state is the same bytes. Walks what a
// type is described by (Boost.Describe), or its each(archive).
#pragma once
#include <array>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <cstring>
#include <deque>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "modules/discovery/engine/row.hpp"

namespace meadow::discovery::engine {

namespace detail {
template <class T> struct is_row : std::false_type {};
template <class T> struct is_row<std::vector<T>> : std::true_type {};
template <class T> struct is_row<std::deque<T>> : std::true_type {};
template <class T> struct is_row<Row<T>> : std::true_type {};
template <> struct is_row<std::string> : std::true_type {};
template <class T> struct is_plain_row : std::false_type {};
template <class T> struct is_fixed : std::false_type {};
template <class T, std::size_t N> struct is_fixed<std::array<T, N>> : std::true_type {};

// Bytes of what a row may be copied as: whole numbers, reals and records of them without a gap; 0 of anything else.
template <class T>
constexpr std::size_t packed()
{
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) return sizeof(T);
    else if constexpr (std::is_trivially_copyable_v<T> && boost::describe::has_describe_members<T>::value) {
        std::size_t sum = 0;
        bool all = true;
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>>([&](auto member) {
            using Part = std::remove_reference_t<decltype(std::declval<T&>().*member.pointer)>;
            sum += packed<Part>();
            all = all && packed<Part>() > 0;
        });
        return all ? sum : 0;
    }
    return 0;
}
template <class T>
constexpr bool is_packed = packed<T>() == sizeof(T) && !std::is_same_v<T, bool>;
template <class T> struct is_plain_row<std::vector<T>> : std::bool_constant<is_packed<T>> {};
template <class T> struct is_plain_row<Row<T>> : std::bool_constant<is_packed<T>> {};

template <class Archive, class T>
void walk(Archive& archive, T& value)
{
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) archive.raw(value);
    else if constexpr (is_row<T>::value) archive.row(value);
    else if constexpr (is_fixed<T>::value) for (auto& one : value) walk(archive, one);
    else if constexpr (requires { value.each(archive); }) value.each(archive);
    else if constexpr (requires { value.us; }) walk(archive, value.us);           // Instant
    else if constexpr (requires { T::prefix(); }) walk(archive, value.value);     // Id
    else
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>>(
            [&](auto member) { walk(archive, value.*member.pointer); });
}
}  // namespace detail

// Where bytes go, piece by piece: all but the last are of `piece` bytes.
using Sink = std::function<void(std::string_view)>;

// Hands on what it has when it has a piece, so that state is written without being held twice.
class ByteWriter {
public:
    static constexpr std::size_t piece = std::size_t{1} << 20;

    explicit ByteWriter(const Sink& to) : to_(to), room_(std::make_unique<char[]>(piece)) {}
    static constexpr bool reading() { return false; }
    template <class... Parts>
    void operator()(Parts&... parts) { (detail::walk(*this, parts), ...); }
    std::uint64_t written() const { return handed_on_ + used_; }
    // The last piece.
    void end()
    {
        if (used_ > 0) hand_on();
    }

    template <class T>
    void raw(const T& value)
    {
        if (piece - used_ < sizeof value) return copy(reinterpret_cast<const char*>(&value), sizeof value);
        std::memcpy(room_.get() + used_, &value, sizeof value);
        used_ += sizeof value;
    }
    template <class Any>
    void row(Any& all)
    {
        raw(std::uint32_t(all.size()));
        if constexpr (detail::is_plain_row<Any>::value) copy(reinterpret_cast<const char*>(all.data()), all.size() * sizeof *all.data());
        else for (auto& one : all) detail::walk(*this, one);
    }

private:
    void copy(const char* from, std::size_t size)
    {
        while (size > 0) {
            const std::size_t part = std::min(size, piece - used_);
            std::memcpy(room_.get() + used_, from, part);
            used_ += part;
            from += part;
            size -= part;
            if (used_ == piece) hand_on();
        }
    }
    void hand_on()
    {
        to_({room_.get(), used_});
        handed_on_ += used_;
        used_ = 0;
    }

    const Sink& to_;
    std::unique_ptr<char[]> room_;
    std::size_t used_ = 0;
    std::uint64_t handed_on_ = 0;
};

// Throws std::runtime_error when the bytes end too early.
class ByteReader {
public:
    static constexpr bool reading() { return true; }
    explicit ByteReader(std::string_view from) : rest_(from) {}
    template <class... Parts>
    void operator()(Parts&... parts) { (detail::walk(*this, parts), ...); }

    template <class T>
    void raw(T& value)
    {
        if (rest_.size() < sizeof value) throw std::runtime_error("a snapshot that ends too early");
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
    }
    template <class Any>
    void row(Any& all)
    {
        std::uint32_t size = 0;
        raw(size);
        if (size > rest_.size()) throw std::runtime_error("a snapshot that ends too early");   // every entry takes a byte at least
        all.clear();
        all.resize(size);
        if constexpr (detail::is_plain_row<Any>::value) {
            const std::size_t length = size * sizeof *all.data();
            if (size > rest_.size() / sizeof *all.data()) throw std::runtime_error("a snapshot that ends too early");
            if (length > 0) std::memcpy(all.data(), rest_.data(), length);
            rest_.remove_prefix(length);
        } else {
            for (auto& one : all) detail::walk(*this, one);
        }
    }
    bool done() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

}  // namespace meadow::discovery::engine
