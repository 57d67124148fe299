import TextModel

enum TalkShape {
    static let talk = Shape<Report.Talk>(
        "talk", "A talk, keynote, panel, workshop or the like.",
        [
            .text("id", "t1, t2…") { $0.id },
            .integer("ordinal", "From 1, in reading order.", from: 1) { $0.ordinal },
            .choice("kind", "The kind; “talk” unless the text says more.") { $0.kind },
            .optionalText("title", "Without speaker, time, number, room, emoji or format.") { $0.title },
            .optionalObject("title_span", "Where the title stands.", DetailShape.span) { $0.titleSpan },
            .optionalChoice("title_source", "What the title was taken from.") { $0.titleSource },
            .optionalText("section_id", "The heading that introduces it.") { $0.sectionID },
            .optionalObject("body", "What recounts the talk; null for one that is only listed.", DetailShape.range) {
                $0.body
            },
            .optionalText("url", "The talk's page.") { $0.url },
            .choice("attendance", "How the author was present.") { $0.attendance },
            .objects("speakers", "One entry for each, those without a name included.", speaker) { $0.speakers },
            .choice("speaker_status", "Whether the text names the speakers.") { $0.speakerStatus },
            .objects("lists", "The lists about the talk.", DetailShape.list) { $0.lists },
            .objects("cues", "The evaluations that bear on this talk alone.", DetailShape.cue) { $0.cues },
            .object("reception", "How the author received it.", reception) { $0.reception },
            .objects("links", "The links that belong to it.", DetailShape.link) { $0.links },
        ])

    private static let speaker = Shape<Report.Speaker>(
        "speaker", "Somebody who gave a talk.",
        [
            .optionalText("person_id", "The entry under persons; null for a speaker without a name.") { $0.personID },
            .optionalText("name", "The fullest form in the report.") { $0.name },
            .optionalObject("span", "Where the text says so.", DetailShape.span) { $0.span },
            .optionalChoice("unnamed_reason", "Why there is no name.") { $0.unnamedReason },
            .text("rule", "The rule that found the speaker.") { $0.rule },
        ])

    private static let reception = Shape<Report.Reception>(
        "reception", "How the author received a talk, by the author's own cues on it.",
        [
            .choice("polarity", "All in all.") { $0.polarity },
            .texts("positive_cue_ids", "The cues that speak for it.") { $0.positiveCueIDs },
            .texts("negative_cue_ids", "The cues that speak against it.") { $0.negativeCueIDs },
        ])
}
