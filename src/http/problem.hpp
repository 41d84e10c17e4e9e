// RFC 9457 problem+json: the one place where a refusal or a fault becomes bytes.
#pragma once
#include <exception>
#include <string_view>

#include "base/refusal.hpp"
#include "http/message.hpp"

namespace meadow::http {

Response problem(const Refusal&, std::string_view request_id);
// 503 with Retry-After when the machine is busy, else 500; no details but the request id, under which the log has them.
Response fault_response(const std::exception_ptr&, std::string_view request_id);
Response busy_response(std::string_view request_id);
// What the server itself says before a request has a meaning (malformed bytes, time-outs, caps) or after it had (a file that is
// not there). `status` is 4xx or 5xx.
Response server_problem(int status, std::string_view detail, std::string_view request_id);

}  // namespace meadow::http
