import CLibxml2

/// The elements and texts of an XML document, one after the other, by libxml2's streaming reader.
///
/// Nothing outside the document is read: no network, no external document type, no external entity. Entities that the
/// document declares stay unexpanded in its text; in attributes libxml2 bounds what they grow to. Control characters that
/// XML forbids, and exporters write all the same, are read as spaces.
final class XMLEventReader {
    enum Event {
        /// - Parameter isEmpty: no ``end`` follows.
        case start(Element, isEmpty: Bool)
        case end
        case text
        /// `&name;`, of an entity that XML does not define itself.
        case entity(name: String)
    }

    struct Element {
        let name: String
        /// Empty for none.
        let namespace: String
        /// As it is written, with its prefix.
        let qualifiedName: String
    }

    private let reader: xmlTextReaderPtr
    private let input: Input
    /// Whether the outermost element has ended.
    private(set) var isBehindRoot = false

    /// What libxml2's calls need.
    private final class Input {
        let reader: ByteReader
        /// Whether the bytes below 0x20 stand for themselves: not in UTF-16.
        let isByteWise: Bool
        var failure: InputFailure?
        var message: String?
        /// Whether the parser has asked for more than there is.
        var isAtEnd = false

        init(_ reader: ByteReader, isByteWise: Bool) {
            self.reader = reader
            self.isByteWise = isByteWise
        }
    }

    /// - Parameter encoding: stronger than what the document says of itself; `nil` for none.
    /// - Throws: when the bytes cannot be read, or memory is out.
    init(_ bytes: ByteReader, encoding: String?) throws(InputFailure) {
        // Templates leave empty lines before the declaration, where XML allows nothing.
        while let byte = try bytes.peek(1).first, byte == 0x20 || (0x09...0x0D).contains(byte) { bytes.take(1) }
        let start = try bytes.peek(4)
        input = Input(
            bytes,
            isByteWise: !start.contains(0) && !start.starts(with: [0xFF, 0xFE]) && !start.starts(with: [0xFE, 0xFF]))
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_BIG_LINES.rawValue
        let made = xmlReaderForIO(
            { data, buffer, count in XMLEventReader.read(data, buffer, count) }, nil,
            Unmanaged.passUnretained(input).toOpaque(), nil, encoding, Int32(options))
        guard let made else {
            throw input.failure
                ?? InputFailure(.notAFeed, "holds no XML", hint: "check the file, or do not force its kind")
        }
        reader = made
        xmlTextReaderSetStructuredErrorHandler(
            reader,
            { data, error in
                guard let data, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
                let input = Unmanaged<Input>.fromOpaque(data).takeUnretainedValue()
                guard input.message == nil, let text = error.pointee.message else { return }
                let message = String(cString: text).prefix { $0 != "\n" }
                input.message = "\(message.prefix(200)), line \(error.pointee.line)"
            }, Unmanaged.passUnretained(input).toOpaque())
    }

    deinit { xmlFreeTextReader(reader) }

    /// What libxml2 is given at a time: where it finds a fault, it forgets what it has found before it in the same piece.
    private static let piece = 128

    private static func read(
        _ data: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ count: Int32
    ) -> Int32 {
        guard let data, let buffer, count > 0 else { return -1 }
        let input = Unmanaged<Input>.fromOpaque(data).takeUnretainedValue()
        let bytes = UnsafeMutableRawBufferPointer(start: buffer, count: min(Int(count), piece))
        do throws(InputFailure) {
            let added = try input.reader.read(into: bytes)
            if added == 0 { input.isAtEnd = true }
            if input.isByteWise {
                for index in 0..<added where bytes[index] < 0x20 {
                    let byte = bytes[index]
                    if byte != 0x09, byte != 0x0A, byte != 0x0D { bytes[index] = 0x20 }
                }
            }
            return Int32(added)
        } catch {
            input.failure = error
            return -1
        }
    }

    /// The next event; `nil` at the end of the document. Comments, instructions and the document type are none.
    ///
    /// - Throws: where the document is not well-formed, or ends before it should, and when the bytes cannot be read.
    func next() throws(InputFailure) -> Event? {
        while true {
            let status = xmlTextReaderRead(reader)
            if let failure = input.failure { throw failure }
            if status == 0 { return nil }
            guard status == 1 else {
                let message = input.message ?? "an unknown error"
                if input.isAtEnd {
                    throw InputFailure(
                        .truncated, "ends in the middle: \(message)",
                        hint: "check that the download is whole; the entries before are read")
                }
                throw InputFailure(
                    .feedDamaged, "is not well-formed: \(message)",
                    hint: "mend it there (xmllint --recover); the entries before are read")
            }
            switch xmlTextReaderNodeType(reader) {
            case Self.elementType: return .start(element, isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
            case Self.endElementType:
                if depth == 0 { isBehindRoot = true }
                return .end
            case Self.textType, Self.cdataType, Self.whiteSpaceType, Self.significantWhiteSpaceType:
                return .text
            case Self.entityType: return .entity(name: Self.string(xmlTextReaderConstName(reader)))
            default: continue
            }
        }
    }

    private static let elementType = Int32(XML_READER_TYPE_ELEMENT.rawValue)
    private static let endElementType = Int32(XML_READER_TYPE_END_ELEMENT.rawValue)
    private static let textType = Int32(XML_READER_TYPE_TEXT.rawValue)
    private static let cdataType = Int32(XML_READER_TYPE_CDATA.rawValue)
    private static let whiteSpaceType = Int32(XML_READER_TYPE_WHITESPACE.rawValue)
    private static let significantWhiteSpaceType = Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue)
    private static let entityType = Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue)

    private var element: Element {
        Element(
            name: Self.string(xmlTextReaderConstLocalName(reader)),
            namespace: Self.string(xmlTextReaderConstNamespaceUri(reader)),
            qualifiedName: Self.string(xmlTextReaderConstName(reader)))
    }

    /// How many elements stand around the one of the event; 0 for the outermost element.
    var depth: Int { Int(xmlTextReaderDepth(reader)) }

    /// The line of the event, counted from 1.
    var line: Int {
        guard let node = xmlTextReaderCurrentNode(reader) else { return 1 }
        return max(1, xmlGetLineNo(node))
    }

    /// The text of the event, valid until the next one.
    var text: UnsafeBufferPointer<UInt8> {
        guard let text = xmlTextReaderConstValue(reader) else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
    }

    /// An attribute without a namespace of the element that has just begun.
    func attribute(_ name: String) -> String? {
        guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return Self.string(xmlTextReaderConstValue(reader))
    }

    /// All attributes of the element that has just begun, with their prefixes, but for declarations of namespaces.
    func attributes() -> [(name: String, value: String)] {
        var attributes: [(name: String, value: String)] = []
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            guard xmlTextReaderIsNamespaceDecl(reader) != 1 else { continue }
            attributes.append(
                (Self.string(xmlTextReaderConstName(reader)), Self.string(xmlTextReaderConstValue(reader))))
        }
        xmlTextReaderMoveToElement(reader)
        return attributes
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
    }
}
