import NaqlModel
import NaqlPipeline
import NaqlThreads

/// Sends small documents through the stages side by side, each on a thread of its own. What comes out is as if they had gone one
/// after the other, since no document depends on another.
final class Crew {
  /// What became of a document.
  enum Outcome: Sendable {
    case done(Document)
    /// Something is wrong with the document, or with its outputs.
    case failed(Diagnostic)
    /// Something is wrong with the rules, so that no document can be worked on.
    case broken(Diagnostic)
  }

  /// One thread's workers, made when it has its first document.
  private final class Hand: @unchecked Sendable {
    private let stages: [any Stage]
    private var workers: [any StageWorker] = []

    init(_ stages: [any Stage]) { self.stages = stages }

    func process(_ document: Document) -> Outcome {
      do throws(Diagnostic) {
        if workers.isEmpty { for stage in stages { workers.append(try stage.makeWorker(threads: 1)) } }
      } catch { return .broken(error) }
      return Crew.process(document, workers)
    }
  }

  /// Sends a document through `workers`, one after the other.
  static func process(_ document: Document, _ workers: [any StageWorker]) -> Outcome {
    var document = document
    for (number, worker) in workers.enumerated() {
      do throws(Diagnostic) { try worker.ready() } catch { return .broken(error) }
      do throws(Diagnostic) { try worker.process(&document) } catch { return .failed(error) }
      for later in workers[(number + 1)...] { later.foresee(document) }
    }
    return .done(document)
  }

  private let hands: [Hand]

  /// A crew of `threads` for documents that go through `stages`.
  init(_ stages: [any Stage], threads: Int) { hands = (0..<threads).map { _ in Hand(stages) } }

  /// Begins with `documents` in the background; what became of each, in order. One batch at a time.
  func begin(_ documents: [Document]) -> Later<[Outcome]> {
    let hands = hands
    return Later {
      let queue = WorkQueue(documents.count), outcomes = Slots<Outcome>(documents.count)
      Threads.each(min(hands.count, documents.count)) { number in
        while let next = queue.next() { outcomes[next] = hands[number].process(documents[next]) }
      }
      return outcomes.all
    }
  }
}
