#pragma once
#include "base/bounded.hpp"
#include "jobs/context.hpp"

namespace meadow::discovery {

struct ChangeInterest {
    Text<1, 30> topic;
};
BOOST_DESCRIBE_STRUCT(ChangeInterest, (), (topic))

// What was learned about me and this topic is deleted, and it is not among those I named any more.
Done forget_interest(WriteCtx&, const ChangeInterest&);
// All of them, and what I opened and searched for lately.
Done forget_interests(WriteCtx&, const Nothing&);
// Not used until it is resumed; what is known of it stays.
Done pause_interest(WriteCtx&, const ChangeInterest&);
Done resume_interest(WriteCtx&, const ChangeInterest&);

}  // namespace meadow::discovery
