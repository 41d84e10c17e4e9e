// One connection to an engine. Product code never sees it: stores use Tx and ReadTx (tx.hpp).
// Used by one thread at a time. Prepares each Sql on first use and keeps it.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "db/sql.hpp"
#include "db/value.hpp"

namespace meadow::db {

enum class Engine : std::uint8_t { sqlite, postgres };

// The machine is broken or busy; nothing of the transaction holds.
class Fault : public std::runtime_error {
public:
    enum class Kind {
        broken,     // disk full, I/O error, malformed SQL, lost connection
        busy,       // a lock or a queue was full: worth repeating later; a caller sees 503
        conflict,   // deadlock or serialisation failure: the lane repeats the command by itself
        duplicate,  // a unique key was hit by a statement that did not say ON CONFLICT
        unknown,    // the connection was lost while COMMIT was on its way: nobody can say whether it holds
    };
    Fault(Kind k, const std::string& what) : std::runtime_error(what), kind(k) {}
    const Kind kind;
};

// The current row of a result; columns are counted from 0. Text views die at the next step.
class Rows {
public:
    virtual ~Rows() = default;
    virtual bool next() = 0;  // false after the last row; the statement is then reset
    virtual int columns() const = 0;
    virtual bool null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual void close() = 0;  // gives up the rows not yet read; also safe after the last
};

class Connection {
public:
    virtual ~Connection() = default;
    virtual Engine engine() const = 0;

    // Runs a statement and lets the caller step through its rows. One open result per statement; results of different
    // statements may be open together. The reference lives until the connection dies; call close() or read to the end.
    virtual Rows& query(const Sql&, std::span<const Value>) = 0;
    // Runs a statement without rows (or ignoring them) and returns the number of rows changed.
    virtual std::int64_t execute(const Sql&, std::span<const Value>) = 0;
    // The same when nobody needs the answer: PostgreSQL sends it in the pipeline together with the next statement that does. A
    // failure then surfaces there, as the fault of the same command.
    virtual void post(const Sql&, std::span<const Value>) = 0;

    virtual void begin_read() = 0;   // one consistent snapshot
    virtual void begin_write() = 0;
    virtual void commit() = 0;       // returns once it is durable
    virtual void rollback() noexcept = 0;
    virtual void savepoint() = 0;            // a command of a lane's batch, and one inside it: a handler of news
    virtual void release_savepoint() = 0;
    virtual void rollback_to_savepoint() = 0;

    virtual void script(std::string_view statements) = 0;   // several statements separated by ';', for migrations
    virtual void prepare(const Sql&) = 0;                    // throws when the engine refuses the text
    virtual std::string explain(const Sql&) = 0;             // the query plan, for golden tests
};

// `$1` and `x IN @list($2)` in the engine's own words.
std::string dialect(Engine, std::string_view text);

}  // namespace meadow::db
