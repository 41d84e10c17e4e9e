#include "app/config.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/metrics.hpp"
#include "support/town.hpp"

namespace meadow::app {
namespace {

// A file for one test, and environment variables that end with it.
class ConfigFile : public ::testing::Test {
protected:
    void SetUp() override
    {
        directory_ = std::filesystem::temp_directory_path() / "meadow-config-XXXXXX";
        ASSERT_NE(mkdtemp(directory_.data()), nullptr);
    }
    void TearDown() override
    {
        for (const std::string& name : set_) unsetenv(name.c_str());
        std::filesystem::remove_all(directory_);
    }
    std::string file(const std::string& name, const std::string& text)
    {
        const std::string path = directory_ + "/" + name;
        std::ofstream(path) << text;
        return path;
    }
    void environment(const std::string& name, const std::string& value)
    {
        setenv(name.c_str(), value.c_str(), 1);
        set_.push_back(name);
    }
    std::string complaint(const std::string& text)
    {
        try {
            load_config(file("wrong.toml", text), "");
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "";
    }

    std::string directory_;
    std::vector<std::string> set_;
};

TEST_F(ConfigFile, is_overridden_by_the_environment_and_that_by_the_command_line)
{
    const std::string path =
        file("town.toml", "data = \"/srv/file\"\nport = 9000\nlanes = 2\ntrusted_proxies = [\"10.0.0.1\", \"10.0.0.2\"]\n");
    EXPECT_EQ(load_config(path, "").port, 9000);
    EXPECT_EQ(load_config(path, "").trusted_proxies, (std::vector<std::string>{"10.0.0.1", "10.0.0.2"}));
    environment("MEADOW_PORT", "9001");
    environment("MEADOW_DATA", "/srv/environment");
    const Config config = load_config(path, "");
    EXPECT_EQ(config.port, 9001);
    EXPECT_EQ(config.lanes, 2);
    EXPECT_EQ(config.data, "/srv/environment");
    EXPECT_EQ(load_config(path, "/srv/command").data, "/srv/command");
}

TEST_F(ConfigFile, is_found_in_the_data_directory)
{
    file("meadow.toml", "port = 9000\n");
    EXPECT_EQ(load_config("", directory_).port, 9000);
    environment("MEADOW_DATA", directory_);
    EXPECT_EQ(load_config("", "").port, 9000);
}

TEST_F(ConfigFile, keeps_secrets_in_files_of_their_own)
{
    environment("MEADOW_SMTP_PASSWORD_FILE", file("secret", "correct horse\n"));
    EXPECT_EQ(load_config("", directory_).smtp_password, "correct horse");
    environment("MEADOW_SMTP_PASSWORD_FILE", directory_ + "/missing");
    EXPECT_THROW(load_config("", directory_), std::runtime_error);
}

TEST_F(ConfigFile, tells_the_line_of_what_is_wrong)
{
    EXPECT_NE(complaint("port = 1\n\nprot = 2\n").find("wrong.toml:3: there is no setting called prot"), std::string::npos);
    EXPECT_NE(complaint("\nport = \"many\"\n").find("wrong.toml:2: port cannot be many"), std::string::npos);
    EXPECT_NE(complaint("port = 99999999999\n").find("wrong.toml:1: port cannot be 99999999999"), std::string::npos);
    EXPECT_NE(complaint("port = 80000\n").find("wrong.toml:1: port cannot be 80000"), std::string::npos);
    EXPECT_NE(complaint("log_level = \"loud\"\n").find("wrong.toml:1: log_level cannot be loud"), std::string::npos);
    EXPECT_NE(complaint("port = 1.5\n").find("wrong.toml:1: port must be"), std::string::npos);
    EXPECT_NE(complaint("trusted_proxies = [1]\n").find("wrong.toml:1: trusted_proxies must be"), std::string::npos);
    EXPECT_NE(complaint("[http]\nport = 1\n").find("wrong.toml:1: "), std::string::npos);
    EXPECT_NE(complaint("port = \n").find("line 1"), std::string::npos);
}

TEST(OperationsPage, explains_every_key_and_every_metric)
{
    std::ifstream file("docs/operations.md");
    ASSERT_TRUE(file) << "tests run in the repository's root";
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    for (const std::string& key : config_keys()) EXPECT_NE(page.find("\n| `" + key + "` |"), std::string::npos) << key;

    Town town;
    town.guest().get("/readyz").is(200);
    std::istringstream metrics(metrics_of(town.meadow(), nullptr));
    for (std::string word, name; metrics >> word;)
        if (word == "HELP" && metrics >> name) EXPECT_NE(page.find("`" + name + "`"), std::string::npos) << name;
}

}  // namespace
}  // namespace meadow::app
