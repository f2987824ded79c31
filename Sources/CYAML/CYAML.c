#include "CYAML.h"
#include <string.h>
#include <yaml.h>

// libyaml counts lines and columns from 0.
static struct naql_yaml_event event_at(enum naql_yaml_kind kind, const yaml_mark_t *mark) {
  struct naql_yaml_event event = {kind, (int32_t)mark->line + 1, (int32_t)mark->column + 1, NULL, 0};
  return event;
}

static void fill(struct naql_yaml_error *error, const yaml_parser_t *parser) {
  error->line = (int32_t)parser->problem_mark.line + 1;
  error->column = (int32_t)parser->problem_mark.column + 1;
  const char *problem = parser->problem ? parser->problem : "cannot be read";
  strncpy(error->message, problem, sizeof error->message - 1);
  error->message[sizeof error->message - 1] = 0;
}

int32_t naql_yaml_read(const char *bytes, int64_t length, void *context,
                       void (*visit)(void *context, const struct naql_yaml_event *event),
                       struct naql_yaml_error *error) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) {
    memset(error, 0, sizeof *error);
    strncpy(error->message, "no memory to read it", sizeof error->message - 1);
    return -1;
  }
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, (size_t)length);
  int documents = 0, done = 0, failed = 0;
  while (!done) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      fill(error, &parser);
      failed = 1;
      break;
    }
    struct naql_yaml_event told = event_at(NAQL_YAML_SCALAR, &event.start_mark);
    int is_told = 1;
    switch (event.type) {
    case YAML_SCALAR_EVENT:
      told.text = (const char *)event.data.scalar.value;
      told.length = (int64_t)event.data.scalar.length;
      break;
    case YAML_SEQUENCE_START_EVENT: told.kind = NAQL_YAML_LIST_START; break;
    case YAML_SEQUENCE_END_EVENT: told.kind = NAQL_YAML_LIST_END; break;
    case YAML_MAPPING_START_EVENT: told.kind = NAQL_YAML_MAP_START; break;
    case YAML_MAPPING_END_EVENT: told.kind = NAQL_YAML_MAP_END; break;
    case YAML_ALIAS_EVENT: told.kind = NAQL_YAML_ALIAS; break;
    case YAML_DOCUMENT_START_EVENT:
      told.kind = NAQL_YAML_NEXT_DOCUMENT;
      is_told = documents++ > 0;
      break;
    default: is_told = 0;
    }
    if (is_told) visit(context, &told);
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return failed ? -1 : 0;
}
