#include "processes/memory.hpp"

#include <algorithm>

#include "base/ids.hpp"
#include "db/tx.hpp"
#include "support/json_view.hpp"

namespace meadow::testing {
namespace {

constexpr std::size_t lately_kept = 6;

// $1 is the person: its number as text, or the beginning of the gateway's name for its payments.
struct Kept {
    Trace trace;
    db::Home home;
    db::Sql rows;
};
const Kept kept[] = {
    {Trace::order, db::Home::main, {"crash.orders", "SELECT CAST(order_id AS text) FROM trading_orders WHERE CAST(buyer_id AS text) = $1"}},
    {Trace::cancellation, db::Home::main, {"crash.cancellations", R"sql(
        SELECT CAST(order_id AS text) FROM trading_order_moves WHERE CAST(by_user AS text) = $1 AND to_state = 'cancelled')sql"}},
    {Trace::receipt, db::Home::main, {"crash.receipts", R"sql(
        SELECT CAST(order_id AS text) FROM trading_order_moves WHERE CAST(by_user AS text) = $1 AND to_state = 'completed')sql"}},
    {Trace::payment, db::Home::main, {"crash.payments", "SELECT CAST(payment_id AS text) FROM trading_payments WHERE CAST(buyer_id AS text) = $1"}},
    {Trace::charge, db::Home::main, {"crash.charges", "SELECT trade FROM trading_sandbox_charges WHERE trade LIKE $1"}},
    {Trace::refund, db::Home::main, {"crash.refunds", R"sql(
        SELECT CAST(refund_id AS text) FROM trading_refunds WHERE CAST(buyer_id AS text) = $1 AND cause = 'asked')sql"}},
    {Trace::comment, db::Home::main, {"crash.comments", "SELECT CAST(comment_id AS text) FROM community_comments WHERE CAST(user_id AS text) = $1"}},
    {Trace::like, db::Home::main, {"crash.likes", "SELECT CAST(note_id AS text) FROM community_likes WHERE CAST(user_id AS text) = $1"}},
    {Trace::collect, db::Home::main, {"crash.collects", "SELECT CAST(note_id AS text) FROM community_collects WHERE CAST(user_id AS text) = $1"}},
    {Trace::follow, db::Home::main, {"crash.follows", "SELECT CAST(followee_id AS text) FROM community_follows WHERE CAST(follower_id AS text) = $1"}},
    {Trace::view, db::Home::events, {"crash.views", "SELECT event FROM community_views WHERE CAST(viewer_id AS text) = $1"}},
    {Trace::answer, db::Home::events, {"crash.answers", "SELECT substr(key, 6) FROM discovery_diary WHERE CAST(reader_id AS text) = $1 AND key LIKE 'told:%'"}},
    {Trace::parcel, db::Home::main, {"crash.parcels", R"sql(
        SELECT CAST(parcel_id AS text) FROM fulfilment_parcel_moves WHERE CAST(who_id AS text) = $1 AND state = 'shipped')sql"}},
    {Trace::restock, db::Home::main, {"crash.restocks", R"sql(
        SELECT why FROM fulfilment_stock_moves WHERE CAST(who_id AS text) = $1 AND from_bucket = 'outside' AND why LIKE 'delivery %')sql"}},
};

// "ord_7K2…" as the tables know it.
std::string row_of(const std::string& id)
{
    const std::size_t underscore = id.find('_');
    if (underscore == std::string::npos) return id;
    const auto number = parse_id(id.substr(0, underscore), id);
    return number ? std::to_string(*number) : id;
}

std::set<std::string> minus(const std::set<std::string>& a, const std::set<std::string>& b)
{
    std::set<std::string> out;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.end()));
    return out;
}

std::set<std::string> rows_in(db::Database& database, const Kept& of, const std::string& person)
{
    const auto connection = database.open_reader(of.home);
    connection->begin_read();
    const auto rows = db::ReadTx(*connection).all<std::string>(of.rows, of.trace == Trace::charge ? person + "-%" : row_of(person));
    connection->rollback();
    return {rows.begin(), rows.end()};
}

}  // namespace

void Memory::hears(const Heard& heard)
{
    if (!heard.answered()) return;   // it stays open
    const Deed deed = std::move(*open_);
    open_.reset();
    ++answers_;
    if (heard.status >= 500 && heard.status != 503) breakdowns_.push_back(deed.ask.method + " " + deed.ask.target + ": " + std::to_string(heard.status) + " " + heard.body);
    if (!heard.good()) return;
    std::set<std::string>& rows = made_[deed.trace];
    for (const std::string& row : deed.rows) {
        if (deed.takes_away) rows.erase(row_of(row));
        else rows.insert(row_of(row));
    }
    if (!deed.named_at.empty()) rows.insert(row_of(JsonView(heard.body).text(deed.named_at)));
    if (deed.trace == Trace::view || deed.trace == Trace::answer) return;   // told again, they answer that nothing was new
    lately_.push_back({deed.ask, heard});
    if (lately_.size() > lately_kept) lately_.erase(lately_.begin());
}

std::vector<std::string> Memory::contradictions(db::Database& database) const
{
    std::vector<std::string> out;
    for (const Kept& of : kept) {
        std::set<std::string> there = rows_in(database, of, person_);
        const auto found = made_.find(of.trace);
        std::set<std::string> made = found == made_.end() ? std::set<std::string>{} : found->second;
        const bool in_doubt = open_ && open_->trace == of.trace;
        if (in_doubt)
            for (const std::string& row : open_->rows) there.erase(row_of(row)), made.erase(row_of(row));
        for (const std::string& row : minus(made, there))
            out.push_back(person_ + " was told of " + std::string(of.rows.name) + " " + row + ", and it is not there");
        const std::set<std::string> unknown = minus(there, made);
        if (unknown.size() > (in_doubt && !open_->named_at.empty() ? 1u : 0u))
            out.push_back(person_ + " never heard of " + std::to_string(unknown.size()) + " " + std::string(of.rows.name) + ", such as " + *unknown.begin());
    }
    return out;
}

}  // namespace meadow::testing
