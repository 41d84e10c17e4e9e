// The real server, as a process of its own: what a person would start, measured from outside.
#pragma once
#include <sys/types.h>

#include <string>

namespace meadow::bench {

class ServerProcess {
public:
    // Starts `meadow serve` (the binary beside this benchmark's build) on a data directory and waits until it tells its address.
    explicit ServerProcess(const std::string& directory);
    ~ServerProcess();   // SIGTERM, and waits
    ServerProcess(const ServerProcess&) = delete;

    int port() const { return port_; }
    struct Memory {
        double resident_mb = 0;    // all of it, pages of the database file that are mapped included
        double anonymous_mb = 0;   // its own
        double peak_mb = 0;        // the most that ever was resident
    };
    Memory memory() const;
    double cpu_seconds() const;
    // The body of one answer; empty unless it is 200.
    std::string get(const std::string& target) const;

private:
    pid_t pid_ = -1;
    int port_ = 0;
};

}  // namespace meadow::bench
