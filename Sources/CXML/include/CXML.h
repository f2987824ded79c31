// C shim over the system's libxml2: reading only. No header of libxml2 is included here.
#ifndef NAQL_CXML_H
#define NAQL_CXML_H

#include <stdint.h>

/// What the reader calls; `context` comes back in every call. Names are without prefix; attributes come as
/// name, value, name, value …, NULL. All strings are UTF-8.
struct naql_xml_events {
  void *context;
  void (*start)(void *context, const char *name, const char *namespace_uri, const char *const *attributes,
                int32_t line);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const char *text, int32_t length);
};

struct naql_xml_error {
  int32_t line;
  int32_t column;
  char message[256];
};

/// Reads a document, without network, DTD or entity files. 0 when it is well formed, else `error` says where.
int32_t naql_xml_read(const char *bytes, int32_t length, const struct naql_xml_events *events,
                      struct naql_xml_error *error);

#endif
