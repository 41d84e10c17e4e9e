// A migrated PostgreSQL database of its own in the cluster that $MEADOW_TEST_POSTGRES names, gone at the end. The first of a process
// is migrated and becomes the template of all others: migrating takes longer than most tests.
#pragma once
#include <string>

namespace meadow::testing {

class PostgresCopy {
public:
    PostgresCopy();
    ~PostgresCopy();
    PostgresCopy(const PostgresCopy&) = delete;
    const std::string& url() const { return url_; }

private:
    std::string name_, url_;
};

}  // namespace meadow::testing
