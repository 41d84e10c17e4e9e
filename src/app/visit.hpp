// A command's visit to a town that is there already: beside the server that serves it, or while none does.
//
// What a command writes is as durable and guarded as what a server writes. News it tells is delivered by the server: at once (well
// within a second) when one runs, else when the next one starts.
#pragma once
#include <stdexcept>

#include "app/opening.hpp"

namespace meadow::app {

class Visit {
public:
    // Throws std::runtime_error when there is no town or its schema is not the one this binary was made for.
    explicit Visit(const Config&);

    Opening& opening() { return opening_; }
    Meadow& meadow() { return meadow_; }
    jobs::World& world() { return meadow_.world(); }

    // Runs a verb in the name of whoever has the machine. A refusal becomes std::runtime_error with its title and detail.
    template <class Out, class In>
    Out reads(Result<Out> (*verb)(ReadCtx&, const In&), const In& in)
    {
        std::optional<Result<Out>> out;
        jobs::read_now(world(), {}, [&](ReadCtx& ctx) { out.emplace(verb(ctx, in)); });
        return granted(std::move(*out));
    }
    template <class Out>
    Out writes(const std::function<Result<Out>(WriteCtx&)>& verb)
    {
        return granted(jobs::write_now<Out>(world(), {}, 0, [&](WriteCtx& ctx) {
            ctx.address = "the machine's operator";  // what the audit log shows instead of a person
            return verb(ctx);
        }));
    }

private:
    template <class Out>
    static Out granted(Result<Out>&& result)
    {
        if (!result.ok()) throw std::runtime_error(sentence_of(result.refusal()));
        return std::move(result).value();
    }
    static std::string sentence_of(const Refusal&);

    Opening opening_;
    Meadow meadow_;
};

// Throws std::runtime_error unless the configured database is there: a command that only looks must not make an empty one.
void expect_town(const Config&);

}  // namespace meadow::app
