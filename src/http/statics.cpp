#include "http/statics.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "http/compress.hpp"

namespace meadow::http {
namespace {

constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
constexpr std::string_view ask_again = "no-cache";

// Photographs come from this server (blob: and data: are what a browser makes of a picture about to be uploaded).
constexpr std::string_view policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; "
    "font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

struct Kind {
    std::string_view ending, type;
};
constexpr std::array<Kind, 16> kinds{{{".html", "text/html; charset=utf-8"},
                                      {".js", "text/javascript; charset=utf-8"},
                                      {".mjs", "text/javascript; charset=utf-8"},
                                      {".css", "text/css; charset=utf-8"},
                                      {".json", "application/json"},
                                      {".webmanifest", "application/manifest+json"},
                                      {".svg", "image/svg+xml"},
                                      {".png", "image/png"},
                                      {".jpg", "image/jpeg"},
                                      {".webp", "image/webp"},
                                      {".ico", "image/x-icon"},
                                      {".woff2", "font/woff2"},
                                      {".wasm", "application/wasm"},
                                      {".txt", "text/plain; charset=utf-8"},
                                      {".xml", "application/xml"},
                                      {".map", "application/json"}}};

std::string_view type_of(std::string_view name)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) { return name.ends_with(k.ending); });
    return found == kinds.end() ? "application/octet-stream" : found->type;
}

// "index-B5x_9QaZ.js": what Vite makes of a name whose content may never change.
bool has_hash(const std::filesystem::path& file)
{
    const std::string stem = file.stem().string();
    const auto dash = stem.rfind('-');
    if (dash == std::string::npos || stem.size() - dash - 1 < 8) return false;
    return file.parent_path().filename() == "assets";
}

std::shared_ptr<const std::string> read(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return std::make_shared<const std::string>(std::move(out).str());
}

std::string etag_of(std::string_view body)
{
    char out[24];
    const int length = std::snprintf(out, sizeof out, "\"%016llx\"", static_cast<unsigned long long>(XXH3_64bits(body.data(), body.size())));
    return {out, std::size_t(length)};
}

bool is_navigation(const Request& request)
{
    const std::string_view last = std::string_view(request.path).substr(request.path.rfind('/') + 1);
    return last.find('.') == std::string_view::npos && request.header("Accept").find("text/html") != std::string_view::npos;
}

bool is_below(std::string_view path, std::string_view prefix)
{
    return path.starts_with(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '/');
}

}  // namespace

std::vector<Header> page_headers()
{
    return {{"Content-Security-Policy", std::string(policy)},
            {"Referrer-Policy", "same-origin"},
            {"Permissions-Policy", "camera=(self), geolocation=(self), microphone=()"},
            {"Cross-Origin-Opener-Policy", "same-origin"}};
}

bool Statics::add_app(const std::string& prefix, const std::filesystem::path& directory)
{
    if (!std::filesystem::is_regular_file(directory / "index.html")) return false;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
        const std::filesystem::path& path = entry.path();
        if (!entry.is_regular_file() || path.extension() == ".br" || path.extension() == ".gz") continue;
        File& file = files_[prefix + "/" + path.lexically_relative(directory).generic_string()];
        file.content_type = type_of(path.filename().string());
        file.cache = has_hash(path) ? for_ever : ask_again;
        file.plain = read(path);
        file.etag = etag_of(*file.plain);
        if (std::filesystem::exists(path.string() + ".br")) file.brotli = read(path.string() + ".br");
        if (std::filesystem::exists(path.string() + ".gz")) file.gzip = read(path.string() + ".gz");
        for (const auto& form : {file.plain, file.brotli, file.gzip}) bytes_ += form ? form->size() : 0;
        if (bytes_ > cap) throw std::runtime_error(directory.string() + " is too large to be kept in memory");
    }
    apps_.push_back({prefix, &files_.at(prefix + "/index.html")});
    return true;
}

void Statics::add_page(const std::string& path, std::string_view content_type, std::string body)
{
    File& file = files_[path];
    file.content_type = content_type;
    file.cache = ask_again;
    file.etag = etag_of(body);
    file.plain = std::make_shared<const std::string>(std::move(body));
    if (std::string packed = http::gzip(*file.plain); file.plain->size() > gzip_floor && !packed.empty())
        file.gzip = std::make_shared<const std::string>(std::move(packed));
}

const Statics::File* Statics::file_of(const Request& request) const
{
    if (const auto found = files_.find(request.path); found != files_.end()) return &found->second;
    const App* app = nullptr;  // the one with the longest prefix
    for (const App& a : apps_)
        if (is_below(request.path, a.prefix) && (app == nullptr || a.prefix.size() > app->prefix.size())) app = &a;
    if (app == nullptr || is_below(request.path, "/v1")) return nullptr;
    return request.path == app->prefix + "/" || is_navigation(request) ? app->index : nullptr;
}

std::optional<Response> Statics::find(const Request& request) const
{
    for (const App& app : apps_) {
        if (app.prefix.empty() || request.path != app.prefix) continue;
        Response moved;  // relative addresses of the app are below its prefix
        moved.status = 308;
        moved.headers.push_back({"Location", app.prefix + "/"});
        return moved;
    }
    const File* file = file_of(request);
    return file == nullptr ? std::nullopt : std::optional(answer(request, *file));
}

Response Statics::answer(const Request& request, const File& file)
{
    Response out;
    out.content_type = file.content_type;
    out.compressible = !file.gzip && !file.brotli;
    out.shared_body = file.plain;
    std::string etag = file.etag;
    const std::string_view accepted = request.header("Accept-Encoding");
    const auto use = [&](const std::shared_ptr<const std::string>& form, std::string_view coding, std::string_view mark) {
        out.shared_body = form;
        out.headers.push_back({"Content-Encoding", std::string(coding)});
        etag.insert(etag.size() - 1, mark);
    };
    if (file.brotli && accepts_brotli(accepted)) use(file.brotli, "br", "b");
    else if (file.gzip && !accepted.empty() && accepts_gzip(accepted)) use(file.gzip, "gzip", "g");
    out.headers.push_back({"ETag", std::move(etag)});
    out.headers.push_back({"Cache-Control", file.cache});
    if (!out.compressible) out.headers.push_back({"Vary", "Accept-Encoding"});
    if (file.content_type.starts_with("text/html")) {
        for (Header& header : page_headers()) out.headers.push_back(std::move(header));
    }
    return out;
}

}  // namespace meadow::http
