// The discovery engine without I/O: told what happens in the town, it says what to show. Same telling, same answers, same bytes.
// Not thread-safe: one thread tells; pages may be asked for by many while nobody tells.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "modules/discovery/engine/page.hpp"

namespace meadow::discovery::engine {

// What of a note's content matters to the engine.
struct NoteLooks {
    std::uint64_t face = 0;                     // a hash of title and cover
    std::uint64_t print = 0;                    // SimHash of its words; 0: too few
    std::vector<ProductId> products = {};       // pinned
    std::optional<CellKey> cell = {};           // of the place it names
    std::vector<std::string> things = {};       // named without being pinned
    std::uint64_t cover = 0;                    // how its cover looks; 0: not known
    int mood = 0;                               // 1: it sounds content, -1: discontent
};

class Engine {
public:
    explicit Engine(const Policy& policy = {}) : state_(policy) { state_.first_pool = policy.first_pool; state_.trial_share = policy.exploration; }

    // Time goes on: answers fall due, verdicts are reached, rankings are made anew. Every telling does this first; time never runs back.
    void advance(Instant now);
    // Other numbers from now on; with a share below 1 for so many of the readers, beside those in force.
    void adopt(Instant, const Policy&);

    // Topics somebody named as theirs, at sign-up or later; replaces those named before.
    void reader(Instant, UserId, std::span<const TopicKey> interests);
    void follows(Instant, UserId, UserId author, bool follows);
    // What was learned of them and a topic; all of it, with what they opened, named and searched for.
    void forgets(Instant, UserId, TopicKey);
    void forgets(Instant, UserId);
    // Approved: its trial begins. A note that is known: it is public again, or was edited when its face is another.
    void note(Instant, NoteId, UserId author, TopicKey topic, const NoteLooks& = {});
    // Cover or title were edited: a resting note gets its second chance.
    void edited(Instant, NoteId);
    void withdrawn(Instant, NoteId);
    // The editors chose a note, until then; a moment that has passed takes it back.
    void picked(Instant, NoteId, Instant until);
    // Whether a product can be bought now.
    void stocked(Instant, ProductId, bool on_sale);
    // Somebody looked at a product, put it into the cart or bought it.
    void wants(Instant, UserId, ProductId);
    // Somebody who wants a personal page searched for something: what was found first, notes or products.
    void searched(Instant, UserId, std::span<const NoteId>, std::span<const ProductId>);

    Page page(Instant now, UserId, std::size_t slots, const Asked& = {}) const;
    // The page was served, and counts as shown.
    void shown(Instant now, UserId reader, const Page& page) { shown(now, reader, page.notes, page.policy); }
    void shown(Instant, UserId, std::span<const Placed>, std::int64_t policy);
    void heard(Instant, UserId, NoteId, Deed, Arrival);

    // Somebody commented on a note: whether they ask where to buy what it shows, and how they sound, as in NoteLooks.
    void remarked(Instant, UserId, NoteId, bool asks, int mood);

    // Somebody wrote a comment on a note, by a sketch of its words; somebody paid for an order from a seller. Looked through for what looks
    // bought (honesty/), and counted nowhere else.
    void said(Instant, UserId, NoteId, const Sketch&);
    void traded(Instant, UserId buyer, UserId seller, Turn = Turn::paid);

    // The same, wherever they met the note: looked through for what looks bought (honesty/), and counted nowhere else.
    void claimed(Instant, UserId, NoteId, Deed);
    // A person looked at a finding: upheld, or what followed from it is taken back.
    void decided(Instant, std::int64_t finding, bool upheld);

    // Whether a page showed it to them, not long ago.
    bool exposed(UserId, NoteId) const;

    const State& state() const { return state_; }

    // Everything known, as bytes: what follows is the same whether this engine or one made from the bytes is told. Throws
    // std::runtime_error for bytes that are not of this version.
    std::string snapshot() const;
    void write(const std::function<void(std::string_view)>& to) const;   // the same piece by piece, all but the last of a megabyte
    // Does both, one after the other or at once: they touch nothing that the other does.
    using Together = std::function<void(const std::function<void()>&, const std::function<void()>&)>;
    static Engine from_snapshot(std::string_view, const Together& = [](const auto& one, const auto& other) { one(), other(); });

private:
    Reader& reader_of(UserId);
    std::uint32_t author_of(UserId);
    std::uint32_t topic_of(TopicKey);
    std::uint32_t product_of(ProductId);
    std::optional<std::uint32_t> thing_of(const std::string& name);
    void forget_searches(Searches&, std::uint32_t topic);
    void look_at(std::uint32_t note, const NoteLooks&);
    void talk_of(std::uint32_t note, const NoteLooks&);
    void count(Note&, const Evidence&);
    void found(Suspicion, double observed, double expected, std::optional<std::uint32_t> note, std::optional<std::uint32_t> reader);
    void hour_of_claims(Note&);
    void followed(std::uint32_t author);
    void fetch_ahead() const;
    void settle(const Pending&);
    void teach_heads(const Reader&, const Note&, const Pending&, const Exposure&, const Appeal&);
    void praised_or_paid_back(std::uint32_t buyer, std::uint32_t seller, Turn);
    void weigh(std::uint32_t note);
    void to_trial(std::uint32_t note, std::uint32_t views_to_come);
    void end_trial(std::uint32_t note);
    void changed(std::uint32_t note);
    void opened(std::uint32_t reader, std::uint32_t note);
    void rank(Topic&);
    void rank_touched(Topic&);
    float hope_of(std::uint32_t note) const;
    void count_hour();
    void keep_within_memory();

    State state_;
};

}  // namespace meadow::discovery::engine
