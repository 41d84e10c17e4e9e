// Response to bytes: decides conditional answers, ranges and compression, and writes the head. No sockets.
#pragma once
#include <string>
#include <string_view>

#include "http/file_part.hpp"
#include "http/message.hpp"

namespace meadow::http {

// What the connection adds to every answer.
struct ReplyFrame {
    std::string_view date;  // IMF-fixdate
    bool keep_alive = true;
    bool http_1_0 = false;
};

// What follows the head. `bytes` points into the Response.
struct ReplyBody {
    std::string_view bytes;
    FilePart file;
};

// Appends the head to `out`. May change the response: its body is compressed in place, a 200 becomes 206, 304 or 416.
ReplyBody write_reply(std::string& out, const Request&, Response&, const ReplyFrame&);

}  // namespace meadow::http
