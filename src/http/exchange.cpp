#include "http/exchange.hpp"

#include <xxhash.h>

#include "http/problem.hpp"
#include "http/refusals.hpp"
#include "http/tokens.hpp"
#include "jobs/log.hpp"
#include "jobs/store.hpp"

namespace meadow::http {
namespace {

bool is_unsafe(Method m) { return m != Method::get && m != Method::head && m != Method::options; }

struct KeptHeader {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(KeptHeader, (), (name, value))

bool scope_allows(Scope scope, const Who& who)
{
    switch (scope) {
        case Scope::anyone: return true;
        case Scope::user: return who.signed_in();
        case Scope::moderator: return who.is(Role::moderator) || who.is(Role::operator_);
        case Scope::operator_: return who.is(Role::operator_);
    }
    return false;
}

std::string etag_of(std::string_view body)
{
    char out[24];
    const int length = std::snprintf(out, sizeof out, "\"%016llx\"", static_cast<unsigned long long>(XXH3_64bits(body.data(), body.size())));
    return {out, std::size_t(length)};
}

}  // namespace

Exchange::Exchange(Router& router, const Request& request, std::shared_ptr<Responder> responder)
    : router_(router), request_(request), responder_(std::move(responder)), now_(router.world_.clock.now()),
      started_(std::chrono::steady_clock::now())
{
}

bool Exchange::open(const RouteTree& tree)
{
    match_ = tree.find(request_.method, request_.path);
    if (match_.route == nullptr) {
        if (match_.allowed.empty() && !is_unsafe(request_.method))
            if (auto page = router_.elsewhere_(request_)) return answer(std::move(*page)), false;
        if (match_.allowed.empty()) return refuse_now(refuse(no_route)), false;
        Response out = request_.method == Method::options ? Response{} : problem(refuse(wrong_method, "Use " + match_.allowed), request_.id);
        if (request_.method == Method::options) out.status = 204;
        out.headers.push_back({"Allow", match_.allowed});
        return answer(std::move(out)), false;
    }
    if (!router_.limiter_.admit_address(request_.remote, now_)) return refuse_now(refuse(too_many)), false;

    const std::string_view authorization = request_.header("Authorization");
    if (route().sessionless) token_.clear();
    else if (authorization.starts_with("Bearer ")) token_ = authorization.substr(7);
    else token_ = request_.cookie(session_cookie), by_cookie_ = !token_.empty();
    if (route().scope != Scope::anyone && token_.empty()) return refuse_now(refuse(not_signed_in)), false;
    if (is_unsafe(request_.method) && !proves_origin()) return refuse_now(refuse(csrf, "Send the X-CSRF-Token that GET /v1/session gave you")), false;

    if (is_unsafe(request_.method)) {
        key_ = request_.header("Idempotency-Key");
        if (!key_.empty() && !well_formed_key(key_)) return refuse_now(refuse(key_malformed)), false;
        if (key_.empty() && route().key_required) return refuse_now(refuse(key_missing)), false;
        if (!route().keeps_answer || route().home == db::Home::events) key_.clear();
    }

    call_ = route().verb.make(route().verb.function, route().verb.prepare);
    if (auto refusal = fill(route(), request_, match_.parameters, call_->input())) return refuse_now(*refusal), false;
    return true;
}

// A browser attaches cookies to requests that other sites make it send; it cannot attach our header.
bool Exchange::proves_origin() const
{
    const std::string_view site = request_.header("Sec-Fetch-Site");
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    return !by_cookie_ || same_secret(request_.header("X-CSRF-Token"), csrf_proof(token_));
}

std::optional<Refusal> Exchange::admit(db::ReadTx& tx)
{
    if (!token_.empty()) who_ = router_.identify_(tx, token_, now_);
    if (!scope_allows(route().scope, who_)) return refuse(who_.signed_in() ? not_allowed : not_signed_in);
    if (!admitted_ && !router_.limiter_.admit_caller(who_.user.value, request_.remote, route().limit, now_)) return refuse(too_many);
    admitted_ = true;
    return {};
}

std::optional<Refusal> Exchange::read(db::ReadTx& tx)
{
    const auto settings = router_.world_.settings.now();
    ReadCtx ctx{tx, now_, who_, *settings, router_.world_.adapters, reply_, request_.remote, request_.secure, token_};
    return call_->read(ctx);
}

bool Exchange::write(db::Tx& tx)
{
    refusal_.reset();
    ready_.reset();
    reply_ = {};
    told_something_ = false;
    if (!admitted_)
        if (refusal_ = admit(tx); refusal_) return false;
    if (!key_.empty() && replay(tx)) return false;
    std::vector<Told> told;
    jobs::World& world = router_.world_;
    const auto settings = world.settings.now();
    WriteCtx ctx({tx, now_, who_, *settings, world.adapters, reply_, request_.remote, request_.secure, token_}, tx, world.dice, world.ids, told);
    if (refusal_ = call_->write(ctx); refusal_) return reply_.keep_writes;
    jobs::store::tell(tx, told, now_, world.ids);
    told_something_ = !told.empty();
    if (key_.empty()) return true;

    ready_ = encode();
    std::vector<KeptHeader> headers;
    for (const Header& h : ready_->headers) headers.push_back({h.name, h.value});
    try {
        idempotency::keep(tx, world.ids.next(), who_.user, key_,
                          {fingerprint(request_), ready_->status, to_json(headers), ready_->body}, now_);
    } catch (const db::Fault& fault) {
        if (fault.kind != db::Fault::Kind::duplicate) throw;
        ready_.reset();  // another process is running the first request with this key
        refusal_ = refuse(key_in_flight);
        return false;
    }
    return true;
}

bool Exchange::replay(db::ReadTx& tx)
{
    const auto kept = idempotency::find(tx, who_.user, key_);
    if (!kept) return false;
    if (kept->fingerprint != fingerprint(request_)) {
        refusal_ = refuse(key_reused);
        return true;
    }
    ready_.emplace();
    ready_->status = int(kept->status);
    ready_->content_type = kept->body.empty() ? "" : "application/json";
    ready_->body = kept->body;
    if (const auto headers = from_json<std::vector<KeptHeader>>(kept->headers); headers.ok())
        for (const KeptHeader& h : *headers) ready_->headers.push_back({h.name, h.value});
    ready_->headers.push_back({"Idempotency-Replayed", "true"});
    return true;
}

Response Exchange::encode()
{
    Response out;
    if (route().verb.out == nullptr) {
        out = std::move(*static_cast<Content*>(call_->output()));
    } else {
        const TypeInfo& type = route().verb.out();
        out.status = route().status;
        if (type.members.empty() && type.shape == Shape::object) {
            out.status = 204;
        } else {
            out.content_type = "application/json";
            if (type.shape == Shape::json) out.body = std::move(static_cast<RawJson*>(call_->output())->text);
            else write_json(type, call_->output(), out.body);
        }
    }
    out.headers.reserve(reply_.headers.size() + 4);  // Cache-Control, ETag, Vary, Content-Encoding
    for (auto& [name, value] : reply_.headers) out.headers.push_back({std::move(name), std::move(value)});
    bool has_cache_control = false;
    for (const Header& h : out.headers) has_cache_control = has_cache_control || h.name == "Cache-Control";
    if (!has_cache_control) out.headers.push_back({"Cache-Control", route().cache});
    if (route().cache != "no-store" && !out.body.empty() && out.status == 200) out.headers.push_back({"ETag", etag_of(out.body)});
    return out;
}

std::uint64_t Exchange::home_key() const
{
    if (!route().lane_member.empty()) {
        const Member* member = route().verb.in().find(route().lane_member);
        return std::uint64_t(load_integer(member->type(), static_cast<const char*>(call_->input()) + member->offset));
    }
    return who_.user ? std::uint64_t(who_.user.value) : std::hash<std::string>{}(token_);
}

void Exchange::refuse_now(const Refusal& refusal) { answer(problem(refusal, request_.id)); }
void Exchange::busy() { answer(busy_response(request_.id)); }

void Exchange::finish()
{
    if (refusal_) return refuse_now(*refusal_);
    answer(ready_ ? std::move(*ready_) : encode());
}

void Exchange::finish(const std::exception_ptr& fault) { answer(fault_response(fault, request_.id)); }

void Exchange::answer(Response&& response)
{
    const auto took = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - started_);
    if (match_.route != nullptr) {
        auto& figures = const_cast<RouteFigures&>(router_.figures(route()));
        std::size_t bucket = 0;
        while (bucket + 1 < figures.buckets.size() && took.count() > (std::int64_t{16} << bucket)) ++bucket;
        figures.buckets[bucket].fetch_add(1, std::memory_order_relaxed);
        figures.sum_us.fetch_add(std::uint64_t(took.count()), std::memory_order_relaxed);
        figures.by_class[std::size_t(response.status / 100) % 6].fetch_add(1, std::memory_order_relaxed);
    }
    const bool worth_a_warning = response.status >= 500 || took > router_.options_.log_slower_than;
    if (worth_a_warning || router_.options_.log_all)
        log::write(worth_a_warning ? log::Level::warn : log::Level::info, "request", {{"id", request_.id}, {"method", std::string(method_name(request_.method))}, {"path", request_.path},
                              {"status", std::to_string(response.status)}, {"us", std::to_string(took.count())}, {"user", who_.user ? text(who_.user) : ""}});
    responder_->answer(std::move(response));
}

}  // namespace meadow::http
