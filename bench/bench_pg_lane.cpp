// One write lane on PostgreSQL: how many order-like commands a second it commits, by batch size, and who spends the CPU.
//
//     bench_pg_lane [--json] [URL]        URL or $MEADOW_TEST_POSTGRES names a server; a schema of its own is made and dropped
//
// A command is one SELECT, two guarded UPDATEs (which wait for their answer) and five posted INSERTs, so its least possible number
// of round trips is three. The limit it is compared with is three times the time of the smallest round trip of this server.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <future>
#include <sstream>

#include "db/lanes.hpp"

namespace meadow::db {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int rounds = 5;  // the median is told
constexpr int buyers = 20000;
constexpr int skus = 1000;

constexpr std::string_view tables = R"sql(
    CREATE TABLE products (shop_id bigint, sku_id bigint, price bigint, title text, PRIMARY KEY (shop_id, sku_id));
    CREATE TABLE stock (shop_id bigint, sku_id bigint, available bigint, held bigint, PRIMARY KEY (shop_id, sku_id));
    CREATE TABLE allowances (shop_id bigint, buyer_id bigint, used bigint, PRIMARY KEY (shop_id, buyer_id));
    CREATE TABLE orders (shop_id bigint, id bigint, buyer_id bigint, total bigint, state text, due bigint, PRIMARY KEY (shop_id, id));
    CREATE TABLE lines (shop_id bigint, order_id bigint, sku_id bigint, title text, price bigint, n bigint,
                        PRIMARY KEY (shop_id, order_id, sku_id));
    CREATE TABLE moves (shop_id bigint, id bigint, sku_id bigint, n bigint, why text, PRIMARY KEY (shop_id, id));
    CREATE TABLE entries (shop_id bigint, id bigint, account text, amount bigint, PRIMARY KEY (shop_id, id));
    CREATE TABLE news (id bigint PRIMARY KEY, kind text, body text);
    INSERT INTO products SELECT 1, n, 9900 + n, '一支口红 lipstick ' || n FROM generate_series(1, 1000) n;
    INSERT INTO stock SELECT 1, n, 1000000000, 0 FROM generate_series(1, 1000) n;
    INSERT INTO allowances SELECT 1, n, 0 FROM generate_series(1, 20000) n;
    ANALYZE)sql";

const Sql product{"bench.product", "SELECT price, title FROM products WHERE shop_id = $1 AND sku_id = $2"};
const Sql allow{"bench.allow", "UPDATE allowances SET used = used + $1 WHERE shop_id = $2 AND buyer_id = $3 AND used + $1 <= $4"};
const Sql hold{"bench.hold", R"sql(
    UPDATE stock SET available = available - $1, held = held + $1 WHERE shop_id = $2 AND sku_id = $3 AND available >= $1)sql"};
const Sql add_order{"bench.add_order", "INSERT INTO orders (shop_id, id, buyer_id, total, state, due) VALUES ($1, $2, $3, $4, $5, $6)"};
const Sql add_line{"bench.add_line",
                   "INSERT INTO lines (shop_id, order_id, sku_id, title, price, n) VALUES ($1, $2, $3, $4, $5, $6)"};
const Sql add_move{"bench.add_move", "INSERT INTO moves (shop_id, id, sku_id, n, why) VALUES ($1, $2, $3, $4, $5)"};
const Sql add_entry{"bench.add_entry", "INSERT INTO entries (shop_id, id, account, amount) VALUES ($1, $2, $3, $4)"};
const Sql add_news{"bench.add_news", "INSERT INTO news (id, kind, body) VALUES ($1, $2, $3)"};
const Sql one{"bench.one", "SELECT 1"};
const Sql backends{"bench.backends", "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'meadow'"};
const Sql sold{"bench.sold", "SELECT CAST(sum(held) AS bigint) FROM stock"};

struct Priced {
    std::int64_t price = 0;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(Priced, (), (price, title))

class Finish {
public:
    explicit Finish(int expected) : left_(expected) {}
    void one(bool fault)
    {
        faults_ += fault;
        if (--left_ == 0) finished_.set_value();
    }
    int wait()
    {
        finished_.get_future().get();
        return faults_;
    }

private:
    int left_;  // both are touched by the only lane's thread alone
    int faults_ = 0;
    std::promise<void> finished_;
};

class Order final : public Command {
public:
    Order(std::int64_t id, std::int64_t sku, Finish& finish) : id_(id), sku_(sku), finish_(finish) {}

