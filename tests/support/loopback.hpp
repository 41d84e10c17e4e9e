// The world outside of a Town: HTTP that errands send comes straight back to the town's own router, without sockets. Everything is
// recorded; some of it fails or is lost when a test says so.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"
#include "jobs/outgoing.hpp"

namespace meadow::testing {

class Loopback final : public jobs::Outgoing {
public:
    static constexpr std::string_view origin = "http://town.test";
    using Deliver = std::function<http::Response(http::Request)>;
    explicit Loopback(Deliver deliver) : deliver_(std::move(deliver)) {}

    jobs::OutgoingAnswer send(const jobs::OutgoingRequest&) override;

    // The next `times` requests whose address contains this are not answered.
    void breaks(std::string part, int times) { broken_ = std::move(part), left_ = times; }
    struct Exchange {
        jobs::OutgoingRequest request;
        int status = 0;        // 0: not answered
    };
    // What was sent to addresses that contain this, oldest first.
    std::vector<Exchange> sent(std::string_view part) const;

private:
    Deliver deliver_;
    std::string broken_;
    int left_ = 0;
    std::vector<Exchange> sent_;
};

}  // namespace meadow::testing
