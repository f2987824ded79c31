/// What a document as a whole says of the mentions in it, once they are settled: one rule or a few that belong together.
///
/// A pass reads the words and changes the board; `MentionFinder` says in which order.
protocol MentionPass {
  /// The pass over a document.
  init(words: DocumentWords)

  /// Changes the mentions of the document as the rule says.
  func edit(_ board: inout MentionBoard)
}
