import TextModel

/// The status numbers of `French.rbbi`: on equal length the larger one wins.
enum RuleStatus: Int32, CaseIterable {
    case unmatched = 0
    case space = 10
    case newline = 20
    case punctuation = 30
    case contextualMark = 35
    case ellipsis = 40
    case compound = 95
    case address = 97
    case word = 100
    case withApostrophe = 105
    case elidedWord = 110
    case hyphenated = 120
    case hyphenatedWhole = 130
    case bracketed = 140
    case bracketedStart = 145
    case codeFromDigit = 195
    case number = 200
    case numberWithLetters = 210
    case numberWithDegrees = 215
    case brokenGroups = 220
    case ordinal = 230
    case date = 240
    case unit = 260
    case abbreviation = 270
    case code = 300
    case time = 310
    case url = 340
    case email = 350
    case handle = 360
    case hashtag = 370
    case emoticon = 400
    case emoji = 410
    case bullet = 420
    case colonAndWord = 430

    /// What a match of the rule becomes.
    enum Outcome {
        /// A token of this kind.
        case token(TokenKind)
        /// What their neighbours or a word list say.
        case settled(Settlement)
    }

    /// The matches that a look at their neighbours or at a word list settles.
    enum Settlement {
        case contextualMark, newline, number, compound, address, withApostrophe, hyphenated, bracketed, bracketedStart
        case numberWithLetters, numberWithDegrees, brokenGroups, colonAndWord
    }

    var outcome: Outcome {
        switch self {
        case .unmatched, .punctuation: .token(.punctuation)
        case .space: .token(.space)
        case .newline: .settled(.newline)
        case .contextualMark: .settled(.contextualMark)
        case .ellipsis: .token(.ellipsis)
        case .word: .token(.word)
        case .elidedWord: .token(.elidedWord)
        case .hyphenatedWhole: .token(.hyphenatedWord)
        case .number: .settled(.number)
        case .ordinal: .token(.ordinal)
        case .date: .token(.date)
        case .unit: .token(.unit)
        case .abbreviation: .token(.abbreviation)
        case .codeFromDigit, .code: .token(.code)
        case .time: .token(.time)
        case .url: .token(.url)
        case .email: .token(.email)
        case .handle: .token(.handle)
        case .hashtag: .token(.hashtag)
        case .emoticon: .token(.emoticon)
        case .emoji: .token(.emoji)
        case .bullet: .token(.listMark)
        case .compound: .settled(.compound)
        case .address: .settled(.address)
        case .withApostrophe: .settled(.withApostrophe)
        case .hyphenated: .settled(.hyphenated)
        case .bracketed: .settled(.bracketed)
        case .bracketedStart: .settled(.bracketedStart)
        case .numberWithLetters: .settled(.numberWithLetters)
        case .numberWithDegrees: .settled(.numberWithDegrees)
        case .brokenGroups: .settled(.brokenGroups)
        case .colonAndWord: .settled(.colonAndWord)
        }
    }
}
