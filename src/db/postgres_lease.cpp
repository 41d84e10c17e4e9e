#include "db/postgres_lease.hpp"

#include <poll.h>

#include <atomic>
#include <chrono>

#include "db/postgres_address.hpp"
#include "db/postgres_fault.hpp"

namespace meadow::db::postgres {
namespace {

constexpr auto patience = std::chrono::seconds(2);

class SessionLease final : public NodeLease {
public:
    explicit SessionLease(const Address& address) : session_(address.connect())
    {
        // Nobody else may cut this session: it is idle by design.
        ask("SET idle_session_timeout = 0");
        while (number_ < numbers && !try_lock(number_)) ++number_;
        if (number_ == numbers) throw Fault(Fault::Kind::busy, "all 64 node numbers are taken by other meadow processes");
    }

    int number() const override { return number_; }
    bool is_held() const noexcept override { return held_; }
    bool check() noexcept override
    {
        if (held_ && !answers()) held_ = false;
        return held_;
    }

private:
    Answer ask(const std::string& statement)
    {
        Answer answer(PQexec(session_.get(), statement.c_str()));
        const auto status = PQresultStatus(answer.get());
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) throw fault_of(answer.get(), "db.node_lease");
        return answer;
    }

    bool try_lock(int number)
    {
        // The first key keeps Meadow's locks apart from other programs' and from other schemas'.
        const Answer answer = ask("SELECT pg_try_advisory_lock(hashtext('meadow.node.' || coalesce(current_schema(), '')), " +
                                  std::to_string(number) + ")");
        return std::string_view(PQgetvalue(answer.get(), 0, 0)) == "t";
    }

    // The lock lives exactly as long as the session, so a session that answers holds it.
    bool answers() noexcept
    {
        PGconn* const session = session_.get();
        if (PQsendQuery(session, "SELECT 1") != 1) return false;
        const auto deadline = std::chrono::steady_clock::now() + patience;
        while (PQisBusy(session)) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            pollfd socket{PQsocket(session), POLLIN, 0};
            if (left.count() <= 0 || poll(&socket, 1, int(left.count())) == 0 || PQconsumeInput(session) != 1) return false;
        }
        bool answered = false;
        while (const Answer answer{PQgetResult(session)}) answered = PQresultStatus(answer.get()) == PGRES_TUPLES_OK;
        return answered;
    }

    const Session session_;
    int number_ = 0;
    std::atomic<bool> held_{true};
};

}  // namespace

std::unique_ptr<NodeLease> take_lease(const Options& options) { return std::make_unique<SessionLease>(Address(options)); }

}  // namespace meadow::db::postgres
