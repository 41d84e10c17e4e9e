// catalog_applications, catalog_application_moves (home: the owner), catalog_followers (home: who is followed).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/catalog/applications/model.hpp"

namespace meadow::catalog::store {

// Enters the owner's first application, or the next one in place of one that was rejected. False when there is another one.
bool put_application(db::Tx&, const Application&);
std::optional<Application> find_application(db::ReadTx&, UserId owner);
// False when it is not in state `from` any more.
bool set_application_state(db::Tx&, UserId owner, ApplicationState from, ApplicationState to, ShopId);
std::vector<Application> list_applications(db::ReadTx&, ApplicationState, Cursor, std::int64_t limit);  // oldest first

struct ApplicationMoved {
    std::int64_t id;
    std::string from;  // empty: the first application
    ApplicationState to{};
    UserId by;
    std::string reason;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ApplicationMoved, (), (id, from, to, by, reason, at))
void insert_application_move(db::Tx&, UserId owner, const ApplicationMoved&);
std::optional<ApplicationMoved> last_application_move(db::ReadTx&, UserId owner);

// Unless something is known of a later turn.
void note_follower(db::Tx&, UserId, UserId follower, std::int64_t turn, bool follows);
std::int64_t delete_followers(db::Tx&, UserId, std::int64_t limit);  // how many went
void delete_unapproved_application(db::Tx&, UserId owner);
std::int64_t count_followers(db::ReadTx&, UserId, std::int64_t most);  // counts no further than `most`

}  // namespace meadow::catalog::store
