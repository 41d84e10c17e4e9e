// Argon2id by libsodium: t = 2, m = 19 MiB (OWASP's first choice). About 12 ms of a core: only ever on the hashing pool.
#pragma once
#include <string>
#include <string_view>

namespace meadow::identity {

std::string hash_password(std::string_view password);
bool verify_password(std::string_view hash, std::string_view password);
// Takes as long as a real check, for addresses nobody has: the time of an answer must not tell who has an account.
void verify_nothing(std::string_view password);

}  // namespace meadow::identity
