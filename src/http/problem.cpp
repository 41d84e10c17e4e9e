#include "http/problem.hpp"

#include "base/json.hpp"
#include "db/connection.hpp"
#include "http/refusals.hpp"
#include "http/status.hpp"
#include "jobs/log.hpp"

namespace meadow::http {
namespace {

void member(std::string& out, std::string_view name, std::string_view value)
{
    out.append(out.size() > 1 ? ",\"" : "\"").append(name).append("\":");
    write_json_string(value, out);
}

Response body_of(int status, std::string_view type, std::string_view title, std::string_view detail, const std::vector<FieldFault>& fields,
                 std::string_view request_id)
{
    Response out;
    out.status = status;
    out.content_type = "application/problem+json";
    std::string& body = out.body;
    body = "{";
    member(body, "type", "/problems#" + std::string(type));
    member(body, "code", type);
    member(body, "title", title);
    body += ",\"status\":" + std::to_string(status);
    if (!detail.empty()) member(body, "detail", detail);
    if (!fields.empty()) {
        body += ",\"errors\":[";
        for (std::size_t i = 0; i < fields.size(); ++i) {
            body += i == 0 ? "{" : ",{";
            std::string one = "{";
            member(one, "pointer", fields[i].where);
            member(one, "detail", fields[i].what);
            body.append(one, 1).append("}");
        }
        body += "]";
    }
    if (!request_id.empty()) member(body, "request_id", request_id);
    body += "}";
    return out;
}

// The connection broke while COMMIT was on its way: to say that nothing was changed would be a guess.
Response unknown_response(const std::string& what, std::string_view request_id)
{
    log::error("a commit was not answered", {{"request_id", std::string(request_id)}, {"error", what}});
    return body_of(500, "http.fault", "Nobody can say whether this was done; ask again with the same Idempotency-Key", "", {}, request_id);
}

}  // namespace

Response problem(const Refusal& refusal, std::string_view request_id)
{
    Response out = body_of(refusal.kind->status, refusal.kind->key, refusal.kind->title, refusal.detail, refusal.fields, request_id);
    if (refusal.kind->status == 401) out.headers.push_back({"WWW-Authenticate", "Bearer"});
    if (refusal.kind->status == 429) out.headers.push_back({"Retry-After", "1"});
    return out;
}

Response busy_response(std::string_view request_id)
{
    Response out = body_of(503, "http.busy", "The server is busy; try again in a moment", "", {}, request_id);
    out.headers.push_back({"Retry-After", "1"});
    return out;
}

Response fault_response(const std::exception_ptr& fault, std::string_view request_id)
{
    std::string what = "unknown";
    try {
        std::rethrow_exception(fault);
    } catch (const db::Fault& broken) {
        what = broken.what();
        if (broken.kind == db::Fault::Kind::unknown) return unknown_response(what, request_id);
        if (broken.kind == db::Fault::Kind::busy || broken.kind == db::Fault::Kind::conflict) return busy_response(request_id);
    } catch (const std::exception& broken) {
        what = broken.what();
    } catch (...) {
    }
    log::error("request failed", {{"request_id", std::string(request_id)}, {"error", what}});
    return body_of(500, "http.fault", "Something broke on our side; nothing was changed", "", {}, request_id);
}

Response server_problem(int status, std::string_view detail, std::string_view request_id)
{
    for (const RefusalKind* kind : {&malformed, &no_route, &timed_out, &too_large, &target_too_long, &range_outside, &headers_too_large})
        if (kind->status == status) return problem(refuse(*kind, std::string(detail)), request_id);
    if (status == 503) return busy_response(request_id);
    const std::string_view code = status < 500 ? "http.malformed" : status == 500 ? "http.fault" : "http.not_supported";
    return body_of(status, code, status_title(status), detail, {}, request_id);
}

}  // namespace meadow::http
