#include "processes/server_process.hpp"

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <vector>

extern char** environ;

namespace meadow::testing {
namespace {

constexpr std::string_view greeting = "Meadow is at http://127.0.0.1:";

// What this process has, but for settings of a server that somebody may have exported.
std::vector<std::string> environment_of(const Town& town)
{
    std::vector<std::string> out;
    for (char** word = environ; *word != nullptr; ++word)
        if (!std::string_view(*word).starts_with("MEADOW_")) out.emplace_back(*word);
    out.emplace_back("MEADOW_RATE_LIMITS=off");
    out.emplace_back("MEADOW_LOG_LEVEL=off");
    if (!town.database_options().url.starts_with("sqlite:")) out.push_back("MEADOW_DATABASE_URL=" + town.database_options().url);
    return out;
}

std::vector<char*> pointers(std::vector<std::string>& words)
{
    std::vector<char*> out;
    for (std::string& word : words) out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

}  // namespace

ServerProcess::ServerProcess(const Town& town, int port)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    words_ = ends[0];
    std::vector<std::string> command{MEADOW_BINARY, "serve", "--data", town.directory(), "--port", std::to_string(port)};
    std::vector<std::string> environment = environment_of(town);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
    const int failed = posix_spawn(&pid_, command[0].c_str(), &files, nullptr, pointers(command).data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&files);
    close(ends[1]);
    if (failed != 0) throw std::runtime_error("cannot start " + command[0]);
    const std::string words = first_words();
    const std::size_t at = words.find(greeting);
    if (at == std::string::npos) throw std::runtime_error("the server did not come up: " + words);
    port_ = std::stoi(words.substr(at + greeting.size()));
}

// Until it has said where it is, or has ended.
std::string ServerProcess::first_words()
{
    std::string words;
    char buffer[512];
    for (;;) {
        const std::size_t at = words.find(greeting);
        if (at != std::string::npos && words.find('\n', at) != std::string::npos) return words;
        const ssize_t read_now = read(words_, buffer, sizeof buffer);
        if (read_now <= 0) return words;
        words.append(buffer, std::size_t(read_now));
    }
}

int ServerProcess::reap()
{
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = 0;
    close(words_);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void ServerProcess::kill()
{
    if (pid_ == 0) return;
    ::kill(pid_, SIGKILL);
    reap();
}

int ServerProcess::end()
{
    ::kill(pid_, SIGTERM);
    return reap();
}

}  // namespace meadow::testing
