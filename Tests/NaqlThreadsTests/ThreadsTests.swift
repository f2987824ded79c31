import NaqlThreads
import Testing

@Suite("Threads")
struct ThreadsTests {
  @Test("results come in the order of their numbers, whatever the number of threads", arguments: [1, 2, 3, 8])
  func order(threads: Int) {
    let squares = Threads.map(1000, threads: threads) { $0 * $0 }
    #expect(squares == (0..<1000).map { $0 * $0 })
  }

  @Test("no work gives no result, and more threads than work harm nothing")
  func few() {
    #expect(Threads.map(0) { $0 }.isEmpty)
    #expect(Threads.map(2, threads: 16) { -$0 } == [0, -1])
  }

  @Test("a queue hands out each number once, in order")
  func queue() {
    let queue = WorkQueue(3)
    #expect(queue.count == 3)
    #expect([queue.next(), queue.next(), queue.next()] == [0, 1, 2])
    #expect(queue.next() == nil && queue.count == 0)
  }

  @Test("a value made in the background is the same each time it is asked for")
  func later() {
    let value = Later { (0..<100).reduce(0, +) }
    #expect(value.value == 4950)
    #expect(value.value == 4950)
  }
}
