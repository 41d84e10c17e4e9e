#include "http/parser.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace meadow::http {
namespace {

struct Read {
    std::vector<std::string> requests;  // "path|body" of each whole message
    int status = 0;                     // of the refusal that ended it, if any
};

// Offers `bytes` in pieces of `step`, as a connection would.
Read read(std::string_view bytes, std::size_t step, std::size_t body_cap = 1000, std::size_t budget_cap = 1'000'000)
{
    BodyBudget budget(budget_cap);
    Read result;
    {
        ParserCaps caps;
        caps.header = 512;
        caps.target = 64;
        caps.fields = 10;
        Parser parser(caps, budget);
        Request request;
        parser.start(request);
        std::string waiting;
        while (!bytes.empty() && result.status == 0) {
            waiting += bytes.substr(0, step);
            bytes.remove_prefix(std::min(step, bytes.size()));
            for (bool going = true; going;) {
                const auto used = parser.feed(waiting);
                waiting.erase(0, used);
                going = used > 0;
                if (parser.state() == Parser::State::head_done) {
                    parser.expect_body(body_cap);
                    going = true;
                }
                if (parser.state() == Parser::State::done) {
                    if (!request.body.empty()) EXPECT_GE(request.body.capacity(), request.body.size() + body_padding);
                    result.requests.push_back(request.target + "|" + request.body);
                    parser.start(request);
                    going = true;
                }
                if (parser.state() == Parser::State::failed) {
                    result.status = parser.status();
                    going = false;
                }
            }
        }
    }
    EXPECT_EQ(budget.used(), 0u);
    return result;
}

std::string raw(std::string_view row)
{
    std::string out;
    for (const char c : row) {
        if (c == '~') out += '\r';
        out += c == '~' || c == '^' ? '\n' : c;
    }
    return out;
}

struct Case {
    const char* name;
    const char* bytes;  // ~ is CRLF, ^ a lone LF
    const char* requests;
    int status;
};

const Case table[] = {
    {"plain", "GET /a HTTP/1.1~Host: x~~", "/a| ", 0},
    {"two in a row", "GET /a HTTP/1.1~Host: x~~GET /b HTTP/1.1~Host: x~~", "/a| /b| ", 0},
    {"empty lines in front", "~~GET /a HTTP/1.1~Host: x~~", "/a| ", 0},
    {"body by length", "POST /a HTTP/1.1~Host: x~Content-Length: 3~~abcGET /b HTTP/1.1~Host: x~~", "/a|abc /b| ", 0},
    {"body by chunks", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~3~abc~2;x=y~de~0~~GET /b HTTP/1.1~Host: x~~",
     "/a|abcde /b| ", 0},
    {"trailers are dropped", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~1~a~0~Host: evil~X: y~~", "/a|a ", 0},
    {"HTTP/1.0 without Host", "GET /a HTTP/1.0~~", "/a| ", 0},
    {"no Host", "GET /a HTTP/1.1~~", "", 400},
    {"two Hosts", "GET /a HTTP/1.1~Host: x~Host: y~~", "", 400},
    {"Host with a path", "GET /a HTTP/1.1~Host: x/y~~", "", 400},
    {"length and chunked", "POST /a HTTP/1.1~Host: x~Content-Length: 3~Transfer-Encoding: chunked~~0~~", "", 400},
    {"chunked and length", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~Content-Length: 3~~0~~", "", 400},
    {"two lengths", "POST /a HTTP/1.1~Host: x~Content-Length: 3~Content-Length: 4~~abcd", "", 400},
    {"a list of lengths", "POST /a HTTP/1.1~Host: x~Content-Length: 3, 3~~abc", "", 400},
    {"signed length", "POST /a HTTP/1.1~Host: x~Content-Length: +3~~abc", "", 400},
    {"negative length", "POST /a HTTP/1.1~Host: x~Content-Length: -3~~abc", "", 400},
    {"hexadecimal length", "POST /a HTTP/1.1~Host: x~Content-Length: 0x3~~abc", "", 400},
    {"length beyond 64 bits", "POST /a HTTP/1.1~Host: x~Content-Length: 99999999999999999999~~abc", "", 400},
    {"empty length", "POST /a HTTP/1.1~Host: x~Content-Length:~~abc", "", 400},
    {"chunked twice", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~Transfer-Encoding: chunked~~0~~", "", 400},
    {"chunked not last", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked, gzip~~0~~", "", 501},
    {"gzip then chunked", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: gzip, chunked~~0~~", "", 501},
    {"disguised chunked", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: xchunked~~0~~", "", 501},
    {"chunked in quotes", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: \"chunked\"~~0~~", "", 501},
    {"chunked in HTTP/1.0", "POST /a HTTP/1.0~Transfer-Encoding: chunked~~0~~", "", 400},
    {"space before the colon", "POST /a HTTP/1.1~Host: x~Content-Length : 3~~abc", "", 400},
    {"lone LF", "GET /a HTTP/1.1^Host: x^^~~", "", 400},
    {"lone LF between headers", "GET /a HTTP/1.1~Host: x^Content-Length: 3~~", "", 400},
    {"nameless header", "GET /a HTTP/1.1~: x~Host: x~~", "", 400},
    {"negative chunk", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~-1~a~0~~", "", 400},
    {"chunk size with 0x", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~0x1~a~0~~", "", 400},
    {"chunk longer than it says", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~1~ab~0~~", "", 400},
    {"huge chunk size", "POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~fffffffffffffffff~a~0~~", "", 400},
    {"unknown method", "BREW /a HTTP/1.1~Host: x~~", "", 501},
    {"CONNECT", "CONNECT x:80 HTTP/1.1~Host: x~~", "", 501},
    {"HTTP/2 preface", "PRI * HTTP/2.0~~SM~~", "", 400},
    {"no version", "GET /a~~", "", 400},
    {"unknown content encoding", "POST /a HTTP/1.1~Host: x~Content-Encoding: br~Content-Length: 1~~a", "", 415},
    {"encoded twice", "POST /a HTTP/1.1~Host: x~Content-Encoding: gzip, gzip~Content-Length: 1~~a", "", 415},
    {"not gzip at all", "POST /a HTTP/1.1~Host: x~Content-Encoding: gzip~Content-Length: 1~~a", "", 400},
    {"odd expectation", "POST /a HTTP/1.1~Host: x~Expect: the-worst~Content-Length: 1~~a", "", 417},
};

TEST(Parser, reads_every_row_the_same_however_it_is_split)
{
    for (const Case& row : table) {
        for (const std::size_t step : {1u, 2u, 7u, 10000u}) {
            const Read got = read(raw(row.bytes), step);
            std::string requests;
            for (const std::string& one : got.requests) requests += one + " ";
            EXPECT_EQ(requests, row.requests) << row.name << ", in steps of " << step;
            EXPECT_EQ(got.status, row.status) << row.name << ", in steps of " << step;
        }
    }
}

TEST(Parser, holds_every_cap)
{
    const std::string long_target = "GET /" + std::string(80, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string endless_target = "GET /" + std::string(2000, 'a');
    const std::string endless_header = "GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(2000, 'a');
    const std::string large_head = "GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(490, 'a') + "\r\n\r\n";
    std::string many_fields = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 20; ++i) many_fields += "A: b\r\n";
    many_fields += "\r\n";
    const std::string large_body = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n";
    const std::string large_chunks =
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n" + std::string(1000, 'b') + "\r\n1\r\nb\r\n";
    const std::string endless_extension =
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;" + std::string(100'000, 'x');
    for (const std::size_t step : {1u, 100u, 100'000u}) {
        EXPECT_EQ(read(long_target, step).status, 414);
        EXPECT_EQ(read(endless_target, step).status, 414);
        EXPECT_EQ(read(endless_header, step).status, 431);
        EXPECT_EQ(read(large_head, step).status, 431);
        EXPECT_EQ(read(many_fields, step).status, 431);
        EXPECT_EQ(read(std::string(1000, '\n'), step).status, 431);
        EXPECT_EQ(read(large_body, step).status, 413);
        EXPECT_EQ(read(large_chunks, step).status, 413);
        EXPECT_EQ(read(endless_extension, step).status, 400);
        EXPECT_EQ(read("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n" + std::string(100, 'b'), step, 1000, 99).status,
                  503);
    }
}

}  // namespace
}  // namespace meadow::http
