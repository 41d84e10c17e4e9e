// How identity reaches people outside: an adapter, put in by floor 3 and asked for as jobs::Adapters::get<Letters>().
#pragma once
#include <string>

#include "jobs/world.hpp"
#include "modules/identity/accounts/model.hpp"

namespace meadow::identity {

struct Letter {
    Contact to;
    std::string subject;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Letter, (), (to, subject, text))

class Letters {
public:
    virtual ~Letters() = default;
    virtual bool reaches(ContactKind) const = 0;
    // Throws when it could not be handed over now; it is then tried again.
    virtual void deliver(jobs::World&, const Letter&) = 0;
};

// Keeps letters in the database, where operators (and everybody, while the switch `identity.mailbox_shown` is on) read them:
// for demonstrations, and for small towns without a mail server.
class ConsoleMailbox final : public Letters {
public:
    bool reaches(ContactKind) const override { return true; }
    void deliver(jobs::World&, const Letter&) override;
};

// Sends mail through a server: "smtp://mail.example.org:587" (upgraded to TLS, or refused) or "smtps://…".
class SmtpLetters final : public Letters {
public:
    struct Server {
        std::string url, user, password;
        std::string from;              // "town@example.org"
        bool demand_tls = true;        // off only for a server on the same machine
    };
    explicit SmtpLetters(Server server) : server_(std::move(server)) {}
    bool reaches(ContactKind kind) const override { return kind == ContactKind::email; }
    void deliver(jobs::World&, const Letter&) override;

private:
    const Server server_;
};

// The errand a letter travels by.
inline constexpr std::string_view letter_errand = "identity.letter";

}  // namespace meadow::identity
