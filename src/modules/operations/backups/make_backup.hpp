#pragma once
#include "jobs/errands.hpp"
#include "modules/operations/backups/desk.hpp"

namespace meadow::operations {

struct Backups {
    std::vector<BackupView> items;   // newest first
};
BOOST_DESCRIBE_STRUCT(Backups, (), (items))

// The backups below DATA/backups: those asked for here and those made before migrations.
Result<Backups> list_backups(ReadCtx&, const Nothing&);

struct MadeBackup {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(MadeBackup, (), (name))

// Asks for a backup of the town as it is now; it is made beside everything else, and in the audit log.
Result<MadeBackup> make_backup(WriteCtx&, const Nothing&);

struct CheckBackup {
    Text<1, 80> name;
};
BOOST_DESCRIBE_STRUCT(CheckBackup, (), (name))

// Asks whether every file of a backup is what it was. Prepared: whether there is such a backup.
Result<MadeBackup> find_backup(ReadCtx&, const CheckBackup&);
Done check_backup(WriteCtx&, const CheckBackup&, const MadeBackup&);

// The work itself, as errands: begun again later while another is under way.
struct BackupErrand {
    std::string name;
    bool check = false;
};
BOOST_DESCRIBE_STRUCT(BackupErrand, (), (name, check))
inline constexpr std::string_view backup_errand = "operations.backup";
void run_backup(jobs::World&, const BackupErrand&);

}  // namespace meadow::operations
