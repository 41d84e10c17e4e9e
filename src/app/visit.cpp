#include "app/visit.hpp"

#include <filesystem>

namespace meadow::app {
namespace {

Parts modest(Parts parts)
{
    parts.lanes.lanes = 1;
    return parts;
}

const Config& there(const Config& config)
{
    expect_town(config);
    return config;
}

db::Database& up_to_date(db::Database& database)
{
    if (db::needs_migration(database, all_migrations()))
        throw std::runtime_error(
            "the schema is older than this binary; bring it up to date first: meadow migrate, or start the server");
    return database;
}

}  // namespace

void expect_town(const Config& config)
{
    if (config.database_url.empty() && !std::filesystem::exists(config.data + "/meadow.db"))
        throw std::runtime_error("there is no town in " + config.data + "; meadow serve --data " + config.data + " makes one");
}

Visit::Visit(const Config& config)
    : opening_(there(config), Beside::server),
      meadow_(modest(opening_.parts()), up_to_date(opening_.database()), opening_.clock(), opening_.dice())
{
}

std::string Visit::sentence_of(const Refusal& refusal)
{
    std::string out(refusal.kind->title);
    if (!refusal.detail.empty()) out += ". " + refusal.detail;
    for (const FieldFault& field : refusal.fields) out += "; " + field.where + " " + field.what;
    return out;
}

}  // namespace meadow::app
