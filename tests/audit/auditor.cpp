#include "audit/auditor.hpp"

#include <map>
#include <set>

namespace meadow::audit {
namespace {

constexpr std::size_t most_of_a_rule = 5;

// Ends its snapshot however it is left.
class Snapshot {
public:
    Snapshot(db::Database& database, db::Home home) : connection_(database.open_reader(home)) { connection_->begin_read(); }
    ~Snapshot() { connection_->rollback(); }
    Snapshot(const Snapshot&) = delete;
    db::ReadTx tx() { return db::ReadTx(*connection_); }

private:
    std::unique_ptr<db::Connection> connection_;
};

void apply(const Rule& rule, db::ReadTx tx, std::vector<std::string>& faults)
{
    const std::string name(rule.contradictions.name);
    const std::vector<std::string> found = tx.all<std::string>(rule.contradictions);
    for (std::size_t i = 0; i < found.size() && i < most_of_a_rule; ++i) faults.push_back(name + ": " + found[i]);
    if (found.size() > most_of_a_rule) faults.push_back(name + ": and " + std::to_string(found.size() - most_of_a_rule) + " more");
}

std::vector<const Rule*> all_rules()
{
    std::vector<const Rule*> all;
    for (const auto rules : {money_rules, order_rules, payment_rules, stock_rules, parcel_rules, community_rules, creator_rules, catalog_rules, news_rules})
        for (const Rule& rule : rules) all.push_back(&rule);
    return all;
}

struct Place {
    std::int64_t xid = 0, seq = 0;
};
BOOST_DESCRIBE_STRUCT(Place, (), (xid, seq))
struct Seen {
    std::int64_t note = 0, views = 0, reads = 0;
};
BOOST_DESCRIBE_STRUCT(Seen, (), (note, views, reads))

const db::Sql views_counted_until{"audit.views_counted_until", "SELECT xid, seq FROM community_view_cursor WHERE id = 1"};
const db::Sql views_counted{"audit.views_counted", "SELECT note_id, views, reads FROM community_note_counts WHERE views <> 0 OR reads <> 0"};
const db::Sql views_kept{"audit.views_kept", R"sql(
    SELECT note_id, COUNT(*), CAST(SUM(finished) AS bigint) FROM community_views WHERE (xid, seq) <= ($1, $2) GROUP BY note_id)sql"};

// Views lie in a store of their own, so no single statement sees both sides. Rows up to the cursor never change.
void compare_views(db::Database& database, db::ReadTx tx, std::vector<std::string>& faults)
{
    const Place until = tx.one<Place>(views_counted_until).value_or(Place{});
    std::map<std::int64_t, Seen> counted;
    for (const Seen& seen : tx.all<Seen>(views_counted)) counted[seen.note] = seen;
    Snapshot events(database, db::Home::events);
    for (const Seen& kept : events.tx().all<Seen>(views_kept, until.xid, until.seq)) {
        const Seen here = counted[kept.note];
        counted.erase(kept.note);
        if (here.views != kept.views || here.reads != kept.reads)
            faults.push_back("audit.views_equal_rows: note " + std::to_string(kept.note) + " says " + std::to_string(here.views) + "/" +
                             std::to_string(here.reads) + ", the rows " + std::to_string(kept.views) + "/" + std::to_string(kept.reads));
    }
    for (const auto& [note, seen] : counted)
        faults.push_back("audit.views_equal_rows: note " + std::to_string(note) + " counts views nobody told of");
}

const db::Sql news_carried{"audit.news_carried", R"sql(
    SELECT 'news:' || xid || ':' || seq FROM jobs_outbox
     WHERE (xid, seq) <= (SELECT xid, seq FROM jobs_cursors WHERE subscriber = 'discovery.diary')
       AND (kind IN ('community.note_commented', 'community.followed', 'community.unfollowed') OR
            (kind = 'community.note_reacted' AND body LIKE '%"undone":false%')))sql"};
const db::Sql news_kept{"audit.news_kept", "SELECT key FROM discovery_diary WHERE key LIKE 'news:%' AND kind IN ('deed', 'follow', 'unfollow')"};

// What people did is written into the engine's diary, which lies in the store of events, before the relay's cursor moves over it.
void compare_diary(db::Database& database, db::ReadTx tx, std::vector<std::string>& faults)
{
    const std::vector<std::string> carried = tx.all<std::string>(news_carried);
    std::set<std::string> kept;
    Snapshot events(database, db::Home::events);
    for (const std::string& key : events.tx().all<std::string>(news_kept))
        if (!kept.insert(key).second) faults.push_back("audit.the_diary_has_what_was_carried: " + key + " counts twice");
    for (const std::string& key : carried)
        if (!kept.contains(key)) faults.push_back("audit.the_diary_has_what_was_carried: " + key + " was lost");
}

}  // namespace

std::vector<std::string> audit(db::Database& database, Moment moment)
{
    std::vector<std::string> faults;
    Snapshot main(database, db::Home::main);
    for (const Rule* rule : all_rules())
        if (rule->from <= moment) apply(*rule, main.tx(), faults);
    compare_views(database, main.tx(), faults);
    compare_diary(database, main.tx(), faults);
    return faults;
}

std::vector<std::string> audit(db::ReadTx tx, std::string_view name)
{
    std::vector<std::string> faults;
    for (const Rule* rule : all_rules())
        if (rule->contradictions.name == name) apply(*rule, tx, faults);
    return faults;
}

std::vector<std::string> audit(db::Database& database, std::string_view name)
{
    Snapshot main(database, db::Home::main);
    return audit(main.tx(), name);
}

std::vector<std::string_view> rule_names()
{
    std::vector<std::string_view> names;
    for (const Rule* rule : all_rules()) names.push_back(rule->contradictions.name);
    return names;
}

}  // namespace meadow::audit
