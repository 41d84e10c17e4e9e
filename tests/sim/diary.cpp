#include "sim/diary.hpp"

#include "base/ids.hpp"
#include "db/tx.hpp"

namespace meadow::sim {
namespace {

struct Row {
    std::int64_t id = 0, n = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, n))
struct Counts {
    std::int64_t note = 0, likes = 0, collects = 0, comments = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (note, likes, collects, comments))
struct Ended {
    std::int64_t order = 0;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(Ended, (), (order, state))

const db::Sql pieces{"sim.pieces", "SELECT sku_id, CAST(SUM(available + held + sold) AS bigint) FROM fulfilment_stock GROUP BY sku_id"};
const db::Sql taken{"sim.taken", "SELECT sku_id, CAST(SUM(held + sold) AS bigint) FROM fulfilment_stock GROUP BY sku_id"};
const db::Sql orders_there{"sim.orders", "SELECT order_id, state FROM trading_orders"};
const db::Sql note_counts{"sim.note_counts", "SELECT note_id, likes, collects, comments FROM community_note_counts"};
const db::Sql follow_rows{"sim.follows", "SELECT follower_id, followee_id FROM community_follows"};
const db::Sql view_rows{"sim.views", "SELECT note_id, COUNT(*) FROM community_views GROUP BY note_id"};
const db::Sql readers{"sim.readers", "SELECT note_id, 1 FROM community_note_homes WHERE audience IN ('everybody', 'friends')"};
const db::Sql authors_have{"sim.authors_have", "SELECT holder, CAST(SUM(amount) AS bigint) FROM trading_entries WHERE kind = 'creator' GROUP BY holder"};
const db::Sql gateway_has{"sim.gateway_has", R"sql(
    SELECT CAST(0 AS bigint), CAST(COALESCE(SUM(amount), 0) AS bigint) FROM trading_sandbox_charges WHERE state = 'paid')sql"};
const db::Sql gave_back{"sim.gave_back", "SELECT CAST(0 AS bigint), CAST(COALESCE(SUM(amount), 0) AS bigint) FROM trading_sandbox_refunds"};

std::int64_t number_of(const std::string& id) { return parse_id(id.substr(0, id.find('_')), id).value_or(0); }

std::map<std::int64_t, std::int64_t> numbers(db::ReadTx& tx, const db::Sql& sql)
{
    std::map<std::int64_t, std::int64_t> out;
    for (const Row& row : tx.all<Row>(sql)) out[row.id] = row.n;
    return out;
}

std::int64_t size_in(const std::map<std::string, std::set<std::string>>& sets, const std::string& of)
{
    const auto found = sets.find(of);
    return found == sets.end() ? 0 : std::int64_t(found->second.size());
}

std::int64_t number_in(const std::map<std::string, std::int64_t>& numbers, const std::string& of)
{
    const auto found = numbers.find(of);
    return found == numbers.end() ? 0 : found->second;
}

// Says what differs.
class Comparison {
public:
    void expect(const std::string& what, std::int64_t told, std::int64_t there)
    {
        if (told != there) faults.push_back("diary: " + what + ": told " + std::to_string(told) + ", there " + std::to_string(there));
    }
    std::vector<std::string> faults;
};

class Reading {
public:
    Reading(db::Database& database, db::Home home) : connection_(database.open_reader(home)) { connection_->begin_read(); }
    ~Reading() { connection_->rollback(); }
    Reading(const Reading&) = delete;
    db::ReadTx tx() { return db::ReadTx(*connection_); }

private:
    std::unique_ptr<db::Connection> connection_;
};

}  // namespace

std::vector<std::string> Diary::contradictions(db::Database& database) const
{
    Comparison compare;
    Reading reading(database, db::Home::main);
    db::ReadTx tx = reading.tx();
    auto there = numbers(tx, pieces);
    auto gone = numbers(tx, taken);
    for (const auto& [sku, count] : received) {
        compare.expect("pieces of " + sku, count, there[number_of(sku)]);
        if (gone[number_of(sku)] > count) compare.faults.push_back("diary: more of " + sku + " is sold than ever came");
    }
    compare.expect("orders", std::int64_t(purchases.size()), std::int64_t(tx.all<Ended>(orders_there).size()));
    compare.expect("follows", std::int64_t(follows.size()), std::int64_t(tx.all<Row>(follow_rows).size()));
    std::map<std::int64_t, Counts> counts;
    for (const Counts& row : tx.all<Counts>(note_counts)) counts[row.note] = row;
    std::set<std::string> notes;
    for (const auto& [note, people] : likes) notes.insert(note);
    for (const auto& [note, people] : collects) notes.insert(note);
    for (const auto& [note, number] : comments) notes.insert(note);
    for (const std::string& note : notes) {
        const Counts row = counts[number_of(note)];
        compare.expect("likes of " + note, size_in(likes, note), row.likes);
        compare.expect("collects of " + note, size_in(collects, note), row.collects);
        compare.expect("comments of " + note, number_in(comments, note), row.comments);
    }
    Reading events(database, db::Home::events);
    db::ReadTx seen = events.tx();
    auto viewed = numbers(seen, view_rows);
    for (const auto& [note, number] : views) compare.expect("views of " + note, number, viewed[number_of(note)]);
    auto seen_by = numbers(tx, readers);
    for (const std::string& note : hidden)
        if (seen_by.contains(number_of(note))) compare.faults.push_back("diary: " + note + " was hidden, and can be read");
    return compare.faults;
}

std::map<std::string, std::int64_t> Diary::order_states(db::Database& database)
{
    Reading reading(database, db::Home::main);
    std::map<std::string, std::int64_t> out;
    for (const Ended& row : reading.tx().all<Ended>(orders_there)) ++out[row.state];
    return out;
}

std::vector<std::string> Diary::unsettled(db::Database& database, const std::vector<std::string>& authors) const
{
    Comparison compare;
    Reading reading(database, db::Home::main);
    db::ReadTx tx = reading.tx();
    std::map<std::int64_t, std::string> states;
    for (const Ended& row : tx.all<Ended>(orders_there)) states[row.order] = row.state;
    std::int64_t kept = 0;
    std::map<std::size_t, std::int64_t> earned;
    for (const Purchase& p : purchases) {
        if (states[number_of(p.order)] != "completed") continue;
        kept += p.total;
        if (p.credited) earned[p.author] += p.total * 8 / 100;   // a tenth of the price, and the platform keeps a fifth of that
    }
    compare.expect("what people paid at the gateway", charged, numbers(tx, gateway_has)[0]);
    compare.expect("what completed orders cost, of what was paid and not given back", kept, charged - numbers(tx, gave_back)[0]);
    auto there = numbers(tx, authors_have);
    for (std::size_t i = 0; i < authors.size(); ++i) compare.expect("what " + authors[i] + " earned", earned[i], there[number_of(authors[i])]);
    return compare.faults;
}

}  // namespace meadow::sim
