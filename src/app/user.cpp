// meadow user: accounts, roles and one-time links, in the name of whoever has the machine. Works beside a running server and
// without.
#include <cstdio>

#include "app/commands.hpp"
#include "app/visit.hpp"
#include "base/json.hpp"
#include "modules/governance/reports/decide_case.hpp"
#include "modules/identity/accounts/find_account.hpp"
#include "modules/identity/accounts/list_accounts.hpp"
#include "modules/identity/accounts/open_account.hpp"
#include "modules/identity/links/first_operator.hpp"
#include "modules/identity/links/give_link.hpp"
#include "modules/identity/refusals.hpp"
#include "modules/identity/roles/change_role.hpp"

namespace meadow::app {
namespace {

struct Choice {
    std::string file, data;
    std::string who, role, address, name, handle;
    std::string reason = "on the command line";
};

Role role_called(const std::string& name)
{
    for (const Role role : {Role::creator, Role::moderator, Role::operator_})
        if (name_of(role) == name) return role;
    throw std::runtime_error("a role is creator, moderator or operator, not " + name);
}

std::string roles_of(const identity::Account& account)
{
    std::string out;
    for (const Role role : {Role::creator, Role::moderator, Role::operator_})
        if ((account.roles >> unsigned(role) & 1u) != 0) out += (out.empty() ? "" : ",") + name_of(role);
    return out.empty() ? "-" : out;
}

identity::FoundAccount find(Visit& visit, const std::string& who)
{
    return visit.reads<identity::FoundAccount, identity::FindAccount>(identity::find_account, {who});
}

std::string home_of(const Config& config)
{
    return config.public_url.empty() ? reached_at(config.address, config.port) : config.public_url;
}

void print_link(const Config& config, const identity::GivenLink& link)
{
    std::printf("A link to choose a password, good once and until %s:\n%s/reset-password#%s\n", text(link.expires_at).c_str(),
                home_of(config).c_str(), link.token.c_str());
}

void list(Visit& visit, const Choice& choice)
{
    identity::ListAccounts in;
    if (!choice.role.empty()) in.role = role_called(choice.role);
    std::printf("%-17s  %-24s  %-9s  %-20s  %s\n", "id", "handle", "state", "joined", "roles");
    for (;;) {
        const auto page = visit.reads(identity::list_accounts, in);
        for (const identity::Account& one : page)
            std::printf("%-17s  %-24s  %-9s  %-20s  %s\n", text(one.id).c_str(), one.handle.c_str(), name_of(one.state).c_str(),
                        text(one.joined_at).substr(0, 19).c_str(), roles_of(one).c_str());
        if (std::int64_t(page.size()) < in.limit) return;
        in.after = page.back().id;
    }
}

void show(Visit& visit, const Choice& choice)
{
    const identity::FoundAccount found = find(visit, choice.who);
    const identity::Account& one = found.account;
    std::printf("id        %s\nhandle    %s\nname      %s\nstate     %s\nroles     %s\nofficial  %s\njoined    %s\n",
                text(one.id).c_str(), one.handle.c_str(), one.name.c_str(), name_of(one.state).c_str(), roles_of(one).c_str(),
                one.official.empty() ? "-" : one.official.c_str(), text(one.joined_at).c_str());
    for (const identity::Contact& contact : found.contacts)
        std::printf("%-8s  %s\n", name_of(contact.kind).c_str(), contact.address.c_str());
}

// The account, its role and the link are one transaction: nobody is left half made.
void add(Visit& visit, const Choice& choice)
{
    identity::NewAccount fresh;
    const auto contact = identity::parse_contact(choice.address);
    if (!contact) throw std::runtime_error("neither an e-mail address nor a phone number: " + choice.address);
    fresh.contact = *contact;
    fresh.verified = true;  // by whoever typed it here
    fresh.name = choice.name;
    if (!choice.handle.empty()) {
        if (!identity::well_formed_handle(choice.handle)) throw std::runtime_error("not a handle: " + choice.handle);
        fresh.handle = choice.handle;
    }
    const auto link = visit.writes<identity::GivenLink>([&](WriteCtx& ctx) -> Result<identity::GivenLink> {
        const UserId user = TRY(identity::open_account(ctx, fresh));
        if (!choice.role.empty()) identity::change_role(ctx, user, role_called(choice.role), true, choice.reason);
        return identity::give_link(ctx, {user, choice.reason});
    });
    std::printf("There is an account for %s now.\n", contact->address.c_str());
    print_link(visit.opening().config(), link);
}

void change_role(Visit& visit, const Choice& choice, bool grant)
{
    const UserId user = find(visit, choice.who).account.id;
    const identity::ChangeRole in{user, role_called(choice.role), choice.reason};
    visit.writes<Nothing>([&](WriteCtx& ctx) { return grant ? identity::grant_role(ctx, in) : identity::revoke_role(ctx, in); });
    std::printf("%s %s %s %s\n", choice.who.c_str(), grant ? "is" : "is not", choice.role.c_str(), grant ? "now" : "any more");
}

void give_link(Visit& visit, const Choice& choice)
{
    const UserId user = find(visit, choice.who).account.id;
    print_link(visit.opening().config(), visit.writes<identity::GivenLink>([&](WriteCtx& ctx) {
        return identity::give_link(ctx, {user, choice.reason});
    }));
}

void give_first_link(Visit& visit, const Choice&)
{
    const std::string token = visit.writes<std::string>([](WriteCtx& ctx) -> Result<std::string> {
        auto fresh = identity::first_operator_token(ctx);
        if (!fresh)
            return refuse(identity::link_spent, "The town has its first operator; grant the role instead: meadow user grant");
        return *fresh;
    });
    std::printf("Become its first operator: %s/console/first-operator#%s\n", home_of(visit.opening().config()).c_str(),
                token.c_str());
}

// Suspending is a verdict like a moderator's: news that identity obeys, with its place in the audit log.
void rule(Visit& visit, const Choice& choice, governance::Decision decision)
{
    const UserId user = find(visit, choice.who).account.id;
    visit.writes<Nothing>([&](WriteCtx& ctx) { return governance::decide_case(ctx, {text(user), decision, choice.reason}); });
    std::printf("%s %s as soon as a server runs\n", choice.who.c_str(),
                decision == governance::Decision::hide ? "is suspended and signed out" : "may come back");
}

}  // namespace

void add_user(Word line)
{
    auto choice = std::make_shared<Choice>();
    Word command = line.word("user", "Look after accounts, roles and one-time links");
    command.takes("--config", choice->file, "TOML file");
    command.takes("--data", choice->data, "Data directory");
    using Action = std::function<void(Visit&, const Choice&)>;
    const auto word = [&](const char* name, const char* about, const Action& action) {
        Word sub = command.word(name, about);
        sub.runs([choice, action] {
            Visit visit(load_config(choice->file, choice->data));
            action(visit, *choice);
        });
        return sub;
    };
    const auto about_somebody = [&](Word sub) {
        sub.takes("who", choice->who, "Handle, e-mail address, phone number or id");
        return sub;
    };
    const auto with_reason = [&](Word sub) { sub.takes("--reason", choice->reason, "For the audit log"); };

    word("list", "List the accounts", list).takes("--role", choice->role, "Only who is creator, moderator or operator");
    about_somebody(word("show", "Show an account", show));
    Word adding = word("add", "Open an account and print a one-time link to choose its password", add);
    adding.takes("address", choice->address, "E-mail address or phone number");
    adding.takes("--name", choice->name, "Name to show");
    adding.takes("--handle", choice->handle, "Handle");
    adding.takes("--role", choice->role, "creator, moderator or operator");
    with_reason(adding);
    for (const bool grant : {true, false}) {
        Word sub = about_somebody(word(grant ? "grant" : "revoke", grant ? "Grant a role" : "Take a role away",
                                            [grant](Visit& visit, const Choice& c) { change_role(visit, c, grant); }));
        sub.takes("role", choice->role, "creator, moderator or operator");
        with_reason(sub);
    }
    with_reason(about_somebody(word("link", "Print a one-time link to choose a new password", give_link)));
    word("first-operator", "Print a fresh link for the first operator, as long as there is none", give_first_link);
    with_reason(about_somebody(
        word("suspend", "Shut somebody out", [](Visit& v, const Choice& c) { rule(v, c, governance::Decision::hide); })));
    with_reason(about_somebody(
        word("restore", "Let somebody in again", [](Visit& v, const Choice& c) { rule(v, c, governance::Decision::restore); })));
}

}  // namespace meadow::app
