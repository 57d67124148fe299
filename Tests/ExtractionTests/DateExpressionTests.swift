import Extraction
import Testing
import TextModel

struct DateExpressionTests {
    /// A line, the day of its publication, and the first date in it: its words, first and last day or period.
    struct Case: CustomTestStringConvertible, Sendable {
        let line: String
        let published: String
        let words: String
        let expected: String

        init(_ line: String, _ words: String, _ expected: String, published: String = "2023-09-07") {
            self.line = line
            self.words = words
            self.expected = expected
            self.published = published
        }

        var testDescription: String { line }
    }

    @Test(arguments: [
        // Whole dates.
        Case("le 6 septembre 2023 à Brest", "6 septembre 2023", "2023-09-06"),
        Case("mercredi 6 septembre 2023", "mercredi 6 septembre 2023", "2023-09-06"),
        Case("le 1er juin 2022", "1er juin 2022", "2022-06-01"),
        Case("le premier juin 2022", "premier juin 2022", "2022-06-01"),
        Case("le 6/09/2023 au matin", "6/09/2023", "2023-09-06"),
        Case("le 06.09.23", "06.09.23", "2023-09-06"),
        Case("2023-09-06", "2023-09-06", "2023-09-06"),
        Case("12 sept. 2019", "12 sept. 2019", "2019-09-12"),
        // Several days.
        Case("les 8 et 9 juin 2023", "8 et 9 juin 2023", "2023-06-08 2023-06-09"),
        Case("du 20 au 22 avril 2022", "20 au 22 avril 2022", "2022-04-20 2022-04-22"),
        Case("12-14 mai 2021", "12-14 mai 2021", "2021-05-12 2021-05-14"),
        Case("les 12/13/14 juillet 2013", "12/13/14 juillet 2013", "2013-07-12 2013-07-14"),
        Case("jeudi 12 et vendredi 13 octobre 2017", "jeudi 12 et vendredi 13 octobre 2017", "2017-10-12 2017-10-13"),
        Case("les 20, 21 et 22 avril 2022", "20, 21 et 22 avril 2022", "2022-04-20 2022-04-22"),
        Case("du 31 mai au 2 juin 2018", "31 mai au 2 juin 2018", "2018-05-31 2018-06-02"),
        Case("du 30 décembre au 2 janvier 2020", "30 décembre au 2 janvier 2020", "2019-12-30 2020-01-02"),
        Case("du 13 au 15 novembres 2008", "13 au 15 novembres 2008", "2008-11-13 2008-11-15"),
        // The year is that of the latest such day, or the one whose weekday fits.
        Case("les 8 et 9 juin", "8 et 9 juin", "2023-06-08 2023-06-09"),
        Case("le 3 décembre", "3 décembre", "2022-12-03"),
        Case("jeudi 28 octobre", "jeudi 28 octobre", "2021-10-28"),
        Case("le 24 juin dernier", "24 juin dernier", "2023-06-24"),
        Case("le 3 mai prochain", "3 mai prochain", "2024-05-03"),
        // By the day of publication, a Thursday.
        Case("C'était hier", "hier", "2023-09-06"),
        Case("avant-hier soir", "avant-hier", "2023-09-05"),
        Case("aujourd'hui", "aujourd'hui", "2023-09-07"),
        Case("ce matin", "ce matin", "2023-09-07"),
        Case("il y a trois jours", "il y a trois jours", "2023-09-04"),
        Case("jeudi dernier", "jeudi dernier", "2023-08-31"),
        Case("mardi soir dernier", "mardi soir dernier", "2023-09-05"),
        Case("samedi", "samedi", "2023-09-02"),
        Case("jeudi et vendredi", "jeudi et vendredi", "2023-08-31 2023-09-01"),
        Case("ce week-end", "week-end", "2023-09-02 2023-09-03"),
        Case("ce week-end", "week-end", "2023-09-09 2023-09-10", published: "2023-09-10"),
        Case("le week-end dernier", "week-end dernier", "2023-09-02 2023-09-03", published: "2023-09-09"),
        // Partial dates.
        Case("La semaine dernière", "semaine dernière", "2023"),
        Case("la semaine dernière", "semaine dernière", "2023-09", published: "2023-09-20"),
        Case("le mois dernier", "mois dernier", "2023-08"),
        Case("en septembre 2022", "septembre 2022", "2022-09"),
        Case("en juin dernier", "juin dernier", "2023-06"),
        Case("au mois de mars", "mars", "2023-03"),
        Case("en octobre", "octobre", "2022-10"),
    ]) func datesAreReadAndResolved(_ example: Case) throws {
        let found = try DateGrammar().expressions(inLine: example.line)
        #expect(found.count == 1)
        let expression = try #require(found.first)
        let utf8 = Array(example.line.utf8)
        #expect(
            String(decoding: utf8[expression.range.start..<expression.range.end], as: UTF8.self) == example.words)
        let resolution = try #require(DateResolution(expression, published: day(example.published)))
        #expect(described(resolution) == example.expected)
    }

    @Test(arguments: [
        "l'été à la plage", "Il a été dit", "la fusée vers Mars", "on avance, on mars", "mai", "la porte est ouverte",
        "nous étions sept", "sept conférences", "les 12 sept conférences", "version 3.2", "10h30", "24 participants",
        "1 234 personnes", "les salles 8 et 9", "may the force", "un dec", "Java 8", "le 31/02/2020",
        "la barre Mars", "le 42 juin", "la semaine", "le week-end", "2 jours",
    ]) func nothingElseIsADate(_ line: String) throws {
        let found = try DateGrammar().expressions(inLine: line)
        #expect(found.allSatisfy { DateResolution($0, published: day("2023-09-07")) == nil })
    }

    @Test func aWeekdayThatIsWrongIsTold() throws {
        let wrong = try #require(try DateGrammar().expressions(inLine: "lundi 6 septembre 2023").first)
        #expect(DateResolution(wrong, published: nil)?.contradictsWeekday == true)
        let right = try #require(try DateGrammar().expressions(inLine: "mercredi 6 septembre 2023").first)
        #expect(DateResolution(right, published: nil)?.contradictsWeekday == false)
    }

    @Test func aYearKnownFromElsewhereCountsFirst() throws {
        let expression = try #require(try DateGrammar().expressions(inLine: "le 28 septembre").first)
        let resolution = DateResolution(expression, published: day("2018-03-12"), year: 2017)
        #expect(resolution?.start?.description == "2017-09-28")
        #expect(DateResolution(expression, published: nil) == nil)
        #expect(DateResolution(expression, published: nil, year: 2017)?.start?.description == "2017-09-28")
    }

    @Test func daysAreCountedAcrossMonthsAndYears() throws {
        let newYear = try #require(day("2020-01-01"))
        #expect(newYear.adding(days: -1)?.description == "2019-12-31")
        #expect(newYear.adding(days: 59)?.description == "2020-02-29")
        #expect(newYear.adding(days: 366)?.description == "2021-01-01")
        #expect(newYear.weekday == .wednesday)
        #expect(CalendarDate(year: 1900, month: 1, day: 1)?.adding(days: -1) == nil)
    }

    private func day(_ text: String) -> CalendarDate? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? CalendarDate(year: parts[0], month: parts[1], day: parts[2]) : nil
    }

    private func described(_ resolution: DateResolution) -> String {
        guard let start = resolution.start, let end = resolution.end else { return resolution.period ?? "" }
        return start == end ? start.description : "\(start) \(end)"
    }
}
