#include "db/postgres_dump.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "db/postgres_fault.hpp"

extern char** environ;

namespace meadow::db::postgres {

namespace {

constexpr std::size_t most_complaint = 4096;

class Fd {
public:
    explicit Fd(int fd) : fd_(fd) {}
    Fd(const Fd&) = delete;
    ~Fd() { close(); }
    void close()
    {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }
    int get() const { return fd_; }

private:
    int fd_;
};

std::vector<char*> pointers(std::vector<std::string>& words)
{
    std::vector<char*> out;
    for (std::string& word : words) out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

std::vector<std::string> environment_with(const std::string& password)
{
    std::vector<std::string> out;
    for (char** variable = environ; *variable; ++variable)
        if (password.empty() || !std::string_view(*variable).starts_with("PGPASSWORD=")) out.emplace_back(*variable);
    if (!password.empty()) out.push_back("PGPASSWORD=" + password);
    return out;
}

// Everything the program says is read, so that it never blocks; the beginning is kept.
std::string read_complaint(int pipe)
{
    std::string kept;
    char chunk[1024];
    for (;;) {
        const ssize_t got = ::read(pipe, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        kept.append(chunk, std::min(std::size_t(got), most_complaint - kept.size()));
    }
    return std::string(trimmed(kept.c_str()));
}

[[noreturn]] void fail(const std::string& program, const std::string& why) { throw Fault(Fault::Kind::broken, program + ": " + why); }

// Runs a program found on PATH to its end; throws with its standard error unless it ends well.
void run(std::vector<std::string> arguments, std::vector<std::string> environment)
{
    int ends[2];
    const std::string program = arguments[0];
    if (pipe2(ends, O_CLOEXEC) != 0) fail(program, std::strerror(errno));
    Fd read_end(ends[0]), write_end(ends[1]);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, write_end.get(), STDERR_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    pid_t child = 0;
    const int error = posix_spawnp(&child, arguments[0].c_str(), &actions, nullptr, pointers(arguments).data(),
                                   pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) fail(program, "cannot be started: " + std::string(std::strerror(error)));

    write_end.close();
    const std::string complaint = read_complaint(read_end.get());
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) fail(program, std::strerror(errno));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) fail(program, complaint.empty() ? "ended early" : complaint);
}

}  // namespace

void dump(const Address& address, const std::filesystem::path& to, const std::string& snapshot)
{
    std::error_code ignored;
    std::filesystem::create_directories(to.parent_path(), ignored);  // pg_dump tells it better should this fail
    const std::filesystem::path unfinished = to.string() + ".unfinished";
    std::vector<std::string> arguments{"pg_dump", "--format=custom", "--no-password", "--file=" + unfinished.string(),
                                       "--dbname=" + address.without_password()};
    if (!address.schema().empty()) arguments.push_back("--schema=" + address.schema());
    if (!snapshot.empty()) arguments.push_back("--snapshot=" + snapshot);
    try {
        run(std::move(arguments), environment_with(address.password()));
        std::filesystem::rename(unfinished, to);
    } catch (const std::filesystem::filesystem_error& e) {
        fail("pg_dump", e.what());
    } catch (const Fault&) {
        std::filesystem::remove(unfinished, ignored);
        throw;
    }
}

void load(const Address& address, const std::filesystem::path& from)
{
    run({"pg_restore", "--no-password", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error",
         "--dbname=" + address.without_password(), from.string()},
        environment_with(address.password()));
}

}  // namespace meadow::db::postgres
