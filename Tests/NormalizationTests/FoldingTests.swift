import Normalization
import Testing

struct FoldingTests {
    @Test(arguments: [
        ("ÉVÉNEMENT", "événement", "evenement"), ("Quentin ADAM", "quentin adam", "quentin adam"),
        ("Łukasz", "łukasz", "łukasz"), ("Garçon", "garçon", "garcon"), ("STRASSE", "strasse", "strasse"), ("", "", ""),
    ])
    func foldsForLookUp(text: String, caseFolded: String, accentFolded: String) throws {
        #expect(try Folding.caseFolded(text).utf8.elementsEqual(caseFolded.utf8))
        #expect(try Folding.accentFolded(text).utf8.elementsEqual(accentFolded.utf8))
    }
}
