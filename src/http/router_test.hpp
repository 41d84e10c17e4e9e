// For tests: a router over a small database, with callers known by their tokens, and no sockets.
#pragma once
#include <condition_variable>
#include <mutex>

#include "http/idempotency.hpp"
#include "http/router.hpp"
#include "http/tokens.hpp"
#include "jobs/ground_test.hpp"

namespace meadow::http {

class RouterTest : public jobs::GroundTest {
protected:
    RouterTest() : GroundTest(both_schemas())
    {
        database_->open_writer(db::Home::main)->script("CREATE TABLE marks (id bigint PRIMARY KEY, what text NOT NULL)");
    }
    ~RouterTest() override { lanes_.reset(); }  // what is under way still calls the router

    // "ada" and "bo" are people, "mod" a moderator, "op" an operator; anybody else is a guest.
    static Who identify(db::ReadTx&, std::string_view token, Instant)
    {
        if (token == "ada") return {UserId{1}, SessionId{1}, 0};
        if (token == "bo") return {UserId{2}, SessionId{2}, 0};
        if (token == "mod") return {UserId{3}, SessionId{3}, 1u << unsigned(Role::moderator)};
        if (token == "op") return {UserId{4}, SessionId{4}, 1u << unsigned(Role::operator_)};
        return {};
    }
    // Routes must be added to `on()` before the first request.
    On on()
    {
        if (!router_) {
            RouterOptions options;
            options.limits = limits_;
            options.pool_queue = pool_queue_;
            router_ = std::make_unique<Router>(*world_, &identify, options);
        }
        return router_->on("test");
    }

    class Waiting final : public Responder {
    public:
        void answer(Response&& response) noexcept override
        {
            const std::lock_guard lock(mutex_);
            ++answers_;
            response_ = std::move(response);
            here_.notify_all();
        }
        Response wait()
        {
            std::unique_lock lock(mutex_);
            here_.wait(lock, [&] { return response_.has_value(); });
            EXPECT_EQ(answers_, 1);
            return *response_;
        }

    private:
        std::mutex mutex_;
        std::condition_variable here_;
        int answers_ = 0;
        std::optional<Response> response_;
    };

    struct Asked {
        std::shared_ptr<Request> request;
        std::shared_ptr<Waiting> waiting;
        Response wait() const { return waiting->wait(); }
    };
    // `together`: as one of several that arrived at once.
    Asked start(Request request, bool together = false)
    {
        if (!sealed_) router_->seal();
        sealed_ = true;
        const std::size_t question = request.target.find('?');
        request.path = request.target.substr(0, question);
        if (question != std::string::npos) request.query = request.target.substr(question + 1);
        if (request.remote.empty()) request.remote = "192.0.2.1";
        request.id = "request-7";
        Asked asked{std::make_shared<Request>(std::move(request)), std::make_shared<Waiting>()};
        router_->handle({0}, *asked.request, asked.waiting);
        if (!together) router_->rest({0});
        return asked;
    }
    Response send(Request request) { return start(std::move(request)).wait(); }

    static Request request(Method method, std::string target, std::string_view token = {}, std::string body = {})
    {
        Request out;
        out.method = method;
        out.target = std::move(target);
        if (!token.empty()) out.headers.push_back({"Authorization", "Bearer " + std::string(token)});
        if (!body.empty()) out.headers.push_back({"Content-Type", "application/json"});
        out.body = std::move(body);
        return out;
    }
    static Request with(Request request, std::string name, std::string value)
    {
        request.headers.push_back({std::move(name), std::move(value)});
        return request;
    }
    static std::string header(const Response& response, std::string_view name)
    {
        for (const Header& h : response.headers)
            if (h.name == name) return h.value;
        return {};
    }
    static bool says(const Response& response, std::string_view code)
    {
        return response.body.find("\"code\":\"" + std::string(code) + "\"") != std::string::npos;
    }

    LimitOptions limits_{{0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}};
    std::size_t pool_queue_ = 512;
    std::unique_ptr<Router> router_;

private:
    static std::vector<db::Migration> both_schemas()
    {
        auto out = jobs::schema;
        out.insert(out.end(), schema.begin(), schema.end());
        return out;
    }
    bool sealed_ = false;
};

}  // namespace meadow::http
