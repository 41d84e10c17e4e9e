#include "processes/line.hpp"

namespace meadow::testing {

Heard Line::ask(const Ask& ask)
{
    if (!client_) client_ = std::make_unique<http::TestClient>(port_);
    std::string bytes = ask.method + " " + ask.target + " HTTP/1.1\r\nHost: town\r\nAuthorization: Bearer " + token_ +
                        "\r\nContent-Length: " + std::to_string(ask.json.size()) + "\r\n";
    if (!ask.json.empty()) bytes += "Content-Type: application/json\r\n";
    if (!ask.key.empty()) bytes += "Idempotency-Key: " + ask.key + "\r\n";
    bytes += "\r\n" + ask.json;
    const http::Answer answer = client_->connected() ? client_->ask(bytes) : http::Answer{};
    if (answer.status == 0) client_.reset();
    return {answer.status, answer.body};
}

}  // namespace meadow::testing
