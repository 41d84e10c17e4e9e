// What goes wrong: with the disk, the lanes, the process, the gateway, the news and the clock.
#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "jobs/store.hpp"
#include "sim/simulation.hpp"

namespace meadow::sim {
namespace {

using testing::Loopback;

const std::string notify = "/v1/payments/notify";
const std::string poison = "poison";

const db::Sql insert_poison{"sim.insert_poison", "INSERT INTO jobs_outbox (kind, body, told_at) VALUES ($1, $2, $3)"};

// Holds lanes until it is opened, and then sees everybody off.
class Gate {
public:
    void wait()
    {
        std::unique_lock lock(mutex_);
        ++held_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return open_; });
    }
    // Returns when so many lanes stand before it.
    void holds(std::size_t lanes)
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return held_ >= lanes; });
    }
    void comes() { add(+1); }
    void leaves() { add(-1); }
    void open_and_see_off()
    {
        std::unique_lock lock(mutex_);
        open_ = true;
        changed_.notify_all();
        changed_.wait(lock, [&] { return inside_ == 0; });
    }

private:
    void add(int n)
    {
        const std::lock_guard lock(mutex_);
        inside_ += n;
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_ = false;
    std::size_t held_ = 0;
    int inside_ = 0;
};

class WaitAtTheGate final : public db::Command {
public:
    explicit WaitAtTheGate(std::shared_ptr<Gate> gate) : gate_(std::move(gate)) { gate_->comes(); }
    ~WaitAtTheGate() override { gate_->leaves(); }
    bool run(db::Tx&) override
    {
        gate_->wait();
        return false;
    }
    void done(std::exception_ptr) noexcept override {}

private:
    const std::shared_ptr<Gate> gate_;
};

}  // namespace

void Simulation::mishap()
{
    Village& v = village_;
    const int times = 1 + int(v.chance.below(3));
    const std::size_t what = v.chance.below(12);
    v.tells("mishap " + std::to_string(what));
    switch (what) {
        case 0: return v.weather.is_busy(times);
        case 1: return v.weather.conflicts(times);
        case 2: return v.weather.loses_commits(times);
        case 3: return v.weather.silences_commits(1);
        case 4:
        case 5: return gateway_errs();
        case 6:
        case 7: return somebody_forges();
        case 8: return lanes_are_full();
        case 9: return news_is_poisoned();
        case 10: return v.town.restarts();
        default: return v.passes(std::chrono::hours{1 + v.chance.below(40)});
    }
}

// The line to it or from it is dead for a while: notifies come late, out of order, or never.
void Simulation::gateway_errs()
{
    static const std::vector<std::string> lines{notify, "/queries", "/refunds", "/sandbox"};
    Village& v = village_;
    v.town.outside().breaks(v.chance.any_of(lines), 1 + int(v.chance.below(6)));
}

// Somebody sends us notifies that were sent before: as they were, with another word in them, or with another signature.
void Simulation::somebody_forges()
{
    Village& v = village_;
    const auto sent = v.town.outside().sent(notify);
    if (sent.empty()) return;
    const jobs::OutgoingRequest genuine = v.chance.any_of(sent).request;
    http::Request request;
    request.method = http::Method::post;
    request.target = genuine.url.substr(Loopback::origin.size());
    request.body = genuine.body;
    request.headers.push_back({"Content-Type", "application/json"});
    const std::size_t how = v.chance.below(3);
    const std::size_t word = request.body.find("failed");
    if (how == 1 && word != std::string::npos) request.body.replace(word, 6, "paid");
    if (how == 2) request.target.back() = request.target.back() == '0' ? '1' : '0';
    const bool altered = how == 2 || (how == 1 && word != std::string::npos);
    const int status = v.town.send(std::move(request)).response().status;
    v.tells("notify again, " + std::string(altered ? "forged" : "replayed") + " → " + std::to_string(status));
    if (altered && status < 400) faults_.push_back("a forged notify was taken");
}

// All lanes are full: whoever asks is told so at once, and nothing waits in memory without bound.
void Simulation::lanes_are_full()
{
    Village& v = village_;
    const auto gate = std::make_shared<Gate>();
    db::Lanes& lanes = v.town.meadow().lanes();
    const auto fill = [&] {
        for (std::uint64_t home = 0; home < 64; ++home)
            for (bool room = true; room;) {
                std::unique_ptr<db::Command> command = std::make_unique<WaitAtTheGate>(gate);
                room = lanes.submit(db::Home::main, home, command);
            }
    };
    fill();
    // A lane that wakes only now takes a batch out of its queue, and there is room again: but only once, for then it stands at the gate.
    const auto figures = lanes.figures();
    gate->holds(std::size_t(std::count_if(figures.begin(), figures.end(), [](const auto& lane) { return lane.name.starts_with("main"); })));
    fill();
    const Answer refused = v.shoppers.front().put("/v1/notes/" + v.articles.front().note + "/like");
    if (refused.response().status != 503 || refused.header("Retry-After").empty()) faults_.push_back("a full lane answered " + refused.response().body);
    gate->open_and_see_off();
}

// A statement that handlers of news need breaks for so long that people must help; or the news itself is nonsense.
void Simulation::news_is_poisoned()
{
    // Of handlers alone: what breaks for ever in a person's own request is refused to them, and never becomes news.
    static const std::vector<std::string> statements{"fulfilment.insert_slip", "creators.claim_line", "creators.insert_credit", "creators.update_credit",
                                                     "catalog.insert_review_right", "catalog.note_follower", "community.insert_follower",
                                                     "trading.insert_give_back", "trading.put_buyer_order_lines"};
    Village& v = village_;
    if (v.chance.happens(70)) return v.weather.breaks(v.chance.any_of(statements), 1 + int(v.chance.below(20)));
    jobs::write_in_lane(v.town.world(), {}, 0, [&](WriteCtx& ctx) {
        ctx.tx.put(insert_poison, "trading.order_paid", poison, ctx.now);
        return true;
    });
}

// Whoever watches over the town lets parked news be tried again, and throws away what is nonsense.
void Simulation::person_looks_at_parked_news()
{
    Village& v = village_;
    jobs::write_in_lane(v.town.world(), {}, 0, [&](WriteCtx& ctx) {
        for (const jobs::Parked& parked : jobs::store::list_parked(ctx.tx, 0, 1000)) {
            if (parked.body == poison) jobs::store::unpark(ctx.tx, parked.id);
            else jobs::store::retry_parked_now(ctx.tx, parked.id, ctx.now);
        }
        return true;
    });
}

}  // namespace meadow::sim
