#include "http/compress.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

#include "http/fields.hpp"

namespace meadow::http {
namespace {

constexpr std::size_t small_inflated = 64 * 1024;  // always allowed, whatever the ratio
constexpr int gzip_level = 1;

struct FreeCompressor {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};
struct FreeDecompressor {
    void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

// One of each a thread: their tables are large and they keep no state between calls.
libdeflate_compressor* compressor()
{
    thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> mine{libdeflate_alloc_compressor(gzip_level)};
    if (!mine) throw std::bad_alloc();
    return mine.get();
}

libdeflate_decompressor* decompressor()
{
    thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> mine{libdeflate_alloc_decompressor()};
    if (!mine) throw std::bad_alloc();
    return mine.get();
}

using Decode = libdeflate_result (*)(libdeflate_decompressor*, const void*, std::size_t, void*, std::size_t, std::size_t*,
                                     std::size_t*);

// The decoded size is not known before: the room is doubled until it fits or the cap is reached.
Inflated decode(Decode format, std::string_view in, std::string& out, std::size_t cap)
{
    std::size_t room = std::min(cap, std::max<std::size_t>(in.size() * 4, 4096));
    for (;;) {
        out.resize(room);
        std::size_t used = 0;
        std::size_t made = 0;
        const auto result = format(decompressor(), in.data(), in.size(), out.data(), out.size(), &used, &made);
        if (result == LIBDEFLATE_SUCCESS) {
            out.resize(made);
            return used == in.size() ? Inflated::ok : Inflated::damaged;
        }
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE) return Inflated::damaged;
        if (room == cap) return Inflated::too_large;
        room = std::min(cap, room * 2);
    }
}

// A quality value in thousandths; 1000 when absent.
int quality(std::string_view parameters)
{
    const auto at = parameters.find("q=");
    if (at == std::string_view::npos) return 1000;
    const std::string number(trim(parameters.substr(at + 2)).substr(0, 5));
    const double value = std::strtod(number.c_str(), nullptr);
    return value > 0 ? static_cast<int>(std::min(value, 1.0) * 1000) : 0;  // "1e9" and "nan" are written, too
}

bool is_gzip(std::string_view token) { return same_token(token, "gzip") || same_token(token, "x-gzip"); }

}  // namespace

bool accepts_brotli(std::string_view list)
{
    for (auto item = next_item(list); !item.empty(); item = next_item(list)) {
        const auto semicolon = item.find(';');
        if (same_token(trim(item.substr(0, semicolon)), "br"))
            return semicolon == std::string_view::npos || quality(item.substr(semicolon + 1)) > 0;
    }
    return false;
}

bool accepts_gzip(std::string_view list)
{
    int any = 0;
    for (auto item = next_item(list); !item.empty(); item = next_item(list)) {
        const auto semicolon = item.find(';');
        const auto coding = trim(item.substr(0, semicolon));
        const int q = semicolon == std::string_view::npos ? 1000 : quality(item.substr(semicolon + 1));
        if (is_gzip(coding)) return q > 0;
        if (coding == "*") any = q;
    }
    return any > 0;
}

bool shrinks(std::string_view type)
{
    type = trim(type.substr(0, type.find(';')));
    if (type.substr(0, 5) == "text/") return type != "text/event-stream";
    const auto ends_with = [&](std::string_view end) {
        return type.size() >= end.size() && type.substr(type.size() - end.size()) == end;
    };
    return ends_with("json") || ends_with("xml") || ends_with("javascript");
}

std::string gzip(std::string_view bytes)
{
    std::string out;
    if (bytes.empty()) return out;
    out.resize(bytes.size() - 1);  // must be smaller to be of use
    const auto size = libdeflate_gzip_compress(compressor(), bytes.data(), bytes.size(), out.data(), out.size());
    out.resize(size);  // 0: it did not fit
    return out;
}

bool knows_encoding(std::string_view encoding)
{
    return is_gzip(encoding) || same_token(encoding, "deflate") || same_token(encoding, "identity");
}

Inflated inflate(std::string_view encoding, std::string& body, std::size_t cap)
{
    if (same_token(encoding, "identity")) return Inflated::ok;
    if (!knows_encoding(encoding)) return Inflated::unknown_encoding;
    cap = std::min(cap, std::max(small_inflated, body.size() * inflate_ratio_cap));
    std::string out;
    Inflated done;
    if (is_gzip(encoding)) {
        done = decode(libdeflate_gzip_decompress_ex, body, out, cap);
    } else {
        done = decode(libdeflate_zlib_decompress_ex, body, out, cap);
        // "deflate" means zlib, but well-known clients send the raw stream.
        if (done == Inflated::damaged) done = decode(libdeflate_deflate_decompress_ex, body, out, cap);
    }
    if (done == Inflated::ok) body = std::move(out);
    return done;
}

}  // namespace meadow::http
