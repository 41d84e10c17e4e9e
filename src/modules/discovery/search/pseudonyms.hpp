// Counting people without knowing them: for a day, a person is a hash; the salt is thrown away when the day is over.
#pragma once
#include <string>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "db/tx.hpp"
#include "jobs/context.hpp"

namespace meadow::discovery {

std::int64_t day_of(Instant);
std::string salt_of(db::Tx&, std::int64_t day, jobs::Dice&);
// Of a person, or of a person and something they said.
std::int64_t pseudonym(std::string_view salt, UserId, std::string_view said = "");

}  // namespace meadow::discovery
