import Testing

struct BulletsTests {
    @Test(arguments: ReportCase.all("bullets-"))
    func outline(_ report: ReportCase) throws {
        let found = try report.found()
        #expect(found == report.outline)
    }

    private func lists(in source: String) throws -> [String] { try ReportOutline(of: source).lists }

    @Test(arguments: [
        ("On retient :\n\n- une lentille\n- une lampe\n", "- 2 | On retient : | -"),
        ("On retient :\n\n1. une lentille\n2. une lampe\n", "1 2 | On retient : | -"),
        ("Il fait beau. On retient :\n\n- une lentille\n- une lampe\n", "- 2 | On retient : | -"),
        ("Il fait beau.\n\n- une lentille\n- une lampe\n", "- 2 | - | -"),
        ("## On retient\n\n- une lentille\n- une lampe\n", "- 2 | - | -"),
        ("On retient :\n\n![Un phare](phare.png)\n\n- une lentille\n- une lampe\n", "- 2 | On retient : | -"),
        ("On retient :\n\n> Une citation.\n\n- une lentille\n- une lampe\n", "- 2 | - | -"),
        ("- une lentille\n  - de verre\n  - de cristal\n- une lampe\n", "- 2+2 | - | -"),
        ("- une lentille\n  1. de verre\n  2. de cristal\n", "- 1+2 | - | -"),
        ("- une lentille\n- une lampe\n\n![Un phare](phare.png)\n\n- une tour\n", "- 3 | - | -"),
        ("- une lentille\n\n  Elle est de verre.\n\n- une lampe\n", "- 2 | - | -"),
    ])
    func aList(_ source: String, _ expected: String) throws {
        #expect(try lists(in: source) == [expected])
    }

    @Test(arguments: [
        ("- une lentille\n", [String]()),
        (
            "- une lentille\n- une lampe\n\nEt puis :\n\n- une tour\n- un escalier\n",
            ["- 2 | - | -", "- 2 | Et puis : | -"]
        ),
        ("- une lentille\n- une lampe\n\n1. une tour\n2. un escalier\n", ["- 2 | - | -", "1 2 | - | -"]),
        ("```\n- une lentille\n- une lampe\n```\n", []),
    ])
    func severalListsOrNone(_ source: String, _ expected: [String]) throws {
        #expect(try lists(in: source) == expected)
    }
}
