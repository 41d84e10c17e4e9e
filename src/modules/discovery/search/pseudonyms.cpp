#include "modules/discovery/search/pseudonyms.hpp"

#include <openssl/sha.h>

#include <cstring>

#include "modules/discovery/search/store.hpp"

namespace meadow::discovery {

std::int64_t day_of(Instant at) { return at.us / Duration{std::chrono::hours{24}}.count(); }

std::string salt_of(db::Tx& tx, std::int64_t day, jobs::Dice& dice)
{
    if (auto salt = store::find_salt(tx, day)) return *salt;
    store::put_salt(tx, day, dice.token());
    return *store::find_salt(tx, day);  // another process may have been first
}

std::int64_t pseudonym(std::string_view salt, UserId user, std::string_view said)
{
    const std::string all = std::string(salt) + text(user) + std::string(said);
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(all.data()), all.size(), digest);
    std::int64_t out = 0;
    std::memcpy(&out, digest, sizeof out);
    return out & INT64_MAX;
}

}  // namespace meadow::discovery
