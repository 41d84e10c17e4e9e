// meadow openapi: prints docs/openapi.json, or docs/problems.md with --problems.
#include "http/openapi.hpp"

#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "app/commands.hpp"
#include "app/opening.hpp"
#include "http/pages.hpp"

namespace meadow::app {
namespace {

// The routes are those of a whole Meadow, on an empty database that is gone afterwards.
std::string document()
{
    std::string data = std::filesystem::temp_directory_path() / "meadow-openapi-XXXXXX";
    if (mkdtemp(data.data()) == nullptr) throw std::runtime_error("cannot make " + data);
    struct Removal {
        const std::string& path;
        ~Removal() { std::filesystem::remove_all(path); }
    } const removal{data};
    Config config;
    config.data = data;
    Opening opening(config);
    db::migrate(opening.database(), all_migrations());
    const Meadow meadow(opening.parts(), opening.database(), opening.clock(), opening.dice());
    return http::openapi_of(meadow.router().routes()).json;
}

}  // namespace

void add_openapi(Word line)
{
    auto problems = std::make_shared<bool>(false);
    Word command = line.word("openapi", "Print the OpenAPI document");
    command.allows("--problems", *problems, "Print the list of refusals instead");
    command.runs([problems] { std::fputs((*problems ? http::problems_markdown() : document()).c_str(), stdout); });
}

}  // namespace meadow::app
