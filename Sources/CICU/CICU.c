#include "CICU.h"
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucol.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

void naql_icu_version(char *buffer) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, buffer);
}

const char *naql_icu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }

static void copy_parse_error(const UParseError *from, struct naql_parse_error *to) {
  if (!to) return;
  to->line = from->line;
  to->offset = from->offset;
  memcpy(to->before, from->preContext, sizeof to->before);
  memcpy(to->after, from->postContext, sizeof to->after);
}

int32_t naql_utf16_from_utf8(uint16_t *target, int32_t capacity, const char *source, int32_t length, int32_t *status) {
  int32_t needed = 0;
  UErrorCode code = U_ZERO_ERROR;
  u_strFromUTF8((UChar *)target, capacity, &needed, source, length, &code);
  *status = code;
  return needed;
}

int32_t naql_utf8_from_utf16(char *target, int32_t capacity, const uint16_t *source, int32_t length, int32_t *status) {
  int32_t needed = 0;
  UErrorCode code = U_ZERO_ERROR;
  u_strToUTF8WithSub(target, capacity, &needed, (const UChar *)source, length, 0xFFFD, NULL, &code);
  *status = code;
  return needed;
}

int32_t naql_normalize(int32_t form, const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity,
                       int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = form == 0   ? unorm2_getNFCInstance(&code)
                                   : form == 1 ? unorm2_getNFDInstance(&code)
                                               : unorm2_getNFKCInstance(&code);
  int32_t needed = U_FAILURE(code) ? 0
                                   : unorm2_normalize(normalizer, (const UChar *)source, length, (UChar *)target,
                                                      capacity, &code);
  *status = code;
  return needed;
}

naql_break_iterator *naql_ubrk_open_rules(const uint16_t *rules, int32_t length, struct naql_parse_error *error,
                                          int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError parse;
  memset(&parse, 0, sizeof parse);
  UBreakIterator *iterator = ubrk_openRules((const UChar *)rules, length, NULL, 0, &parse, &code);
  copy_parse_error(&parse, error);
  *status = code;
  return (naql_break_iterator *)iterator;
}

naql_break_iterator *naql_ubrk_open_binary(const uint8_t *rules, int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_openBinaryRules(rules, length, NULL, 0, &code);
  *status = code;
  return (naql_break_iterator *)iterator;
}

naql_break_iterator *naql_ubrk_open(int32_t type, const char *locale, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open((UBreakIteratorType)type, locale, NULL, 0, &code);
  *status = code;
  return (naql_break_iterator *)iterator;
}

naql_break_iterator *naql_ubrk_clone(const naql_break_iterator *iterator, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
#if U_ICU_VERSION_MAJOR_NUM >= 69
  UBreakIterator *copy = ubrk_clone((const UBreakIterator *)iterator, &code);
#else
  UBreakIterator *copy = ubrk_safeClone((const UBreakIterator *)iterator, NULL, NULL, &code);
#endif
  *status = code;
  return (naql_break_iterator *)copy;
}

void naql_ubrk_close(naql_break_iterator *iterator) { ubrk_close((UBreakIterator *)iterator); }

int32_t naql_ubrk_binary_rules(naql_break_iterator *iterator, uint8_t *target, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t needed = ubrk_getBinaryRules((UBreakIterator *)iterator, target, capacity, &code);
  *status = code;
  return needed;
}

void naql_ubrk_set_text(naql_break_iterator *iterator, const uint16_t *text, int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  ubrk_setText((UBreakIterator *)iterator, (const UChar *)text, length, &code);
  *status = code;
}

int32_t naql_ubrk_next(naql_break_iterator *iterator) { return ubrk_next((UBreakIterator *)iterator); }
int32_t naql_ubrk_rule_status(naql_break_iterator *iterator) {
  return ubrk_getRuleStatus((UBreakIterator *)iterator);
}

naql_transliterator *naql_utrans_open(const uint16_t *id, int32_t id_length, int32_t reverse, const uint16_t *rules,
                                      int32_t rules_length, struct naql_parse_error *error, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError parse;
  memset(&parse, 0, sizeof parse);
  UTransliterator *result = utrans_openU((const UChar *)id, id_length, reverse ? UTRANS_REVERSE : UTRANS_FORWARD,
                                         (const UChar *)rules, rules_length, &parse, &code);
  copy_parse_error(&parse, error);
  *status = code;
  return (naql_transliterator *)result;
}

