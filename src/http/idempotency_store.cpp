#include "http/idempotency.hpp"

namespace meadow::http {

bool well_formed_key(std::string_view key)
{
    if (key.size() < 8 || key.size() > 64) return false;
    for (const char c : key)
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_')) return false;
    return true;
}

// FNV-1a: it guards against mistakes, not against an attacker, who can only spoil his own keys.
std::int64_t fingerprint(const Request& request)
{
    std::uint64_t hash = 14695981039346656037ull;
    const auto eat = [&](std::string_view text) {
        for (const char c : text) hash = (hash ^ std::uint64_t(static_cast<unsigned char>(c))) * 1099511628211ull;
        hash = (hash ^ 0xffu) * 1099511628211ull;
    };
    eat(method_name(request.method));
    eat(request.target);
    eat(request.body);
    return std::int64_t(hash);
}

void add_jobs(jobs::Pump& pump, jobs::World& world)
{
    pump.every(1min, [&world] {
        jobs::write_in_lane(world, {}, 0,
                            [](WriteCtx& ctx) { return idempotency::forget_before(ctx.tx, ctx.now - keep_answers(ctx), 5000) > 0; });
    });
}

namespace idempotency {

const db::Sql select_kept{"http.select_kept", "SELECT fingerprint, status, headers, body FROM http_idempotency WHERE caller = $1 AND key = $2"};
std::optional<Kept> find(db::ReadTx& tx, UserId caller, std::string_view key) { return tx.one<Kept>(select_kept, caller, key); }

const db::Sql insert_kept{"http.insert_kept", R"sql(
    INSERT INTO http_idempotency (id, caller, key, fingerprint, status, headers, body, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void keep(db::Tx& tx, std::int64_t id, UserId caller, std::string_view key, const Kept& kept, Instant now)
{
    tx.exec(insert_kept, id, caller, key, kept.fingerprint, kept.status, kept.headers, kept.body, now);
}

const db::Sql delete_old{"http.delete_old", R"sql(
    DELETE FROM http_idempotency WHERE id IN (SELECT id FROM http_idempotency ORDER BY id LIMIT $2) AND made_at < $1)sql"};
std::int64_t forget_before(db::Tx& tx, Instant before, std::int64_t limit) { return tx.exec(delete_old, before, limit); }

}  // namespace idempotency
}  // namespace meadow::http
