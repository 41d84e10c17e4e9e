// The OpenAPI document as a promise that every answer in every test is held to: the Town asks it after each request.
#pragma once
#include <memory>
#include <string>

#include "http/message.hpp"
#include "http/router.hpp"

namespace meadow::testing {

class Contract {
public:
    explicit Contract(const std::string& openapi);
    ~Contract();

    // What an answer has that its operation does not promise (a status, a refusal's code, a member, a value out of bounds), or an
    // empty string. Requests to addresses the document does not list are nobody's business.
    std::string breach(const http::Request&, const http::Response&) const;

    // The one of this router's document, made once a process: all Towns are wired alike.
    static const Contract& of(const http::Router&);

private:
    struct Impl;
    const std::unique_ptr<Impl> impl_;
};

}  // namespace meadow::testing
