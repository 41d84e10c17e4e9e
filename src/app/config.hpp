// Configuration: a TOML file, overridden by the environment, overridden by the command line. Every secret may instead be the path
// of a file that holds it: MEADOW_DATABASE_URL_FILE beside MEADOW_DATABASE_URL.
#pragma once
#include <string>
#include <vector>

namespace meadow::app {

struct Config {
    std::string data = "data";                 // the one directory everything lives in
    std::string database_url;                  // empty: SQLite in the data directory
    std::string address = "127.0.0.1";
    int port = 8080;
    std::string public_url;                    // how the world reaches this server, "https://meadow.example"; empty: as its own machine does
    int io_threads = 1;
    int lanes = 4;
    std::vector<std::string> trusted_proxies;
    std::string log_level = "info";
    bool access_log = false;                   // one line a request
    std::string web;                           // the folder of the web apps; empty: looked for above the binary
    std::vector<std::string> metrics_readers{"127.0.0.1", "::1"};  // addresses that may read /metrics; "*": anybody
    std::string dictionary;                    // words in jieba's format; empty: DATA/words.txt when it is there, else the built-in ones
    bool rate_limits = true;
    std::string smtp_url;                      // "smtp://mail.example.org:587"; empty: letters go to the console mailbox
    std::string smtp_user, smtp_password;
    std::string smtp_from;                     // "town@example.org"
    bool smtp_demand_tls = true;
    std::int64_t commit_delay_us = 0;          // an artificial slow disk, for measurements
};

// Reads `file` (when it is not empty; else DATA/meadow.toml when that exists) and the environment; `data`, when it is not empty, wins
// over both. Throws std::runtime_error naming file, line and key of what is unknown or of the wrong type.
Config load_config(const std::string& file, const std::string& data);

// Every key there is, sorted: what docs/operations.md must explain.
std::vector<std::string> config_keys();

}  // namespace meadow::app
