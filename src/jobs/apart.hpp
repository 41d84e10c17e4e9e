// A part of a command that may fail alone: one row of a file, one of several wishes. It has a savepoint of its own; when it is
// refused, what it wrote and told is undone and the rest of the command goes on. Not inside another such part.
#pragma once
#include "jobs/context.hpp"

namespace meadow::jobs {

template <class Verb>
auto apart(WriteCtx& ctx, Verb&& verb) -> decltype(verb(ctx))
{
    db::Connection& connection = ctx.tx.connection();
    const std::size_t told_before = ctx.told.size();
    connection.savepoint();
    auto result = verb(ctx);  // a fault leaves with the whole command, which is rolled back
    if (result.ok()) {
        connection.release_savepoint();
    } else {
        connection.rollback_to_savepoint();
        ctx.told.resize(told_before);
    }
    return result;
}

}  // namespace meadow::jobs
