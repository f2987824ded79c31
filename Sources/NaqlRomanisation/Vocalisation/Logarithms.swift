#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// e to the power of `x`.
@inline(__always)
func exponential(_ x: Float) -> Float { expf(x) }

/// The logarithm of the sum of the exponentials of `terms`.
@inline(__always)
func logSum(_ terms: [Float]) -> Float {
  guard let top = terms.max() else { return -.infinity }
  var sum: Float = 0
  for term in terms { sum += expf(term - top) }
  return top + logf(sum)
}
