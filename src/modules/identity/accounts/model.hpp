// People and how they are reached. Pure: no transaction, no clock.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::identity {

enum class AccountState : std::uint8_t { active, suspended, deleted };
BOOST_DESCRIBE_ENUM(AccountState, active, suspended, deleted)

using Handle = Text<2, 24>;
using Name = Text<1, 30>;
using Bio = Text<0, 200>;
using City = Text<0, 40>;

struct Account {
    UserId id;
    std::string handle;
    std::string name;
    std::string bio;
    std::string city;
    MediaId avatar;
    std::string official;
    std::uint32_t roles = 0;
    AccountState state = AccountState::active;
    Instant joined_at;
};
BOOST_DESCRIBE_STRUCT(Account, (), (id, handle, name, bio, city, avatar, official, roles, state, joined_at))

enum class ContactKind : std::uint8_t { email, phone };
BOOST_DESCRIBE_ENUM(ContactKind, email, phone)

struct Contact {
    ContactKind kind{};
    std::string address;   // e-mail in lower case; phone as E.164: "+8613800000000"
    bool operator==(const Contact&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (kind, address))

// Reads what a person typed: "Ann@Example.org", "138 0000 0000" (mainland China without its +86), "+44 20 7946 0958".
// Nothing when it is neither an e-mail address nor a phone number.
std::optional<Contact> parse_contact(std::string_view);

// A handle is 2–24 letters of any script, digits and underscores, not only digits. Folded for comparison (ASCII lower case).
bool well_formed_handle(std::string_view);
std::string fold_handle(std::string_view);
// The handle somebody gets who did not choose one.
std::string default_handle(UserId);

}  // namespace meadow::identity
