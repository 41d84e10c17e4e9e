// A part of a verb that may fail by itself: its writes and news are taken back when it refuses, and the verb goes on.
#pragma once
#include "jobs/context.hpp"

namespace meadow::jobs {

template <class Part>
auto attempt(WriteCtx& ctx, Part&& part) -> decltype(part())
{
    db::Connection& connection = ctx.tx.connection();
    const std::size_t told_before = ctx.told.size();
    connection.savepoint();
    try {
        auto result = part();
        if (result.ok()) {
            connection.release_savepoint();
        } else {
            connection.rollback_to_savepoint();
            ctx.told.erase(ctx.told.begin() + std::ptrdiff_t(told_before), ctx.told.end());
        }
        return result;
    } catch (const db::Fault& fault) {
        if (fault.kind != db::Fault::Kind::conflict) connection.rollback_to_savepoint();  // a conflict: the lane repeats it all
        throw;
    } catch (...) {
        connection.rollback_to_savepoint();
        throw;
    }
}

}  // namespace meadow::jobs
