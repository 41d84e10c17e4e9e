// What a verb is handed: the transaction, the moment, who is asking, and the means to make ids and tell news. A verb takes a
// ReadCtx& or a WriteCtx& as its first argument; the router and the news pump make them.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "base/json.hpp"
#include "db/tx.hpp"
#include "jobs/adapters.hpp"
#include "jobs/clock.hpp"
#include "jobs/setting.hpp"

namespace meadow {

// What somebody may be besides a signed-in person. Rights inside one shop are rows, checked by the verb (catalog/shops/staff).
enum class Role : std::uint8_t { creator, moderator, operator_ };
BOOST_DESCRIBE_ENUM(Role, creator, moderator, operator_)

struct Who {
    UserId user;          // none: a guest
    SessionId session;
    std::uint32_t roles = 0;  // bit i: Role(i)

    bool signed_in() const { return bool(user); }
    bool is(Role role) const { return (roles >> unsigned(role) & 1u) != 0; }
};

// What a verb may add to its answer besides the value it returns. Kept when the verb succeeds, dropped when it refuses.
struct Reply {
    std::vector<std::pair<std::string, std::string>> headers;
    // With a refusal: what was written stays all the same. For what must not be forgotten because the answer is no, such as the
    // count of wrong guesses. News is not told.
    bool keep_writes = false;
    void header(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
};

struct ReadCtx {
    db::ReadTx& tx;
    Instant now;
    const Who& who;
    const jobs::Settings& settings;
    const jobs::Adapters& adapters;
    Reply& reply;
    std::string_view address;   // the client's, empty for jobs
    bool secure = false;        // the client came over TLS
    std::string_view token = {};  // the session token of the request, for the verbs of sessions

    // What reaches the world outside. Slow or unsure work with it belongs into a preparation or an errand, never into a lane.
    template <class Port>
    Port& outside() const { return adapters.get<Port>(); }
};

// One event on its way into the outbox, in the same transaction as the write it speaks of.
struct Told {
    std::string_view kind;
    std::string body;
    Instant due;  // none: at once
};

struct WriteCtx : ReadCtx {
    db::Tx& tx;
    jobs::Dice& dice;
    jobs::IdSource& ids;
    std::vector<Told>& told;

    WriteCtx(const ReadCtx& read, db::Tx& t, jobs::Dice& d, jobs::IdSource& i, std::vector<Told>& o)
        : ReadCtx(read), tx(t), dice(d), ids(i), told(o)
    {
    }

    template <class SomeId>
    SomeId new_id() { return SomeId{ids.next()}; }

    // News: subscribers hear it, in order, once this transaction has committed. Event::kind names it: "trading.order_paid".
    template <class Event>
    void tell(const Event& event) { told.push_back({Event::kind, to_json(event), {}}); }
    // A durable timer: the same, not before `due`. Whoever listens must check that it still matters.
    template <class Event>
    void tell_at(Instant due, const Event& event) { told.push_back({Event::kind, to_json(event), due}); }
};

}  // namespace meadow
