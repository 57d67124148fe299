import TextModel

/// Images: blocks of their own where they stand alone, spans within text.
extension HTMLFlow {
    mutating func releaseImages(_ builder: inout DocumentBuilder) {
        for image in heldImages { showAlone(image, &builder) }
        heldImages.removeAll()
    }

    private func showAlone(_ tag: HTMLTag, _ builder: inout DocumentBuilder) {
        builder.begin(.image(target: target(of: tag, builder.source)), at: tag.range.start)
        if let alternative = tag.value(of: "alt", in: builder.source) {
            emit(alternative.start, alternative.end, &builder)
        }
        builder.end(at: tag.range.end)
    }

    func showInline(_ tag: HTMLTag, _ builder: inout DocumentBuilder) {
        let kind = InlineSpan.Kind.image(target: target(of: tag, builder.source))
        builder.openSpan(kind)
        if let alternative = tag.value(of: "alt", in: builder.source) {
            emit(alternative.start, alternative.end, &builder)
        }
        builder.closeSpan(kind)
    }

    private func target(of image: HTMLTag, _ source: [UInt8]) -> String {
        image.text(of: "data-src", in: source) ?? image.text(of: "src", in: source) ?? ""
    }
}
