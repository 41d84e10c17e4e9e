// What community does by itself, and what it keeps in memory.
#include "base/json.hpp"
#include "modules/community/events.hpp"
#include "modules/community/module.hpp"
#include "modules/community/notes/shelf.hpp"
#include "modules/community/notifications/hub.hpp"
#include "modules/community/notifications/model.hpp"
#include "modules/community/views/fold_views.hpp"

namespace meadow::community {

void add_adapters(jobs::Adapters& adapters)
{
    adapters.put(std::make_shared<NotificationHub>());
    adapters.put(std::make_shared<NoteShelf>());
}

void add_jobs(jobs::Pump& pump, jobs::World& world)
{
    pump.every(1s, [&world] {
        while (fold_views(world) > 0) {}
    });
    pump.every(1min, [&world] { forget_old_views(world); });

    NotificationHub& hub = world.adapters.get<NotificationHub>();
    pump.follow([&hub](const std::vector<jobs::News>& news) {
        for (const jobs::News& item : news) {
            if (item.kind != Notified::kind) continue;
            if (const auto notified = from_json<Notified>(item.body); notified.ok())
                hub.send(notified->user, "notified", to_json(BellRing{notified->group, notified->what, notified->about}));
        }
    });
}

}  // namespace meadow::community
