// Hints to the processor about memory that will be read soon.
#pragma once

/// Has the line of memory at `address` fetched while other work goes on. Any address will do; nothing is read.
static inline void cmemory_prefetch(const void *address) { __builtin_prefetch(address); }
