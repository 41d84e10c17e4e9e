#include "jobs/beside.hpp"

namespace meadow::jobs {

Beside::Beside(std::function<void()> act) : done_(std::async(std::launch::async, std::move(act))) {}

}  // namespace meadow::jobs
