#include "base/refusal.hpp"

#include <algorithm>

namespace meadow {
namespace {

const RefusalKind*& head()
{
    static const RefusalKind* first = nullptr;
    return first;
}

}  // namespace

RefusalKind::RefusalKind(std::string_view k, int s, std::string_view t) : key(k), status(s), title(t), next_(head()) { head() = this; }

std::vector<const RefusalKind*> RefusalKind::all()
{
    std::vector<const RefusalKind*> out;
    for (const RefusalKind* kind = head(); kind != nullptr; kind = kind->next_) out.push_back(kind);
    std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
    return out;
}

const RefusalKind bad_input{"base.bad_input", 422, "Some fields are not as they should be"};
const RefusalKind not_found{"base.not_found", 404, "There is no such thing, or it is not yours to see"};
const RefusalKind not_allowed{"base.not_allowed", 403, "You may not do this"};
const RefusalKind not_signed_in{"base.not_signed_in", 401, "Sign in first"};
const RefusalKind already_done{"base.already_done", 409, "This has already happened"};

}  // namespace meadow
