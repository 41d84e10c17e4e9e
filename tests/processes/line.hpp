// One person's connection to a server process: blocking, kept alive, opened again when it broke.
#pragma once
#include <memory>
#include <string>

#include "http/test_client.hpp"

namespace meadow::testing {

struct Ask {
    std::string method, target, json, key;   // key: the Idempotency-Key, when there is one
};

struct Heard {
    int status = 0;      // 0: no answer came, and nobody knows whether it was done
    std::string body;
    bool answered() const { return status != 0; }
    bool good() const { return status >= 200 && status < 400; }
};

class Line {
public:
    explicit Line(std::string token) : token_(std::move(token)) {}
    void speaks_as(std::string token) { token_ = std::move(token); }
    void to(int port) { port_ = port, client_.reset(); }
    void hang_up() { client_.reset(); }
    Heard ask(const Ask&);

private:
    std::string token_;
    int port_ = 0;
    std::unique_ptr<http::TestClient> client_;
};

}  // namespace meadow::testing
