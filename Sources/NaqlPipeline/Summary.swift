/// What lists say of a stage, an option or a format, in one form whoever wrote it.
package enum Summary {
  /// `text` with a capital at its beginning and without a full stop at its end.
  package static func listed(_ text: String) -> String {
    let line = text.hasSuffix(".") ? text.dropLast() : text[...]
    return line.prefix(1).uppercased() + line.dropFirst()
  }
}
