// db::Connection over one PostgreSQL session.
#pragma once
#include <chrono>
#include <memory>
#include <vector>

#include "db/asked.hpp"
#include "db/postgres_pipeline.hpp"
#include "db/postgres_rows.hpp"
#include "db/writer.hpp"

namespace meadow::db::postgres {

// A session that is lost makes every call throw Fault broken (commit: unknown when it was on its way) until the next begin_…,
// which opens a new session, once.
//
// BEGIN, SAVEPOINT and RELEASE have no round trip of their own and are not even sent before a statement needs them. A command
// of a batch costs one round trip per query() and execute(); what it posts travels with the next command, or with COMMIT. When such
// a late statement fails it is no longer known which command to blame, so it is a conflict and the batch must be repeated in
// transactions of one command each (postgres_pipeline.hpp). A read transaction ends without waiting.
class PostgresConnection final : public Connection, public Writer, public Asking {
public:
    PostgresConnection(const Address&, std::chrono::microseconds commit_delay);

    Engine engine() const override { return Engine::postgres; }
    Rows& query(const Sql&, std::span<const Value>) override;
    std::int64_t execute(const Sql&, std::span<const Value>) override;
    void post(const Sql&, std::span<const Value>) override;

    std::uint64_t ask(const Sql&, std::span<const Value>) override;
    Rows& rows_of(const Sql&, std::uint64_t ticket) override;
    std::int64_t changes_of(std::uint64_t ticket) override;

    void begin_read() override { begin(Transaction::read); }
    void begin_write() override { begin(Transaction::write); }
    void commit() override;
    void rollback() noexcept override;
    void savepoint() override;
    void release_savepoint() override;
    void rollback_to_savepoint() override;
    std::uint64_t touched() const override { return touched_; }
    bool syncs_apart() const override { return false; }
    void commit_unsynced() override { commit(); }
    void sync() override {}
    void sync_again() override {}

    void script(std::string_view statements) override;
    void prepare(const Sql&) override;
    std::string explain(const Sql&) override;

private:
    enum class Transaction : std::uint8_t { none, read, write };
    // Where the savepoint stands. What is `due` is sent ahead of the next statement, or never.
    enum class Savepoint : std::uint8_t {
        none,
        due,
        open,
        empty,        // rolled back to: still there, and as good as a new one
        release_due,
        reopen_due,   // RELEASE, then SAVEPOINT
    };

    AnswerRows& room_for(const Sql&);
    Answer answer_to(std::uint64_t ticket);
    void begin(Transaction);
    void send_due();
    void control(const Statement&);
    void inner_savepoint();
    void release_inner_savepoint();
    void rollback_to_inner_savepoint();
    void end();

    const Address& address_;
    const std::chrono::microseconds commit_delay_;
    std::unique_ptr<Pipeline> pipeline_;
    Transaction transaction_ = Transaction::none;
    bool begun_ = false;                      // BEGIN was queued
    std::uint64_t touched_ = 0, tickets_ = 0;
    int commands_ = 0;                        // savepoints of this transaction
    Savepoint savepoint_ = Savepoint::none;
    bool inner_ = false;                      // a savepoint inside the command's
    std::vector<std::unique_ptr<AnswerRows>> rows_;  // by Sql::index
};

}  // namespace meadow::db::postgres
