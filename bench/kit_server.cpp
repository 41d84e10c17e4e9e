#include "kit_server.hpp"

#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace meadow::bench {
namespace {

std::string binary()
{
    // build/release/bench/bench_x → build/release/src/app/meadow
    const auto path = std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() / "src/app/meadow";
    if (!std::filesystem::exists(path)) throw std::runtime_error("build " + path.string() + " first");
    return path;
}

double kilobytes(const std::string& status, const std::string& name)
{
    const std::size_t at = status.find(name + ":");
    return at == std::string::npos ? 0 : std::stod(status.substr(at + name.size() + 1));
}

}  // namespace

ServerProcess::ServerProcess(const std::string& directory)
{
    const std::string path = binary();
    int out[2];
    if (pipe(out) != 0) throw std::runtime_error("no pipe");
    pid_ = fork();
    if (pid_ == 0) {
        dup2(out[1], STDOUT_FILENO);
        close(out[0]);
        close(out[1]);
        setenv("MEADOW_LOG_LEVEL", "warn", 1);
        setenv("MEADOW_RATE_LIMITS", "off", 1);
        execl(path.c_str(), "meadow", "serve", "--data", directory.c_str(), "--port", "0", static_cast<char*>(nullptr));
        _exit(127);
    }
    close(out[1]);
    std::string told;
    char byte = 0;
    const std::string words = "Meadow is at http://";
    while (read(out[0], &byte, 1) == 1) {
        told += byte;
        if (byte != '\n') continue;
        if (const std::size_t at = told.find(words); at != std::string::npos) {
            port_ = std::stoi(told.substr(told.find(':', at + words.size()) + 1));
            break;
        }
    }
    close(out[0]);
    if (port_ == 0) throw std::runtime_error("the server did not start: " + told);
}

ServerProcess::~ServerProcess()
{
    kill(pid_, SIGTERM);
    int status = 0;
    waitpid(pid_, &status, 0);
}

ServerProcess::Memory ServerProcess::memory() const
{
    std::stringstream status;
    status << std::ifstream("/proc/" + std::to_string(pid_) + "/status").rdbuf();
    return {kilobytes(status.str(), "VmRSS") / 1e3, kilobytes(status.str(), "RssAnon") / 1e3, kilobytes(status.str(), "VmHWM") / 1e3};
}

double ServerProcess::cpu_seconds() const
{
    std::stringstream stat;
    stat << std::ifstream("/proc/" + std::to_string(pid_) + "/stat").rdbuf();
    std::stringstream rest(stat.str().substr(stat.str().rfind(')') + 2));
    std::string skipped;
    for (int field = 3; field < 14; ++field) rest >> skipped;
    double user = 0, system = 0;
    rest >> user >> system;
    return (user + system) / double(sysconf(_SC_CLK_TCK));
}

std::string ServerProcess::get(const std::string& target) const
{
    const int s = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(std::uint16_t(port_));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string answer;
    if (connect(s, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0) {
        const std::string request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        if (write(s, request.data(), request.size()) == ssize_t(request.size())) {
            char room[16384];
            for (ssize_t n = read(s, room, sizeof room); n > 0; n = read(s, room, sizeof room)) answer.append(room, std::size_t(n));
        }
    }
    close(s);
    if (!answer.starts_with("HTTP/1.1 200")) return {};
    const std::size_t body = answer.find("\r\n\r\n");
    return body == std::string::npos ? std::string{} : answer.substr(body + 4);
}

}  // namespace meadow::bench
