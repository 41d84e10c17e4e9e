#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::discovery {

// The app's first page: the shell, with what Discover begins with already on its way. Guests get the covers of the page that all of them
// are shown, and its titles for whoever reads without JavaScript; a reader who is known is served nothing here, for what is shown to them
// counts as shown.
Result<http::Content> unfurl_front(ReadCtx&, const Nothing&);

}  // namespace meadow::discovery
