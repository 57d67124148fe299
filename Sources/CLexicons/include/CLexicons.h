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
CLexiconsResource clexicons_account_addresses(void);
CLexiconsResource clexicons_agent_words(void);
CLexiconsResource clexicons_attendance_words(void);
CLexiconsResource clexicons_author_phrases(void);
CLexiconsResource clexicons_byline_words(void);
CLexiconsResource clexicons_cue_forms(void);
CLexiconsResource clexicons_cue_targets(void);
CLexiconsResource clexicons_cue_weights(void);
CLexiconsResource clexicons_cue_words(void);
CLexiconsResource clexicons_date_words(void);
CLexiconsResource clexicons_day_words(void);
CLexiconsResource clexicons_delivery_verbs(void);
CLexiconsResource clexicons_embedded_posts(void);
CLexiconsResource clexicons_enclitics(void);
CLexiconsResource clexicons_evaluation_cues(void);
CLexiconsResource clexicons_event_labels(void);
CLexiconsResource clexicons_event_words(void);
CLexiconsResource clexicons_family_names(void);
CLexiconsResource clexicons_family_names_elsewhere(void);
CLexiconsResource clexicons_file_endings(void);
CLexiconsResource clexicons_following_words(void);
CLexiconsResource clexicons_function_words(void);
CLexiconsResource clexicons_given_name_homographs(void);
CLexiconsResource clexicons_given_names(void);
CLexiconsResource clexicons_given_names_elsewhere(void);
CLexiconsResource clexicons_inclusive_endings(void);
CLexiconsResource clexicons_language_words(void);
CLexiconsResource clexicons_link_hosts(void);
CLexiconsResource clexicons_link_labels(void);
CLexiconsResource clexicons_link_paths(void);
CLexiconsResource clexicons_link_words(void);
CLexiconsResource clexicons_linking_words(void);
CLexiconsResource clexicons_meeting_phrases(void);
CLexiconsResource clexicons_months(void);
CLexiconsResource clexicons_name_contexts(void);
CLexiconsResource clexicons_name_endings(void);
CLexiconsResource clexicons_name_joiners(void);
CLexiconsResource clexicons_name_leads(void);
CLexiconsResource clexicons_name_particles(void);
CLexiconsResource clexicons_name_stops(void);
CLexiconsResource clexicons_name_titles(void);
CLexiconsResource clexicons_number_words(void);
CLexiconsResource clexicons_only_talks(void);
CLexiconsResource clexicons_ordinal_endings(void);
CLexiconsResource clexicons_organisation_words(void);
CLexiconsResource clexicons_other_date_words(void);
CLexiconsResource clexicons_other_people(void);
CLexiconsResource clexicons_own_talks(void);
CLexiconsResource clexicons_page_furniture(void);
CLexiconsResource clexicons_page_labels(void);
CLexiconsResource clexicons_page_lines(void);
CLexiconsResource clexicons_panel_phrases(void);
CLexiconsResource clexicons_part_leads(void);
CLexiconsResource clexicons_person_role_words(void);
CLexiconsResource clexicons_phrase_words(void);
CLexiconsResource clexicons_picture_hosts(void);
CLexiconsResource clexicons_planned_words(void);
CLexiconsResource clexicons_post_lines(void);
CLexiconsResource clexicons_reading_words(void);
CLexiconsResource clexicons_report_titles(void);
CLexiconsResource clexicons_reporter_words(void);
CLexiconsResource clexicons_role_words(void);
CLexiconsResource clexicons_room_words(void);
CLexiconsResource clexicons_section_words(void);
CLexiconsResource clexicons_sentence_starters(void);
CLexiconsResource clexicons_short_given_names(void);
CLexiconsResource clexicons_single_speakers(void);
CLexiconsResource clexicons_small_words(void);
CLexiconsResource clexicons_speaker_labels(void);
CLexiconsResource clexicons_speaker_nouns(void);
CLexiconsResource clexicons_subject_verb_gap(void);
CLexiconsResource clexicons_talk_moves(void);
CLexiconsResource clexicons_talk_nouns(void);
CLexiconsResource clexicons_talk_openers(void);
CLexiconsResource clexicons_talk_qualifiers(void);
CLexiconsResource clexicons_technologies(void);
CLexiconsResource clexicons_title_announcers(void);
CLexiconsResource clexicons_title_asides(void);
CLexiconsResource clexicons_title_fillers(void);
CLexiconsResource clexicons_title_followers(void);
CLexiconsResource clexicons_top_level_domains(void);
CLexiconsResource clexicons_towns(void);
CLexiconsResource clexicons_turn_verbs(void);
CLexiconsResource clexicons_units(void);
CLexiconsResource clexicons_venue_words(void);
CLexiconsResource clexicons_view_labels(void);
CLexiconsResource clexicons_weekdays(void);
CLexiconsResource clexicons_welcome_phrases(void);
CLexiconsResource clexicons_well_known_names(void);
CLexiconsResource clexicons_whole_words(void);

/// The source of the tokenizer's rules.
CLexiconsResource clexicons_french_rules(void);

/// The same rules compiled, behind a tag that says by which ICU; made by `make rules`.
CLexiconsResource clexicons_french_rules_compiled(void);

#endif
