#include "app/config.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>
#include <toml++/toml.h>

namespace meadow::app {
namespace {

using Take = std::function<void(Config&, const std::string&)>;

int to_int(const std::string& text, int least, int most)
{
    std::size_t used = 0;
    const int value = std::stoi(text, &used);
    if (used != text.size() || value < least || value > most) throw std::invalid_argument("not a whole number within its bounds");
    return value;
}

std::string to_level(const std::string& text)
{
    for (const char* const level : {"debug", "info", "warn", "error", "off"})
        if (text == level) return text;
    throw std::invalid_argument("not a level");
}

bool is_on(const std::string& text)
{
    if (text != "on" && text != "off" && text != "true" && text != "false" && text != "1" && text != "0")
        throw std::invalid_argument("neither on nor off");
    return text == "on" || text == "true" || text == "1";
}

std::vector<std::string> to_list(const std::string& text)
{
    std::vector<std::string> out;
    std::stringstream in(text);
    for (std::string item; std::getline(in, item, ',');)
        if (!item.empty()) out.push_back(item);
    return out;
}

// "https://meadow.example", without a slash at its end: paths are put behind it.
std::string origin_of(std::string text)
{
    if (text.ends_with('/')) text.pop_back();
    const bool known = text.empty() || text.starts_with("https://") || text.starts_with("http://");
    if (!known || text.find('/', text.find("//") + 2) != std::string::npos) throw std::invalid_argument("origin");
    return text;
}

// One row a key: its name in TOML, and in upper case after MEADOW_ in the environment.
const std::map<std::string, Take>& keys()
{
    static const std::map<std::string, Take> all{
        {"data", [](Config& c, const std::string& v) { c.data = v; }},
        {"database_url", [](Config& c, const std::string& v) { c.database_url = v; }},
        {"address", [](Config& c, const std::string& v) { c.address = v; }},
        {"port", [](Config& c, const std::string& v) { c.port = to_int(v, 0, 65535); }},
        {"public_url", [](Config& c, const std::string& v) { c.public_url = origin_of(v); }},
        {"io_threads", [](Config& c, const std::string& v) { c.io_threads = to_int(v, 1, 256); }},
        {"lanes", [](Config& c, const std::string& v) { c.lanes = to_int(v, 1, 64); }},
        {"trusted_proxies", [](Config& c, const std::string& v) { c.trusted_proxies = to_list(v); }},
        {"log_level", [](Config& c, const std::string& v) { c.log_level = to_level(v); }},
        {"access_log", [](Config& c, const std::string& v) { c.access_log = is_on(v); }},
        {"web", [](Config& c, const std::string& v) { c.web = v; }},
        {"metrics_readers", [](Config& c, const std::string& v) { c.metrics_readers = to_list(v); }},
        {"rate_limits", [](Config& c, const std::string& v) { c.rate_limits = is_on(v); }},
        {"smtp_url", [](Config& c, const std::string& v) { c.smtp_url = v; }},
        {"smtp_user", [](Config& c, const std::string& v) { c.smtp_user = v; }},
        {"smtp_password", [](Config& c, const std::string& v) { c.smtp_password = v; }},
        {"smtp_from", [](Config& c, const std::string& v) { c.smtp_from = v; }},
        {"smtp_demand_tls", [](Config& c, const std::string& v) { c.smtp_demand_tls = is_on(v); }},
        {"dictionary", [](Config& c, const std::string& v) { c.dictionary = v; }},
        {"commit_delay_us", [](Config& c, const std::string& v) { c.commit_delay_us = to_int(v, 0, 10'000'000); }},
    };
    return all;
}

void take(Config& config, const std::string& key, const std::string& value, const std::string& where)
{
    const auto found = keys().find(key);
    if (found == keys().end()) throw std::runtime_error(where + ": there is no setting called " + key);
    try {
        found->second(config, value);
    } catch (const std::logic_error&) {
        throw std::runtime_error(where + ": " + key + " cannot be " + value);
    }
}

std::string as_text(const toml::node& node, const std::string& key, const std::string& where)
{
    if (const auto text = node.value_exact<std::string>()) return *text;
    if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
    if (const auto truth = node.value_exact<bool>()) return *truth ? "on" : "off";
    if (const auto* list = node.as_array()) {
        std::string out;
        bool all_text = true;
        for (const auto& item : *list) {
            all_text = all_text && item.is_string();
            out += (out.empty() ? "" : ",") + item.value_or(std::string{});
        }
        if (all_text) return out;
    }
    throw std::runtime_error(where + ": " + key + " must be text, a whole number, true, false or a list of text");
}

void read_file(Config& config, const std::string& path)
{
    toml::table table;
    try {
        table = toml::parse_file(path);
    } catch (const toml::parse_error& error) {
        std::ostringstream what;
        what << path << ": " << error;
        throw std::runtime_error(what.str());
    }
    for (const auto& [key, node] : table) {
        const std::string where = path + ":" + std::to_string(key.source().begin.line);
        take(config, std::string(key.str()), as_text(node, std::string(key.str()), where), where);
    }
}

void read_environment(Config& config)
{
    for (const auto& [key, unused] : keys()) {
        std::string name = "MEADOW_" + key;
        for (char& c : name) c = char(std::toupper(static_cast<unsigned char>(c)));
        if (const char* value = std::getenv(name.c_str())) take(config, key, value, name);
        if (const char* path = std::getenv((name + "_FILE").c_str())) {
            std::ifstream in(path);
            std::string value;
            if (!std::getline(in, value)) throw std::runtime_error(name + "_FILE: cannot read " + path);
            take(config, key, value, name + "_FILE");
        }
    }
}

}  // namespace

Config load_config(const std::string& file, const std::string& data)
{
    Config config;
    read_environment(config);  // once before, for where the data directory is
    if (!data.empty()) config.data = data;
    const std::string usual = config.data + "/meadow.toml";
    if (!file.empty()) read_file(config, file);
    else if (std::filesystem::exists(usual)) read_file(config, usual);
    read_environment(config);
    if (!data.empty()) config.data = data;
    return config;
}

std::vector<std::string> config_keys()
{
    std::vector<std::string> out;
    for (const auto& [key, unused] : keys()) out.push_back(key);
    return out;
}

}  // namespace meadow::app
