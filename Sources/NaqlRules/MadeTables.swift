import NaqlModel
import NaqlTables
import NaqlThreads
import Synchronization

/// Tables that were made from the rules themselves, each once, by its recipe's name.
final class MadeTables: Sendable {
  private let tables = Mutex<[String: Once<Table>]>([:])

  /// The table `name`, by `make` where it was not made yet.
  func table(_ name: String, _ make: () throws(Diagnostic) -> Table) throws(Diagnostic) -> Table {
    let once = tables.withLock { tables in
      if let known = tables[name] { return known }
      let new = Once<Table>()
      tables[name] = new
      return new
    }
    return try once.value(make)
  }
}
