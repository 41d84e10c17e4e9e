#include "db/postgres_pipeline.hpp"

#include <poll.h>

#include <algorithm>
#include <charconv>

#include "db/postgres_fault.hpp"

namespace meadow::db::postgres {

namespace {

// What may be queued before it is sent by itself.
constexpr std::size_t most_queued = 512;
constexpr std::size_t most_queued_bytes = 1 << 20;

const Statement no_statement{0, "", ""};

template <class Number>
void append_number(std::string& out, Number value)
{
    char digits[40];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

bool failed(const PGresult* answer)
{
    const ExecStatusType status = PQresultStatus(answer);
    return status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY;
}

}  // namespace

std::string prepared_name(std::size_t slot) { return "m" + std::to_string(slot); }

Pipeline::Pipeline(const Address& address) : session_(address.connect())
{
    // Non-blocking, because a client that only writes and a server that only writes would wait for each other for ever.
    if (PQenterPipelineMode(session_.get()) != 1 || PQsetnonblocking(session_.get(), 1) != 0)
        throw Fault(Fault::Kind::broken, "no pipeline mode: " + session_says());
}

std::string Pipeline::session_says() const { return std::string(trimmed(PQerrorMessage(session_.get()))); }

void Pipeline::lose(std::string_view why)
{
    lost_ = "the connection to PostgreSQL is lost";
    if (!why.empty()) lost_.append(": ").append(why);
    expected_.clear();
    concerns_ = 0;
}

bool Pipeline::alive()
{
    if (!lost_.empty()) return false;
    // A server that went away has left its farewell or an end of file on the socket.
    for (pollfd socket{PQsocket(session_.get()), POLLIN, 0}; poll(&socket, 1, 0) > 0;) {
        if (PQconsumeInput(session_.get()) != 1 || PQstatus(session_.get()) != CONNECTION_OK) {
            lose(session_says());
            return false;
        }
    }
    return true;
}

void Pipeline::first_chapter()
{
    chapter_ = 0;
    spoiled_ = false;
    kept_.clear();
}

void Pipeline::next_chapter()
{
    ++chapter_;
    kept_.clear();
}

void Pipeline::require_usable() const
{
    if (!lost_.empty()) throw Fault(Fault::Kind::broken, lost_);
    if (spoiled_) throw Fault(Fault::Kind::conflict, "the transaction was spoiled by an earlier failure and must be repeated");
}

void Pipeline::require_room()
{
    if (expected_.size() >= most_queued || queued_bytes_ >= most_queued_bytes) collect();
}

void Pipeline::expect(What what, const Statement& statement, std::uint64_t ticket)
{
    expected_.push_back({what, statement.control, false, chapter_, ticket, statement.slot, statement.name});
    if (what != What::sync) ++concerns_;
}

void Pipeline::prepare_if_new(const Statement& statement)
{
    if (prepared_.size() <= statement.slot) prepared_.resize(statement.slot + 1);
    if (prepared_[statement.slot]) return;
    const std::string text = dialect(Engine::postgres, statement.text);
    if (PQsendPrepare(session_.get(), prepared_name(statement.slot).c_str(), text.c_str(), 0, nullptr) != 1) lose(session_says());
    require_usable();
    prepared_[statement.slot] = true;  // taken back should it fail
    expect(What::preparation, statement);
}

void Pipeline::queue_preparation(const Statement& statement)
{
    require_usable();
    require_room();
    prepare_if_new(statement);
}

void Pipeline::queue(const Statement& statement, std::span<const Value> values, std::uint64_t ticket)
{
    require_usable();
    lay_out(statement.name, values);
    require_room();
    prepare_if_new(statement);
    if (PQsendQueryPrepared(session_.get(), prepared_name(statement.slot).c_str(), int(values_.size()), values_.data(), nullptr,
                            nullptr, 0) != 1)
        lose(session_says());
    require_usable();
    queued_bytes_ += texts_.size();
    expect(What::statement, statement, ticket);
}

// Everything travels as text without a type, so PostgreSQL infers the types from the statement.
void Pipeline::lay_out(std::string_view statement, std::span<const Value> values)
{
    texts_.clear();
    starts_.clear();
    for (const Value& value : values) {
        starts_.push_back(texts_.size());
        switch (value.kind) {
            case Value::Kind::null: continue;
            case Value::Kind::integer: append_number(texts_, value.integer); break;
            case Value::Kind::real: append_number(texts_, value.real); break;
            case Value::Kind::text:
                if (value.text.find('\0') != value.text.npos)
                    throw Fault(Fault::Kind::broken, std::string(statement) + ": $" + std::to_string(starts_.size()) +
                                                         " contains a NUL character, which PostgreSQL cannot keep in text");
                texts_.append(value.text);
                break;
            case Value::Kind::list:
                texts_.push_back('{');
                for (const std::int64_t one : value.list) {
                    if (texts_.back() != '{') texts_.push_back(',');
                    append_number(texts_, one);
                }
                texts_.push_back('}');
                break;
        }
        texts_.push_back('\0');
    }
    values_.clear();
    for (std::size_t i = 0; i < values.size(); ++i)
        values_.push_back(values[i].kind == Value::Kind::null ? nullptr : texts_.data() + starts_[i]);
}

void Pipeline::end_segment()
{
    if (PQpipelineSync(session_.get()) != 1) return lose(session_says());
    queued_bytes_ = 0;
    expect(What::sync, no_statement);
}

void Pipeline::send_all()
{
    for (;;) {
        const int left = PQflush(session_.get());
        if (left == 0) return;
        if (left < 0) return lose(session_says());
        pollfd socket{PQsocket(session_.get()), POLLIN | POLLOUT, 0};
        if (poll(&socket, 1, -1) > 0 && (socket.revents & POLLIN) && PQconsumeInput(session_.get()) != 1) return lose(session_says());
    }
}

// Reads the answer to one queued message. False when the session ended instead.
bool Pipeline::read(const Expected& expected, Answer& answer)
{
    answer.reset(PQgetResult(session_.get()));
    if (!answer || ends_session(answer.get()) || PQstatus(session_.get()) != CONNECTION_OK) {
        lose(answer ? trimmed(PQresultErrorMessage(answer.get())) : session_says());
        return false;
    }
    if (expected.what != What::sync) PQclear(PQgetResult(session_.get()));  // the null that ends every answer but a sync
    return true;
}

void Pipeline::note_failure(const Expected& expected, const PGresult* answer, std::optional<Fault>& failure)
{
    if (expected.what == What::preparation) prepared_[expected.slot] = false;
    if (expected.forgiven || failure) return;
    const Fault own = fault_of(answer, expected.name);
    if (expected.control || expected.chapter != chapter_) {
        spoiled_ = true;
        failure.emplace(Fault::Kind::conflict, std::string("repeat the transaction, an earlier part failed: ") + own.what());
    } else {
        failure.emplace(own);
    }
}

Answer Pipeline::collect(Fault::Kind on_loss)
{
    require_usable();
    end_segment();
    if (lost_.empty()) send_all();
    std::optional<Fault> failure;
    Answer last;
    bool answered = false;  // the last statement of the segment
    while (!expected_.empty()) {
        const Expected expected = expected_.front();
        Answer answer;
        if (!read(expected, answer)) break;
        expected_.pop_front();
        if (expected.what == What::sync) continue;
        if (!expected.forgiven) --concerns_;
        if (failed(answer.get())) note_failure(expected, answer.get(), failure);
        else if (expected.ticket != 0) keep(expected, std::move(answer));
        else if (expected.what == What::statement) last = std::move(answer);
        answered = concerns_ == 0;
    }
    if (failure) throw *failure;
    if (!lost_.empty() && !answered) throw Fault(on_loss, lost_);
    return last;
}

void Pipeline::keep(const Expected& expected, Answer answer)
{
    if (!expected.forgiven && expected.chapter == chapter_) kept_.emplace_back(expected.ticket, std::move(answer));
}

Answer Pipeline::kept(std::uint64_t ticket)
{
    const auto find = [&] { return std::find_if(kept_.begin(), kept_.end(), [&](const auto& one) { return one.first == ticket; }); };
    auto found = find();
    if (found == kept_.end()) {
        collect();
        found = find();
    }
    if (found == kept_.end()) throw Fault(Fault::Kind::broken, "an answer is read twice, or in another command than the one that asked");
    Answer answer = std::move(found->second);
    kept_.erase(found);
    return answer;
}

void Pipeline::forgive_chapter()
{
    for (Expected& expected : expected_) {
        if (expected.what == What::sync || expected.control || expected.forgiven || expected.chapter != chapter_) continue;
        expected.forgiven = true;
        --concerns_;
    }
}

void Pipeline::forgive()
{
    if (!lost_.empty() || expected_.empty()) return;
    bool prepares = false;
    for (Expected& expected : expected_) {
        prepares |= expected.what == What::preparation;
        expected.forgiven = true;
    }
    concerns_ = 0;
    end_segment();
    // What was to be prepared here may have been skipped; only the answers can tell, and the next statement may rely on it.
    if (lost_.empty() && prepares) collect();
}

Answer Pipeline::plainly(const std::string& statements, std::string_view doing)
{
    if (expected_.empty()) require_usable();
    else collect();
    PGconn* const session = session_.get();
    if (PQexitPipelineMode(session) != 1) throw Fault(Fault::Kind::broken, session_says());
    PQsetnonblocking(session, 0);
    Answer answer(PQexec(session, statements.c_str()));
    if (!answer || ends_session(answer.get()) || PQstatus(session) != CONNECTION_OK) {
        lose(session_says());
        throw Fault(Fault::Kind::broken, lost_);
    }
    PQsetnonblocking(session, 1);
    PQenterPipelineMode(session);
    if (failed(answer.get())) throw fault_of(answer.get(), doing);
    return answer;
}

}  // namespace meadow::db::postgres
