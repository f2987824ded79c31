import NaqlBlocks
import NaqlEntities
import NaqlRomanisation
import NaqlRules
import NaqlSegmentation
import NaqlText

/// Every table that `naql rules compile` writes; the tables of one module after the other.
public enum Recipes {
  /// The recipes, in order.
  public static var all: [TableRecipe] {
    [
      BlockRecipe.recipe, LatinNameRecipe.recipe, Lexicon.recipe, NameListRecipe.recipe, NameTableRecipe.recipe,
      SchemeCatalogue.recipe,
    ]
      + ProfileRecipe.all + [MarkerRecipe.recipe, RomanisationRecipes.commonTypes]
  }
}
