// Many people want the same few pieces at once, over real sockets: of one server process, and on PostgreSQL also of two that share the
// database, where nothing but the statements guards the stock.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <thread>

#include "audit/auditor.hpp"
#include "jobs/clock.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/sessions/model.hpp"
#include "processes/line.hpp"
#include "processes/server_process.hpp"
#include "support/market.hpp"

namespace meadow::testing {
namespace {

constexpr int callers = 16;

const db::Sql count_orders{"crowd.count_orders", "SELECT COUNT(*) FROM trading_orders"};
const db::Sql sum_held{"crowd.sum_held", "SELECT CAST(SUM(held) AS bigint) FROM fulfilment_stock"};

struct Crowd : ::testing::Test {
    struct Guest {
        UserId id;
        std::string token;
    };
    struct Tally {
        std::atomic<int> placed{0}, sold_out{0}, busy{0}, other{0};
    };

    // People with a session and an address, written without signing up, which costs a password hash each.
    static std::vector<Guest> guests(Town& town, int count)
    {
        std::vector<Guest> out;
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            out.clear();   // the lane may repeat the transaction
            for (int i = 0; i < count; ++i) {
                identity::Account account;
                account.id = ctx.new_id<UserId>();
                account.handle = identity::default_handle(account.id);
                account.name = "guest";
                account.joined_at = ctx.now;
                identity::store::insert_account(ctx.tx, account);
                out.push_back({account.id, identity::open_session(ctx, account.id, "crowd").token});
            }
            return true;
        });
        town.database().open_writer(db::Home::main)->script(R"sql(
            INSERT INTO trading_address_books (buyer_id, addresses, default_id) SELECT user_id, 1, user_id FROM identity_users;
            INSERT INTO trading_addresses (buyer_id, address_id, receiver, phone, province, city, district, detail)
                 SELECT user_id, user_id, 'guest', '13800138000', 'x', 'x', 'x', 'x' FROM identity_users)sql");
        return out;
    }

    static std::string order_json(const Stall& stall, const Guest& guest)
    {
        return R"({"shop":")" + stall.shop + R"(","lines":[{"sku":")" + stall.skus[0] + R"(","count":1}],"address":")" + text(AddressId{guest.id.value}) +
               R"(","expected_total":9900})";
    }

    // Each guest asks once, and again while the town is busy; the callers take turns between the servers.
    static void ask(const std::vector<Guest>& guests, const Stall& stall, const std::vector<int>& ports, int caller, Tally& tally)
    {
        std::vector<Line> lines;
        for (const int port : ports) lines.emplace_back("").to(port);
        for (std::size_t i = std::size_t(caller); i < guests.size(); i += callers) {
            Line& line = lines[i / callers % lines.size()];
            line.speaks_as(guests[i].token);
            for (;;) {
                const Heard heard = line.ask({"POST", "/v1/orders", order_json(stall, guests[i]), "crowd-" + std::to_string(100'000 + i)});
                if (heard.status == 503) {
                    ++tally.busy;
                    continue;
                }
                if (heard.status == 201) ++tally.placed;
                else if (heard.status == 409 && heard.body.find("fulfilment.sold_out") != std::string::npos) ++tally.sold_out;
                else if (++tally.other == 1) ADD_FAILURE() << heard.status << " " << heard.body;
                break;
            }
        }
    }

    void crowd_wants(int people, int pieces, int processes)
    {
        SCOPED_TRACE(std::to_string(processes) + " server processes");
        Town town{text(jobs::SystemClock{}.now())};
        Person lin = town.person("lin");
        const Stall stall = open_stall(lin, "Lin", {{"红", yuan(99), pieces}});
        town.settles();
        const std::vector<Guest> crowd = guests(town, people);
        town.sleeps();

        std::vector<std::unique_ptr<ServerProcess>> servers;
        std::vector<int> ports;
        for (int i = 0; i < processes; ++i) {
            servers.push_back(std::make_unique<ServerProcess>(town));
            ports.push_back(servers.back()->port());
        }
        Tally tally;
        std::vector<std::thread> threads;
        for (int caller = 0; caller < callers; ++caller) threads.emplace_back([&, caller] { ask(crowd, stall, ports, caller, tally); });
        for (std::thread& thread : threads) thread.join();
        for (const auto& server : servers) EXPECT_EQ(server->end(), 0);

        EXPECT_EQ(tally.placed, pieces);
        EXPECT_EQ(tally.sold_out, people - pieces);
        const auto database = db::open(town.database_options());
        const auto reader = database->open_reader(db::Home::main);
        reader->begin_read();
        EXPECT_EQ(db::ReadTx(*reader).one<std::int64_t>(count_orders), pieces);
        EXPECT_EQ(db::ReadTx(*reader).one<std::int64_t>(sum_held), pieces);
        reader->rollback();
        for (const std::string& fault : audit::audit(*database, audit::Moment::always)) ADD_FAILURE() << fault;
        std::printf("%d buyers, %d of one SKU, %d processes: %d placed, %d sold out, %d times busy\n", people, pieces, processes, tally.placed.load(),
                    tally.sold_out.load(), tally.busy.load());
    }

    void crowd_wants(int people, int pieces)
    {
        const char* const engine = std::getenv("MEADOW_TOWN");
        crowd_wants(people, pieces, 1);
        if (engine != nullptr && std::string_view(engine) == "postgres") crowd_wants(people, pieces, 2);
    }
};

}  // namespace

TEST_F(Crowd, of_ten_thousand_and_one_piece_makes_one_order)
{
    crowd_wants(10'000, 1);
}

TEST_F(Crowd, buys_exactly_what_there_is)
{
    crowd_wants(2'000, 500);
}

}  // namespace meadow::testing
