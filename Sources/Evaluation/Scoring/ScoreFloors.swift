import JSON
import TextModel

/// Pinned scores that later ones are held to, part by part, with a digest of what they were made on.
///
/// Scores on other texts or other gold say nothing of each other, so a digest that differs fails like a score that fell.
public struct ScoreFloors: Equatable, Sendable {
    /// The scores of one part of the gold, such as a split.
    public struct Part: Equatable, Sendable {
        public var digest: String
        public var documents: Int
        /// Layers without a value are left out.
        public var layers: [Layer: Double]

        public init(digest: String, documents: Int, layers: [Layer: Double]) {
            self.digest = digest
            self.documents = documents
            self.layers = layers
        }

        /// What scores are worth now.
        public init(digest: String, _ scores: Scores) {
            self.init(digest: digest, documents: scores.documents.count, layers: [:])
            for summary in scores.summaries() { layers[summary.layer] = summary.value }
        }
    }

    /// How far a score may fall: less than one item of the smallest layers, more than rounding.
    public var epsilon: Double
    public var parts: [String: Part]

    public init(epsilon: Double = 0.0005, parts: [String: Part] = [:]) {
        self.epsilon = epsilon
        self.parts = parts
    }

    /// What is wrong with a part's new scores, one line each; empty when they hold.
    public func problems(of name: String, _ now: Part) -> [String] {
        guard let pinned = parts[name] else { return ["\(name): nothing is pinned; pin it with --update"] }
        var problems: [String] = []
        if pinned.digest != now.digest {
            problems.append("\(name): texts or gold have changed since the scores were pinned; look, then --update")
        }
        return problems + falls(of: name, now)
    }

    /// Scores that are lower than pinned by more than ``epsilon``, or have gone.
    public func falls(of name: String, _ now: Part) -> [String] {
        guard let pinned = parts[name] else { return [] }
        return Layer.allCases.compactMap { layer in
            guard let floor = pinned.layers[layer] else { return nil }
            guard let value = now.layers[layer] else { return "\(name): \(layer.rawValue) has nothing to measure now" }
            guard value < floor - epsilon else { return nil }
            return "\(name): \(layer.rawValue) fell from \(ScoreReport.shown(floor)) to \(ScoreReport.shown(value))"
        }
    }
}

extension ScoreFloors {
    /// - Throws: ``GoldFormatError`` for what is no such file.
    public init(parsing bytes: [UInt8]) throws(GoldFormatError) {
        let value: JSONValue
        do throws(JSONSyntaxError) { value = try JSONValue(parsing: bytes) } catch { throw .syntax(error) }
        do throws(JSONFieldError) { self = try Self(value) } catch { throw .field(error) }
    }

    private init(_ value: JSONValue) throws(JSONFieldError) {
        self.init()
        var fields = try JSONFields(value, at: "")
        guard case .number(let epsilon) = fields.value("epsilon") else { throw fields.failure("epsilon", "no number") }
        self.epsilon = epsilon
        for member in try fields.members("parts") {
            var part = try JSONFields(member.value, at: "parts.\(member.key)")
            var layers: [Layer: Double] = [:]
            for entry in try part.members("layers") {
                guard let layer = Layer(rawValue: entry.key), case .number(let number) = entry.value else {
                    throw part.failure("layers.\(entry.key)", "no layer with a number")
                }
                layers[layer] = number
            }
            parts[member.key] = Part(
                digest: try part.string("digest"), documents: try part.integer("documents"), layers: layers)
            try part.finish()
        }
        try fields.finish()
    }

    /// JSON with a line for each value, layers in their order.
    public var json: String {
        let parts = self.parts.sorted { $0.key < $1.key }.map { name, part in
            let layers = Layer.allCases.compactMap { layer in
                // Four digits: more would change with the order of summing.
                part.layers[layer].map { JSONValue.Member(layer.rawValue, .number(($0 * 10_000).rounded() / 10_000)) }
            }
            return JSONValue.Member(
                name,
                .object([
                    "digest": .string(part.digest), "documents": .number(part.documents), "layers": .object(layers),
                ]))
        }
        return JSONValue.object(["epsilon": .number(epsilon), "parts": .object(parts)]).indentedText + "\n"
    }
}

/// A short name of a sequence of byte strings: enough to notice a change, not to ward off a forger.
public struct ContentDigest: Sendable {
    private var hash = ByteHash()

    public init() {}

    public mutating func add(_ bytes: some Sequence<UInt8>) {
        // The end counts, so that a byte that moves to the next string is a change.
        for byte in bytes { hash.add(byte) }
        hash.add(0xFF as UInt8)
    }

    /// 16 hexadecimal digits.
    public var text: String {
        let digits = String(hash.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
