// ICU's headers rename every function with the library's version (`ubrk_open` becomes `ubrk_open_72`)
// by macros that Swift cannot see. Each function here does nothing but call its namesake, so that
// no versioned name stands in Swift and the package builds against any ICU from 70 on.
#ifndef CICU_SHIM_H
#define CICU_SHIM_H

// Swift's Foundation brings an ICU of its own, of another version, whose enumerations have more members. A program that
// imports both would hold two definitions of one C type, which Clang refuses; so the ones here get names of their own.
#define UErrorCode CICU_UErrorCode
#define UProperty CICU_UProperty
#define UBlockCode CICU_UBlockCode
#define UScriptCode CICU_UScriptCode
#define ULineBreak CICU_ULineBreak

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucptrie.h>
#include <unicode/ucsdet.h>
#include <unicode/ucasemap.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

// Errors and versions

static inline const char *icu_u_errorName(UErrorCode code) { return u_errorName(code); }
static inline void icu_u_getVersion(UVersionInfo version) { u_getVersion(version); }
static inline void icu_u_getUnicodeVersion(UVersionInfo version) { u_getUnicodeVersion(version); }

// Break iterators

static inline UBreakIterator *icu_ubrk_open(UBreakIteratorType type, const char *locale,
                                            const UChar *text, int32_t length, UErrorCode *status) {
    return ubrk_open(type, locale, text, length, status);
}
static inline UBreakIterator *icu_ubrk_openRules(const UChar *rules, int32_t rulesLength,
                                                 const UChar *text, int32_t length,
                                                 UParseError *error, UErrorCode *status) {
    return ubrk_openRules(rules, rulesLength, text, length, error, status);
}
static inline UBreakIterator *icu_ubrk_openBinaryRules(const uint8_t *rules, int32_t rulesLength,
                                                       const UChar *text, int32_t length, UErrorCode *status) {
    return ubrk_openBinaryRules(rules, rulesLength, text, length, status);
}
static inline UBreakIterator *icu_ubrk_clone(const UBreakIterator *iterator, UErrorCode *status) {
    return ubrk_clone(iterator, status);
}
static inline int32_t icu_ubrk_getBinaryRules(UBreakIterator *iterator, uint8_t *buffer, int32_t capacity,
                                              UErrorCode *status) {
    return ubrk_getBinaryRules(iterator, buffer, capacity, status);
}
static inline void icu_ubrk_setText(UBreakIterator *iterator, const UChar *text, int32_t length,
                                    UErrorCode *status) {
    ubrk_setText(iterator, text, length, status);
}
static inline void icu_ubrk_setUText(UBreakIterator *iterator, UText *text, UErrorCode *status) {
    ubrk_setUText(iterator, text, status);
}
static inline int32_t icu_ubrk_first(UBreakIterator *iterator) { return ubrk_first(iterator); }
static inline int32_t icu_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline int32_t icu_ubrk_getRuleStatus(UBreakIterator *iterator) { return ubrk_getRuleStatus(iterator); }
static inline void icu_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }

static inline UText *icu_utext_openUTF8(UText *text, const char *bytes, int64_t length, UErrorCode *status) {
    return utext_openUTF8(text, bytes, length, status);
}
static inline UText *icu_utext_close(UText *text) { return utext_close(text); }

// Code point tries: the look-ups are macros in ICU's public header.

static inline UCPTrie *icu_ucptrie_openFromBinary(const void *data, int32_t length, UErrorCode *status) {
    return ucptrie_openFromBinary(UCPTRIE_TYPE_FAST, UCPTRIE_VALUE_BITS_ANY, data, length, NULL, status);
}
static inline UCPTrieValueWidth icu_ucptrie_getValueWidth(const UCPTrie *trie) { return ucptrie_getValueWidth(trie); }
static inline uint16_t icu_ucptrie_fastGet8(const UCPTrie *trie, UChar32 c) {
    return UCPTRIE_FAST_GET(trie, UCPTRIE_8, c);
}
static inline uint16_t icu_ucptrie_fastGet16(const UCPTrie *trie, UChar32 c) {
    return UCPTRIE_FAST_GET(trie, UCPTRIE_16, c);
}
static inline void icu_ucptrie_close(UCPTrie *trie) { ucptrie_close(trie); }

// Normalization

static inline const UNormalizer2 *icu_unorm2_getInstance(const char *name, UNormalization2Mode mode,
                                                         UErrorCode *status) {
    return unorm2_getInstance(NULL, name, mode, status);
}
static inline int32_t icu_unorm2_normalize(const UNormalizer2 *normalizer, const UChar *source, int32_t length,
                                           UChar *destination, int32_t capacity, UErrorCode *status) {
    return unorm2_normalize(normalizer, source, length, destination, capacity, status);
}

// Case and character properties

static inline int32_t icu_u_strFoldCase(UChar *destination, int32_t capacity, const UChar *source, int32_t length,
                                        UErrorCode *status) {
    return u_strFoldCase(destination, capacity, source, length, U_FOLD_CASE_DEFAULT, status);
}
static inline UBool icu_u_hasBinaryProperty(UChar32 c, UProperty property) { return u_hasBinaryProperty(c, property); }
static inline int32_t icu_u_getIntPropertyValue(UChar32 c, UProperty property) {
    return u_getIntPropertyValue(c, property);
}
static inline int8_t icu_u_charType(UChar32 c) { return u_charType(c); }

// Charsets

static inline UConverter *icu_ucnv_open(const char *name, UErrorCode *status) { return ucnv_open(name, status); }
static inline void icu_ucnv_close(UConverter *converter) { ucnv_close(converter); }
static inline int32_t icu_ucnv_toUChars(UConverter *converter, UChar *destination, int32_t capacity,
                                        const char *source, int32_t length, UErrorCode *status) {
    return ucnv_toUChars(converter, destination, capacity, source, length, status);
}
static inline UCharsetDetector *icu_ucsdet_open(UErrorCode *status) { return ucsdet_open(status); }
static inline void icu_ucsdet_close(UCharsetDetector *detector) { ucsdet_close(detector); }
static inline void icu_ucsdet_setText(UCharsetDetector *detector, const char *text, int32_t length,
                                      UErrorCode *status) {
    ucsdet_setText(detector, text, length, status);
}
static inline const UCharsetMatch *icu_ucsdet_detect(UCharsetDetector *detector, UErrorCode *status) {
    return ucsdet_detect(detector, status);
}
static inline const char *icu_ucsdet_getName(const UCharsetMatch *match, UErrorCode *status) {
    return ucsdet_getName(match, status);
}
static inline int32_t icu_ucsdet_getConfidence(const UCharsetMatch *match, UErrorCode *status) {
    return ucsdet_getConfidence(match, status);
}

#endif
