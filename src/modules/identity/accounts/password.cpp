#include "modules/identity/accounts/password.hpp"

#include <sodium.h>

#include <stdexcept>

namespace meadow::identity {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19u * 1024 * 1024;

}  // namespace

std::string hash_password(std::string_view password)
{
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used here");
    char out[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(out, password.data(), password.size(), passes, memory) != 0) throw std::runtime_error("no memory to hash a password");
    return out;
}

bool verify_password(std::string_view hash, std::string_view password)
{
    return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

void verify_nothing(std::string_view password)
{
    static const std::string nobody = hash_password("a password that nobody has");
    verify_password(nobody, password);
}

}  // namespace meadow::identity
