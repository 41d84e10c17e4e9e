#include "kit_town.hpp"

#include <algorithm>
#include <filesystem>
#include <future>
#include <stdexcept>

#include "blobs/store.hpp"
#include "http/url.hpp"
#include "http/unfurl.hpp"
#include "jobs/outgoing.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/codes/letters.hpp"
#include "modules/identity/sessions/model.hpp"
#include "modules/trading/module.hpp"
#include "text/segmenter.hpp"

namespace meadow::bench {
namespace {

class Waiting final : public http::Responder {
public:
    void answer(http::Response&& response) noexcept override { answer_.set_value(std::move(response)); }
    http::Response wait() { return answer_.get_future().get(); }

private:
    std::promise<http::Response> answer_;
};

}  // namespace

BenchTown::BenchTown(Options options) : options_(std::move(options))
{
    if (options_.directory.empty()) {
        std::string path = std::filesystem::current_path().string() + "/bench-XXXXXX";
        if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("cannot make " + path);
        options_.directory = path;
        temporary_ = true;
    }
    app::Parts parts;
    parts.database.url = options_.database_url.empty() ? "sqlite:" + options_.directory : options_.database_url;
    parts.database.commit_delay = options_.commit_delay;
    parts.lanes.lanes = options_.lanes;
    parts.router.io_threads = options_.io_threads;
    parts.adapters.put(std::make_shared<lang::Segmenter>(lang::Segmenter::built_in()));
    parts.adapters.put(std::make_shared<blobs::Store>(options_.directory + "/media"));
    parts.adapters.put<identity::Letters>(std::make_shared<identity::ConsoleMailbox>());
    const auto own = std::make_shared<jobs::OwnAddress>("http://127.0.0.1");
    parts.adapters.put(own);
    parts.adapters.put(std::make_shared<http::AppShell>("", "http://localhost", own));
    parts.adapters.put<jobs::Outgoing>(jobs::curl_outgoing(own, {}));
    trading::add_gateway(parts.adapters);
    parts.router.limits = {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}};
    if (!options_.database_url.empty()) parts.database.schema = "bench_" + std::to_string(dice_.below(1'000'000'000));
    database_ = db::open(parts.database);
    db::migrate(*database_, app::all_migrations());
    meadow_ = std::make_unique<app::Meadow>(parts, *database_, clock_, dice_);
    meadow_->start();
    http::ServerOptions server;
    server.port = 0;
    server.io_threads = options_.io_threads;
    server_ = http::start_server(server, meadow_->router());
}

BenchTown::~BenchTown()
{
    server_->stop(std::chrono::seconds{5});
    meadow_.reset();
    database_.reset();
    if (temporary_) std::filesystem::remove_all(options_.directory);
}

std::string BenchTown::call(std::string_view token, http::Method method, const std::string& target, const std::string& body,
                            const std::string& content_type)
{
    http::Request request;
    request.method = method;
    request.target = target;
    if (const auto wrong = http::split_target(target, request.path, request.query); !wrong.empty()) throw std::runtime_error(target + ": " + std::string(wrong));
    request.body = body;
    request.remote = "127.0.0.1";
    request.id = "bench";
    if (!body.empty()) request.headers.push_back({"Content-Type", content_type});
    if (!token.empty()) request.headers.push_back({"Authorization", "Bearer " + std::string(token)});
    const auto waiting = std::make_shared<Waiting>();
    meadow_->router().handle({0}, request, waiting);
    meadow_->router().rest({0});
    const http::Response response = waiting->wait();
    if (response.status >= 300) throw std::runtime_error(target + ": " + std::to_string(response.status) + " " + response.body);
    return response.body;
}

std::string member(const std::string& json, const std::string& name, std::size_t from)
{
    const std::string key = "\"" + name + "\":\"";
    const std::size_t at = json.find(key, from);
    if (at == std::string::npos) throw std::runtime_error("no " + name + " in " + json);
    const std::size_t start = at + key.size();
    return json.substr(start, json.find('"', start) - start);
}

std::vector<std::pair<UserId, std::string>> BenchTown::people(int count)
{
    std::vector<std::pair<UserId, std::string>> out;
    while (int(out.size()) < count) {
        const std::size_t before = out.size();
        jobs::write_in_lane(world(), {}, 0, [&](WriteCtx& ctx) {
            out.resize(before);  // the lane may repeat the transaction
            for (int i = 0; i < std::min(500, count - int(before)); ++i) {
                identity::Account account;
                account.id = ctx.new_id<UserId>();
                account.handle = identity::default_handle(account.id);
                account.name = "b" + std::to_string(before + std::size_t(i));
                account.joined_at = ctx.now;
                identity::store::insert_account(ctx.tx, account);
                out.emplace_back(account.id, identity::open_session(ctx, account.id, "bench").token);
            }
            return true;
        });
    }
    return out;
}

}  // namespace meadow::bench
