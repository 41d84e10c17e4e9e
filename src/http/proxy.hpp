// Whom to believe about who is asking: proxies named in the options may say for whom they speak, nobody else.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

namespace meadow::http {

// An IPv6 address; IPv4 is held as ::ffff:a.b.c.d.
using AddressBytes = std::array<std::uint8_t, 16>;
std::optional<AddressBytes> parse_address(std::string_view);

class TrustedProxies {
public:
    // "10.0.0.0/8", "::1", "192.168.1.7". Throws std::invalid_argument on anything else.
    explicit TrustedProxies(const std::vector<std::string>& networks);

    bool trusts(std::string_view address) const;
    // Fills remote, secure and id from what a trusted `peer` forwarded: the client is the right-most address of X-Forwarded-For
    // that is not itself a trusted proxy. `id` stays untouched when none (or an odd one) was sent.
    void introduce(std::string_view peer, Request&) const;

private:
    struct Network {
        AddressBytes base;
        int bits;
    };
    std::vector<Network> networks_;
};

}  // namespace meadow::http
