#include "support/town.hpp"

#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <mutex>

#include "app/backups/backup_shelf.hpp"
#include "blobs/store.hpp"
#include "http/input.hpp"
#include "http/unfurl.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/codes/letters.hpp"
#include "modules/trading/module.hpp"
#include "support/contract.hpp"
#include "support/postgres_copy.hpp"
#include "support/weather.hpp"
#include "text/segmenter.hpp"

namespace meadow::testing {
namespace {

class Waiting final : public http::Responder {
public:
    void answer(http::Response&& response) noexcept override
    {
        const std::lock_guard lock(mutex_);
        response_ = std::move(response);
        here_.notify_one();
    }
    http::Response wait()
    {
        std::unique_lock lock(mutex_);
        here_.wait(lock, [&] { return response_.has_value(); });
        return std::move(*response_);
    }

private:
    std::mutex mutex_;
    std::condition_variable here_;
    std::optional<http::Response> response_;
};

// One migrated SQLite database a process is copied for every Town: migrating takes longer than most tests.
const std::string& migrated_template()
{
    struct Template {
        std::string directory = make_directory();
        Template()
        {
            const auto database = db::open({.url = "sqlite:" + directory});
            db::migrate(*database, app::all_migrations());
            database->backup(directory + "/copy");
        }
        ~Template() { std::filesystem::remove_all(directory); }
        static std::string make_directory()
        {
            const char* base = std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp";
            std::string path = std::string(base) + "/meadow-template-XXXXXX";
            if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("cannot make " + path);
            return path;
        }
    };
    static const Template once;
    static const std::string copy = once.directory + "/copy";
    return copy;
}

// Made once a process: it never changes, and reading its tables takes longer than most tests.
const std::shared_ptr<lang::Segmenter>& segmenter()
{
    static const auto once = std::make_shared<lang::Segmenter>(lang::Segmenter::built_in());
    return once;
}

std::string fresh_directory()
{
    std::string path = migrated_template() + "/../town-XXXXXX";
    if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("cannot make " + path);
    return path;
}

}  // namespace

const Answer& Answer::is(int status) const
{
    EXPECT_EQ(response_.status, status) << response_.body;
    return *this;
}

const Answer& Answer::is_refused(std::string_view code) const
{
    EXPECT_GE(response_.status, 400) << response_.body;
    EXPECT_TRUE(json_.has("/code") && json_.text("/code") == code) << "expected " << code << ", got " << response_.status << " " << response_.body;
    return *this;
}

const Answer& Answer::faults(std::string_view pointer) const
{
    bool found = false;
    for (std::size_t i = 0; json_.has("/errors/" + std::to_string(i)); ++i)
        found = found || json_.text("/errors/" + std::to_string(i) + "/pointer") == pointer;
    EXPECT_TRUE(found) << "no error at " << pointer << " in " << response_.body;
    return *this;
}

const Answer& Answer::says(std::string_view pointer, std::string_view text) const
{
    EXPECT_TRUE(json_.has(pointer)) << pointer << " is not in " << response_.body;
    if (json_.has(pointer)) EXPECT_EQ(json_.text(pointer), text) << response_.body;
    return *this;
}

const Answer& Answer::says(std::string_view pointer, std::int64_t number) const
{
    EXPECT_TRUE(json_.has(pointer)) << pointer << " is not in " << response_.body;
    if (json_.has(pointer)) EXPECT_EQ(json_.number(pointer), number) << response_.body;
    return *this;
}

const Answer& Answer::counts(std::string_view pointer, std::size_t entries) const
{
    EXPECT_TRUE(json_.has(pointer)) << pointer << " is not in " << response_.body;
    if (json_.has(pointer)) EXPECT_EQ(json_.count(pointer), entries) << response_.body;
    return *this;
}

std::string Answer::header(std::string_view name) const
{
    for (const http::Header& h : response_.headers)
        if (h.name == name) return h.value;
    return {};
}

Answer Person::get(const std::string& target) { return send(http::Method::get, target, ""); }
Answer Person::post(const std::string& target, const std::string& json) { return send(http::Method::post, target, json); }
Answer Person::put(const std::string& target, const std::string& json) { return send(http::Method::put, target, json); }
Answer Person::patch(const std::string& target, const std::string& json) { return send(http::Method::patch, target, json); }
Answer Person::del(const std::string& target) { return send(http::Method::delete_, target, ""); }

Answer Person::send(http::Method method, const std::string& target, const std::string& json)
{
    http::Request request;
    request.method = method;
    request.target = target;
    request.body = json;
    if (!json.empty()) request.headers.push_back({"Content-Type", "application/json"});
    if (!token_.empty()) request.headers.push_back({"Authorization", "Bearer " + token_});
    if (!key_.empty()) request.headers.push_back({"Idempotency-Key", std::exchange(key_, "")});
    return town_->send(std::move(request));
}

Answer Person::upload(const std::string& target, const std::string& content_type, const std::string& bytes)
{
    http::Request request;
    request.method = http::Method::post;
    request.target = target;
    request.body = bytes;
    request.headers.push_back({"Content-Type", content_type});
    if (!token_.empty()) request.headers.push_back({"Authorization", "Bearer " + token_});
    return town_->send(std::move(request));
}

Town::Town(std::string_view now, Weather* weather) : directory_(fresh_directory()), weather_(weather), clock_(*parse_instant(now))
{
    const char* engine = std::getenv("MEADOW_TOWN");
    if (engine != nullptr && std::string_view(engine) == "postgres") {
        postgres_ = std::make_unique<PostgresCopy>();
        parts_.database.url = postgres_->url();
    } else {
        for (const char* file : {"meadow.db", "events.db"}) std::filesystem::copy_file(migrated_template() + "/" + file, directory_ + "/" + file);
        parts_.database.url = "sqlite:" + directory_;
    }
    parts_.adapters.put(std::make_shared<blobs::Store>(directory_ + "/media"));
    parts_.adapters.put<identity::Letters>(std::make_shared<identity::ConsoleMailbox>());
    outside_ = std::make_shared<Loopback>([this](http::Request request) { return send(std::move(request)).response(); });
    parts_.adapters.put<jobs::Outgoing>(outside_);
    const auto own = std::make_shared<jobs::OwnAddress>(std::string(Loopback::origin));
    parts_.adapters.put(own);
    parts_.adapters.put(std::make_shared<http::AppShell>("", "https://meadow.example", own));
    trading::add_gateway(parts_.adapters);
    parts_.adapters.put(segmenter());
    parts_.adapters.put<operations::BackupDesk>(std::make_shared<app::BackupShelf>(parts_.database, directory_, clock_));
    parts_.router.limits = {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}};
    wakes();
}

