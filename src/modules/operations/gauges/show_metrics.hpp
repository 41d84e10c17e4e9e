#pragma once
#include <functional>
#include <string>

#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::operations {

// What the machine measures of itself: an adapter, put in by floor 3, which knows the router, the lanes and the pools.
struct Gauges {
    std::function<std::string()> read;   // in the text format of Prometheus
};

// The same as /metrics, for operators wherever they sit.
Result<http::Content> show_metrics(ReadCtx&, const Nothing&);

}  // namespace meadow::operations
