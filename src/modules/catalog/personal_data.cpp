// What catalog knows about a person, for the export of their data.
#include "base/json.hpp"
#include "modules/catalog/applications/store.hpp"
#include "modules/catalog/module.hpp"
#include "modules/catalog/reviews/store.hpp"
#include "modules/catalog/staff/store.hpp"

namespace meadow::catalog {
namespace {

struct PersonalData {
    std::vector<store::Part> shops;            // the newest 100
    std::optional<Application> application;
    std::vector<Review> reviews;               // the newest 10,000
};
BOOST_DESCRIBE_STRUCT(PersonalData, (), (shops, application, reviews))

}  // namespace

void add_personal_data(identity::DataContributors& contributors)
{
    contributors.add("catalog", [](ReadCtx& ctx, UserId user) {
        return to_json(PersonalData{store::parts_of(ctx.tx, user, store::shops_of(ctx.tx, user)), store::find_application(ctx.tx, user),
                                    store::reviews_by(ctx.tx, user, 10'000)});
    });
}

}  // namespace meadow::catalog
