// A refusal is the domain saying no: a value that travels back to the caller and becomes a 4xx problem+json (RFC 9457).
// A fault is the machine being broken: an exception, a 5xx. A bug is an assertion.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace meadow {

// One kind of "no". Declared once as a constant in a module's refusals.hpp; constructing it enters it into the list that
// `problems.md`, OpenAPI and the web's translations are made from. Must live for the whole program.
class RefusalKind {
public:
    // `key`: "trading.sold_out". `status`: 400…499. `title`: one English sentence without a full stop, for people.
    RefusalKind(std::string_view key, int status, std::string_view title);
    RefusalKind(const RefusalKind&) = delete;

    const std::string_view key;
    const int status;
    const std::string_view title;

    static std::vector<const RefusalKind*> all();  // sorted by key

private:
    const RefusalKind* next_;
};

// What is wrong with one field: a JSON pointer into the body, or "?name" for a query and "{name}" for a path parameter.
struct FieldFault {
    std::string where;
    std::string what;
};

struct Refusal {
    const RefusalKind* kind;
    std::string detail;  // what to do about it; may be empty
    std::vector<FieldFault> fields;

    bool is(const RefusalKind& k) const { return kind == &k; }
};

inline Refusal refuse(const RefusalKind& kind, std::string detail = {}, std::vector<FieldFault> fields = {})
{
    return {&kind, std::move(detail), std::move(fields)};
}

// The refusals every module may use.
extern const RefusalKind bad_input;      // 422 one or more fields are wrong
extern const RefusalKind not_found;      // 404 also for what the caller may not see
extern const RefusalKind not_allowed;    // 403
extern const RefusalKind not_signed_in;  // 401
extern const RefusalKind already_done;   // 409

}  // namespace meadow
