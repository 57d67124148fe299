import Causerie
import Testing
import TextModel

struct LanguageTests {
    private func isForeign(_ text: String) throws -> Bool {
        try Analyzer().report(on: text, format: .text).warnings.contains { $0.code == "language_not_french" }
    }

    private static let english =
        "This is the talk that we were all waiting for, and it was not what you have been told about. There are many of "
        + "them which have the same problem, and this is for you but not for us. What is it about?"
    private static let german =
        "Das ist der Vortrag, auf den wir gewartet haben, und er war nicht wie die anderen. Ich habe mit ihnen und auch "
        + "mit dem Team von der Bühne gesprochen, es ist eine Frage für uns und für alle, die sich nicht trauen."
    private static let french =
        "C’est la conférence que nous attendions, et elle était très différente des autres. Je suis venu pour le reste "
        + "aussi, mais les échanges dans la salle ont été ce qui m’a plu, avec une équipe qui donne envie."

    @Test(arguments: [
        (english, true), (german, true), (french, false),
        (french + " " + french + " « " + english + " »", false), ("The end.", false), ("", false),
    ])
    func aTextOfAnotherLanguageIsAWarning(_ text: String, _ expected: Bool) throws {
        #expect(try isForeign(text) == expected)
    }

    /// Code is in English in any report.
    @Test func codeIsNoEvidence() throws {
        let text = "```\n\(Self.english)\n```\n\n\(Self.french)\n"
        #expect(
            try Analyzer().report(on: text, format: .markdown).warnings.allSatisfy { $0.code != "language_not_french" })
    }
}
