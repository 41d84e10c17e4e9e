// What a browser and a monitor find beside the API: the web apps, the pages the server writes about itself, /healthz and /metrics.
#pragma once
#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include "app/wiring.hpp"
#include "http/server.hpp"
#include "http/statics.hpp"

namespace meadow::app {

struct FrontOptions {
    std::filesystem::path web;   // holds apps/shop/dist and apps/console/dist; empty: none
    std::vector<std::string> metrics_readers{"127.0.0.1", "::1"};  // who may read /metrics; "*": anybody
};

class Front {
public:
    // Puts itself behind the meadow's router, which must not serve yet. Must outlive the server.
    Front(Meadow&, FrontOptions);
    Front(const Front&) = delete;
    // From now on /metrics also speaks of this server's connections; null: no more.
    void watch(const http::Server* server) { server_ = server; }

private:
    std::optional<http::Response> answer(const http::Request&) const;

    Meadow& meadow_;
    const FrontOptions options_;
    http::Statics statics_;
    std::atomic<const http::Server*> server_{nullptr};
};

// The nearest folder `web` above the binary that holds a build, or nothing.
std::filesystem::path find_web();

}  // namespace meadow::app
