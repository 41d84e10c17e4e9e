// What the door itself refuses, before or around a verb.
#pragma once
#include "base/refusal.hpp"

namespace meadow::http {

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
