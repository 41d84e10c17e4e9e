// Idempotency-Key (HOUSE.md §6): the answer to a keyed write is stored in the transaction of its effect. The same key with the same
// request replays the answer, with another request it is refused, while the first still runs it is 409. A refusal is not
// stored: it changed nothing, so the request may simply be tried again.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "db/migrate.hpp"
#include "db/tx.hpp"
#include "http/message.hpp"
#include "jobs/context.hpp"
#include "jobs/pump.hpp"

namespace meadow::http {

extern const std::vector<db::Migration> schema;

// Forgets what is older than `keep_answers`, every minute.
void add_jobs(jobs::Pump&, jobs::World&);
inline const Setting<Duration> keep_answers{"http.keep_answers", std::chrono::hours{24}, "How long an Idempotency-Key is remembered"};

bool well_formed_key(std::string_view);
std::int64_t fingerprint(const Request&);

namespace idempotency {

struct Kept {
    std::int64_t fingerprint;
    std::int64_t status;
    std::string headers;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (fingerprint, status, headers, body))

std::optional<Kept> find(db::ReadTx&, UserId caller, std::string_view key);
// Throws Fault::duplicate when another process stored the same key first.
void keep(db::Tx&, std::int64_t id, UserId caller, std::string_view key, const Kept&, Instant now);
// Deletes up to `limit` answers from before that time. Returns how many.
std::int64_t forget_before(db::Tx&, Instant, std::int64_t limit);

}  // namespace idempotency
}  // namespace meadow::http
