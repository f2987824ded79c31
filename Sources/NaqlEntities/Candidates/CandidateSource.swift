/// Finds words that may be names by one kind of evidence, whatever other sources find in the same words.
///
/// A source reads the words and cannot see the board, on which the strongest candidates are settled (see `MentionBoard`).
protocol CandidateSource {
  /// The source over a document.
  init(words: DocumentWords)

  /// Adds the names of the document that it finds.
  func add(to candidates: inout [Mention])
}
