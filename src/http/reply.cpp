#include "http/reply.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <optional>

#include "http/compress.hpp"
#include "http/fields.hpp"
#include "http/problem.hpp"
#include "http/status.hpp"

namespace meadow::http {
namespace {

Header* find(std::vector<Header>& headers, std::string_view name)
{
    const auto at = std::find_if(headers.begin(), headers.end(), [&](const Header& h) { return same_token(h.name, name); });
    return at == headers.end() ? nullptr : &*at;
}

void set(std::vector<Header>& headers, std::string_view name, std::string value)
{
    if (Header* old = find(headers, name)) {
        old->value = std::move(value);
    } else {
        headers.push_back(Header{std::string(name), std::move(value)});
    }
}

void vary_by_encoding(std::vector<Header>& headers)
{
    Header* vary = find(headers, "Vary");
    if (!vary) return set(headers, "Vary", "Accept-Encoding");
    std::string_view list = vary->value;
    for (auto item = next_item(list); !item.empty(); item = next_item(list))
        if (item == "*" || same_token(item, "Accept-Encoding")) return;
    vary->value += ", Accept-Encoding";
}

bool range_wanted(const Request& request, std::string_view etag)
{
    if (request.method != Method::get || request.header("Range").empty()) return false;
    const auto condition = trim(request.header("If-Range"));
    return condition.empty() || (condition == etag && etag.substr(0, 2) != "W/");  // strong comparison
}

bool is_read(Method method) { return method == Method::get || method == Method::head; }

bool unchanged(const Request& request, Response& response)
{
    if (response.status != 200 || !is_read(request.method)) return false;
    const auto known = request.header("If-None-Match");
    if (known.empty()) return false;
    const Header* etag = find(response.headers, "ETag");
    return etag && names_etag(known, etag->value);
}

void append_number(std::string& out, std::uint64_t value)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

// A field value may hold what people typed: a line break in it must not become a header of its own.
void append_value(std::string& out, std::string_view value)
{
    const auto start = out.size();
    out += value;
    for (auto at = start; at < out.size(); ++at)
        if (static_cast<unsigned char>(out[at]) < 0x20) out[at] = ' ';
}

void append_status_line(std::string& out, int status)
{
    if (status == 200) {
        out += "HTTP/1.1 200 OK\r\n";
        return;
    }
    out += "HTTP/1.1 ";
    append_number(out, static_cast<std::uint64_t>(status));
    out += ' ';
    out += status_title(status);
    out += "\r\n";
}

void append_head(std::string& out, const Request& request, const Response& response, const ReplyFrame& frame,
                 std::optional<std::uint64_t> length)
{
    append_status_line(out, response.status);
    out += "Server: Meadow\r\nX-Content-Type-Options: nosniff\r\nDate: ";
    out += frame.date;
    out += "\r\nX-Request-Id: ";
    out += request.id;
    out += "\r\n";
    if (!response.content_type.empty()) {
        out += "Content-Type: ";
        append_value(out, response.content_type);
        out += "\r\n";
    }
    for (const Header& field : response.headers) {
        append_value(out, field.name);
        out += ": ";
        append_value(out, field.value);
        out += "\r\n";
    }
    if (length) {
        out += "Content-Length: ";
        append_number(out, *length);
        out += "\r\n";
    }
    if (!frame.keep_alive) {
        out += "Connection: close\r\n";
    } else if (frame.http_1_0) {
        out += "Connection: keep-alive\r\n";
    }
    out += "\r\n";
}

// Opens the file and turns the response into 200, 206, 304, 404 or 416. False when the answer is to be sent from memory.
bool open_file(const Request& request, Response& response, FilePart& file)
{
    if (const int error = file.open(response.file); error != 0) {
        const bool missing = error == ENOENT || error == ENOTDIR;
        response = missing ? server_problem(404, "The file is not here", request.id) : server_problem(500, "The file cannot be read", request.id);
        return false;
    }
    if (!find(response.headers, "ETag")) set(response.headers, "ETag", file.tag());
    set(response.headers, "Accept-Ranges", "bytes");
    if (response.status != 200 || unchanged(request, response)) return true;
    if (!range_wanted(request, find(response.headers, "ETag")->value)) return true;
    Range range;
    const std::string total = std::to_string(file.left());
    switch (read_range(request.header("Range"), file.left(), range)) {
        case Ranged::whole:
            break;
        case Ranged::none:
            response = server_problem(416, "", request.id);
            set(response.headers, "Content-Range", "bytes */" + total);
            return false;
        case Ranged::part:
            response.status = 206;
            set(response.headers, "Content-Range",
                "bytes " + std::to_string(range.first) + "-" + std::to_string(range.first + range.length - 1) + "/" + total);
            file.narrow(range.first, range.length);
            break;
    }
    return true;
}

void compress(const Request& request, Response& response, std::string_view bytes)
{
    if (!response.compressible || bytes.size() <= gzip_floor || !shrinks(response.content_type)) return;
    if (response.status == 204 || response.status == 304 || find(response.headers, "Content-Encoding")) return;
    vary_by_encoding(response.headers);
    const auto accepted = request.header("Accept-Encoding");
    if (accepted.empty() || !accepts_gzip(accepted)) return;
    std::string packed = gzip(bytes);
    if (packed.empty()) return;
    response.body = std::move(packed);
    response.shared_body.reset();
    set(response.headers, "Content-Encoding", "gzip");
    // The same tag must not name two different byte sequences, unless it is a weak one.
    Header* etag = find(response.headers, "ETag");
    if (etag && etag->value.substr(0, 2) != "W/") etag->value.insert(0, "W/");
}

}  // namespace

ReplyBody write_reply(std::string& out, const Request& request, Response& response, const ReplyFrame& frame)
{
    ReplyBody body;
    if (response.stream) {
        append_head(out, request, response, frame, {});
        return body;
    }
    FilePart file;
    const bool from_file = !response.file.empty() && open_file(request, response, file);
    if (unchanged(request, response)) {
        response.status = 304;
        response.content_type.clear();
    }
    const bool bodiless = response.status == 304 || response.status == 204;
    std::uint64_t length = 0;
    if (from_file) {
        length = file.left();
    } else {
        compress(request, response, response.shared_body ? std::string_view(*response.shared_body) : response.body);
        body.bytes = response.shared_body ? std::string_view(*response.shared_body) : response.body;
        length = body.bytes.size();
    }
    append_head(out, request, response, frame, bodiless ? std::nullopt : std::optional(length));
    if (bodiless || request.method == Method::head) {
        body.bytes = {};
    } else if (from_file) {
        body.file = std::move(file);
    }
    return body;
}

}  // namespace meadow::http
