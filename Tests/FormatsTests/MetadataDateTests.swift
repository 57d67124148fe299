import Formats
import Testing
import TextModel

/// Dates as front matter has them, in quotes so that nothing but the reader of dates is asked.
struct MetadataDateTests {
    private func read(_ date: String) throws -> (day: String?, diagnostics: [Diagnostic], source: SourceText) {
        let source = SourceText("---\ntitle: x\ndate: '\(date)'\n---\n\nTexte.\n")
        let document = try DocumentReader().read(source, as: .markdown)
        return (document.metadata.published?.date.description, document.diagnostics, source)
    }

    @Test(arguments: [
        "2023-09-07", "2023-9-7", "2023/09/07", "2023.09.07", "20230907", "20230907T100000Z", "2023-09-07T10:00:00Z",
        "2023-09-07 10:00", "2023-09-07T23:59:59.999-11:00", "2023-09-07T00:10:00+14:00", "2023-09-07 10:00:00 +0200",
        "07/09/2023", "7.9.2023", "07-09-2023", "07/09/2023 10:00", "9.7.2023", "le 07/09/2023", "jeudi 07/09/2023",
        "Thu, 07 Sep 2023 10:00:00 +0200", "07 Sep 2023 10:00 GMT", "Thu Sep  7 10:00:00 CEST 2023",
        "Thu Sep 07 2023 10:00:00 GMT+0200", "September 7, 2023", "Sept. 7th, 2023", "SEPTEMBER 7 2023", "7 Sep 2023",
        "7 septembre 2023", "7 SEPTEMBRE 2023", "7\u{A0}septembre\u{202F}2023", "jeu. 7 sept. 2023", "07-sept-2023",
        "Publié le jeudi 7 septembre 2023 à 10h30", "1694080800", "1694080800.5",
    ])
    func the7thOfSeptember2023(date: String) throws {
        let result = try read(date)
        let expected = date == "9.7.2023" ? "2023-07-09" : "2023-09-07"
        #expect(result.day == expected)
        #expect(result.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("9/13/2023", "2023-09-13"), ("13/9/2023", "2023-09-13"), ("1er mai 2019", "2019-05-01"),
        ("29 fevrier 2024", "2024-02-29"), ("29 FÉVRIER 2024", "2024-02-29"), ("29 fe\u{301}vr. 2024", "2024-02-29"),
        ("May 1st, 2019", "2019-05-01"), ("0951782400", "2000-02-29"), ("4102444800", "2100-01-01"),
        ("951868799", nil), ("31 aout 2019", "2019-08-31"), ("1 août 2019", "2019-08-01"),
    ])
    func otherDays(date: String, day: String?) throws { #expect(try read(date).day == day) }

    @Test(arguments: [
        "bientôt", "2023", "2023-09", "septembre 2023", "7 septembre", "2023-13-45", "31/02/2023", "2023-02-29",
        "7 brumaire 2023", "7-8 septembre 2023", "1789-07-14", "7 septembre 1789", "2023-W36-4", "2023-250",
        "13/13/2023", "07/09/23", "2023-09-07-08", "2023-09-07bis", "2023-0907", "12345678901", "10:30 septembre 2023",
        "7 sep +2000", "v2023-09-07", "12.2023-09-07", "éà", "7 septembre 20233",
    ])
    func whatIsNoDayIsReported(date: String) throws {
        let result = try read(date)
        #expect(result.day == nil)
        #expect(result.diagnostics.map(\.code) == [.dateUnreadable])
        #expect(result.diagnostics.first?.range.map { result.source[$0] } == date)
    }

    private static let months = [
        ["janvier", "janv.", "January", "Jan"], ["février", "fevrier", "fév.", "févr.", "February", "Feb"],
        ["mars", "March", "Mar"], ["avril", "avr.", "April", "Apr"], ["mai", "May"], ["juin", "June", "Jun"],
        ["juillet", "juil.", "July", "Jul"], ["août", "aout", "August", "Aug"],
        ["septembre", "sept.", "September", "Sep"], ["octobre", "oct.", "October", "Oct"],
        ["novembre", "nov.", "November", "Nov"], ["décembre", "decembre", "déc.", "December", "Dec"],
    ]

    @Test(arguments: Array(months.enumerated())) func everyNameOfAMonth(index: Int, names: [String]) throws {
        for name in names {
            let expected = CalendarDate(year: 2019, month: index + 1, day: 3)?.description
            #expect(try read("3 \(name) 2019").day == expected)
            #expect(try read("\(name.uppercased()) 3, 2019").day == expected)
        }
    }
}
