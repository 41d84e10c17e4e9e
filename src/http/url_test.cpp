#include "http/url.hpp"

#include <gtest/gtest.h>

namespace meadow::http {
namespace {

struct Case {
    const char* target;
    const char* path;  // nullptr: refused
    const char* query;
};

TEST(SplitTarget, decodes_and_resolves_paths_and_refuses_tricks)
{
    const Case cases[] = {
        {"/", "/", ""},
        {"/notes", "/notes", ""},
        {"/notes/", "/notes/", ""},
        {"/notes?a=1&b=%20?", "/notes", "a=1&b=%20?"},
        {"/a%20b/%E8%8D%89", "/a b/\xE8\x8D\x89", ""},
        {"/a//b///c", "/a/b/c", ""},
        {"/a/./b/.", "/a/b/", ""},
        {"/a/b/../c", "/a/c", ""},
        {"/a/..", "/", ""},
        {"/a/b/..", "/a/", ""},
        {"/.well-known/x", "/.well-known/x", ""},
        {"/a/..b/...", "/a/..b/...", ""},
        {"http://shop.example/notes?x", "/notes", "x"},
        {"HTTPS://shop.example", "/", ""},
        {"http://shop.example?x", "/", "x"},
        {"/..", nullptr, ""},
        {"/a/../../etc/passwd", nullptr, ""},
        {"/%2e%2e/etc/passwd", nullptr, ""},
        {"/a/%2E%2e/%2e./x", nullptr, ""},
        {"/a%2fb", nullptr, ""},
        {"/a%5cb", nullptr, ""},
        {"/a\\b", nullptr, ""},
        {"/a%00b", nullptr, ""},
        {"/a%0ab", nullptr, ""},
        {"/a%7f", nullptr, ""},
        {"/a%", nullptr, ""},
        {"/a%4", nullptr, ""},
        {"/a%zz", nullptr, ""},
        {"/a#b", nullptr, ""},
        {"*", nullptr, ""},
        {"notes", nullptr, ""},
        {"ftp://shop.example/x", nullptr, ""},
        {"", nullptr, ""},
    };
    for (const Case& row : cases) {
        std::string path, query;
        const auto wrong = split_target(row.target, path, query);
        EXPECT_EQ(row.path == nullptr, !wrong.empty()) << row.target << ": " << wrong;
        if (!row.path) continue;
        EXPECT_EQ(path, row.path) << row.target;
        EXPECT_EQ(query, row.query) << row.target;
    }
}

}  // namespace
}  // namespace meadow::http
