// Result<T> is T or a Refusal. `TRY(expr)` is the value, or returns the refusal from the enclosing function.
#pragma once
#include <cassert>
#include <utility>
#include <variant>

#include "base/refusal.hpp"

namespace meadow {

struct Nothing {};  // the answer of a verb that has nothing to say (204)

template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Refusal refusal) : state_(std::in_place_index<1>, std::move(refusal)) {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { assert(ok()); return *std::get_if<0>(&state_); }
    const T& value() const& { assert(ok()); return *std::get_if<0>(&state_); }
    T&& value() && { assert(ok()); return std::move(*std::get_if<0>(&state_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    Refusal& refusal() & { assert(!ok()); return *std::get_if<1>(&state_); }
    const Refusal& refusal() const& { assert(!ok()); return *std::get_if<1>(&state_); }

private:
    std::variant<T, Refusal> state_;
};

using Done = Result<Nothing>;
inline Done done() { return Nothing{}; }

}  // namespace meadow

// A statement expression (GNU C, gcc and clang): the only way to unwrap in the middle of an expression without a lambda.
#define TRY(...)                                                        \
    ({                                                                  \
        auto&& meadow_result_ = (__VA_ARGS__);                          \
        if (!meadow_result_.ok()) return std::move(meadow_result_.refusal()); \
        std::move(meadow_result_).value();                              \
    })