void naql_utrans_close(naql_transliterator *transliterator) { utrans_close((UTransliterator *)transliterator); }

int32_t naql_utrans_transform(const naql_transliterator *transliterator, uint16_t *text, int32_t length,
                              int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t size = length, limit = length;
  utrans_transUChars((const UTransliterator *)transliterator, (UChar *)text, &size, capacity, 0, &limit, &code);
  *status = code;
  return size;
}

naql_regex *naql_uregex_open(const uint16_t *pattern, int32_t length, uint32_t flags, struct naql_parse_error *error,
                             int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError parse;
  memset(&parse, 0, sizeof parse);
  URegularExpression *regex = uregex_open((const UChar *)pattern, length, flags, &parse, &code);
  copy_parse_error(&parse, error);
  *status = code;
  return (naql_regex *)regex;
}

void naql_uregex_close(naql_regex *regex) { uregex_close((URegularExpression *)regex); }

void naql_uregex_set_text(naql_regex *regex, const uint16_t *text, int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  uregex_setText((URegularExpression *)regex, (const UChar *)text, length, &code);
  *status = code;
}

int8_t naql_uregex_find_next(naql_regex *regex, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int8_t found = uregex_findNext((URegularExpression *)regex, &code);
  *status = code;
  return found;
}

int32_t naql_uregex_start(naql_regex *regex, int32_t group, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t at = uregex_start((URegularExpression *)regex, group, &code);
  *status = code;
  return at;
}

int32_t naql_uregex_end(naql_regex *regex, int32_t group, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t at = uregex_end((URegularExpression *)regex, group, &code);
  *status = code;
  return at;
}

// Whether a converter takes a signature for its own and hands no U+FEFF on.
static int is_unicode(const UConverter *converter) {
  switch (ucnv_getType(converter)) {
  case UCNV_UTF8:
  case UCNV_UTF16_BigEndian:
  case UCNV_UTF16_LittleEndian:
  case UCNV_UTF32_BigEndian:
  case UCNV_UTF32_LittleEndian:
  case UCNV_SCSU:
  case UCNV_UTF7:
  case UCNV_BOCU1:
  case UCNV_UTF16:
  case UCNV_UTF32:
  case UCNV_CESU8: return 1;
  default: return 0;
  }
}

naql_decoded naql_decode(const char *encoding, const char *source, int32_t length, uint16_t *target, int32_t capacity,
                         int32_t *status) {
  naql_decoded result = {0, 0};
  UErrorCode code = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &code);
  if (U_SUCCESS(code)) {
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    const char *at = source;
    UChar *first = (UChar *)target, *to = first;
    // Room is kept for a mark that the converter swallows.
    ucnv_toUnicode(converter, &to, first + capacity - 1, &at, source + length, NULL, 1, &code);
    if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR) {
      char bad[32];
      int8_t count = sizeof bad;
      UErrorCode other = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter, bad, &count, &other);
      at -= U_SUCCESS(other) ? count : 0;
    }
    UErrorCode other = U_ZERO_ERROR;
    int32_t signature = 0;
    if (is_unicode(converter) && ucnv_detectUnicodeSignature(source, length, &signature, &other) && signature > 0 &&
        to > first && *first != 0xFEFF) {
      u_memmove(first + 1, first, (int32_t)(to - first));
      *first = 0xFEFF;
      to++;
    }
    result.units = (int32_t)(to - first);
    result.bytes = (int32_t)(at - source);
  }
  ucnv_close(converter);
  *status = code;
  return result;
}

naql_collator *naql_ucol_open(const char *locale, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &code);
  *status = code;
  return (naql_collator *)collator;
}

void naql_ucol_close(naql_collator *collator) { ucol_close((UCollator *)collator); }

int32_t naql_ucol_sort_key(const naql_collator *collator, const uint16_t *text, int32_t length, uint8_t *target,
                           int32_t capacity) {
  return ucol_getSortKey((const UCollator *)collator, (const UChar *)text, length, target, capacity);
}
