// The real `meadow serve`, in a process of its own, over the files or the database of a Town that sleeps.
#pragma once
#include <sys/types.h>

#include <string>

#include "support/town.hpp"

namespace meadow::testing {

class ServerProcess {
public:
    // Returns once it listens. `port` 0: any free one. Throws when it ends before that.
    explicit ServerProcess(const Town&, int port = 0);
    ~ServerProcess() { kill(); }
    ServerProcess(const ServerProcess&) = delete;
    int port() const { return port_; }
    // kill -9; returns when it is gone. Nothing it meant to do happens after that.
    void kill();
    // SIGTERM; the exit code.
    int end();

private:
    std::string first_words();
    int reap();

    pid_t pid_ = 0;
    int words_ = -1;   // what it prints
    int port_ = 0;
};

}  // namespace meadow::testing
