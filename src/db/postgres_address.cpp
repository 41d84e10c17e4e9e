#include "db/postgres_address.hpp"

#include <poll.h>

#include <algorithm>
#include <chrono>

#include "db/postgres_fault.hpp"

namespace meadow::db::postgres {

namespace {

constexpr auto patience = std::chrono::seconds(10);
// A statement of ours finds its rows by key whatever the values are, so one plan is as good as the next, and planning costs more than
// most of them take; none is long enough to be worth compiling.
constexpr const char* session_settings = "-c statement_timeout=15s -c lock_timeout=5s -c plan_cache_mode=force_generic_plan -c jit=off";

using Words = std::vector<std::pair<std::string, std::string>>;

Words parse(const std::string& url)
{
    char* complaint = nullptr;
    PQconninfoOption* const options = PQconninfoParse(url.c_str(), &complaint);
    if (!options) {
        const std::string what(trimmed(complaint));
        PQfreemem(complaint);
        throw Fault(Fault::Kind::broken, "the PostgreSQL url cannot be read: " + what);
    }
    Words words;
    for (const PQconninfoOption* o = options; o->keyword; ++o)
        if (o->val) words.emplace_back(o->keyword, o->val);
    PQconninfoFree(options);
    return words;
}

// Names that need no quoting anywhere, which is all a schema for tests or tenants needs.
bool plain_name(const std::string& name)
{
    return name.size() <= 63 && !(name[0] >= '0' && name[0] <= '9') &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

// Why a connection was refused. The session speaks verbosely while it connects, so the message carries the SQLSTATE:
// "FATAL:  53300: sorry, too many clients already\nLOCATION: …".
Fault refusal(PGconn* session)
{
    std::string_view message = trimmed(PQerrorMessage(session));
    Fault::Kind kind = Fault::Kind::broken;
    for (std::size_t at = message.find(":  "); at != message.npos; at = message.find(":  ", at + 1))
        if (const auto found = kind_of(message.substr(at + 3, 5)); found != Fault::Kind::broken) kind = found;
    message = message.substr(0, message.find("\nLOCATION:"));
    return {kind, "no connection to PostgreSQL: " + std::string(message)};
}

void wait_until_connected(PGconn* session)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (auto state = PGRES_POLLING_WRITING; state != PGRES_POLLING_OK; state = PQconnectPoll(session)) {
        if (state == PGRES_POLLING_FAILED) throw refusal(session);
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd socket{PQsocket(session), short(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (left.count() <= 0 || poll(&socket, 1, int(left.count())) == 0)
            throw Fault(Fault::Kind::broken, "no connection to PostgreSQL: it did not answer in 10 s");
    }
}

}  // namespace

Address::Address(const Options& options) : schema_(options.schema)
{
    if (!schema_.empty() && !plain_name(schema_))
        throw Fault(Fault::Kind::broken, "a schema is named with a-z, 0-9 and _ only, not '" + schema_ + "'");
    words_ = {{"application_name", "meadow"}, {"keepalives_idle", "10"},      {"keepalives_interval", "5"},
              {"keepalives_count", "4"},      {"tcp_user_timeout", "30000"}};
    std::string settings = session_settings;
    for (auto& [key, value] : parse(options.url)) {
        if (key == "options")
            settings.append(" ").append(value);  // the server lets the later setting win
        else
            words_.emplace_back(std::move(key), std::move(value));
    }
    if (!schema_.empty()) settings.append(" -c search_path=").append(schema_);
    words_.emplace_back("options", std::move(settings));
    words_.emplace_back("client_encoding", "UTF8");
}

Session Address::connect() const
{
    std::vector<const char*> keys, values;
    for (const auto& [key, value] : words_) {
        keys.push_back(key.c_str());
        values.push_back(value.c_str());
    }
    keys.push_back(nullptr);
    values.push_back(nullptr);
    Session session(PQconnectStartParams(keys.data(), values.data(), 0));
    if (!session) throw std::bad_alloc();
    if (PQstatus(session.get()) == CONNECTION_BAD) throw refusal(session.get());
    PQsetErrorVerbosity(session.get(), PQERRORS_VERBOSE);
    PQsetNoticeProcessor(session.get(), [](void*, const char*) {}, nullptr);  // "relation exists, skipping" is no news
    wait_until_connected(session.get());
    PQsetErrorVerbosity(session.get(), PQERRORS_DEFAULT);
    return session;
}

std::string Address::without_password() const
{
    std::string out;
    for (const auto& [key, value] : words_) {
        if (key == "password" || key == "options") continue;
        out.append(out.empty() ? "" : " ").append(key).append("='");
        for (const char c : value) {
            if (c == '\'' || c == '\\') out.push_back('\\');
            out.push_back(c);
        }
        out.push_back('\'');
    }
    return out;
}

std::string Address::password() const
{
    std::string found;
    for (const auto& [key, value] : words_)
        if (key == "password") found = value;
    return found;
}

}  // namespace meadow::db::postgres
