// Whoever never objects audits nothing. A town that has run its course is spoilt in every way there is a rule against, one at a time, and
// rolled back; before, nobody has anything to say.
#include <gtest/gtest.h>

#include <algorithm>

#include "audit/auditor.hpp"
#include "sim/simulation.hpp"

namespace meadow::sim {
namespace {

struct Spoiling {
    std::string_view rule;
    std::string_view statement;
};

const Spoiling spoilings[] = {
    {"audit.postings_sum_to_zero", "UPDATE trading_entries SET amount = amount + 1 WHERE kind = 'gateway'"},
    {"audit.entries_have_postings", "DELETE FROM trading_postings WHERE posting_id = (SELECT MIN(posting_id) FROM trading_postings)"},
    {"audit.postings_have_two_sides", "DELETE FROM trading_entries WHERE kind = 'gateway'"},
    {"audit.balances_equal_entries", "UPDATE trading_balances SET balance = balance + 1 WHERE kind = 'merchant'"},
    {"audit.gateway_holds_what_is_paid", "UPDATE trading_orders SET total = total + 1 WHERE state = 'completed'"},
    {"audit.orders_are_paid_once", R"(INSERT INTO trading_entries SELECT shop_id, kind, holder, -posting_id, order_id, what, amount, at
                                        FROM trading_entries WHERE kind = 'gateway' AND what = 'payment')"},
    {"audit.escrow_holds_what_waits", "UPDATE trading_entries SET amount = amount + 1 WHERE kind = 'escrow' AND what = 'payment'"},
    {"audit.refunds_under_way_are_booked", "UPDATE trading_refunds SET state = 'approved' WHERE state = 'done'"},
    {"audit.a_refunded_order_leaves_nothing",
     "UPDATE trading_entries SET amount = amount + 1 WHERE amount > 0 AND order_id IN (SELECT order_id FROM trading_orders WHERE state = 'refunded')"},
    {"audit.a_completed_order_is_shared_out", "UPDATE trading_orders SET fee = fee + 1 WHERE state = 'completed'"},

    {"audit.order_moves_lead_to_its_state", "UPDATE trading_orders SET state = 'delivered' WHERE state = 'completed'"},
    {"audit.moves_belong_to_orders", "DELETE FROM trading_orders WHERE order_id = (SELECT MIN(order_id) FROM trading_order_moves)"},
    {"audit.orders_move_as_they_may", "UPDATE trading_order_moves SET from_state = 'cancelled' WHERE to_state = 'paid'"},
    {"audit.orders_know_when", "UPDATE trading_orders SET paid_at = 0 WHERE state = 'completed'"},
    {"audit.orders_end_once", R"(INSERT INTO trading_order_moves SELECT shop_id, order_id, -move_id, from_state, to_state, by_user, why, at
                                   FROM trading_order_moves WHERE to_state = 'cancelled')"},
    {"audit.refund_moves_lead_to_its_state", "UPDATE trading_refunds SET state = 'approved' WHERE state = 'done'"},
    {"audit.refunds_and_orders_agree", "UPDATE trading_refunds SET state = 'rejected' WHERE state = 'done'"},
    {"audit.buyers_lists_show_their_orders", "UPDATE trading_buyer_orders SET state = 'placed'"},
    {"audit.every_order_has_ended", "UPDATE trading_orders SET state = 'shipped' WHERE state = 'completed'"},
    {"audit.every_refund_has_ended", "UPDATE trading_refunds SET state = 'asked' WHERE state = 'done'"},

    {"audit.payments_are_their_lines", "UPDATE trading_payment_lines SET amount = amount + 1"},
    {"audit.payments_come_in_whole", "UPDATE trading_payment_lines SET outcome = 'waiting' WHERE outcome = 'paid'"},
    {"audit.one_payment_pays_an_order", R"(INSERT INTO trading_payment_lines SELECT buyer_id, -payment_id, shop_id, order_id, amount, outcome
                                             FROM trading_payment_lines WHERE outcome = 'paid')"},
    {"audit.a_paid_order_names_its_payment", "UPDATE trading_orders SET payment_id = payment_id + 1 WHERE payment_id <> 0"},
    {"audit.payments_know_what_went_back", "UPDATE trading_payments SET refunded = refunded + 1 WHERE refunded > 0"},
    {"audit.nothing_is_given_back_twice", R"(INSERT INTO trading_give_backs SELECT buyer_id, -payment_id, refund_id, shop_id, order_id, amount, state,
                                                    attempts, error, asked_at, given_at FROM trading_give_backs)"},
    {"audit.the_gateway_gave_what_it_says", "UPDATE trading_sandbox_charges SET given_back = given_back + 1 WHERE given_back > 0"},
    {"audit.the_gateway_has_what_we_booked", "DELETE FROM trading_sandbox_charges WHERE state = 'paid'"},
    {"audit.the_gateway_and_we_agree", "UPDATE trading_sandbox_charges SET amount = amount + 1 WHERE state = 'paid'"},
    {"audit.every_payment_has_ended", "UPDATE trading_payments SET state = 'pending' WHERE state = 'succeeded'"},
    {"audit.everything_was_given_back", "UPDATE trading_give_backs SET state = 'asked'"},

    {"audit.stock_equals_its_journal", "UPDATE fulfilment_stock SET sold = sold + 1"},
    {"audit.pieces_move_forward", "UPDATE fulfilment_stock_moves SET from_bucket = to_bucket"},
    {"audit.orders_hold_what_they_wait_for", "UPDATE trading_orders SET state = 'placed' WHERE state = 'completed'"},
    {"audit.nobody_else_holds", "UPDATE fulfilment_stock_moves SET cause_id = -cause_id WHERE to_bucket = 'held'"},
    {"audit.allowances_equal_holds", R"(INSERT INTO fulfilment_allowances (shop_id, buyer_id, sku_id, held)
                                        SELECT shop_id, buyer_id, 0, 1 FROM trading_orders WHERE order_id = (SELECT MIN(order_id) FROM trading_orders))"},
    {"audit.nothing_is_held_for_ever", "UPDATE fulfilment_stock SET held = 1"},

    {"audit.parcels_are_their_lines", "UPDATE fulfilment_parcel_lines SET count = count + 1"},
    {"audit.slips_are_their_lines", "UPDATE fulfilment_slip_lines SET ordered = ordered + 1"},
    {"audit.slips_count_their_parcels", "DELETE FROM fulfilment_parcels WHERE parcel_id = (SELECT MIN(parcel_id) FROM fulfilment_parcels)"},
    {"audit.nothing_leaves_without_a_slip", "DELETE FROM fulfilment_slips"},
    {"audit.what_left_was_bought", "UPDATE trading_orders SET paid_at = 0"},
    {"audit.slips_follow_their_orders", "UPDATE fulfilment_slips SET state = 'open'"},

    {"audit.reactions_equal_rows", "UPDATE community_note_counts SET likes = likes + 1"},
    {"audit.comments_equal_rows", "UPDATE community_note_counts SET comments = comments - 1"},
    {"audit.replies_equal_rows", "UPDATE community_comments SET replies = replies + 1"},
    {"audit.comment_likes_equal_rows", "UPDATE community_comments SET likes = likes + 1"},
    {"audit.comments_are_found", "DELETE FROM community_comment_homes"},
    {"audit.albums_equal_rows", "UPDATE community_albums SET notes = notes + 1"},
    {"audit.follows_equal_rows", "UPDATE community_people SET followers = followers + 1"},
    {"audit.followers_mirror_follows", "DELETE FROM community_followers"},
    {"audit.audience_follows_the_note", "UPDATE community_note_homes SET audience = 'friends'"},
    {"audit.note_moves_lead_to_its_state", "UPDATE community_notes SET state = 'draft'"},
    {"audit.hidden_stays_hidden", R"(INSERT INTO governance_cases (subject_kind, subject_id, state, reporters, reported_at, hidden)
                                     SELECT 'note', note_id, 'decided', 1, 0, 1 FROM community_notes
                                      WHERE state = 'published' AND note_id NOT IN (SELECT subject_id FROM governance_cases))"},
    {"audit.what_is_not_seen_is_not_listed", "UPDATE community_note_homes SET audience = 'nobody'"},
    {"audit.what_is_seen_is_listed", "DELETE FROM discovery_notes"},

    {"audit.earnings_equal_credits", "UPDATE creators_earnings SET amount = amount + 1"},
    {"audit.note_sales_equal_credits", "UPDATE creators_note_sales SET commission = commission + 1"},
    {"audit.commission_is_booked_when_paid", "UPDATE creators_credits SET state = 'paid' WHERE state = 'void'"},
    {"audit.commission_is_a_share_of_the_line", "UPDATE creators_credits SET commission = base + 1"},
    {"audit.credit_moves_lead_to_its_state", "UPDATE creators_credits SET state = 'pending'"},
    {"audit.nobody_is_credited_for_nothing", "UPDATE creators_credits SET buyer_id = author_id"},
    {"audit.credits_follow_their_orders", "UPDATE creators_credits SET state = 'payable' WHERE state = 'paid'"},

    {"audit.shops_count_their_products", "UPDATE catalog_shops SET listed = listed + 1"},
    {"audit.ratings_equal_reviews", "UPDATE catalog_ratings SET five = five + 1"},
    {"audit.who_reviews_has_received", "UPDATE catalog_review_rights SET delivered_at = 0"},
    {"audit.who_has_received_may_review", "DELETE FROM catalog_review_rights"},
    {"audit.catalog_knows_the_followers", "DELETE FROM catalog_followers"},
    {"audit.what_is_on_sale_has_stock_rows", "DELETE FROM fulfilment_stock"},

    {"audit.cursors_point_into_the_outbox", "UPDATE jobs_cursors SET seq = seq + 1"},
    {"audit.all_news_is_heard", "UPDATE jobs_cursors SET seq = seq - 1"},
    {"audit.nothing_is_parked", R"(INSERT INTO jobs_parked (id, subscriber, kind, body, error, attempts, parked_at, next_try_at)
                                   VALUES (1, 'x', 'x', 'x', 'x', 1, 0, 0))"},
    {"audit.no_errand_was_given_up", "INSERT INTO jobs_errands (id, kind, body, due, attempts, error, state) VALUES (1, 'x', 'x', 0, 12, 'x', 'failed')"},
};

struct Auditor : ::testing::Test {
    static void SetUpTestSuite()
    {
        simulation = std::make_unique<Simulation>(20301111, 5);
        for (int day = 0; day < 4; ++day) simulation->lives_a_day();
        simulation->runs_its_course();
    }
    static void TearDownTestSuite() { simulation.reset(); }
    static db::Database& database() { return simulation->village().town.database(); }
    static const Diary& diary() { return simulation->village().diary; }
    static std::vector<std::string> authors()
    {
        std::vector<std::string> out;
        for (const Person& author : simulation->village().authors) out.push_back(author.id());
        return out;
    }

