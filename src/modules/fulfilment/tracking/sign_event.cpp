#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <stdexcept>

#include "modules/fulfilment/tracking/model.hpp"

namespace meadow::fulfilment {

std::string sign_event(std::string_view secret, std::string_view body)
{
    static constexpr char hex[] = "0123456789abcdef";
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    if (HMAC(EVP_sha256(), secret.data(), int(secret.size()), reinterpret_cast<const unsigned char*>(body.data()), body.size(), digest, &length) ==
        nullptr)
        throw std::runtime_error("HMAC-SHA256 failed");
    std::string out;
    for (unsigned i = 0; i < length; ++i) {
        out.push_back(hex[digest[i] >> 4]);
        out.push_back(hex[digest[i] & 15]);
    }
    return out;
}

}  // namespace meadow::fulfilment
