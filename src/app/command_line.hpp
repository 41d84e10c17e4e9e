// The words of the command line and what may stand behind each. Built on CLI11, which command_line.cpp alone sees: it takes a compiler five
// seconds.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace meadow::app {

// What is read into must live until the command line has been read. A name with dashes may stand anywhere behind the word, `=` or a space
// before its value; one without names what must stand there.
class Word {
public:
    explicit Word(CLI::App& app) : app_(&app) {}

    // A word behind this one. Who has such words is said with one of them, and what this one takes may stand behind that, too.
    Word word(const std::string& name, const std::string& about);

    Word& takes(const std::string& name, std::string& into, const std::string& about);
    Word& takes(const std::string& name, int& into, const std::string& about, int least, int most);
    Word& takes_paths(const std::string& name, std::vector<std::string>& into, const std::string& about);  // one or more; they must exist
    Word& allows(const std::string& name, bool& into, const std::string& about);
    void runs(std::function<void()>);

private:
    CLI::App* app_;
};

class CommandLine {
public:
    explicit CommandLine(const std::string& about);
    ~CommandLine();

    Word root() { return Word(*app_); }
    // Runs what the words ask for. The process's exit code: help and faults of the words themselves are told here; what else is thrown goes on.
    int read(int argc, const char* const* argv);

private:
    std::unique_ptr<CLI::App> app_;
};

}  // namespace meadow::app
