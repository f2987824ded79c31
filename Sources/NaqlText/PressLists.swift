/// The lists of names under `Rules/entities/` that were written for Naql from general knowledge, by their names without `.tsv`.
package enum PressLists {
  /// In the order of trust where two spell a name.
  package static let names = [
    "press-people", "press-sport", "press-culture", "press-organisations", "press-places", "press-technology",
    "press-science", "press-history", "press-arts", "press-world",
  ]
}
