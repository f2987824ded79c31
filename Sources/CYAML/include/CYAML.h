// C shim over the system's libyaml: reading only. No header of libyaml is included here.
#ifndef NAQL_CYAML_H
#define NAQL_CYAML_H

#include <stdint.h>

/// What an event is.
enum naql_yaml_kind {
  NAQL_YAML_SCALAR,
  NAQL_YAML_LIST_START,
  NAQL_YAML_LIST_END,
  NAQL_YAML_MAP_START,
  NAQL_YAML_MAP_END,
  NAQL_YAML_ALIAS,
  /// A second document begins.
  NAQL_YAML_NEXT_DOCUMENT,
};

/// An event with the place it begins at, line and column from 1, columns in code points. `text` is a scalar's value,
/// UTF-8, `length` bytes; it is gone when the call returns.
struct naql_yaml_event {
  enum naql_yaml_kind kind;
  int32_t line;
  int32_t column;
  const char *text;
  int64_t length;
};

struct naql_yaml_error {
  int32_t line;
  int32_t column;
  char message[256];
};

/// Reads a stream of YAML 1.1 in UTF-8 and calls `visit` with each event in order. 0 when all was read, else `error` says where.
int32_t naql_yaml_read(const char *bytes, int64_t length, void *context,
                       void (*visit)(void *context, const struct naql_yaml_event *event),
                       struct naql_yaml_error *error);

#endif
