#include "db/database.hpp"

namespace meadow::db {

std::unique_ptr<Database> open(const Options& options)
{
    const std::string& url = options.url;
    if (url.starts_with("sqlite:")) return open_sqlite(options);
    for (const char* start : {"postgresql://", "postgres://", "host=", "dbname="})
        if (url.starts_with(start)) return open_postgres(options);
    throw Fault(Fault::Kind::broken, "a database is named sqlite:DIR or postgresql://…, not: " + url);
}

}  // namespace meadow::db