void Town::wakes()
{
    database_ = db::open(parts_.database);
    if (weather_ != nullptr) database_ = under(*weather_, std::move(database_));
    meadow_ = std::make_unique<app::Meadow>(parts_, *database_, clock_, dice_);
    meadow_->fill_memory();
}

void Town::restarts()
{
    sleeps();
    wakes();
}

void Town::sleeps()
{
    meadow_.reset();
    database_.reset();
}

Town::~Town()
{
    sleeps();
    postgres_.reset();
    std::filesystem::remove_all(directory_);
}

Answer Town::send(http::Request request)
{
    const std::size_t question = request.target.find('?');
    request.path = http::percent_decode(request.target.substr(0, question), false);
    if (question != std::string::npos) request.query = request.target.substr(question + 1);
    request.remote = "127.0.0.1";
    request.id = "test";
    const auto waiting = std::make_shared<Waiting>();
    meadow_->router().handle({0}, request, waiting);
    meadow_->router().rest({0});
    http::Response answer = waiting->wait();
    const std::string breach = Contract::of(meadow_->router()).breach(request, answer);
    EXPECT_EQ(breach, "") << http::method_name(request.method) << " " << request.target << " does not keep the promise of the API document";
    return Answer(std::move(answer));
}

Person Town::person(const std::string& name)
{
    const Answer answer = guest().post("/v1/accounts", R"({"address":")" + name + R"(@example.org","password":"correct horse )" + name +
                                                           R"(","name":")" + name + R"(","handle":")" + name + R"("})");
    answer.is(201);
    return {*this, answer.text("/user"), answer.text("/token")};
}

Person Town::person_with_role(const std::string& name, Role role)
{
    Person someone = person(name);
    const UserId user{*parse_id(UserId::prefix(), someone.id())};
    jobs::write_in_lane(world(), {}, 0, [&](WriteCtx& ctx) { return identity::store::grant_role(ctx.tx, user, role); });
    return someone;
}

void Town::sets(const std::string& setting, const std::string& value)
{
    jobs::write_in_lane(world(), {}, 0, [&](WriteCtx& ctx) {
        jobs::store::put_setting(ctx.tx, {setting, ctx.now, value, {}, ctx.now});
        return true;
    });
    jobs::read_now(world(), {}, [&](ReadCtx& ctx) { world().settings.load(ctx.tx); });
}

void Town::settles() { meadow_->pump().settle(); }

void Town::wait(Duration d)
{
    clock_.advance(d);
    settles();
}

}  // namespace meadow::testing
