#include "db/postgres_connection.hpp"

#include <chrono>
#include <cstdlib>
#include <thread>

#include "db/postgres_fault.hpp"

namespace meadow::db::postgres {

namespace {

// Not db::Sql: these words are PostgreSQL's own. They take the first slots.
const Statement begin_read_words{0, "db.begin_read", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", true};
const Statement begin_write_words{1, "db.begin_write", "BEGIN ISOLATION LEVEL READ COMMITTED", true};
const Statement commit_words{2, "db.commit", "COMMIT"};
const Statement rollback_words{3, "db.rollback", "ROLLBACK", true};
const Statement savepoint_words{4, "db.savepoint", "SAVEPOINT command", true};
const Statement release_words{5, "db.release_savepoint", "RELEASE SAVEPOINT command", true};
const Statement rollback_to_words{6, "db.rollback_to_savepoint", "ROLLBACK TO SAVEPOINT command", true};
const Statement inner_savepoint_words{7, "db.inner_savepoint", "SAVEPOINT handler", true};
const Statement inner_release_words{8, "db.release_inner_savepoint", "RELEASE SAVEPOINT handler", true};
const Statement inner_rollback_to_words{9, "db.rollback_to_inner_savepoint", "ROLLBACK TO SAVEPOINT handler", true};
constexpr std::size_t own_slots = 10;

// Of anything but a SELECT, whose number of rows is what it found.
std::int64_t changed_rows(const PGresult* answer)
{
    PGresult* const result = const_cast<PGresult*>(answer);  // libpq's signature; it only reads
    if (std::string_view(PQcmdStatus(result)).starts_with("SELECT")) return 0;
    return std::strtoll(PQcmdTuples(result), nullptr, 10);
}

Statement statement_of(const Sql& sql) { return {own_slots + sql.index, sql.name, sql.text}; }

}  // namespace

PostgresConnection::PostgresConnection(const Address& address, std::chrono::microseconds commit_delay)
    : address_(address), commit_delay_(commit_delay), pipeline_(std::make_unique<Pipeline>(address))
{
}

void PostgresConnection::control(const Statement& words) { pipeline_->queue(words, {}); }

void PostgresConnection::begin(Transaction kind)
{
    if (transaction_ != Transaction::none) throw Fault(Fault::Kind::broken, "a transaction inside a transaction");
    if (!pipeline_->alive()) pipeline_ = std::make_unique<Pipeline>(address_);
    pipeline_->first_chapter();
    transaction_ = kind;
}

void PostgresConnection::end()
{
    transaction_ = Transaction::none;
    begun_ = false;
    commands_ = 0;
    savepoint_ = Savepoint::none;
    inner_ = false;
}

void PostgresConnection::send_due()
{
    if (transaction_ == Transaction::none) return;  // a statement on its own
    if (!begun_) control(transaction_ == Transaction::read ? begin_read_words : begin_write_words);
    begun_ = true;
    const bool release = savepoint_ == Savepoint::release_due || savepoint_ == Savepoint::reopen_due || savepoint_ == Savepoint::empty;
    const bool open = savepoint_ == Savepoint::due || savepoint_ == Savepoint::reopen_due;
    if (release) control(release_words);
    if (open) control(savepoint_words);
    if (open) savepoint_ = Savepoint::open;
    else if (release) savepoint_ = Savepoint::none;
}

AnswerRows& PostgresConnection::room_for(const Sql& sql)
{
    if (rows_.size() <= sql.index) rows_.resize(sql.index + 1);
    std::unique_ptr<AnswerRows>& rows = rows_[sql.index];
    if (!rows) rows = std::make_unique<AnswerRows>(sql.name);
    return *rows;
}

Rows& PostgresConnection::query(const Sql& sql, std::span<const Value> values)
{
    AnswerRows& rows = room_for(sql);
    send_due();
    ++touched_;  // unless all goes well and nothing was changed
    pipeline_->queue(statement_of(sql), values);
    Answer answer = pipeline_->collect();
    if (changed_rows(answer.get()) == 0) --touched_;
    rows.open(std::move(answer));
    return rows;
}

std::int64_t PostgresConnection::execute(const Sql& sql, std::span<const Value> values)
{
    send_due();
    ++touched_;
    pipeline_->queue(statement_of(sql), values);
    const Answer answer = pipeline_->collect();
    if (changed_rows(answer.get()) == 0) --touched_;
    return std::strtoll(PQcmdTuples(answer.get()), nullptr, 10);
}

void PostgresConnection::post(const Sql& sql, std::span<const Value> values)
{
    send_due();
    ++touched_;
    pipeline_->queue(statement_of(sql), values);
    if (transaction_ == Transaction::none) pipeline_->collect();  // on its own there is nothing to travel with
}

std::uint64_t PostgresConnection::ask(const Sql& sql, std::span<const Value> values)
{
    send_due();
    ++touched_;
    pipeline_->queue(statement_of(sql), values, ++tickets_);
    return tickets_;
}

Answer PostgresConnection::answer_to(std::uint64_t ticket)
{
    Answer answer = pipeline_->kept(ticket);
    if (changed_rows(answer.get()) == 0) --touched_;
    return answer;
}

Rows& PostgresConnection::rows_of(const Sql& sql, std::uint64_t ticket)
{
    AnswerRows& rows = room_for(sql);
    rows.open(answer_to(ticket));
    return rows;
}

std::int64_t PostgresConnection::changes_of(std::uint64_t ticket)
{
    const Answer answer = answer_to(ticket);
    return std::strtoll(PQcmdTuples(answer.get()), nullptr, 10);
}

void PostgresConnection::commit()
{
    if (!begun_) return end();
    if (transaction_ == Transaction::read) return rollback();  // there is nothing to keep
    // What the last command posted may fail only now. The only one of its transaction takes the blame; among several, or without
    // a savepoint to tell, nobody does.
    if (commands_ != 1) pipeline_->next_chapter();
    if (commit_delay_.count() > 0) std::this_thread::sleep_for(commit_delay_);
    control(commit_words);
    const Answer answer = pipeline_->collect(Fault::Kind::unknown);
    // A transaction in which a statement failed answers COMMIT with ROLLBACK.
    if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT")
        throw Fault(Fault::Kind::broken, "db.commit: the transaction had failed before and was rolled back");
    end();
}

void PostgresConnection::rollback() noexcept
{
    const bool begun = begun_;
    end();
    if (!begun) return;
    try {
        pipeline_->first_chapter();
        if (pipeline_->waiting()) pipeline_->forgive();  // a segment of its own: should it fail, ROLLBACK must not be skipped
        control(rollback_words);
        pipeline_->forgive();
    } catch (const std::exception&) {
        // The session is lost and the transaction with it; the next begin sees that.
    }
}

// One inside the command's own, for the handlers of news. It is not lazy: what was queued before must not fail inside it, and what
// was queued in it must fail before it is released.
void PostgresConnection::inner_savepoint()
{
    if (inner_) throw Fault(Fault::Kind::broken, "a third savepoint inside a savepoint");
    send_due();
    if (pipeline_->waiting()) pipeline_->collect();
    control(inner_savepoint_words);
    inner_ = true;
}

void PostgresConnection::release_inner_savepoint()
{
    if (pipeline_->waiting()) pipeline_->collect();
    control(inner_release_words);
    inner_ = false;
}

void PostgresConnection::rollback_to_inner_savepoint()
{
    pipeline_->forgive_chapter();
    if (pipeline_->waiting()) pipeline_->collect();
    control(inner_rollback_to_words);
    control(inner_release_words);
    inner_ = false;
}

void PostgresConnection::savepoint()
{
    if (savepoint_ == Savepoint::due || savepoint_ == Savepoint::reopen_due || savepoint_ == Savepoint::open) return inner_savepoint();
    ++commands_;
    pipeline_->next_chapter();
    switch (savepoint_) {
        case Savepoint::none: savepoint_ = Savepoint::due; break;
        case Savepoint::empty: savepoint_ = Savepoint::open; break;
        case Savepoint::release_due: savepoint_ = Savepoint::reopen_due; break;
        case Savepoint::due:
        case Savepoint::reopen_due:
        case Savepoint::open: break;  // answered above
    }
}

void PostgresConnection::release_savepoint()
{
    if (inner_) return release_inner_savepoint();
    switch (savepoint_) {
        case Savepoint::due: savepoint_ = Savepoint::none; break;
        case Savepoint::reopen_due:
        case Savepoint::open: savepoint_ = Savepoint::release_due; break;
        case Savepoint::none:
        case Savepoint::empty:
        case Savepoint::release_due: throw Fault(Fault::Kind::broken, "no savepoint to release");
    }
}

void PostgresConnection::rollback_to_savepoint()
{
    if (inner_) return rollback_to_inner_savepoint();
    switch (savepoint_) {
        case Savepoint::due: savepoint_ = Savepoint::none; break;
        case Savepoint::reopen_due: savepoint_ = Savepoint::release_due; break;
        case Savepoint::open:
            pipeline_->forgive_chapter();
            if (pipeline_->waiting()) pipeline_->collect();
            control(rollback_to_words);
            savepoint_ = Savepoint::empty;
            break;
        case Savepoint::none:
        case Savepoint::empty:
        case Savepoint::release_due: throw Fault(Fault::Kind::broken, "no savepoint to roll back to");
    }
}

void PostgresConnection::script(std::string_view statements)
{
    if (transaction_ != Transaction::none) send_due();
    // A migration may take its time.
    pipeline_->plainly("SET statement_timeout = 0", "script");
    try {
        pipeline_->plainly(std::string(statements), "script");
    } catch (const Fault&) {
        if (transaction_ == Transaction::none) pipeline_->plainly("RESET statement_timeout", "script");  // else the rollback does it
        throw;
    }
    pipeline_->plainly("RESET statement_timeout", "script");
}

void PostgresConnection::prepare(const Sql& sql)
{
    pipeline_->queue_preparation(statement_of(sql));
    pipeline_->collect();
}

std::string PostgresConnection::explain(const Sql& sql)
{
    prepare(sql);
    const std::string name = prepared_name(statement_of(sql).slot);
    const Answer count =
        pipeline_->plainly("SELECT cardinality(parameter_types) FROM pg_prepared_statements WHERE name = '" + name + "'", sql.name);
    std::string call = name;
    for (int i = 0, n = std::atoi(PQgetvalue(count.get(), 0, 0)); i < n; ++i) call.append(i == 0 ? "(NULL" : ", NULL");
    if (call != name) call.push_back(')');
    // The generic plan is what a busy server ends up with, and it does not depend on the values.
    pipeline_->plainly("SET plan_cache_mode = force_generic_plan", sql.name);
    const Answer plan = pipeline_->plainly("EXPLAIN (COSTS OFF) EXECUTE " + call, sql.name);
    pipeline_->plainly("RESET plan_cache_mode", sql.name);
    std::string out;
    for (int row = 0; row < PQntuples(plan.get()); ++row) out.append(PQgetvalue(plan.get(), row, 0)).push_back('\n');
    return out;
}

}  // namespace meadow::db::postgres