    bool run(Tx& tx) override
    {
        const std::int64_t buyer = id_ % buyers + 1;
        const auto found = tx.one<Priced>(product, 1, sku_);
        if (!found) return false;
        if (tx.exec(allow, 1, 1, buyer, 1000000000) != 1) return false;
        if (tx.exec(hold, 1, 1, sku_) != 1) return false;
        tx.put(add_order, 1, id_, buyer, found->price, "placed", id_ + 900000000);
        tx.put(add_line, 1, id_, sku_, found->title, found->price, 1);
        tx.put(add_move, 1, id_, sku_, 1, "held");
        tx.put(add_entry, 1, id_, "buyer", -found->price);
        tx.put(add_news, id_, "order_placed", R"({"order":"ord_7K2","buyer":"usr_1","total":9900})");
        return true;
    }
    void done(std::exception_ptr fault) noexcept override { finish_.one(fault != nullptr); }

private:
    const std::int64_t id_, sku_;
    Finish& finish_;
};

double own_cpu()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

// Seconds of CPU of the sessions named meadow, when the server runs on this machine; else 0.
double server_cpu(Connection& watch)
{
    double ticks = 0;
    Rows& rows = watch.query(backends, {});
    while (rows.next()) {
        std::ifstream file("/proc/" + std::string(rows.text(0)) + "/stat");
        std::string text((std::istreambuf_iterator<char>(file)), {});
        if (text.find("(postgres)") == text.npos) continue;
        std::istringstream words(text.substr(text.rfind(')') + 2));
        std::string skipped;
        for (int i = 0; i < 11; ++i) words >> skipped;
        double user = 0, system = 0;
        words >> user >> system;
        ticks += user + system;
    }
    return ticks / double(sysconf(_SC_CLK_TCK));
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2), values.end());
    return values[values.size() / 2];
}

class Bench {
public:
    Bench(const std::string& url, bool json) : json_(json)
    {
        options_.url = url;
        options_.schema = "bench_" + std::to_string(getpid());
        database_ = open_postgres(options_);
        watch_ = database_->open_reader(Home::main);
        watch_->script(tables);
    }
    ~Bench() { watch_->script("DROP SCHEMA " + options_.schema + " CASCADE"); }

    int run()
    {
        measure_round_trip();
        measure("batch_1", 1, 1000, skus);
        measure("batch_16", 16, 4000, skus);
        measure("batch_64", 64, 6000, skus);
        measure("batch_64_hot_sku", 64, 6000, 1);
        measure("batch_256", 256, 6000, skus);
        Rows& rows = watch_->query(sold, {});
        const bool exact = rows.next() && rows.integer(0) == next_id_;
        rows.close();
        if (!exact) std::fprintf(stderr, "stock held and orders committed differ\n");
        return exact && faults_ == 0 ? 0 : 1;
    }

private:
    void measure_round_trip()
    {
        constexpr int times = 4000;
        std::vector<double> us;
        for (int round = 0; round < rounds; ++round) {
            const auto start = Clock::now();
            for (int i = 0; i < times; ++i) watch_->execute(one, {});
            us.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count() / times);
        }
        round_trip_us_ = median(us);
        print("pg_lane.round_trip", round_trip_us_, "us", 0);
    }

    void measure(const std::string& name, std::size_t batch, int commands, int over_skus)
    {
        const auto lanes = start_lanes(*database_, {.lanes = 1, .queue = std::size_t(commands), .batch = batch});
        std::vector<double> rate, mine, servers;
        run_round(*lanes, commands, over_skus);  // prepares, fills caches
        for (int round = 0; round < rounds; ++round) {
            const double own = own_cpu(), server = server_cpu(*watch_);
            const auto start = Clock::now();
            run_round(*lanes, commands, over_skus);
            rate.push_back(commands / std::chrono::duration<double>(Clock::now() - start).count());
            mine.push_back((own_cpu() - own) / commands * 1e6);
            servers.push_back((server_cpu(*watch_) - server) / commands * 1e6);
        }
        print("pg_lane." + name, median(rate), "commands/s", 1e6 / (3 * round_trip_us_));
        print("pg_lane." + name + ".cpu_meadow", median(mine), "us/command", 0);
        print("pg_lane." + name + ".cpu_server", median(servers), "us/command", 0);
    }

    void run_round(Lanes& lanes, int commands, int over_skus)
    {
        Finish finish(commands);
        for (int i = 0; i < commands; ++i) {
            const std::int64_t id = ++next_id_;
            std::unique_ptr<Command> command = std::make_unique<Order>(id, id % over_skus + 1, finish);
            while (!lanes.submit(Home::main, 1, command)) usleep(100);
        }
        faults_ += finish.wait();
    }

    void print(const std::string& name, double value, const char* unit, double limit) const
    {
        if (json_)
            std::printf(R"({"name":"%s","value":%.1f,"unit":"%s","limit":%.1f,"ratio":%.2f,"size":"empty"})" "\n", name.c_str(), value,
                        unit, limit, limit > 0 ? value / limit : 0);
        else if (limit > 0)
            std::printf("%-40s %10.1f %-12s limit %10.1f ratio %.2f\n", name.c_str(), value, unit, limit, value / limit);
        else
            std::printf("%-40s %10.1f %s\n", name.c_str(), value, unit);
        std::fflush(stdout);
    }

    const bool json_;
    Options options_;
    std::unique_ptr<Database> database_;
    std::unique_ptr<Connection> watch_;
    double round_trip_us_ = 0;
    std::int64_t next_id_ = 0;
    int faults_ = 0;
};

}  // namespace
}  // namespace meadow::db

int main(int count, char** words)
{
    const char* url = std::getenv("MEADOW_TEST_POSTGRES");
    bool json = false;
    for (int i = 1; i < count; ++i) {
        if (std::string_view(words[i]) == "--json") json = true;
        else url = words[i];
    }
    if (!url) {
        std::fprintf(stderr, "bench_pg_lane [--json] URL, or MEADOW_TEST_POSTGRES=URL\n");
        return 2;
    }
    try {
        return meadow::db::Bench(url, json).run();
    } catch (const std::exception& e) {
        std::fprintf(stderr, "%s\n", e.what());
        return 1;
    }
}
