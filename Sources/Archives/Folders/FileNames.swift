import SystemPackage

extension String {
    /// The name of a file or entry, in whatever encoding its bytes are: UTF-8, or else a character for each byte, so that
    /// two names stay two.
    init(bytesInAnyEncoding bytes: some Collection<UInt8>) {
        if let name = String(validating: bytes, as: UTF8.self) {
            self = name
        } else {
            self.init(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
    }

    init(fileName component: FilePath.Component) {
        self = component.withPlatformString { name in
            var count = 0
            while name[count] != 0 { count += 1 }
            return String(bytesInAnyEncoding: (0..<count).map { UInt8(bitPattern: name[$0]) })
        }
    }
}
