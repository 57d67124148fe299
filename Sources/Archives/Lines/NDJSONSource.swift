import JSON

/// The documents of a file with a JSON object (RFC 8259) on each line.
///
/// Empty lines are passed over. A line that is refused does not stop the others.
final class NDJSONSource: ItemSource {
    private let reader: ByteReader
    private let origin: Origin
    private let options: InputOptions
    private var lineNumber = 0
    private var isFinished = false

    init(_ reader: ByteReader, _ origin: Origin, options: InputOptions) {
        self.reader = reader
        self.origin = origin
        self.options = options
    }

    func next() -> InputItem? {
        while !isFinished {
            lineNumber += 1
            var place = origin.place
            place.line = lineNumber
            let line: ByteReader.Line?
            do throws(InputFailure) {
                line = try reader.line(limit: options.maximumDocumentBytes)
            } catch {
                isFinished = true
                return .refused(error.refused(at: place))
            }
            switch line {
            case nil: isFinished = true
            case .tooLong?:
                return .refused(
                    InputFailure.tooLarge("the line", limit: options.maximumDocumentBytes).refused(at: place))
            case .bytes(let bytes)?:
                if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
                return item(bytes, at: place)
            }
        }
        return nil
    }

    private func item(_ bytes: [UInt8], at place: InputPlace) -> InputItem {
        var id: String?
        do throws(InputFailure) {
            let members = try Self.members(in: bytes)
            var fields = PostFields()
            // The id first, so that a refusal for another field can name it.
            if let member = members.first(where: { $0.key == options.fields.id }) { id = try Self.id(member) }
            fields.id = id
            var rest: [JSONSourceMember] = []
            for member in members where member.key != options.fields.id {
                if try !fields.take(member, names: options.fields) { rest.append(member) }
            }
            if options.carriesExtra {
                let text = Array(rest.map(\.text).joined(separator: [UInt8(ascii: ",")]))
                fields.extra = "{\(String(decoding: text, as: UTF8.self))}"
            }
            return .document(
                try fields.document(at: place, of: origin, present: members.map(\.key), options: options))
        } catch {
            return .refused(error.refused(at: place, id: id))
        }
    }

    private static func members(in line: [UInt8]) throws(InputFailure) -> [JSONSourceMember] {
        do throws(JSONSyntaxError) {
            return try JSONSourceMember.all(in: line)
        } catch {
            if String(validating: line, as: UTF8.self) == nil {
                throw InputFailure(
                    .invalidUTF8, "the line is no valid UTF-8", hint: "convert the file, for example by iconv -t UTF-8")
            }
            throw InputFailure(
                .invalidJSON, "the line is no JSON object: \(error.message)",
                hint: "write one object a line; for a list or indented objects: jq -c '.[]'")
        }
    }

    /// Numbers are ids as they are written.
    private static func id(_ member: JSONSourceMember) throws(InputFailure) -> String? {
        switch member.value {
        case .string(let id): return id.isEmpty ? nil : id
        case .number:
            // Nothing but the key, a colon and spaces stands before it.
            let number = member.text.reversed().prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") }.reversed()
            return String(decoding: Array(number), as: UTF8.self)
        case .null: return nil
        case .bool, .array, .object: throw .wrongType(member, "a string or a number")
        }
    }
}

extension PostFields {
    /// Takes a member that is one of the document's fields; says whether it is.
    fileprivate mutating func take(_ member: JSONSourceMember, names: FieldNames) throws(InputFailure) -> Bool {
        func string() throws(InputFailure) -> String? {
            switch member.value {
            case .string(let text): return text
            case .null: return nil
            case .bool, .number, .array, .object: throw .wrongType(member, "a string")
            }
        }
        switch member.key {
        case names.markdown: markdown = try string().map { Array($0.utf8) }
        case names.html: html = try string().map { Array($0.utf8) }
        case names.text: text = try string().map { Array($0.utf8) }
        case names.url: url = try string()
        case names.title: title = try string()
        case names.published:
            if case .number(let seconds) = member.value {
                published = Int(exactly: seconds.rounded(.down)).map(String.init) ?? seconds.description
            } else {
                published = try string()
            }
        default: return false
        }
        return true
    }
}

extension InputFailure {
    fileprivate static func wrongType(_ member: JSONSourceMember, _ wanted: String) -> Self {
        Self(
            .invalidFields, "the field “\(member.key)” is \(member.value.kindName), not \(wanted)",
            hint: "mend the field, or name another one")
    }
}
