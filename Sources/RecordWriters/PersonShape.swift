import TextModel

enum PersonShape {
    static let person = Shape<Report.Person>(
        "person", "Somebody named in the report.",
        [
            .text("id", "p1, p2…") { $0.id },
            .text("name", "The fullest form in the report, capitals as written.") { $0.name },
            .optionalText("given_name", "The given name.") { $0.givenName },
            .optionalText("family_name", "The family name.") { $0.familyName },
            .texts("handles", "With their @.") { $0.handles },
            .optionalText("affiliation", "A company or organisation that the text gives.") { $0.affiliation },
            .choices("roles", "What the person does in the report.") { $0.roles },
            .objects("mentions", "Every place that names the person.", mention) { $0.mentions },
        ])

    private static let mention = Shape<Report.Mention>(
        "mention", "A place that names a person.",
        [
            .object("span", "The name as it stands there.", DetailShape.span) { $0.span },
            .choice("form", "The form of the name.") { $0.form },
        ])
}
