// One call of one verb with its types forgotten: the router knows a route only as a Call it can fill, run and encode.
// Verbs are plain functions; their signature says everything (HOUSE.md §4):
//
//     Result<Out> verb(ReadCtx&, const In&)                             a read
//     Result<Out> verb(WriteCtx&, const In&)                            a write, in a lane
//     Result<Proof> prepare(ReadCtx&, const In&)  followed by  Result<Out> verb(WriteCtx&, const In&, const Proof&)
//         a write that first needs slow work (hashing, decoding images) on a pool, outside every transaction that writes
#pragma once
#include <memory>
#include <optional>

#include "http/message.hpp"
#include "jobs/context.hpp"

namespace meadow::http {

// An answer that is not JSON: a file, an image, HTML, CSV, an event stream.
using Content = Response;

class Call {
public:
    virtual ~Call() = default;
    virtual void* input() = 0;
    virtual std::optional<Refusal> read(ReadCtx&) = 0;       // a read verb, or the preparation of a write
    virtual std::optional<Refusal> write(WriteCtx&) = 0;     // may be called again when its transaction is repeated
    virtual void* output() = 0;                              // of type Route::out, or a Content; valid after success
};

enum class Kind : std::uint8_t { read, write, prepared_write };

struct Verb {
    Kind kind{};
    TypeOf in = nullptr;
    TypeOf out = nullptr;   // null: a Content
    std::unique_ptr<Call> (*make)(void (*function)(), void (*prepare)()) = nullptr;
    void (*function)() = nullptr;  // the verb, its type erased; only `make` knows it
    void (*prepare)() = nullptr;
};

namespace detail {

template <class Out>
constexpr TypeOf out_type()
{
    if constexpr (std::is_same_v<Out, Content>) return nullptr;
    else return &describe<Out>;
}

template <class Out>
std::optional<Refusal> keep(Result<Out>&& result, std::optional<Out>& out)
{
    if (!result.ok()) return std::move(result.refusal());
    out.emplace(std::move(result).value());
    return {};
}

template <class In, class Out, class Ctx>
class PlainCall final : public Call {
public:
    using Function = Result<Out> (*)(Ctx&, const In&);
    explicit PlainCall(Function f) : function_(f) {}
    void* input() override { return &in_; }
    void* output() override { return &*out_; }
    std::optional<Refusal> read(ReadCtx& ctx) override
    {
        if constexpr (std::is_same_v<Ctx, ReadCtx>) return keep(function_(ctx, in_), out_);
        else return {};
    }
    std::optional<Refusal> write(WriteCtx& ctx) override
    {
        if constexpr (std::is_same_v<Ctx, WriteCtx>) return keep(function_(ctx, in_), out_);
        else return {};
    }
    static std::unique_ptr<Call> make(void (*f)(), void (*)()) { return std::make_unique<PlainCall>(reinterpret_cast<Function>(f)); }

private:
    const Function function_;
    In in_{};
    std::optional<Out> out_;
};

template <class In, class Proof, class Out>
class PreparedCall final : public Call {
public:
    using Prepare = Result<Proof> (*)(ReadCtx&, const In&);
    using Function = Result<Out> (*)(WriteCtx&, const In&, const Proof&);
    PreparedCall(Prepare p, Function f) : prepare_(p), function_(f) {}
    void* input() override { return &in_; }
    void* output() override { return &*out_; }
    std::optional<Refusal> read(ReadCtx& ctx) override { return keep(prepare_(ctx, in_), proof_); }
    std::optional<Refusal> write(WriteCtx& ctx) override { return keep(function_(ctx, in_, *proof_), out_); }
    static std::unique_ptr<Call> make(void (*f)(), void (*p)())
    {
        return std::make_unique<PreparedCall>(reinterpret_cast<Prepare>(p), reinterpret_cast<Function>(f));
    }

private:
    const Prepare prepare_;
    const Function function_;
    In in_{};
    std::optional<Proof> proof_;
    std::optional<Out> out_;
};

}  // namespace detail

template <class In, class Out>
Verb verb_of(Result<Out> (*f)(ReadCtx&, const In&))
{
    return {Kind::read, &describe<In>, detail::out_type<Out>(), &detail::PlainCall<In, Out, ReadCtx>::make, reinterpret_cast<void (*)()>(f), nullptr};
}
template <class In, class Out>
Verb verb_of(Result<Out> (*f)(WriteCtx&, const In&))
{
    return {Kind::write, &describe<In>, detail::out_type<Out>(), &detail::PlainCall<In, Out, WriteCtx>::make, reinterpret_cast<void (*)()>(f), nullptr};
}
template <class In, class Proof, class Out>
Verb verb_of(Result<Proof> (*p)(ReadCtx&, const In&), Result<Out> (*f)(WriteCtx&, const In&, const Proof&))
{
    return {Kind::prepared_write, &describe<In>, detail::out_type<Out>(), &detail::PreparedCall<In, Proof, Out>::make,
            reinterpret_cast<void (*)()>(f), reinterpret_cast<void (*)()>(p)};
}

}  // namespace meadow::http
