#include "CInterrupt.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SLOTS 256

// A path is taken out of its slot by exchange, so that the handler and the program never both hold it.
static _Atomic(char *) paths[SLOTS];

// Only calls that POSIX lists as safe in a signal handler: no allocation, no lock, no stdio.
static void leave(int number) {
  for (int slot = 0; slot < SLOTS; slot++) {
    char *path = atomic_exchange(&paths[slot], NULL);
    if (path) unlink(path);
  }
  _exit(128 + number);
}

void cinterrupt_install(void) {
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  for (int i = 0; i < 3; i++) {
    struct sigaction now;
    if (sigaction(numbers[i], NULL, &now) == 0 && now.sa_handler == SIG_IGN) continue;
    struct sigaction action = {.sa_handler = leave};
    sigfillset(&action.sa_mask);
    sigaction(numbers[i], &action, NULL);
  }
  // Writing then fails with EPIPE or EFBIG, which is told like any failure to write, and temporary files are taken away.
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

int cinterrupt_remember(const char *path) {
  char *copy = strdup(path);
  if (!copy) return -1;
  for (int slot = 0; slot < SLOTS; slot++) {
    char *expected = NULL;
    if (atomic_compare_exchange_strong(&paths[slot], &expected, copy)) return slot;
  }
  free(copy);
  return -1;
}

void cinterrupt_forget(int slot) {
  if (slot < 0 || slot >= SLOTS) return;
  free(atomic_exchange(&paths[slot], NULL));
}
