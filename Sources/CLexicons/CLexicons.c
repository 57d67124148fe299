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

static const unsigned char account_addresses_bytes[] = {
#embed "data/account_addresses.tsv"
};
ACCESSOR(account_addresses)

static const unsigned char family_names_bytes[] = {
#embed "data/family_names.tsv"
};
ACCESSOR(family_names)

static const unsigned char given_name_homographs_bytes[] = {
#embed "data/given_name_homographs.tsv"
};
ACCESSOR(given_name_homographs)

static const unsigned char given_names_bytes[] = {
#embed "data/given_names.tsv"
};
ACCESSOR(given_names)

static const unsigned char name_contexts_bytes[] = {
#embed "data/name_contexts.tsv"
};
ACCESSOR(name_contexts)

static const unsigned char name_particles_bytes[] = {
#embed "data/name_particles.tsv"
};
ACCESSOR(name_particles)

static const unsigned char name_stops_bytes[] = {
#embed "data/name_stops.tsv"
};
ACCESSOR(name_stops)

static const unsigned char name_titles_bytes[] = {
#embed "data/name_titles.tsv"
};
ACCESSOR(name_titles)

static const unsigned char organisation_words_bytes[] = {
#embed "data/organisation_words.tsv"
};
ACCESSOR(organisation_words)

static const unsigned char person_role_words_bytes[] = {
#embed "data/person_role_words.tsv"
};
ACCESSOR(person_role_words)

static const unsigned char role_words_bytes[] = {
#embed "data/role_words.tsv"
};
ACCESSOR(role_words)

static const unsigned char technologies_bytes[] = {
#embed "data/technologies.tsv"
};
ACCESSOR(technologies)

static const unsigned char french_rules_bytes[] = {
#embed "data/French.rbbi"
};
ACCESSOR(french_rules)

static const unsigned char french_rules_compiled_bytes[] = {
#embed "data/French.brk"
};
ACCESSOR(french_rules_compiled)
