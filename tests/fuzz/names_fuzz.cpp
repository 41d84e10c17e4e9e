// Arbitrary bytes as what somebody calls a person or a thing: an e-mail address, a phone number, a handle, a subject, a session's token.
#include <cstdint>
#include <cstdlib>

#include "modules/governance/subjects.hpp"
#include "modules/identity/accounts/model.hpp"
#include "modules/identity/sessions/token.hpp"

using namespace meadow;

namespace {

void must(bool promise)
{
    if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto contact = identity::parse_contact(bytes)) {
        must(!contact->address.empty() && contact->address.size() <= 120);
        must(contact->address.find_first_of("\r\n \"<>,;") == std::string::npos);  // it becomes the head of a letter
        must(identity::parse_contact(contact->address) == contact);                // one address, one account
    }
    if (identity::well_formed_handle(bytes)) must(identity::fold_handle(identity::fold_handle(bytes)) == identity::fold_handle(bytes));
    if (const auto subject = governance::parse_subject(bytes)) {
        const auto again = governance::parse_subject(governance::text(*subject));
        must(again && again->kind == subject->kind && again->id == subject->id);
    }
    if (const auto token = identity::parse_token(bytes)) must(token->user && token->hash.size() == 64);
    return 0;
}
