// Errands: work with the world outside (mail, payment gateway, webhooks), written down in the same transaction as the write that
// asks for it and done after the commit. At least once: a handler must be safe to run twice.
//
//     ctx → errands::send(ctx, "identity.code_mail", CodeMail{…});          in a verb
//     errands.on<CodeMail>("identity.code_mail", [&](const CodeMail& m) { mail.deliver(m); });   at wiring; throws to try again
#pragma once
#include <functional>
#include <map>
#include <string>

#include "jobs/context.hpp"
#include "jobs/store.hpp"
#include "jobs/world.hpp"

namespace meadow::jobs {

class Errands {
public:
    using Run = std::function<void(const std::string& body)>;
    template <class Body>
    void on(std::string_view kind, std::function<void(const Body&)> run)
    {
        runs_[std::string(kind)] = [run = std::move(run)](const std::string& body) {
            const auto decoded = from_json<Body>(body);
            if (!decoded.ok()) throw std::runtime_error("the errand's body does not fit its kind");
            run(*decoded);
        };
    }

    // Does what is due, at most `limit` errands, on the calling thread. Returns how many it took. A failure is tried again after
    // 2 s, 8 s, 32 s … up to an hour; after `max_attempts` the errand is kept as failed for a person to look at.
    int run_due(World&, int limit) const;
    static constexpr int max_attempts = 12;

private:
    void run_one(World&, const Errand&) const;
    std::map<std::string, Run, std::less<>> runs_;
};

namespace errands {
template <class Body>
void send(WriteCtx& ctx, std::string_view kind, const Body& body, Duration delay = {})
{
    store::add_errand(ctx.tx, {ctx.ids.next(), std::string(kind), to_json(body), ctx.now + delay, 0, "", "waiting"});
}
}  // namespace errands

}  // namespace meadow::jobs
