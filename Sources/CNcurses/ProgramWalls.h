// What a system offers to wall a program off. Everything here is called between fork and exec.
#pragma once
#include <stdbool.h>
#include <sys/types.h>

/// As fork(), into namespaces of its own; -1 where the system does not allow that.
pid_t fork_into_namespace(void);

/// As fork(), but without the locks of the C library: a thread that is not there may hold them.
pid_t fork_without_locks(void);

/// Makes the caller hear SIGTERM when its parent dies, and adopt the orphans of its children.
void end_with_parent(void);

/// In a namespace: lets nothing be written, or only in `folder`. Returns the ProgramWalls.
int wall_off_files(const char *folder, bool may_write);

/// Returns the ProgramWall that is in force from now on, if there is one.
int wall_off_system_calls(bool may_start_processes);

/// Closes all descriptors from `first` on but one.
void close_others(int first, int kept);

/// Kills the process group of `program` and every child, until there is none.
void end_descendants(pid_t program);
