// Files and pages that do not change while the process lives: the web apps' builds, the API page. All of it is in memory, with the
// compressed forms that stand beside the files (.br, .gz). Every answer carries an ETag; files whose name holds a hash may be
// kept for ever; HTML gets a Content-Security-Policy without inline script or style.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

namespace meadow::http {

// What goes with every page of the apps: the Content-Security-Policy and its like.
std::vector<Header> page_headers();

class Statics {
public:
    // Serves the files below `directory` under `prefix` ("" or "/console"). A navigation to a path below it that is no file gets
    // its index.html, because the app has paths of its own; anything else that is no file is left to a 404. False and nothing
    // served when there is no index.html. Throws std::runtime_error when a file cannot be read or all are more than `cap` bytes.
    bool add_app(const std::string& prefix, const std::filesystem::path& directory);
    static constexpr std::size_t cap = 64 * 1024 * 1024;

    void add_page(const std::string& path, std::string_view content_type, std::string body);
    // Nothing when no file and no app is there.
    std::optional<Response> find(const Request&) const;

private:
    struct File {
        std::string content_type;
        std::string cache;
        std::string etag;
        std::shared_ptr<const std::string> plain, gzip, brotli;
    };
    struct App {
        std::string prefix;
        const File* index;
    };

    const File* file_of(const Request&) const;
    static Response answer(const Request&, const File&);

    std::map<std::string, File, std::less<>> files_;
    std::vector<App> apps_;
    std::size_t bytes_ = 0;
};

}  // namespace meadow::http
