// Our side of the sandbox gateway: what a town without a contract pays through. It speaks HTTP like a gateway elsewhere would,
// although the gateway's own pages and endpoints (routes.cpp) live in the same process.
#pragma once
#include "modules/trading/payments/gateway.hpp"

namespace meadow::trading::sandbox {

class SandboxGateway final : public Gateway {
public:
    std::string pay_url(WriteCtx&, const Charge&) override;
    Result<ChargeReport> read_notify(ReadCtx&, const Notify&) override;
    ChargeReport query(jobs::World&, std::string_view trade) override;
    GivenBack give_back(jobs::World&, const GiveBack&) override;
    std::vector<StatementLine> statement(jobs::World&, Instant from, Instant until) override;
};

}  // namespace meadow::trading::sandbox