    static inline std::unique_ptr<Simulation> simulation;
};

}  // namespace

TEST_F(Auditor, has_nothing_to_say_about_a_sound_town)
{
    EXPECT_EQ(simulation->faults(), std::vector<std::string>{});
    EXPECT_EQ(audit::audit(database(), audit::Moment::ended), std::vector<std::string>{});
}

TEST_F(Auditor, objects_to_every_way_a_town_can_be_spoilt)
{
    const auto writer = database().open_writer(db::Home::main);
    for (const Spoiling& spoiling : spoilings) {
        writer->begin_write();
        writer->script(spoiling.statement);
        EXPECT_FALSE(audit::audit(db::ReadTx(*writer), spoiling.rule).empty()) << spoiling.rule << " is content with " << spoiling.statement;
        writer->rollback();
    }
}

TEST_F(Auditor, has_no_rule_that_was_never_seen_to_object)
{
    for (const std::string_view rule : audit::rule_names())
        EXPECT_TRUE(std::any_of(std::begin(spoilings), std::end(spoilings), [&](const Spoiling& s) { return s.rule == rule; })) << rule;
}

TEST_F(Auditor, objects_to_a_view_too_many)
{
    const auto writer = database().open_writer(db::Home::main);
    writer->script("UPDATE community_note_counts SET views = views + 1 WHERE views > 0");
    const auto faults = audit::audit(database(), audit::Moment::always);
    writer->script("UPDATE community_note_counts SET views = views - 1 WHERE views > 0");
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_TRUE(faults[0].starts_with("audit.views_equal_rows")) << faults[0];
}

TEST_F(Auditor, objects_to_a_reaction_that_the_discovery_engine_will_never_hear_of)
{
    const auto writer = database().open_writer(db::Home::events);
    writer->script("UPDATE discovery_diary SET key = 'lost' || key WHERE key LIKE 'news:%' AND kind = 'deed'");
    const auto faults = audit::audit(database(), audit::Moment::always);
    writer->script("UPDATE discovery_diary SET key = substr(key, 5) WHERE key LIKE 'lostnews:%'");
    ASSERT_GE(faults.size(), 1u);
    EXPECT_TRUE(faults[0].starts_with("audit.the_diary_has_what_was_carried")) << faults[0];
}

TEST_F(Auditor, is_joined_by_a_diary_that_objects_too)
{
    EXPECT_EQ(diary().contradictions(database()), std::vector<std::string>{});
    EXPECT_EQ(diary().unsettled(database(), authors()), std::vector<std::string>{});

    Diary other = diary();
    ++other.received.begin()->second;
    EXPECT_EQ(other.contradictions(database()).size(), 1u) << "a piece more came in than there is";
    other = diary();
    other.purchases.pop_back();
    EXPECT_EQ(other.contradictions(database()).size(), 1u) << "an order nobody placed";
    other = diary();
    other.likes.begin()->second.insert("usr_somebody");
    EXPECT_EQ(other.contradictions(database()).size(), 1u) << "a like that is not there";
    other = diary();
    other.hidden.insert(simulation->village().articles.front().note);
    EXPECT_EQ(other.contradictions(database()).size(), 1u) << "what was hidden is read";
    other = diary();
    other.charged += 100;
    EXPECT_GE(other.unsettled(database(), authors()).size(), 1u) << "money that never arrived";
    other = diary();
    for (Purchase& p : other.purchases) p.credited = false;
    EXPECT_GE(other.unsettled(database(), authors()).size(), 1u) << "commission for nothing";
}

}  // namespace meadow::sim
