// Where a PostgreSQL server is and how a session there is set up.
#pragma once
#include <libpq-fe.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "db/database.hpp"

namespace meadow::db::postgres {

struct Close {
    void operator()(PGconn* session) const { PQfinish(session); }
    void operator()(PGresult* answer) const { PQclear(answer); }
};
using Session = std::unique_ptr<PGconn, Close>;
using Answer = std::unique_ptr<PGresult, Close>;

class Address {
public:
    // Reads Options::url and Options::schema. Throws Fault broken when either cannot be understood.
    //
    // Unless the url says otherwise a session calls itself "meadow", gives up a statement after 15 s and a lock after 5 s, plans a
    // statement once, and notices a silent network within about 30 s.
    explicit Address(const Options&);

    // A new session, within 10 s. Throws Fault: busy when the server is full or starting, else broken.
    Session connect() const;

    const std::string& schema() const { return schema_; }
    // The same server as a libpq connection string for another program. The password is left out: command lines are public.
    std::string without_password() const;
    // Empty when the url has none (then libpq looks into PGPASSWORD and ~/.pgpass by itself).
    std::string password() const;

private:
    std::vector<std::pair<std::string, std::string>> words_;  // libpq's keywords; a later one overrides
    std::string schema_;
};

}  // namespace meadow::db::postgres
