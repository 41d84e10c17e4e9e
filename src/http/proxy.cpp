#include "http/proxy.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "http/fields.hpp"

namespace meadow::http {
namespace {

constexpr std::size_t request_id_cap = 64;
constexpr int v4_prefix_bits = 96;

bool good_request_id(std::string_view id)
{
    return !id.empty() && id.size() <= request_id_cap && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
    });
}

// Some proxies write a port behind the address: 1.2.3.4:567, [::1]:567.
std::string_view without_port(std::string_view item)
{
    if (!item.empty() && item.front() == '[') return item.substr(1, item.find(']') - 1);
    const auto colon = item.find(':');
    if (colon != std::string_view::npos && item.find(':', colon + 1) == std::string_view::npos) return item.substr(0, colon);
    return item;
}

}  // namespace

std::optional<AddressBytes> parse_address(std::string_view text)
{
    const std::string terminated(text.substr(0, INET6_ADDRSTRLEN));
    AddressBytes bytes{};
    if (inet_pton(AF_INET6, terminated.c_str(), bytes.data()) == 1) return bytes;
    in_addr v4{};
    if (inet_pton(AF_INET, terminated.c_str(), &v4) != 1) return {};
    bytes[10] = bytes[11] = 0xff;
    std::memcpy(bytes.data() + 12, &v4, 4);
    return bytes;
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks)
{
    for (const std::string& text : networks) {
        const auto slash = text.find('/');
        const auto address = text.substr(0, slash);
        const auto base = parse_address(address);
        const bool v4 = address.find(':') == std::string::npos;
        int bits = v4 ? 32 : 128;
        if (slash != std::string::npos) {
            const char* end = text.data() + text.size();
            const int most = bits;
            const auto read = std::from_chars(text.data() + slash + 1, end, bits);
            if (read.ec != std::errc{} || read.ptr != end || bits < 0 || bits > most)
                throw std::invalid_argument("trusted proxy " + text + ": bad prefix length");
        }
        if (!base) throw std::invalid_argument("trusted proxy " + text + ": not an address or network");
        networks_.push_back({*base, v4 ? bits + v4_prefix_bits : bits});
    }
}

bool TrustedProxies::trusts(std::string_view address) const
{
    if (networks_.empty()) return false;
    const auto bytes = parse_address(address);
    if (!bytes) return false;
    return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
        const int whole = network.bits / 8;
        if (std::memcmp(bytes->data(), network.base.data(), static_cast<std::size_t>(whole)) != 0) return false;
        const int rest = network.bits % 8;
        if (rest == 0) return true;
        const auto at = static_cast<std::size_t>(whole);
        const int mask = 0xff << (8 - rest) & 0xff;
        return ((*bytes)[at] & mask) == (network.base[at] & mask);
    });
}

void TrustedProxies::introduce(std::string_view peer, Request& request) const
{
    request.remote.assign(peer);
    request.secure = false;
    std::vector<std::string_view> hops;
    for (const Header& field : request.headers) {
        std::string_view value = field.value;
        if (same_token(field.name, "X-Forwarded-For")) {
            for (auto item = next_item(value); !item.empty(); item = next_item(value)) hops.push_back(without_port(item));
        } else if (same_token(field.name, "X-Forwarded-Proto")) {
            const auto comma = value.rfind(',');
            request.secure = same_token(trim(comma == std::string_view::npos ? value : value.substr(comma + 1)), "https");
        } else if (same_token(field.name, "X-Request-Id") && good_request_id(value)) {
            request.id.assign(value);
        }
    }
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        if (!parse_address(*hop)) return;  // what a client made up; the last address vouched for stands
        request.remote.assign(*hop);
        if (!trusts(*hop)) return;
    }
}

}  // namespace meadow::http
