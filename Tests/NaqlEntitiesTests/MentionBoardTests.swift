import NaqlModel
import Testing

@testable import NaqlEntities

@Suite("The board on which the mentions of a document are settled")
struct MentionBoardTests {
  private func mention(_ words: Range<Int>, _ entityClass: EntityClass = .person, confidence: Int = 720) -> Mention {
    Mention(
      start: words.lowerBound, end: words.upperBound, entityClass: entityClass, origin: .model, rule: .tagger,
      confidence: confidence)
  }

  private func board(_ candidates: Mention...) -> MentionBoard {
    var board = MentionBoard()
    board.clear(tokens: 10)
    board.settle(candidates)
    return board
  }

  @Test("of two candidates that overlap the stronger stays")
  func stronger() {
    let board = board(mention(0..<2, confidence: 500), mention(1..<3, confidence: 900))
    #expect(board.numbered().map(\.words) == [1..<3])
    #expect(board.isFree(0))
  }

  @Test("a tagged body that holds a settled place takes its place and keeps its clitics")
  func grows() {
    var place = mention(2..<3, .location, confidence: 900)
    place.letters = 1
    let board = board(place, mention(2..<4, .organisation, confidence: 720))
    #expect(board.numbered().map(\.words) == [2..<4])
    #expect(board.mention(at: 3)?.entityClass == .organisation)
    #expect(board.mention(at: 2)?.letters == 1)
    #expect(board.mention(at: 2)?.confidence == 780)
  }

  @Test("a candidate over two settled mentions is none")
  func overTwo() {
    let board = board(mention(0..<1, confidence: 930), mention(1..<2, confidence: 930), mention(0..<2))
    #expect(board.numbered().map(\.words) == [0..<1, 1..<2])
  }

  @Test("a mention that is stretched over another takes its words, and one that is cut leaves them free")
  func stretchAndCut() {
    var board = board(mention(0..<2), mention(3..<5))
    board.stretch(0, over: 0..<5)
    #expect(board.numbers(in: 0..<5) == [0])
    #expect(!board.stands(1))
    board.cut(0, to: 1..<4)
    #expect((0..<6).map { board.number(at: $0) } == [nil, 0, 0, 0, nil, nil])
    #expect(board[0].words == 1..<4)
  }

  @Test("mentions are numbered as they stand in the text, without those that others replaced")
  func numbers() {
    var board = board(mention(6..<8), mention(1..<3))
    var short = mention(4..<5)
    short.full = board.number(at: 1)
    board.put(short)
    board.put(mention(6..<8, .work))
    let found = board.numbered()
    #expect(found.map(\.words) == [1..<3, 4..<5, 6..<8])
    #expect(found.map(\.number) == [0, 1, 2])
    #expect(found.map(\.full) == [nil, 0, nil])
    #expect(found[2].entityClass == .work)
  }
}
