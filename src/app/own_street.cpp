#include "app/own_street.hpp"

#include <future>

#include "http/input.hpp"

namespace meadow::app {
namespace {

class Waiting final : public http::Responder {
public:
    void answer(http::Response&& response) noexcept override { answered_.set_value(std::move(response)); }
    http::Response wait() { return answered_.get_future().get(); }

private:
    std::promise<http::Response> answered_;
};

}  // namespace

jobs::OutgoingAnswer OwnStreet::send(const jobs::OutgoingRequest& outgoing)
{
    const std::string& url = outgoing.url;
    if (router_ == nullptr || (!url.starts_with(origin) && !url.starts_with('/')))
        throw jobs::OutgoingFault(url + " is not in this town");
    http::Request request;
    request.method = outgoing.method == "GET" ? http::Method::get : http::Method::post;
    request.target = url.starts_with('/') ? url : url.substr(origin.size());
    const std::size_t question = request.target.find('?');
    request.path = http::percent_decode(request.target.substr(0, question), false);
    if (question != std::string::npos) request.query = request.target.substr(question + 1);
    request.body = outgoing.body;
    request.remote = "127.0.0.1";
    request.id = "own-street";
    if (!outgoing.content_type.empty()) request.headers.push_back({"Content-Type", outgoing.content_type});
    const auto waiting = std::make_shared<Waiting>();
    router_->handle({0}, request, waiting);
    router_->rest({0});
    const http::Response response = waiting->wait();
    return {response.status, response.body};
}

}  // namespace meadow::app
