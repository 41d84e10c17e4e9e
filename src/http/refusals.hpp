// What the door itself refuses, before or around a verb.
#pragma once
#include "base/refusal.hpp"

namespace meadow::http {

inline const RefusalKind malformed{"http.malformed", 400, "These bytes are not an HTTP request we can read"};
inline const RefusalKind timed_out{"http.timed_out", 408, "The request took too long to arrive"};
inline const RefusalKind too_large{"http.too_large", 413, "The body is larger than this address takes"};
inline const RefusalKind target_too_long{"http.target_too_long", 414, "The address is too long"};
inline const RefusalKind range_outside{"http.range_outside", 416, "The range lies behind the end of the file"};
inline const RefusalKind headers_too_large{"http.headers_too_large", 431, "The headers are too large"};
inline const RefusalKind no_route{"http.no_route", 404, "Nothing lives at this address"};
inline const RefusalKind wrong_method{"http.wrong_method", 405, "This address does not answer that method"};
inline const RefusalKind not_json{"http.not_json", 415, "The body must be application/json"};
inline const RefusalKind too_many{"http.too_many_requests", 429, "Too many requests; wait a little"};
inline const RefusalKind csrf{"http.csrf", 403, "The request did not prove that it comes from our own pages"};
inline const RefusalKind key_reused{"http.idempotency_key_reused", 422, "This Idempotency-Key was used for another request"};
inline const RefusalKind key_in_flight{"http.idempotency_key_in_flight", 409, "The first request with this Idempotency-Key is still running"};
inline const RefusalKind key_missing{"http.idempotency_key_missing", 400, "This request needs an Idempotency-Key header"};
inline const RefusalKind key_malformed{"http.idempotency_key_malformed", 400, "An Idempotency-Key has 8 to 64 letters, digits, - or _"};

}  // namespace meadow::http
