#include "CLexicons.h"

// Each file becomes a constant array (#embed, C23): no path at run time, and the program is one binary.
// A preprocessing directive cannot stand in a macro, hence the two steps.
#define ACCESSOR(name)                                                        \
    CLexiconsResource clexicons_##name(void) {                                \
        return (CLexiconsResource){name##_bytes, sizeof name##_bytes};        \
    }

static const unsigned char abbreviations_bytes[] = {
#embed "data/abbreviations.tsv"
};
ACCESSOR(abbreviations)

static const unsigned char embedded_posts_bytes[] = {
#embed "data/embedded_posts.tsv"
};
ACCESSOR(embedded_posts)
static const unsigned char byline_words_bytes[] = {
#embed "data/byline_words.tsv"
};
ACCESSOR(byline_words)

static const unsigned char enclitics_bytes[] = {
#embed "data/enclitics.tsv"
};
ACCESSOR(enclitics)

static const unsigned char file_endings_bytes[] = {
#embed "data/file_endings.tsv"
};
ACCESSOR(file_endings)

static const unsigned char inclusive_endings_bytes[] = {
#embed "data/inclusive_endings.tsv"
};
ACCESSOR(inclusive_endings)

static const unsigned char language_words_bytes[] = {
#embed "data/language_words.tsv"
};
ACCESSOR(language_words)

static const unsigned char months_bytes[] = {
#embed "data/months.tsv"
};
ACCESSOR(months)

static const unsigned char name_joiners_bytes[] = {
#embed "data/name_joiners.tsv"
};
ACCESSOR(name_joiners)

static const unsigned char ordinal_endings_bytes[] = {
#embed "data/ordinal_endings.tsv"
};
ACCESSOR(ordinal_endings)

static const unsigned char page_furniture_bytes[] = {
#embed "data/page_furniture.tsv"
};
ACCESSOR(page_furniture)

static const unsigned char page_labels_bytes[] = {
#embed "data/page_labels.tsv"
};
ACCESSOR(page_labels)

static const unsigned char page_lines_bytes[] = {
#embed "data/page_lines.tsv"
};
ACCESSOR(page_lines)

static const unsigned char sentence_starters_bytes[] = {
#embed "data/sentence_starters.tsv"
};
ACCESSOR(sentence_starters)

static const unsigned char top_level_domains_bytes[] = {
#embed "data/top_level_domains.tsv"
};
ACCESSOR(top_level_domains)

static const unsigned char units_bytes[] = {
#embed "data/units.tsv"
};
ACCESSOR(units)

static const unsigned char whole_words_bytes[] = {
#embed "data/whole_words.tsv"
};
ACCESSOR(whole_words)

static const unsigned char french_rules_bytes[] = {
#embed "data/French.rbbi"
};
ACCESSOR(french_rules)

static const unsigned char french_rules_compiled_bytes[] = {
#embed "data/French.brk"
};
ACCESSOR(french_rules_compiled)
