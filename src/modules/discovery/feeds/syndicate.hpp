#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::discovery {

struct SyndicatePerson {
    UserId user;
};
BOOST_DESCRIBE_STRUCT(SyndicatePerson, (), (user))

struct SyndicateTopic {
    Text<1, 30> topic;
};
BOOST_DESCRIBE_STRUCT(SyndicateTopic, (), (topic))

// The newest 20 public notes as an Atom feed (RFC 4287): of a person, of a topic.
Result<http::Content> syndicate_person(ReadCtx&, const SyndicatePerson&);
Result<http::Content> syndicate_topic(ReadCtx&, const SyndicateTopic&);

}  // namespace meadow::discovery
