// Temporary files that an interrupted program takes away: what a signal handler may do, and nothing else.
#pragma once

/// Removes the temporary files and leaves with 128 + the signal's number on SIGINT, SIGTERM and SIGHUP.
/// A signal that the caller of the program ignores (nohup) stays ignored. Closed pipes and the limit of a file's size end
/// nothing by a signal: writing fails instead.
void cinterrupt_install(void);

/// Remembers a temporary file; gives its slot, or -1 where no slot is free (the file is then left behind).
/// Call it before the file is made.
int cinterrupt_remember(const char *path);

/// Forgets the file of a slot: it has its final name, or is gone.
void cinterrupt_forget(int slot);
