// C shim over the system's ICU. No ICU header is included here: ICU renames its functions by macro, which Swift
// cannot import, and Foundation brings an ICU of its own. The calls are in the .c files beside include/.
#ifndef NAQL_CICU_H
#define NAQL_CICU_H

#include <stdint.h>

/// ICU's version, such as "72.1", into `buffer` of at least 20 bytes.
void naql_icu_version(char *buffer);
/// The name of a status code, such as "U_ILLEGAL_ARGUMENT_ERROR".
const char *naql_icu_error_name(int32_t status);

// Strings. Sizes in units of the target; the needed size comes back, status > 0 is an error.
int32_t naql_utf16_from_utf8(uint16_t *target, int32_t capacity, const char *source, int32_t length, int32_t *status);
int32_t naql_utf8_from_utf16(char *target, int32_t capacity, const uint16_t *source, int32_t length, int32_t *status);

// Normalisation: form 0 NFC, 1 NFD, 2 NFKC.
int32_t naql_normalize(int32_t form, const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity,
                       int32_t *status);

// Break iterators.
typedef struct naql_break_iterator naql_break_iterator;
struct naql_parse_error { int32_t line; int32_t offset; uint16_t before[16]; uint16_t after[16]; };
naql_break_iterator *naql_ubrk_open_rules(const uint16_t *rules, int32_t length, struct naql_parse_error *error,
                                          int32_t *status);
naql_break_iterator *naql_ubrk_open_binary(const uint8_t *rules, int32_t length, int32_t *status);
/// type: 1 word, 2 line, 3 sentence, 0 character (ICU's own numbers).
naql_break_iterator *naql_ubrk_open(int32_t type, const char *locale, int32_t *status);
naql_break_iterator *naql_ubrk_clone(const naql_break_iterator *iterator, int32_t *status);
void naql_ubrk_close(naql_break_iterator *iterator);
int32_t naql_ubrk_binary_rules(naql_break_iterator *iterator, uint8_t *target, int32_t capacity, int32_t *status);
void naql_ubrk_set_text(naql_break_iterator *iterator, const uint16_t *text, int32_t length, int32_t *status);
int32_t naql_ubrk_next(naql_break_iterator *iterator);
int32_t naql_ubrk_rule_status(naql_break_iterator *iterator);

// Transliterators.
typedef struct naql_transliterator naql_transliterator;
naql_transliterator *naql_utrans_open(const uint16_t *id, int32_t id_length, int32_t reverse, const uint16_t *rules,
                                      int32_t rules_length, struct naql_parse_error *error, int32_t *status);
void naql_utrans_close(naql_transliterator *transliterator);
/// Transliterates `length` units of `text` in place, within `capacity`; returns the new length.
int32_t naql_utrans_transform(const naql_transliterator *transliterator, uint16_t *text, int32_t length,
                              int32_t capacity, int32_t *status);

// Regular expressions.
typedef struct naql_regex naql_regex;
naql_regex *naql_uregex_open(const uint16_t *pattern, int32_t length, uint32_t flags, struct naql_parse_error *error,
                             int32_t *status);
void naql_uregex_close(naql_regex *regex);
void naql_uregex_set_text(naql_regex *regex, const uint16_t *text, int32_t length, int32_t *status);
int8_t naql_uregex_find_next(naql_regex *regex, int32_t *status);
int32_t naql_uregex_start(naql_regex *regex, int32_t group, int32_t *status);
int32_t naql_uregex_end(naql_regex *regex, int32_t group, int32_t *status);

// Converters: decodes `source` from the named encoding into UTF-16, a byte-order mark too. Gives the units written and the
// bytes read; on an error these are the ones before what is wrong.
typedef struct {
  int32_t units;
  int32_t bytes;
} naql_decoded;
naql_decoded naql_decode(const char *encoding, const char *source, int32_t length, uint16_t *target, int32_t capacity,
                         int32_t *status);

// Collation: sort key of `text` in `locale`.
typedef struct naql_collator naql_collator;
naql_collator *naql_ucol_open(const char *locale, int32_t *status);
void naql_ucol_close(naql_collator *collator);
int32_t naql_ucol_sort_key(const naql_collator *collator, const uint16_t *text, int32_t length, uint8_t *target,
                           int32_t capacity);

#endif
