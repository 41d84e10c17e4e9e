// For tests: a database of its own in a directory that is removed at the end, with two small tables.
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "db/database.hpp"
#include "db/tx.hpp"

namespace meadow::db {

class SqliteTest : public testing::Test {
protected:
    SqliteTest()
    {
        std::string path = (std::filesystem::temp_directory_path() / "meadow-db-XXXXXX").string();
        if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("cannot make " + path);
        home_ = path;
    }
    ~SqliteTest() override
    {
        database_.reset();
        std::filesystem::remove_all(home_);
    }
    void SetUp() override
    {
        database_ = open({.url = "sqlite:" + home_.string()});
        for (const Home home : {Home::main, Home::events})
            database_->open_writer(home)->script(
                "CREATE TABLE stock (sku integer PRIMARY KEY, left_over bigint NOT NULL CHECK (left_over >= 0));"
                "CREATE TABLE lines (id integer PRIMARY KEY, what text);"
                "INSERT INTO stock VALUES (1, 1000), (2, 0)");
    }

    static std::optional<Fault::Kind> kind_of(const std::function<void()>& work)
    {
        try {
            work();
        } catch (const Fault& fault) {
            return fault.kind;
        }
        return std::nullopt;
    }

    std::filesystem::path home_;
    std::unique_ptr<Database> database_;
};

}  // namespace meadow::db
