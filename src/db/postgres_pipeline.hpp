// One session with PostgreSQL, used in libpq's pipeline mode: statements are queued without waiting and answered together.
//
// Queued statements form a segment; collect() ends it, sends it in one go and reads every answer. When one of them fails the
// server skips the rest of the segment, and collect() throws the first failure.
//
// A chapter is what one party queued: one command of a lane's batch. A failure must hurt the party that caused it, and with
// answers coming late that party may be gone already. So a failure in an earlier chapter is thrown as a conflict, and so is every
// further use of the transaction: the lane then repeats its commands one transaction each, where the blame falls right.
#pragma once
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/postgres_address.hpp"
#include "db/value.hpp"

namespace meadow::db::postgres {

// A statement as a session keeps it prepared: one slot each, small and dense.
struct Statement {
    std::size_t slot;
    std::string_view name;   // for messages; lives for the whole program
    std::string_view text;   // in the words of connection.hpp, before dialect()
    bool control = false;    // BEGIN, SAVEPOINT …: nobody's own doing, so its failure spoils the transaction
};

// Its name at the server.
std::string prepared_name(std::size_t slot);

class Pipeline {
public:
    explicit Pipeline(const Address&);

    // Whether the session still stands as far as can be told without asking the server.
    bool alive();

    // Queues the statement, and its preparation when it is new to the session. Throws Fault when the values cannot be sent, when
    // the session is lost, or when the queue was full and had to be collected first. The answer to one with a ticket is kept until it
    // is called for, but not beyond the chapter.
    void queue(const Statement&, std::span<const Value>, std::uint64_t ticket = 0);
    void queue_preparation(const Statement&);

    // Sends what is queued, waits for all answers and gives the one of the last statement. Throws Fault as said above; `on_loss` is
    // the kind to throw when the session breaks before that last answer is known.
    Answer collect(Fault::Kind on_loss = Fault::Kind::broken);
    // The answer to the statement with this ticket. Collects when it has not come yet.
    Answer kept(std::uint64_t ticket);
    // Whatever the current chapter has queued may fail now: its failures are nobody's concern any more.
    void forgive_chapter();
    // The same for all that is queued, and sends it without waiting for the answers.
    void forgive();

    // True when a statement is queued whose failure would still be somebody's concern.
    bool waiting() const { return concerns_ > 0; }
    void next_chapter();
    // At the begin of a transaction.
    void first_chapter();

    // One or several statements in the simple protocol, outside the pipeline. The answer of the last one.
    Answer plainly(const std::string& statements, std::string_view doing);

private:
    enum class What : std::uint8_t { statement, preparation, sync };
    struct Expected {
        What what;
        bool control = false;
        bool forgiven = false;
        std::uint32_t chapter = 0;
        std::uint64_t ticket = 0;
        std::size_t slot = 0;
        std::string_view name;
    };

    void require_usable() const;
    void require_room();
    void prepare_if_new(const Statement&);
    void lay_out(std::string_view statement, std::span<const Value>);
    void expect(What, const Statement&, std::uint64_t ticket = 0);
    void end_segment();
    void send_all();
    bool read(const Expected&, Answer&);
    void keep(const Expected&, Answer);
    void note_failure(const Expected&, const PGresult*, std::optional<Fault>&);
    void lose(std::string_view why);
    std::string session_says() const;

    Session session_;
    std::string lost_;                    // why, once it is
    bool spoiled_ = false;                // the transaction can only be rolled back
    std::uint32_t chapter_ = 0;
    std::size_t concerns_ = 0;            // entries of expected_ that are neither sync nor forgiven
    std::size_t queued_bytes_ = 0;
    std::deque<Expected> expected_;       // what the server still has to answer, in order
    std::vector<std::pair<std::uint64_t, Answer>> kept_;   // by ticket, until they are called for
    std::vector<bool> prepared_;          // by slot
    std::string texts_;                   // the values of one statement, each ended by NUL
    std::vector<std::size_t> starts_;
    std::vector<const char*> values_;
};

}  // namespace meadow::db::postgres
