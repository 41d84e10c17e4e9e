#include "app/command_line.hpp"

#include <CLI/CLI.hpp>

namespace meadow::app {
namespace {

CLI::Option* must_if_bare(CLI::Option* option, const std::string& name) { return option->required(!name.starts_with('-')); }

}  // namespace

Word Word::word(const std::string& name, const std::string& about)
{
    app_->require_subcommand(1);
    CLI::App* const behind = app_->add_subcommand(name, about);
    behind->fallthrough();
    return Word(*behind);
}

Word& Word::takes(const std::string& name, std::string& into, const std::string& about)
{
    must_if_bare(app_->add_option(name, into, about), name);
    return *this;
}

Word& Word::takes(const std::string& name, int& into, const std::string& about, int least, int most)
{
    must_if_bare(app_->add_option(name, into, about)->check(CLI::Range(least, most)), name);
    return *this;
}

Word& Word::takes_paths(const std::string& name, std::vector<std::string>& into, const std::string& about)
{
    must_if_bare(app_->add_option(name, into, about)->check(CLI::ExistingPath), name);
    return *this;
}

Word& Word::allows(const std::string& name, bool& into, const std::string& about)
{
    app_->add_flag(name, into, about);
    return *this;
}

void Word::runs(std::function<void()> what) { app_->callback(std::move(what)); }

CommandLine::CommandLine(const std::string& about) : app_(std::make_unique<CLI::App>(about)) {}
CommandLine::~CommandLine() = default;

int CommandLine::read(int argc, const char* const* argv)
{
    try {
        app_->parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app_->exit(error);
    }
    return 0;
}

}  // namespace meadow::app
