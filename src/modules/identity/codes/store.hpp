// identity_codes (home: the address), identity_mailbox.
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "modules/identity/codes/letters.hpp"
#include "modules/identity/codes/model.hpp"

namespace meadow::identity::store {

// Replaces the code sent before. False when one was sent after `pause_before`, or `most` were since `hour_before`.
bool put_code(db::Tx&, const SentCode&, Instant pause_before, Instant hour_before, std::int64_t most);

struct Guessed {
    std::string salt;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(Guessed, (), (salt, hash))
// Counts a guess, while there is a code that is good and guesses are left.
std::optional<Guessed> count_guess(db::Tx&, const Contact&, Instant now, std::int64_t most);
void use_up_code(db::Tx&, const Contact&);
void forget_code(db::Tx&, const Contact&, Instant sent_at);

MEADOW_ID(LetterId, "ltr");
struct KeptLetter {
    LetterId id;
    ContactKind kind{};
    std::string address;
    std::string subject;
    std::string text;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(KeptLetter, (), (id, kind, address, subject, text, at))
constexpr std::int64_t mailbox_holds = 500;
void keep_letter(db::Tx&, LetterId, const Letter&, Instant now);
std::vector<KeptLetter> list_letters(db::ReadTx&, std::int64_t before, std::int64_t limit);
void forget_letters_to(db::Tx&, const Contact&);

}  // namespace meadow::identity::store
