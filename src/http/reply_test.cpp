#include "http/reply.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <fstream>

#include "http/status.hpp"

namespace meadow::http {
namespace {

struct Written {
    std::string head;
    std::string body;  // in memory
    std::uint64_t file = 0;
    bool has(std::string_view line) const { return head.find("\r\n" + std::string(line) + "\r\n") != std::string::npos; }
    int status() const { return std::stoi(head.substr(9)); }
};

Written write(const Request& request, Response response)
{
    ReplyFrame frame;
    frame.date = "Sun, 06 Nov 1994 08:49:37 GMT";
    Written written;
    ReplyBody body = write_reply(written.head, request, response, frame);
    written.body = body.bytes;
    written.file = body.file.left();
    return written;
}

Request get(std::vector<Header> headers = {})
{
    Request request;
    request.id = "req-1";
    request.headers = std::move(headers);
    return request;
}

Response page(std::string body, std::vector<Header> headers = {})
{
    Response response;
    response.content_type = "text/html; charset=utf-8";
    response.body = std::move(body);
    response.headers = std::move(headers);
    return response;
}

TEST(Reply, has_what_every_answer_has)
{
    const auto written = write(get(), page("hi"));
    EXPECT_EQ(written.head.substr(0, 17), "HTTP/1.1 200 OK\r\n");
    for (const char* line : {"Server: Meadow", "X-Content-Type-Options: nosniff", "Date: Sun, 06 Nov 1994 08:49:37 GMT",
                             "X-Request-Id: req-1", "Content-Length: 2", "Content-Type: text/html; charset=utf-8"})
        EXPECT_TRUE(written.has(line)) << line;
    EXPECT_EQ(written.body, "hi");
    EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST(Reply, to_head_and_204_have_no_body)
{
    Request head = get();
    head.method = Method::head;
    const auto written = write(head, page("hi"));
    EXPECT_TRUE(written.has("Content-Length: 2"));
    EXPECT_EQ(written.body, "");
    Response nothing;
    nothing.status = 204;
    EXPECT_EQ(write(get(), nothing).head.find("Content-Length"), std::string::npos);
}

TEST(Reply, lets_no_value_start_a_header_of_its_own)
{
    const auto written = write(get(), page("", {{"Location", "/x\r\nSet-Cookie: a=b"}}));
    EXPECT_TRUE(written.has("Location: /x  Set-Cookie: a=b"));
}

TEST(Reply, is_304_when_the_client_has_it)
{
    const auto same =
        write(get({{"If-None-Match", "\"v0\", W/\"v1\""}}), page("hi", {{"ETag", "\"v1\""}, {"Cache-Control", "no-cache"}}));
    EXPECT_EQ(same.status(), 304);
    EXPECT_TRUE(same.has("ETag: \"v1\""));
    EXPECT_TRUE(same.has("Cache-Control: no-cache"));
    EXPECT_EQ(same.head.find("Content-"), same.head.find("Content-Type-Options: nosniff")) << same.head;
    EXPECT_EQ(same.body, "");
    EXPECT_EQ(write(get({{"If-None-Match", "\"v0\""}}), page("hi", {{"ETag", "\"v1\""}})).status(), 200);
    Request post = get({{"If-None-Match", "*"}});
    post.method = Method::post;
    EXPECT_EQ(write(post, page("hi", {{"ETag", "\"v1\""}})).status(), 200);
}

TEST(Reply, compresses_what_shrinks_for_those_who_accept_it)
{
    const std::string long_page(5000, 'a');
    const auto packed = write(get({{"Accept-Encoding", "gzip"}}), page(long_page, {{"ETag", "\"v1\""}, {"Vary", "Cookie"}}));
    EXPECT_TRUE(packed.has("Content-Encoding: gzip"));
    EXPECT_TRUE(packed.has("Vary: Cookie, Accept-Encoding"));
    EXPECT_TRUE(packed.has("ETag: W/\"v1\""));
    EXPECT_TRUE(packed.has("Content-Length: " + std::to_string(packed.body.size())));
    EXPECT_LT(packed.body.size(), 500u);

    const auto plain = write(get(), page(long_page));
    EXPECT_EQ(plain.body, long_page);
    EXPECT_TRUE(plain.has("Vary: Accept-Encoding")) << "a cache must not give the one to the other";
    EXPECT_EQ(write(get({{"Accept-Encoding", "gzip"}}), page(std::string(1024, 'a'))).body.size(), 1024u);
    Response picture = page(long_page);
    picture.content_type = "image/webp";
    EXPECT_EQ(write(get({{"Accept-Encoding", "gzip"}}), picture).body.size(), 5000u);
    Response done = page(long_page);
    done.compressible = false;
    EXPECT_EQ(write(get({{"Accept-Encoding", "gzip"}}), done).body.size(), 5000u);
}

class FileReply : public ::testing::Test {
protected:
    void SetUp() override
    {
        char name[] = "/tmp/meadow_file_reply_XXXXXX";
        const int fd = ::mkstemp(name);
        ASSERT_GE(fd, 0);
        ::close(fd);
        path_ = name;
        std::ofstream(path_) << "0123456789";
    }
    void TearDown() override { ::unlink(path_.c_str()); }

    Written ask(std::vector<Header> headers)
    {
        Response response;
        response.content_type = "video/mp4";
        response.file = path_;
        response.headers.push_back(Header{"ETag", "\"f1\""});
        return write(get(std::move(headers)), std::move(response));
    }
    std::string path_;
};

TEST_F(FileReply, is_whole_unless_a_range_is_asked_for)
{
    const auto whole = ask({});
    EXPECT_EQ(whole.status(), 200);
    EXPECT_EQ(whole.file, 10u);
    EXPECT_TRUE(whole.has("Accept-Ranges: bytes"));
    for (const char* odd :
         {"bytes=0-1,4-5", "bytes=5-2", "items=0-1", "bytes=a-b", "bytes=-", "bytes=1", "bytes=0-99999999999999999999"})
        EXPECT_EQ(ask({{"Range", odd}}).status(), 200) << odd;
}

TEST_F(FileReply, gives_one_range)
{
    struct Case {
        const char *range, *content_range;
        std::uint64_t length;
    };
    for (const Case& row :
         {Case{"bytes=0-3", "bytes 0-3/10", 4}, Case{"bytes=8-", "bytes 8-9/10", 2}, Case{"bytes=-3", "bytes 7-9/10", 3},
          Case{"bytes=-99", "bytes 0-9/10", 10}, Case{"bytes=9-99", "bytes 9-9/10", 1}}) {
        const auto part = ask({{"Range", row.range}});
        EXPECT_EQ(part.status(), 206) << row.range;
        EXPECT_TRUE(part.has(std::string("Content-Range: ") + row.content_range)) << part.head;
        EXPECT_EQ(part.file, row.length) << row.range;
    }
    for (const char* behind : {"bytes=10-", "bytes=10-11", "bytes=-0"}) {
        const auto none = ask({{"Range", behind}});
        EXPECT_EQ(none.status(), 416) << behind;
        EXPECT_TRUE(none.has("Content-Range: bytes */10"));
    }
}

TEST_F(FileReply, honours_If_Range_and_If_None_Match)
{
    EXPECT_EQ(ask({{"Range", "bytes=0-3"}, {"If-Range", "\"f1\""}}).status(), 206);
    EXPECT_EQ(ask({{"Range", "bytes=0-3"}, {"If-Range", "\"f0\""}}).status(), 200);
    EXPECT_EQ(ask({{"Range", "bytes=0-3"}, {"If-Range", "W/\"f1\""}}).status(), 200);
    const auto same = ask({{"Range", "bytes=0-3"}, {"If-None-Match", "\"f1\""}});
    EXPECT_EQ(same.status(), 304);
    EXPECT_EQ(same.file, 0u);
}

TEST_F(FileReply, is_404_when_the_file_is_gone)
{
    ::unlink(path_.c_str());
    EXPECT_EQ(ask({}).status(), 404);
    path_ = "/tmp";
    EXPECT_EQ(ask({}).status(), 404);
}

}  // namespace
}  // namespace meadow::http
