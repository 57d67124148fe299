/// What an input yields next.
public enum InputItem: Equatable, Sendable {
    case document(ArchivedDocument)
    case refused(RefusedInput)
}
