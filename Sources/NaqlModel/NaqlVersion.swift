/// Which Naql this is: what `naql --version` prints and what files name as the tool that wrote them.
public enum NaqlVersion {
  /// The number, as `0.1.0`.
  public static let number = "0.1.0"
}
