#include "modules/identity/codes/mail_text.hpp"

#include <ctime>

namespace meadow::identity {
namespace {

std::string base64(std::string_view bytes)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        const std::size_t here = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < here ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k) out.push_back(k <= here ? alphabet[group >> (18 - 6 * k) & 63u] : '=');
    }
    return out;
}

// An encoded word may be 75 characters long and must not cut a letter in two.
std::string encoded_words(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        std::size_t length = std::min<std::size_t>(text.size(), 42);
        while (length > 1 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0u) == 0x80) --length;
        out.append(out.empty() ? "" : "\r\n ").append("=?UTF-8?B?" + base64(text.substr(0, length)) + "?=");
        text.remove_prefix(length);
    }
    return out;
}

std::string mail_date(Instant at)
{
    const std::time_t seconds = at.us / 1'000'000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char out[64];
    std::strftime(out, sizeof out, "%a, %d %b %Y %H:%M:%S +0000", &parts);
    return out;
}

}  // namespace

std::string mail_text(const Letter& letter, std::string_view from, Instant at)
{
    std::string out = "Date: " + mail_date(at) + "\r\nFrom: <" + std::string(from) + ">\r\nTo: <" + letter.to.address + ">\r\nSubject: " +
                      encoded_words(letter.subject) +
                      "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
                      "Auto-Submitted: auto-generated\r\n\r\n";
    const std::string body = base64(letter.text);
    for (std::size_t i = 0; i < body.size(); i += 76) out.append(body, i, 76).append("\r\n");
    return out;
}

}  // namespace meadow::identity
