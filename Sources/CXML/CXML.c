#include "CXML.h"
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <string.h>

static const struct naql_xml_events *events_of(void *context) {
  return (const struct naql_xml_events *)((xmlParserCtxtPtr)context)->_private;
}

// libxml2 hands an ampersand in an attribute on as a reference, since entities stay unexpanded.
static void unescape(xmlChar *value) {
  char *to = (char *)value;
  for (const char *from = to; *from; from++) {
    *to++ = *from;
    if (strncmp(from, "&#38;", 5) == 0) from += 4;
  }
  *to = 0;
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **namespace_pairs, int count, int defaulted, const xmlChar **attributes) {
  (void)prefix, (void)namespaces, (void)namespace_pairs, (void)defaulted;
  const char *pairs[2 * 64 + 1];
  xmlChar *values[64];
  int used = 0;
  for (int i = 0; i < count && used < 64; i++) {
    const xmlChar **attribute = attributes + 5 * i;
    values[used] = xmlStrndup(attribute[3], (int)(attribute[4] - attribute[3]));
    if (values[used]) unescape(values[used]);
    pairs[2 * used] = (const char *)attribute[0];
    pairs[2 * used + 1] = (const char *)values[used];
    used++;
  }
  pairs[2 * used] = NULL;
  events_of(context)->start(events_of(context)->context, (const char *)name, (const char *)uri, pairs,
                            xmlSAX2GetLineNumber(context));
  for (int i = 0; i < used; i++) xmlFree(values[i]);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  events_of(context)->end(events_of(context)->context, (const char *)name);
}

static void on_text(void *context, const xmlChar *text, int length) {
  events_of(context)->text(events_of(context)->context, (const char *)text, length);
}

static void on_error(void *context, xmlErrorPtr error) { (void)context, (void)error; }

int32_t naql_xml_read(const char *bytes, int32_t length, const struct naql_xml_events *events,
                      struct naql_xml_error *error) {
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = on_text;
  handler.cdataBlock = on_text;
  handler.ignorableWhitespace = on_text;
  handler.serror = (xmlStructuredErrorFunc)on_error;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  if (!parser) return -1;
  parser->_private = (void *)events;
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
  int32_t at = 0, status = 0;
  while (at < length && status == 0) {
    int32_t size = length - at < 1 << 16 ? length - at : 1 << 16;
    status = xmlParseChunk(parser, bytes + at, size, 0);
    at += size;
  }
  if (status == 0) status = xmlParseChunk(parser, NULL, 0, 1);
  if (!parser->wellFormed && error) {
    const xmlError *last = xmlCtxtGetLastError(parser);
    error->line = last ? last->line : 0;
    error->column = last ? last->int2 : 0;
    const char *message = last && last->message ? last->message : "not well formed";
    strncpy(error->message, message, sizeof error->message - 1);
    error->message[sizeof error->message - 1] = 0;
    size_t end = strlen(error->message);
    while (end > 0 && error->message[end - 1] == '\n') error->message[--end] = 0;
  }
  int32_t result = parser->wellFormed ? 0 : 1;
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  xmlFreeParserCtxt(parser);
  return result;
}
