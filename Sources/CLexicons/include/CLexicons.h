// The word lists and tokenizer rules that travel in the binary, one accessor each.
#ifndef CLEXICONS_H
#define CLEXICONS_H

#include <stddef.h>

/// Bytes that live as long as the program.
typedef struct {
    const unsigned char *bytes;
    size_t count;
} CLexiconsResource;

CLexiconsResource clexicons_abbreviations(void);
CLexiconsResource clexicons_embedded_posts(void);
CLexiconsResource clexicons_byline_words(void);
CLexiconsResource clexicons_enclitics(void);
CLexiconsResource clexicons_file_endings(void);
CLexiconsResource clexicons_inclusive_endings(void);
CLexiconsResource clexicons_language_words(void);
CLexiconsResource clexicons_months(void);
CLexiconsResource clexicons_name_joiners(void);
CLexiconsResource clexicons_ordinal_endings(void);
CLexiconsResource clexicons_page_furniture(void);
CLexiconsResource clexicons_page_labels(void);
CLexiconsResource clexicons_page_lines(void);
CLexiconsResource clexicons_sentence_starters(void);
CLexiconsResource clexicons_top_level_domains(void);
CLexiconsResource clexicons_units(void);
CLexiconsResource clexicons_whole_words(void);

/// The source of the tokenizer's rules.
CLexiconsResource clexicons_french_rules(void);

/// The same rules compiled, behind a tag that says by which ICU; made by `make rules`.
CLexiconsResource clexicons_french_rules_compiled(void);

#endif
