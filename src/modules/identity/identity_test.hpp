// What the tests of identity share.
#pragma once
#include "modules/identity/codes/store.hpp"
#include "support/town.hpp"

namespace meadow::identity::testing {

inline UserId id_of(const Person& person) { return {*parse_id(UserId::prefix(), person.id())}; }

inline std::vector<store::KeptLetter> letters_to(Town& town, std::string_view address)
{
    std::vector<store::KeptLetter> out;
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
        for (const auto& letter : store::list_letters(ctx.tx, INT64_MAX, 100))
            if (letter.address == address) out.push_back(letter);
    });
    return out;
}

// Asks for a code and reads it in the mailbox.
inline std::string fresh_code(Town& town, const std::string& address)
{
    town.guest().post("/v1/codes", R"({"address":")" + address + R"("})").is(204);
    town.settles();
    const auto letters = letters_to(town, address);
    return letters.empty() ? "" : letters.front().subject.substr(0, 6);
}

inline std::string json(const std::vector<std::pair<std::string, std::string>>& members)
{
    std::string out;
    for (const auto& [name, value] : members) out += (out.empty() ? "{\"" : ",\"") + name + "\":\"" + value + "\"";
    return out + "}";
}

}  // namespace meadow::identity::testing
