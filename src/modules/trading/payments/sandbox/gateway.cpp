#include "modules/trading/payments/sandbox/gateway.hpp"

#include "jobs/outgoing.hpp"
#include "modules/trading/payments/sandbox/answer.hpp"
#include "modules/trading/payments/sandbox/secret.hpp"

namespace meadow::trading::sandbox {
namespace {

// Calls one of the gateway's endpoints with a signed body. Throws when the answer is not a clear one.
template <class Out, class In>
Out call(jobs::World& world, std::string_view path, const In& question)
{
    const std::string body = to_json(question);
    const std::string url = world.adapters.get<jobs::OwnAddress>().origin() + std::string(path) + signed_query(secret(world), world.clock.now(), body);
    const jobs::OutgoingAnswer answer = world.adapters.get<jobs::Outgoing>().send({"POST", url, "application/json", body});
    if (answer.status != 200) throw jobs::OutgoingFault("the gateway answered " + std::to_string(answer.status));
    auto out = from_json<Out>(answer.body);
    if (!out) throw jobs::OutgoingFault("the gateway's answer does not make sense");
    return *std::move(out);
}

}  // namespace

std::string SandboxGateway::pay_url(WriteCtx& ctx, const Charge& charge) { return std::string(pay_path) + "/" + pay_token(secret(ctx), charge); }

Result<ChargeReport> SandboxGateway::read_notify(ReadCtx& ctx, const Notify& notify)
{
    TRY(prove(ctx, notify));
    return from_json<ChargeReport>(notify.body.bytes);
}

ChargeReport SandboxGateway::query(jobs::World& world, std::string_view trade)
{
    return call<ChargeReport>(world, query_path, TradeQuestion{std::string(trade)});
}

GivenBack SandboxGateway::give_back(jobs::World& world, const GiveBack& order) { return call<GivenBack>(world, refund_path, order); }

std::vector<StatementLine> SandboxGateway::statement(jobs::World& world, Instant from, Instant until)
{
    std::vector<StatementLine> out;
    StatementQuestion question{{"", "", {}, from}, until};
    for (;;) {
        std::vector<StatementLine> part = call<std::vector<StatementLine>>(world, statement_path, question);
        out.insert(out.end(), part.begin(), part.end());
        if (std::int64_t(part.size()) < statement_part) return out;
        question.after = part.back();
    }
}

}  // namespace meadow::trading::sandbox
