// The world outside for a town that is not served yet: what it sends to itself over HTTP (the sandbox gateway's word, the sandbox
// carrier's) comes straight back to its own router, without sockets. Nothing else can be reached.
#pragma once
#include "http/router.hpp"
#include "jobs/outgoing.hpp"

namespace meadow::app {

class OwnStreet final : public jobs::Outgoing {
public:
    static constexpr std::string_view origin = "http://demo.invalid";
    void lead_to(http::Router& router) { router_ = &router; }
    jobs::OutgoingAnswer send(const jobs::OutgoingRequest&) override;

private:
    http::Router* router_ = nullptr;
};

}  // namespace meadow::app
