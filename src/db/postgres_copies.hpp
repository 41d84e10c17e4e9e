// copies.hpp for the server engine.
#pragma once
#include "db/copies.hpp"
#include "db/postgres_address.hpp"

namespace meadow::db::postgres {

Census take_copy(const Address&, const std::filesystem::path& to);
void put_copy(const Address&, const std::filesystem::path& from);
void carry_over(const Address&, const std::filesystem::path& from);
Census take_census(const Address&);
std::vector<std::string> integrity_faults(const Address&);

}  // namespace meadow::db::postgres
