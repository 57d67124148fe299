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

static const unsigned char account_addresses_bytes[] = {
#embed "data/account_addresses.tsv"
};
ACCESSOR(account_addresses)

static const unsigned char agent_words_bytes[] = {
#embed "data/agent_words.tsv"
};
ACCESSOR(agent_words)

static const unsigned char attendance_words_bytes[] = {
#embed "data/attendance_words.tsv"
};
ACCESSOR(attendance_words)

static const unsigned char author_phrases_bytes[] = {
#embed "data/author_phrases.tsv"
};
ACCESSOR(author_phrases)

static const unsigned char byline_words_bytes[] = {
#embed "data/byline_words.tsv"
};
ACCESSOR(byline_words)

static const unsigned char cue_forms_bytes[] = {
#embed "data/cue_forms.tsv"
};
ACCESSOR(cue_forms)

static const unsigned char cue_targets_bytes[] = {
#embed "data/cue_targets.tsv"
};
ACCESSOR(cue_targets)

static const unsigned char cue_weights_bytes[] = {
#embed "data/cue_weights.tsv"
};
ACCESSOR(cue_weights)

static const unsigned char cue_words_bytes[] = {
#embed "data/cue_words.tsv"
};
ACCESSOR(cue_words)

static const unsigned char date_words_bytes[] = {
#embed "data/date_words.tsv"
};
ACCESSOR(date_words)

static const unsigned char day_words_bytes[] = {
#embed "data/day_words.tsv"
};
ACCESSOR(day_words)

static const unsigned char delivery_verbs_bytes[] = {
#embed "data/delivery_verbs.tsv"
};
ACCESSOR(delivery_verbs)

static const unsigned char embedded_posts_bytes[] = {
#embed "data/embedded_posts.tsv"
};
ACCESSOR(embedded_posts)

static const unsigned char enclitics_bytes[] = {
#embed "data/enclitics.tsv"
};
ACCESSOR(enclitics)

static const unsigned char evaluation_cues_bytes[] = {
#embed "data/evaluation_cues.tsv"
};
ACCESSOR(evaluation_cues)

static const unsigned char event_labels_bytes[] = {
#embed "data/event_labels.tsv"
};
ACCESSOR(event_labels)

static const unsigned char event_words_bytes[] = {
#embed "data/event_words.tsv"
};
ACCESSOR(event_words)

static const unsigned char family_names_bytes[] = {
#embed "data/family_names.tsv"
};
ACCESSOR(family_names)

static const unsigned char family_names_elsewhere_bytes[] = {
#embed "data/family_names_elsewhere.tsv"
};
ACCESSOR(family_names_elsewhere)

static const unsigned char file_endings_bytes[] = {
#embed "data/file_endings.tsv"
};
ACCESSOR(file_endings)

static const unsigned char following_words_bytes[] = {
#embed "data/following_words.tsv"
};
ACCESSOR(following_words)

static const unsigned char function_words_bytes[] = {
#embed "data/function_words.tsv"
};
ACCESSOR(function_words)

static const unsigned char given_name_homographs_bytes[] = {
#embed "data/given_name_homographs.tsv"
};
ACCESSOR(given_name_homographs)

static const unsigned char given_names_bytes[] = {
#embed "data/given_names.tsv"
};
ACCESSOR(given_names)

static const unsigned char given_names_elsewhere_bytes[] = {
#embed "data/given_names_elsewhere.tsv"
};
ACCESSOR(given_names_elsewhere)

static const unsigned char inclusive_endings_bytes[] = {
#embed "data/inclusive_endings.tsv"
};
ACCESSOR(inclusive_endings)

static const unsigned char language_words_bytes[] = {
#embed "data/language_words.tsv"
};
ACCESSOR(language_words)

static const unsigned char link_hosts_bytes[] = {
#embed "data/link_hosts.tsv"
};
ACCESSOR(link_hosts)

static const unsigned char link_labels_bytes[] = {
#embed "data/link_labels.tsv"
};
ACCESSOR(link_labels)

static const unsigned char link_paths_bytes[] = {
#embed "data/link_paths.tsv"
};
ACCESSOR(link_paths)

static const unsigned char link_words_bytes[] = {
#embed "data/link_words.tsv"
};
ACCESSOR(link_words)

static const unsigned char linking_words_bytes[] = {
#embed "data/linking_words.tsv"
};
ACCESSOR(linking_words)

static const unsigned char meeting_phrases_bytes[] = {
#embed "data/meeting_phrases.tsv"
};
ACCESSOR(meeting_phrases)

static const unsigned char months_bytes[] = {
#embed "data/months.tsv"
};
ACCESSOR(months)

static const unsigned char name_contexts_bytes[] = {
#embed "data/name_contexts.tsv"
};
ACCESSOR(name_contexts)

static const unsigned char name_endings_bytes[] = {
#embed "data/name_endings.tsv"
};
ACCESSOR(name_endings)

static const unsigned char name_joiners_bytes[] = {
#embed "data/name_joiners.tsv"
};
ACCESSOR(name_joiners)

static const unsigned char name_leads_bytes[] = {
#embed "data/name_leads.tsv"
};
ACCESSOR(name_leads)

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

static const unsigned char number_words_bytes[] = {
#embed "data/number_words.tsv"
};
ACCESSOR(number_words)

static const unsigned char only_talks_bytes[] = {
#embed "data/only_talks.tsv"
};
ACCESSOR(only_talks)

static const unsigned char ordinal_endings_bytes[] = {
#embed "data/ordinal_endings.tsv"
};
ACCESSOR(ordinal_endings)

