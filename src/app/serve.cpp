// meadow serve: opens the data directory, brings the schema up to date, serves until SIGTERM or SIGINT.
#include <signal.h>

#include <cstdio>

#include "app/commands.hpp"
#include "app/config.hpp"
#include "app/front.hpp"
#include "app/opening.hpp"
#include "app/wiring.hpp"
#include "http/server.hpp"
#include "jobs/log.hpp"
#include "jobs/outgoing.hpp"
#include "modules/identity/links/first_operator.hpp"

namespace meadow::app {
namespace {

struct Choice {
    std::string file, data, web;
    int port = -1;
};

log::Level level_of(const std::string& name)
{
    if (name == "debug") return log::Level::debug;
    if (name == "warn") return log::Level::warn;
    if (name == "error") return log::Level::error;
    if (name == "off") return log::Level::off;
    if (name == "info") return log::Level::info;
    throw std::runtime_error("log_level must be debug, info, warn, error or off");
}

// Blocks the signals that end the process in this thread and all it starts; wait_for_end() then takes them.
sigset_t ending_signals()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal_number : {SIGTERM, SIGINT}) sigaddset(&set, signal_number);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    return set;
}

// True when a signal came. False when the node lease was lost: somebody else may make the same ids now, so we must not go on.
bool wait_for_end(const sigset_t& ending, db::NodeLease& lease)
{
    constexpr timespec second{1, 0};
    for (;;) {
        const int signal_number = sigtimedwait(&ending, nullptr, &second);
        if (signal_number > 0) {
            log::info("stopping", {{"signal", std::to_string(signal_number)}});
            return true;
        }
        if (lease.check()) continue;
        log::error("the node lease is lost");
        return false;
    }
}

// A town without an operator: whoever can read this may become the first one. The secret stands behind '#', where no log sees it.
void greet_first_operator(Meadow& meadow, const std::string& home)
{
    std::optional<std::string> token;
    jobs::write_in_lane(meadow.world(), {}, 0, [&](WriteCtx& ctx) { return (token = identity::first_operator_token(ctx)).has_value(); });
    if (token) std::printf("Become its first operator: %s/console/first-operator#%s\n", home.c_str(), token->c_str());
}

void serve(const Choice& choice)
{
    Config config = load_config(choice.file, choice.data);
    if (choice.port >= 0) config.port = choice.port;
    if (!choice.web.empty()) config.web = choice.web;
    const sigset_t ending = ending_signals();
    signal(SIGPIPE, SIG_IGN);
    log::start(level_of(config.log_level));

    Opening opening(config);
    opening.bring_up_to_date();
    Meadow meadow(opening.parts(), opening.database(), opening.clock(), opening.dice());
    Front front(meadow, {config.web.empty() ? find_web() : std::filesystem::path(config.web), config.metrics_readers});
    meadow.start();

    http::ServerOptions options;
    options.address = config.address;
    options.port = config.port;
    options.io_threads = config.io_threads;
    options.trusted_proxies = config.trusted_proxies;
    const auto server = http::start_server(options, meadow.router());
    front.watch(server.get());
    meadow.world().adapters.get<jobs::OwnAddress>().set(reached_at(config.address, server->port()));
    const std::string home = "http://" + config.address + ":" + std::to_string(server->port());
    std::printf("Meadow is at %s\n", home.c_str());
    greet_first_operator(meadow, home);
    std::fflush(stdout);

    const bool told = wait_for_end(ending, *opening.lease());
    front.watch(nullptr);
    server->stop(std::chrono::seconds{10});
    log::stop();
    if (!told) throw std::runtime_error("another process may have our place in the database now; start again");
}

}  // namespace

void add_serve(Word line)
{
    auto choice = std::make_shared<Choice>();
    Word command = line.word("serve", "Serve the town over HTTP");
    command.takes("--config", choice->file, "TOML file (default: DATA/meadow.toml when it is there)");
    command.takes("--data", choice->data, "Data directory");
    command.takes("--port", choice->port, "Port to listen on", 0, 65535);
    command.takes("--web", choice->web, "Folder of the web apps (default: web/ above the binary)");
    command.runs([choice] { serve(*choice); });
}

}  // namespace meadow::app
