#include "support/loopback.hpp"

namespace meadow::testing {

jobs::OutgoingAnswer Loopback::send(const jobs::OutgoingRequest& outgoing)
{
    sent_.push_back({outgoing, 0});
    const std::size_t place = sent_.size() - 1;  // answering may send more
    if (!outgoing.url.starts_with(origin)) throw jobs::OutgoingFault(outgoing.url + " is not in this town");
    if (left_ > 0 && outgoing.url.find(broken_) != std::string::npos) {
        --left_;
        throw jobs::OutgoingFault("the line is dead");
    }
    http::Request request;
    request.method = outgoing.method == "GET" ? http::Method::get : http::Method::post;
    request.target = outgoing.url.substr(origin.size());
    request.body = outgoing.body;
    if (!outgoing.content_type.empty()) request.headers.push_back({"Content-Type", outgoing.content_type});
    const http::Response response = deliver_(std::move(request));
    sent_[place].status = response.status;
    return {response.status, response.body};
}

std::vector<Loopback::Exchange> Loopback::sent(std::string_view part) const
{
    std::vector<Exchange> out;
    for (const Exchange& exchange : sent_)
        if (exchange.request.url.find(part) != std::string::npos) out.push_back(exchange);
    return out;
}

}  // namespace meadow::testing
