// Arbitrary bytes as the value of every header field that we read: cookies, ranges, tags, codings, addresses; and as a compressed body.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "http/compress.hpp"
#include "http/fields.hpp"
#include "http/file_part.hpp"
#include "http/message.hpp"
#include "http/proxy.hpp"
#include "http/url.hpp"

using namespace meadow::http;

namespace {

void must(bool promise)
{
    if (!promise) std::abort();
}

void cookies(std::string_view bytes)
{
    Request request;
    request.headers = {{"Cookie", std::string(bytes)}};
    const std::string_view value = request.cookie("s");
    must(value.find(';') == std::string_view::npos);
    if (!value.empty()) must(bytes.find("s=") != std::string_view::npos);
    // A cookie of ours behind foreign ones is found whatever those hold.
    if (request.cookie("mine").empty()) {
        request.headers[0].value += "; mine=7";
        must(request.cookie("mine") == "7" || bytes.find("mine=") != std::string_view::npos);
    }
}

void ranges(std::string_view bytes)
{
    for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{10}, ~std::uint64_t{0}}) {
        Range range;
        if (read_range(bytes, size, range) != Ranged::part) continue;
        must(range.length > 0 && range.first < size && range.length <= size - range.first);
    }
}

void lists(std::string_view bytes)
{
    std::size_t left = bytes.size() + 1;
    for (std::string_view rest = bytes; !next_item(rest).empty(); left = rest.size()) must(rest.size() < left);
    if (names_etag(bytes, "W/\"a,b\"")) must(bytes.find("\"a,b\"") != std::string_view::npos || trim(bytes) == "*");
    must(names_etag("\"x\", " + std::string(bytes), "\"x\""));
    const std::string coded(bytes);
    must(accepts_gzip(coded + ",") == accepts_gzip(coded) && accepts_brotli(coded + ",") == accepts_brotli(coded));
    shrinks(bytes);
}

void peers(std::string_view bytes)
{
    static const TrustedProxies proxies({"10.0.0.0/8", "fd00::/8"});
    Request request;
    request.headers = {{"X-Forwarded-For", std::string(bytes)}, {"X-Forwarded-Proto", std::string(bytes)}, {"X-Request-Id", std::string(bytes)}};
    proxies.introduce("10.0.0.1", request);
    must(parse_address(request.remote).has_value());
}

void bodies(std::string_view bytes)
{
    constexpr std::size_t cap = 100'000;
    for (const std::string_view coding : {"gzip", "deflate"}) {
        std::string body(bytes);
        if (inflate(coding, body, cap) == Inflated::ok) must(body.size() <= cap);
    }
    std::string body = gzip(bytes);
    if (!body.empty()) must(inflate("gzip", body, bytes.size()) == Inflated::ok && body == bytes);
}

void segments(std::string_view bytes)
{
    std::string path, query;
    if (bytes.empty() || bytes == "." || bytes == ".." || bytes.find_first_of("/\\") != std::string_view::npos) return;
    if (!split_target("/" + percent_encoded(bytes) + "/x?y", path, query).empty()) return;
    must(path == "/" + std::string(bytes) + "/x" && query == "y");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    cookies(bytes);
    ranges(bytes);
    lists(bytes);
    peers(bytes);
    bodies(bytes);
    segments(bytes);
    return 0;
}
