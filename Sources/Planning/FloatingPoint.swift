// The C library's functions under names that say what they are; nothing else of it is used here.
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// e^x − 1, exact near 0.
@inline(__always)
func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }

/// ln(1 + x), exact near 0.
@inline(__always)
func logarithmOnePlus(_ x: Double) -> Double { log1p(x) }

/// e^x.
@inline(__always)
func exponential(_ x: Double) -> Double { exp(x) }

/// ln x.
@inline(__always)
func logarithm(_ x: Double) -> Double { log(x) }
