import NaqlBlocks
import NaqlEntities
import NaqlRomanisation
import NaqlRules
import NaqlSegmentation
import NaqlText

/// Tables that `naql rules compile` writes; the tables of one module after the other.
public enum Recipes {
  /// The recipes of `rules`, in order: all of the shipped tables, and those of profiles that directories laid over them bring.
  public static func of(_ rules: RuleSet) -> [TableRecipe] {
    let own = rules.list("segmentation", suffix: ".yaml").map { String(FileSystem.name(of: $0).dropLast(5)) }
    return all + own.filter { !ProfileRecipe.profiles.contains($0) }.map { ProfileRecipe.recipe($0) }
  }

  /// The recipes of the shipped tables, in order.
  public static var all: [TableRecipe] {
    [
      BlockRecipe.recipe, LatinNameRecipe.recipe, Lexicon.recipe, NameListRecipe.recipe, NameTableRecipe.recipe,
      SchemeCatalogue.recipe,
    ]
      + ProfileRecipe.all + [MarkerRecipe.recipe, RomanisationRecipes.commonTypes]
  }
}
