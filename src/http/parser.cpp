#include "http/parser.hpp"

#include <algorithm>
#include <optional>

#include "http/parser_machine.hpp"

namespace meadow::http {
namespace {

namespace beast = boost::beast;
using parsing::BeastError;
using parsing::Machine;
using parsing::Message;

constexpr std::size_t generous_body = 64 * 1024;  // more than this is given back after each message

}  // namespace

class Parser::Impl {
public:
    Impl(ParserCaps limits, BodyBudget& all) : caps(limits), budget(all) {}
    ~Impl() { budget.give(message.taken); }

    ParserCaps caps;
    BodyBudget& budget;
    Message message;
    std::optional<Machine> machine;  // Beast's parser serves one message
    State state = State::head;
    std::size_t head_bytes = 0;
};

Parser::Parser(ParserCaps caps, BodyBudget& budget) : impl_(std::make_unique<Impl>(caps, budget)) {}
Parser::~Parser() = default;

void Parser::start(Request& into)
{
    Message& message = impl_->message;
    impl_->budget.give(message.taken);
    for (Header& field : into.headers) message.spare.push_back(std::move(field));
    into.headers.clear();
    into.method = Method::get;
    into.target.clear();
    into.path.clear();
    into.query.clear();
    into.id.clear();
    into.body.clear();
    if (into.body.capacity() > generous_body) into.body = {};
    auto spare = std::move(message.spare);
    if (spare.size() > impl_->caps.fields) spare.resize(impl_->caps.fields);
    message = Message{};
    message.spare = std::move(spare);
    message.request = &into;
    impl_->machine.emplace(message, impl_->caps, impl_->budget);
    impl_->state = State::head;
    impl_->head_bytes = 0;
}

std::size_t Parser::feed(std::string_view bytes)
{
    Impl& me = *impl_;
    if (me.state != State::head && me.state != State::body) return 0;
    std::size_t used = 0;
    if (untouched()) {  // empty lines in front of a request are forgiven (RFC 9112 §2.2)
        while (used < bytes.size() && (bytes[used] == '\r' || bytes[used] == '\n')) ++used;
        me.head_bytes += used;
        if (me.head_bytes > me.caps.header) fail(431, "The headers are too large");
        bytes.remove_prefix(used);
        if (bytes.empty() || me.state == State::failed) return used;
    }
    beast::error_code error;
    const auto taken = me.machine->put({bytes.data(), bytes.size()}, error);
    used += taken;
    if (me.state == State::head) me.head_bytes += taken;
    if (error == BeastError::need_more) error = {};
    const bool head_now = me.state == State::head && !me.message.head_over;
    // What has to wait for more bytes is kept by the caller, so it is bounded here: a head, a chunk's size line, the trailers.
    if (me.state == State::body && !error && !me.message.finished && bytes.size() - taken > me.caps.header)
        return fail(400, "A chunk's head is too large"), used;
    const auto waiting = head_now ? me.head_bytes + bytes.size() - taken : me.head_bytes;
    if (error == BeastError::header_limit || (!error && waiting > me.caps.header)) {
        const bool line_missing = me.message.request->target.empty() && bytes.find('\n') == std::string_view::npos;
        fail(line_missing ? 414 : 431, line_missing ? "The request line is too long" : "The headers are too large");
    } else if (error) {
        fail(me.message.status != 0 ? me.message.status : 400,
             me.message.status != 0 ? me.message.why : std::string_view("The request is malformed"));
    } else if (me.state == State::head && me.message.head_over) {
        me.state = State::head_done;
    } else if (me.message.finished) {
        me.state = State::done;
    }
    return used;
}

void Parser::expect_body(std::size_t cap)
{
    Impl& me = *impl_;
    if (me.state != State::head_done) return;
    me.message.body_cap = cap;
    if (me.machine->content_length().value_or(0) > cap) return fail(413, "The body is too large");
    me.state = me.message.finished ? State::done : State::body;
    me.machine->eager(true);
}

bool Parser::bodiless() const { return impl_->message.finished; }

void Parser::fail(int status, std::string_view why)
{
    impl_->state = State::failed;
    impl_->message.status = status;
    impl_->message.why = why;
}

Parser::State Parser::state() const { return impl_->state; }
bool Parser::untouched() const { return impl_->machine && !impl_->machine->got_some(); }
bool Parser::keep_alive() const { return impl_->message.head_over && impl_->machine->keep_alive(); }
bool Parser::http_1_0() const { return impl_->message.http_1_0; }
bool Parser::expects_continue() const { return impl_->message.continue_wanted && !impl_->message.http_1_0; }
int Parser::status() const { return impl_->message.status; }
std::string_view Parser::why() const { return impl_->message.why; }

}  // namespace meadow::http
