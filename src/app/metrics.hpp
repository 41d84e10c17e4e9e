// GET /metrics: what operators watch, in the format of Prometheus.
#pragma once
#include <string>

#include "app/wiring.hpp"
#include "http/server.hpp"

namespace meadow::app {

// `server` may be null: then nothing is said of connections.
std::string metrics_of(Meadow&, const http::Server* server);

}  // namespace meadow::app
