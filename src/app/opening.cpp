#include "app/opening.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/backups/backup_shelf.hpp"
#include "app/front.hpp"
#include "blobs/store.hpp"
#include "http/unfurl.hpp"
#include "jobs/outgoing.hpp"
#include "jobs/places.hpp"
#include "modules/community/community.hpp"
#include "modules/discovery/module.hpp"
#include "modules/identity/codes/letters.hpp"
#include "modules/trading/module.hpp"
#include "text/segmenter.hpp"

namespace meadow::app {
namespace {

std::shared_ptr<lang::Segmenter> segmenter_of(const Config& config)
{
    const std::string usual = config.data + "/words.txt";
    const std::string path = config.dictionary.empty() && std::filesystem::exists(usual) ? usual : config.dictionary;
    if (path.empty()) return std::make_shared<lang::Segmenter>(lang::Segmenter::built_in());
    const lang::Normaliser normaliser;
    return std::make_shared<lang::Segmenter>(normaliser, std::make_shared<lang::Dictionary>(lang::Dictionary::with_file(normaliser, path)));
}

// The shop's page, for the heads that links unfurl by; a bare one when no web app is built.
std::shared_ptr<http::AppShell> app_shell(const Config& config, std::shared_ptr<const jobs::OwnAddress> own)
{
    const auto web = config.web.empty() ? find_web() : std::filesystem::path(config.web);
    std::ostringstream index;
    if (std::ifstream file(web / "apps/shop/dist/index.html", std::ios::binary); !web.empty() && file) index << file.rdbuf();
    return std::make_shared<http::AppShell>(index.str(), config.public_url, std::move(own));
}

// A PostgreSQL database that was restored into a younger server.
void leave_future(db::Database& database)
{
    const auto connection = database.open_writer(db::Home::main);
    connection->begin_write();
    db::Tx tx(*connection);
    const bool news = jobs::store::leave_future(tx);
    const bool views = community::leave_future(tx);
    const bool diary = discovery::leave_future(tx);
    connection->commit();
    if (news || views || diary) std::printf("This database comes from another PostgreSQL server; what waits to be delivered was put in order\n");
}

}  // namespace

db::Options database_of(const Config& config)
{
    db::Options options;
    options.url = config.database_url.empty() ? "sqlite:" + config.data : config.database_url;
    options.commit_delay = std::chrono::microseconds{config.commit_delay_us};
    return options;
}

Opening::Opening(const Config& config, Beside beside) : config_(config), options_(database_of(config))
{
    std::filesystem::create_directories(config_.data);
    const bool embedded = options_.url.starts_with("sqlite:");
    if (!embedded || beside == Beside::nobody) lease_ = db::take_node_lease(options_);
    database_ = db::open(options_);
}

std::size_t Opening::bring_up_to_date(Backup backup)
{
    bool taken = false;
    const auto report = db::migrate(*database_, all_migrations(), [&] {
        if (backup == Backup::not_needed) return;
        const std::string to = config_.data + "/backups/before-" + text(clock_.now());
        std::printf("Backing up to %s before changing the schema\n", to.c_str());
        take_backup({options_, config_.data, to, MediaCopies::shared}, clock_);
        taken = true;
    });
    if (!report.applied.empty()) std::printf("Applied %zu migration%s\n", report.applied.size(), report.applied.size() == 1 ? "" : "s");
    leave_future(*database_);
    if (taken) forget_old_backups();
    return report.applied.size();
}

void Opening::forget_old_backups()
{
    const auto connection = database_->open_reader(db::Home::main);
    db::ReadTx tx(*connection);
    jobs::SettingsBook book;
    book.load(tx);
    const std::size_t gone = prune_backups(config_.data + "/backups", kept_before_migrations.at(*book.now(), clock_.now()));
    if (gone > 0) std::printf("Removed %zu older backups made before migrations\n", gone);
}

std::string reached_at(const std::string& address, int port)
{
    const bool everywhere = address == "0.0.0.0" || address == "::";
    const std::string host = everywhere ? "127.0.0.1" : address.find(':') == std::string::npos ? address : "[" + address + "]";
    return "http://" + host + ":" + std::to_string(port);
}

Parts Opening::parts() const
{
    Parts parts;
    parts.database = options_;
    // A server on SQLite is number 0, so what runs beside it is the last.
    parts.node = lease_ ? unsigned(lease_->number()) : db::NodeLease::numbers - 1;
    parts.lanes.lanes = config_.lanes;
    parts.router.io_threads = config_.io_threads;
    parts.router.log_all = config_.access_log;
    parts.snapshots = config_.data + "/discovery.snapshot";
    parts.adapters.put(std::make_shared<blobs::Store>(config_.data + "/media"));
    if (config_.smtp_url.empty()) parts.adapters.put<identity::Letters>(std::make_shared<identity::ConsoleMailbox>());
    else
        parts.adapters.put<identity::Letters>(std::make_shared<identity::SmtpLetters>(identity::SmtpLetters::Server{
            config_.smtp_url, config_.smtp_user, config_.smtp_password, config_.smtp_from, config_.smtp_demand_tls}));
    const auto own = std::make_shared<jobs::OwnAddress>(reached_at(config_.address, config_.port));
    parts.adapters.put(own);
    parts.adapters.put(app_shell(config_, own));
    parts.adapters.put<jobs::Outgoing>(jobs::curl_outgoing(own, {}));
    trading::add_gateway(parts.adapters);
    parts.adapters.put(segmenter_of(config_));
    parts.adapters.put<operations::BackupDesk>(std::make_shared<BackupShelf>(options_, config_.data, clock_));
    if (!config_.rate_limits) parts.router.limits = {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}};
    return parts;
}

}  // namespace meadow::app
