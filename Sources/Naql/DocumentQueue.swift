import NaqlFormats
import NaqlModel
import NaqlPipeline
import NaqlThreads

/// The documents of a run on their way to the outputs, in order: from the fifth on, small ones go through a crew, batch by batch,
/// while those before are written.
struct DocumentQueue {
  /// What happened, in order.
  private enum Event {
    /// A document that the crew has.
    case document(id: String, path: String?)
    case fault(Diagnostic)
    case end(Diagnostic?)
  }

  /// What is wrong with the rules, once found.
  private(set) var broken: Diagnostic?
  /// What the run did so far.
  private var done = PipelineRun.Summary()
  private let output: OutputFiles
  private let report: (Diagnostic) -> Void
  private let stages: [any Stage]
  private var crew: Crew?
  /// What waits to be begun, and what the crew has.
  private var waiting: [Event] = [], documents: [Document] = []
  private var running: (events: [Event], outcomes: Later<[Crew.Outcome]>)?
  /// Documents so far.
  private var count = 0
  /// Whether the input at hand broke off, and the document of several parts that failed.
  private var hasFailed = false
  private var lost: String?
  /// Whether the document that was counted last is not closed yet: where its input breaks off it was none.
  private var isOpen = false
  /// Findings about other files than the document, such as a list of names: each is said once.
  private var said: Set<String> = []

  /// Documents before a crew is worth its tools; bytes up to which a document is small; documents and bytes of a batch.
  private static let first = 4, small = 256 << 10, share = 8, bytes = 2 << 20

  /// A queue of documents that go through `stages` to `output`; `report` gets every finding.
  init(_ stages: [any Stage], _ output: OutputFiles, _ report: @escaping (Diagnostic) -> Void) {
    (self.stages, self.output, self.report) = (stages, output, report)
  }

  /// What the run did.
  var summary: PipelineRun.Summary {
    var summary = done
    summary.written = output.written
    return summary
  }

  /// Takes a document for the crew; false where it is to be worked on now, after all before it, and then settled.
  mutating func take(_ document: Document) -> Bool {
    if document.part <= 1 { count += 1 }
    guard document.part == 0, document.text.count <= Self.small, count > Self.first, Threads.available > 1 else {
      drain()
      // Further parts of a document that failed would make a file that begins in its middle.
      return broken != nil || document.part > 1 && lost == document.id
    }
    waiting.append(.document(id: document.id, path: document.path))
    documents.append(document)
    if documents.count >= Self.share * Threads.available || documents.reduce(0, { $0 + $1.text.count }) >= Self.bytes {
      begin()
    }
    return true
  }

  /// Takes a finding about the input at hand.
  mutating func take(_ fault: Diagnostic) {
    if running == nil, waiting.isEmpty { settle(fault) } else { waiting.append(.fault(fault)) }
  }

  /// The input at hand is read to its end, or broke off with an error.
  mutating func endInput(_ error: Diagnostic?) {
    if running == nil, waiting.isEmpty { settleEnd(error) } else { waiting.append(.end(error)) }
  }

  /// Hands what waits to the crew and settles what it had.
  private mutating func begin() {
    // The crew's workers serve one batch at a time.
    let before = running.map { ($0.events, $0.outcomes.value) }
    running = nil
    if !documents.isEmpty {
      let crew = crew ?? Crew(stages, threads: Threads.available)
      self.crew = crew
      running = (waiting, crew.begin(documents))
      (waiting, documents) = ([], [])
    }
    if let (events, outcomes) = before { settle(events, outcomes) }
  }

  /// Waits for all that was taken, and settles it.
  mutating func drain() {
    while running != nil || !documents.isEmpty { begin() }
    let events = waiting
    waiting = []
    settle(events, [])
  }

  private mutating func settle(_ events: [Event], _ outcomes: [Crew.Outcome]) {
    var next = outcomes.makeIterator()
    for event in events where broken == nil {
      switch event {
      case .document(let id, let path): if let outcome = next.next() { settle(id, path, 0, outcome) }
      case .fault(let fault): settle(fault)
      case .end(let error): settleEnd(error)
      }
    }
  }

  /// Writes a document that was worked on, or says why not.
  mutating func settle(_ document: Document, _ outcome: Crew.Outcome) {
    settle(document.id, document.path, document.part, outcome)
  }

  private mutating func settle(_ id: String, _ path: String?, _ part: Int, _ outcome: Crew.Outcome) {
    switch outcome {
    case .broken(let error): broken = error
    case .failed(let error): lose(id, error)
    case .done(let document):
      for diagnostic in document.diagnostics { note(diagnostic, in: path) }
      if part <= 1 {
        done.documents += 1
        isOpen = true
      }
      do throws(Diagnostic) { try output.add(document) } catch { lose(id, error) }
      for diagnostic in output.takeNotes() { note(diagnostic) }
    }
  }

  private mutating func lose(_ id: String, _ error: Diagnostic) {
    output.abandon()
    lost = id
    note(error)
  }

  /// Gives the document at hand up, whose input broke off: it was not read.
  private mutating func abandonInput() {
    output.abandon()
    if isOpen { done.documents -= 1 }
    isOpen = false
  }

  private mutating func settle(_ fault: Diagnostic) {
    note(fault)
    // A broken line of JSON Lines is one document lost; a text that breaks off is no document at all.
    if fault.severity == .error, fault.code != "read.broken-json" { hasFailed = true }
  }

  private mutating func settleEnd(_ error: Diagnostic?) {
    defer { hasFailed = false }
    if let error {
      abandonInput()
      return note(error)
    }
    if hasFailed { return abandonInput() }
    do throws(Diagnostic) { try output.finish() } catch {
      output.abandon()
      note(error)
    }
    isOpen = false
    for diagnostic in output.takeNotes() { note(diagnostic) }
  }

  private mutating func note(_ diagnostic: Diagnostic, in path: String?) {
    if let file = diagnostic.file, file != path, !said.insert("\(diagnostic)").inserted { return }
    note(diagnostic.located(in: path))
  }

  private mutating func note(_ diagnostic: Diagnostic) {
    report(diagnostic)
    switch diagnostic.severity {
    case .error: done.failures += 1
    case .warning: done.warnings += 1
    case .note: break
    }
  }
}
