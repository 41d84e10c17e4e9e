#include "http/router.hpp"
#include "modules/discovery/answers/record_answers.hpp"
#include "modules/discovery/readers/choose_feed.hpp"
#include "modules/discovery/trials/show_ladder.hpp"
#include "modules/discovery/trials/show_trials.hpp"

namespace meadow::discovery {

using http::needs;
using http::Scope;

void reader_routes(http::On on)
{
    on.get("/v1/me/feed", needs(Scope::user), my_feed).says("How my feed is made: whether it is personal, and the topics I named");
    on.put("/v1/me/feed", needs(Scope::user), choose_feed).says("Decide how my feed is made; holds from the next page on");
    on.post("/v1/feed/answers", needs(Scope::user), record_answers).in_events()
        .says("What I did with the notes of my pages, in batches; telling it again counts once");
    on.get("/v1/notes/{note}/trials", needs(Scope::user), show_trials).may_refuse(not_found)
        .says("How my note fares with strangers, verdict by verdict, and why");
    on.get("/v1/operator/ladder", needs(Scope::operator_), show_ladder).slow()
        .says("The ladder as a whole: queues, starved notes, what became of whom, and how evenly impressions are spread");
}

}  // namespace meadow::discovery
