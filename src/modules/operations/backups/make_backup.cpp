#include "modules/operations/backups/make_backup.hpp"

#include <algorithm>
#include <stdexcept>

#include "modules/governance/governance.hpp"

namespace meadow::operations {

Result<Backups> list_backups(ReadCtx& ctx, const Nothing&) { return Backups{ctx.outside<BackupDesk>().list()}; }

Result<MadeBackup> make_backup(WriteCtx& ctx, const Nothing&)
{
    const MadeBackup out{"asked-" + text(ctx.now)};
    jobs::errands::send(ctx, backup_errand, BackupErrand{out.name, false});
    governance::audit(ctx, "operations.make_backup", {governance::SubjectKind::user, ctx.who.user.value}, out.name);
    return out;
}

Result<MadeBackup> find_backup(ReadCtx& ctx, const CheckBackup& in)
{
    const auto known = ctx.outside<BackupDesk>().list();
    const auto found = std::find_if(known.begin(), known.end(), [&](const BackupView& b) { return b.name == in.name; });
    if (found == known.end()) return refuse(not_found);
    return MadeBackup{found->name};
}

Done check_backup(WriteCtx& ctx, const CheckBackup&, const MadeBackup& found)
{
    jobs::errands::send(ctx, backup_errand, BackupErrand{found.name, true});
    return done();
}

void run_backup(jobs::World& world, const BackupErrand& errand)
{
    BackupDesk& desk = world.adapters.get<BackupDesk>();
    if (!(errand.check ? desk.check(errand.name) : desk.make(errand.name))) throw std::runtime_error("another backup is under way");
}

}  // namespace meadow::operations
