// Any bytes, split anywhere: the parser must neither crash nor read different requests out of differently split bytes (that
// would be request smuggling between us and a proxy), and what it lets through must keep the promises of Request.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "http/parser.hpp"
#include "http/proxy.hpp"
#include "http/url.hpp"

namespace {

using namespace meadow::http;

void must(bool promise)
{
    if (!promise) std::abort();
}

void inspect(Request& request)
{
    static const TrustedProxies proxies({"10.0.0.0/8"});
    must(request.body.empty() || request.body.capacity() >= request.body.size() + body_padding);
    proxies.introduce("10.0.0.1", request);
    must(parse_address(request.remote).has_value());
    if (!split_target(request.target, request.path, request.query).empty()) return;
    must(request.path.front() == '/');
    must((request.path + "/").find("/../") == std::string::npos);
    must(request.path.find("//") == std::string::npos);
    must(request.path.find('\0') == std::string::npos);
}

std::vector<std::string> requests_in(std::string_view bytes, std::size_t step)
{
    std::vector<std::string> found;
    BodyBudget budget(1 << 20);
    ParserCaps caps;
    caps.header = 2048;
    caps.target = 256;
    Parser parser(caps, budget);
    Request request;
    parser.start(request);
    std::string waiting;
    while (!bytes.empty()) {
        waiting += bytes.substr(0, step);
        bytes.remove_prefix(std::min(step, bytes.size()));
        for (bool going = true; going;) {
            const auto used = parser.feed(waiting);
            must(used <= waiting.size());
            waiting.erase(0, used);
            going = used > 0;
            if (parser.state() == Parser::State::head_done) {
                parser.expect_body(4096);
                going = true;
            }
            if (parser.state() == Parser::State::failed) {
                must(parser.status() >= 400 && !parser.why().empty());
                return found;
            }
            if (parser.state() == Parser::State::done) {
                must(request.body.size() <= 4096);
                found.push_back(request.target + "\n" + request.body);
                inspect(request);
                parser.start(request);
                going = true;
            }
        }
        must(waiting.size() <= caps.header + step);
    }
    return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const std::size_t step = data[0] + 1u;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    must(requests_in(bytes, step) == requests_in(bytes, bytes.size() + 1));
    return 0;
}
