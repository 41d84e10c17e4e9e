// One-time codes: six digits sent to an address prove that somebody reads what arrives there.
#pragma once
#include "jobs/context.hpp"
#include "modules/identity/accounts/model.hpp"

namespace meadow::identity {

inline const Setting<Duration> code_life{"identity.code_life", 10min, "How long a one-time code is good"};
inline const Setting<Duration> code_pause{"identity.code_pause", 1min, "How soon another code may be asked for"};
inline const Setting<std::int64_t> codes_an_hour{"identity.codes_an_hour", 5, "Codes sent to one address within an hour"};
inline const Setting<std::int64_t> code_tries{"identity.code_tries", 5, "Wrong guesses before a code is void"};

using CodeText = Text<6, 6>;

struct SentCode {
    Contact to;
    std::string salt;
    std::string hash;          // code_hash(salt, code)
    Instant sent_at;
    Instant expires_at;
};

std::string code_hash(std::string_view salt, std::string_view code);

// Told an hour after a code was sent: time to forget that there was one.
struct CodeLapsed {
    static constexpr std::string_view kind = "identity.code_lapsed";
    Contact to;
    Instant sent_at;
};
BOOST_DESCRIBE_STRUCT(CodeLapsed, (), (to, sent_at))

}  // namespace meadow::identity
