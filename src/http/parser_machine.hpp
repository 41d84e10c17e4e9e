// Beast's incremental parser bent to our rules; parser.cpp alone includes it, because it is heavy.
#pragma once
#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <string>
#include <vector>

#include "http/compress.hpp"
#include "http/fields.hpp"
#include "http/parser.hpp"

namespace meadow::http::parsing {

namespace beast = boost::beast;
using BeastError = beast::http::error;
using Text = boost::core::string_view;

inline constexpr std::size_t early_reserve = 256 * 1024;

inline std::string_view view(Text text) { return {text.data(), text.size()}; }

inline Method method_of(beast::http::verb verb)
{
    switch (verb) {
        case beast::http::verb::get:
            return Method::get;
        case beast::http::verb::head:
            return Method::head;
        case beast::http::verb::post:
            return Method::post;
        case beast::http::verb::put:
            return Method::put;
        case beast::http::verb::patch:
            return Method::patch;
        case beast::http::verb::delete_:
            return Method::delete_;
        case beast::http::verb::options:
            return Method::options;
        default:
            return Method::other;
    }
}

// What goes wrong with one message, and what was learned on the way.
struct Message {
    Request* request = nullptr;
    std::vector<Header> spare;  // header strings of the last message, to be filled again
    std::string encoding;
    std::size_t body_cap = 0;
    std::size_t taken = 0;  // of the budget
    int hosts = 0;
    bool transfer_encoding = false;
    bool continue_wanted = false;
    bool head_over = false;
    bool finished = false;
    bool http_1_0 = false;
    int status = 0;
    std::string_view why;

    bool refuse(int with, std::string_view reason)
    {
        if (status == 0) {
            status = with;
            why = reason;
        }
        return false;
    }
};

class Machine final : public beast::http::basic_parser<true> {
public:
    Machine(Message& message, const ParserCaps& caps, BodyBudget& budget) : message_(message), caps_(caps), budget_(budget)
    {
        header_limit(static_cast<std::uint32_t>(caps.header));
        body_limit(boost::none);  // ours is asked for after the headers
    }

private:
    using Error = beast::error_code;

    // Beast stops at any error; which one does not matter, `message_` knows the reason.
    static void stop_unless(bool good, Error& error)
    {
        if (!good) error = BeastError::bad_value;
    }

    void on_request_impl(beast::http::verb verb, Text, Text target, int version, Error& error) override
    {
        Request& request = *message_.request;
        request.method = method_of(verb);
        message_.http_1_0 = version == 10;
        if (target.size() > caps_.target) return stop_unless(message_.refuse(414, "The target is too long"), error);
        request.target.assign(target.data(), target.size());
        if (request.method == Method::other) stop_unless(message_.refuse(501, "The method is not known here"), error);
    }

    void on_field_impl(beast::http::field field, Text name, Text value, Error& error) override
    {
        if (message_.head_over) return;  // trailers say nothing we want to know
        Request& request = *message_.request;
        if (request.headers.size() == caps_.fields) return stop_unless(message_.refuse(431, "Too many header fields"), error);
        if (message_.spare.empty()) {
            request.headers.emplace_back();
        } else {
            request.headers.push_back(std::move(message_.spare.back()));
            message_.spare.pop_back();
        }
        request.headers.back().name.assign(name.data(), name.size());
        request.headers.back().value.assign(value.data(), value.size());
        stop_unless(note(field, trim(view(value))), error);
    }

    bool note(beast::http::field field, std::string_view value)
    {
        switch (field) {
            case beast::http::field::host:
                if (++message_.hosts > 1) return message_.refuse(400, "More than one Host");
                return good_host(value) || message_.refuse(400, "The Host is malformed");
            case beast::http::field::transfer_encoding:
                if (message_.transfer_encoding || !same_token(value, "chunked"))
                    return message_.refuse(501, "The only transfer encoding known here is chunked, once");
                message_.transfer_encoding = true;
                return !message_.http_1_0 || message_.refuse(400, "HTTP/1.0 has no transfer encodings");
            case beast::http::field::content_length:
                return std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
                       message_.refuse(400, "The Content-Length is malformed");
            case beast::http::field::content_encoding:
                if (!message_.encoding.empty() || !knows_encoding(value))
                    return message_.refuse(415, "Request bodies may be encoded with gzip or deflate, once");
                message_.encoding.assign(value);
                return true;
            case beast::http::field::expect:
                message_.continue_wanted = same_token(value, "100-continue");
                return message_.continue_wanted || message_.refuse(417, "The expectation is not known here");
            default:
                return true;
        }
    }

    static bool good_host(std::string_view host)
    {
        return std::none_of(host.begin(), host.end(),
                            [](char c) { return c == '/' || c == '@' || c == ' ' || c == '\t' || c == ','; });
    }

    void on_header_impl(Error& error) override
    {
        message_.head_over = true;
        if (message_.hosts == 0 && !message_.http_1_0) stop_unless(message_.refuse(400, "HTTP/1.1 wants a Host"), error);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, Error&) override
    {
        const auto expected = std::min<std::uint64_t>(length.value_or(0), early_reserve);
        message_.request->body.reserve(static_cast<std::size_t>(expected) + body_padding);
    }

    std::size_t append(Text bytes, Error& error)
    {
        std::string& body = message_.request->body;
        if (bytes.size() > message_.body_cap - body.size()) {
            stop_unless(message_.refuse(413, "The body is too large"), error);
        } else if (!budget_.take(bytes.size())) {
            stop_unless(message_.refuse(503, "Too much is being uploaded at the moment"), error);
        } else {
            message_.taken += bytes.size();
            body.append(bytes.data(), bytes.size());
        }
        return bytes.size();
    }

    std::size_t on_body_impl(Text bytes, Error& error) override { return append(bytes, error); }
    std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, Error& error) override { return append(bytes, error); }
    void on_response_impl(int, Text, int, Error&) override {}
    void on_chunk_header_impl(std::uint64_t, Text, Error&) override {}

    void on_finish_impl(Error& error) override
    {
        stop_unless(unpack(), error);
        message_.finished = true;
    }

    // Decodes the body in place and leaves the padding behind it.
    bool unpack()
    {
        std::string& body = message_.request->body;
        if (!message_.encoding.empty() && !body.empty()) {
            const auto before = body.size();
            switch (inflate(message_.encoding, body, message_.body_cap)) {
                case Inflated::ok:
                    break;
                case Inflated::damaged:
                    return message_.refuse(400, "The encoded body is damaged");
                case Inflated::too_large:
                    return message_.refuse(413, "The decoded body is too large");
                case Inflated::unknown_encoding:
                    return message_.refuse(415, "The body's encoding is not known here");
            }
            if (body.size() > before) {
                if (!budget_.take(body.size() - before)) return message_.refuse(503, "Too much is being uploaded at the moment");
                message_.taken += body.size() - before;
            }
        }
        if (!body.empty()) body.reserve(body.size() + body_padding);
        return true;
    }

    Message& message_;
    const ParserCaps& caps_;
    BodyBudget& budget_;
};

}  // namespace meadow::http::parsing
