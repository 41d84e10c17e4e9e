// gzip and deflate, both ways, on whole bodies.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace meadow::http {

// Whether an Accept-Encoding header allows gzip (RFC 9110 §12.5.3, quality values honoured).
bool accepts_gzip(std::string_view accept_encoding);
// The same for brotli, which must be named.
bool accepts_brotli(std::string_view accept_encoding);

// Whether bodies of this media type shrink: text, JSON, JavaScript, XML, SVG.
bool shrinks(std::string_view content_type);

constexpr std::size_t gzip_floor = 1024;  // smaller bodies are not worth it

// gzip level 1. Empty when the result would not be smaller.
std::string gzip(std::string_view bytes);

enum class Inflated { ok, damaged, too_large, unknown_encoding };

// A body may grow by this factor at most (but always to 64 KiB): ordinary JSON and CSV stay far below, bombs do not.
constexpr std::size_t inflate_ratio_cap = 200;

// Replaces `body` by its decoded form, at most `cap` bytes. `encoding`: gzip, x-gzip, deflate (zlib or raw) or identity.
Inflated inflate(std::string_view encoding, std::string& body, std::size_t cap);
bool knows_encoding(std::string_view encoding);

}  // namespace meadow::http
