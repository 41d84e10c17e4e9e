// A PostgreSQL database of one's own in the cluster that $MEADOW_TEST_POSTGRES names, dropped at the end. For commands, which want
// a database and not a schema.
#pragma once
#include <string>

namespace meadow::testing {

class OwnPostgres {
public:
    OwnPostgres();
    ~OwnPostgres();
    OwnPostgres(const OwnPostgres&) = delete;

    explicit operator bool() const { return !name_.empty(); }  // false: there is no server to test with
    const std::string& url() const { return url_; }
    const std::string& data() const { return data_; }            // a data directory of its own
    std::string config() const { return data_ + "/town.toml"; }  // names the two

private:
    std::string name_, url_, data_;
};

}  // namespace meadow::testing