static const unsigned char organisation_words_bytes[] = {
#embed "data/organisation_words.tsv"
};
ACCESSOR(organisation_words)

static const unsigned char other_date_words_bytes[] = {
#embed "data/other_date_words.tsv"
};
ACCESSOR(other_date_words)

static const unsigned char other_people_bytes[] = {
#embed "data/other_people.tsv"
};
ACCESSOR(other_people)

static const unsigned char own_talks_bytes[] = {
#embed "data/own_talks.tsv"
};
ACCESSOR(own_talks)

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

static const unsigned char panel_phrases_bytes[] = {
#embed "data/panel_phrases.tsv"
};
ACCESSOR(panel_phrases)

static const unsigned char part_leads_bytes[] = {
#embed "data/part_leads.tsv"
};
ACCESSOR(part_leads)

static const unsigned char person_role_words_bytes[] = {
#embed "data/person_role_words.tsv"
};
ACCESSOR(person_role_words)

static const unsigned char phrase_words_bytes[] = {
#embed "data/phrase_words.tsv"
};
ACCESSOR(phrase_words)

static const unsigned char picture_hosts_bytes[] = {
#embed "data/picture_hosts.tsv"
};
ACCESSOR(picture_hosts)

static const unsigned char planned_words_bytes[] = {
#embed "data/planned_words.tsv"
};
ACCESSOR(planned_words)

static const unsigned char post_lines_bytes[] = {
#embed "data/post_lines.tsv"
};
ACCESSOR(post_lines)

static const unsigned char reading_words_bytes[] = {
#embed "data/reading_words.tsv"
};
ACCESSOR(reading_words)

static const unsigned char report_titles_bytes[] = {
#embed "data/report_titles.tsv"
};
ACCESSOR(report_titles)

static const unsigned char reporter_words_bytes[] = {
#embed "data/reporter_words.tsv"
};
ACCESSOR(reporter_words)

static const unsigned char role_words_bytes[] = {
#embed "data/role_words.tsv"
};
ACCESSOR(role_words)

static const unsigned char room_words_bytes[] = {
#embed "data/room_words.tsv"
};
ACCESSOR(room_words)

static const unsigned char section_words_bytes[] = {
#embed "data/section_words.tsv"
};
ACCESSOR(section_words)

static const unsigned char sentence_starters_bytes[] = {
#embed "data/sentence_starters.tsv"
};
ACCESSOR(sentence_starters)

static const unsigned char short_given_names_bytes[] = {
#embed "data/short_given_names.tsv"
};
ACCESSOR(short_given_names)

static const unsigned char single_speakers_bytes[] = {
#embed "data/single_speakers.tsv"
};
ACCESSOR(single_speakers)

static const unsigned char small_words_bytes[] = {
#embed "data/small_words.tsv"
};
ACCESSOR(small_words)

static const unsigned char speaker_labels_bytes[] = {
#embed "data/speaker_labels.tsv"
};
ACCESSOR(speaker_labels)

static const unsigned char speaker_nouns_bytes[] = {
#embed "data/speaker_nouns.tsv"
};
ACCESSOR(speaker_nouns)

static const unsigned char subject_verb_gap_bytes[] = {
#embed "data/subject_verb_gap.tsv"
};
ACCESSOR(subject_verb_gap)

static const unsigned char talk_moves_bytes[] = {
#embed "data/talk_moves.tsv"
};
ACCESSOR(talk_moves)

static const unsigned char talk_nouns_bytes[] = {
#embed "data/talk_nouns.tsv"
};
ACCESSOR(talk_nouns)

static const unsigned char talk_openers_bytes[] = {
#embed "data/talk_openers.tsv"
};
ACCESSOR(talk_openers)

static const unsigned char talk_qualifiers_bytes[] = {
#embed "data/talk_qualifiers.tsv"
};
ACCESSOR(talk_qualifiers)

static const unsigned char technologies_bytes[] = {
#embed "data/technologies.tsv"
};
ACCESSOR(technologies)

static const unsigned char title_announcers_bytes[] = {
#embed "data/title_announcers.tsv"
};
ACCESSOR(title_announcers)

static const unsigned char title_asides_bytes[] = {
#embed "data/title_asides.tsv"
};
ACCESSOR(title_asides)

static const unsigned char title_fillers_bytes[] = {
#embed "data/title_fillers.tsv"
};
ACCESSOR(title_fillers)

static const unsigned char title_followers_bytes[] = {
#embed "data/title_followers.tsv"
};
ACCESSOR(title_followers)

static const unsigned char top_level_domains_bytes[] = {
#embed "data/top_level_domains.tsv"
};
ACCESSOR(top_level_domains)

static const unsigned char towns_bytes[] = {
#embed "data/towns.tsv"
};
ACCESSOR(towns)

static const unsigned char turn_verbs_bytes[] = {
#embed "data/turn_verbs.tsv"
};
ACCESSOR(turn_verbs)

static const unsigned char units_bytes[] = {
#embed "data/units.tsv"
};
ACCESSOR(units)

static const unsigned char venue_words_bytes[] = {
#embed "data/venue_words.tsv"
};
ACCESSOR(venue_words)

static const unsigned char view_labels_bytes[] = {
#embed "data/view_labels.tsv"
};
ACCESSOR(view_labels)

static const unsigned char weekdays_bytes[] = {
#embed "data/weekdays.tsv"
};
ACCESSOR(weekdays)

static const unsigned char welcome_phrases_bytes[] = {
#embed "data/welcome_phrases.tsv"
};
ACCESSOR(welcome_phrases)

static const unsigned char well_known_names_bytes[] = {
#embed "data/well_known_names.tsv"
};
ACCESSOR(well_known_names)

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
