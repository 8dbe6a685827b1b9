import Testing

@testable import Expressions

struct ConversionFunctionsTests {
  @Test(
    arguments: [
      ("int('987')", "987"), ("int('-1')", "-1"), ("int('+5')", "5"), ("int('')", "error"),
      ("int(' 1')", "error"),
      ("int('1.0')", "error"), ("int('三')", "error"), ("int('--1')", "error"),
      ("int('9223372036854775808')", "error"),
      ("int(3.99)", "3"), ("int(-3.99)", "-3"), ("int(9223372036854775807.0)", "error"),
      ("int(-9223372036854775808.0)", "error"), ("int(0.0 / 0.0)", "error"),
      ("int(1.0 / 0.0)", "error"),
      ("double('1e3')", "1000.0"), ("double('.5')", "0.5"), ("double('-84.32e7')", "-8.432e+08"),
      ("double('NaN')", "NaN"), ("double('0x10')", "error"), ("double('')", "error"),
      ("double('1 ')", "error"),
      ("double('abc')", "error"), ("bool('t')", "true"), ("bool('FALSE')", "false"),
      ("bool('TrUe')", "error"),
      ("bool('yes')", "error"), ("string(0.24)", "'0.24'"), ("string(-0.0045)", "'-0.0045'"),
      ("string(true)", "'true'"), ("money('-0.5')", "money('-0.50')"),
      ("string(1000000.0)", "'1e+06'"),
    ])
  func `conversions give the value or an error`(source: String, expected: String) {
    let value = evaluated(source)
    #expect(value.hasPrefix("error") ? expected == "error" : value == expected)
  }

  @Test func `an amount or day that is computed is an error, not a fault`() {
    #expect(evaluated("money(s)", ["s": .string("abc")]).hasPrefix("error: conversion"))
    #expect(evaluated("date(s)", ["s": .string("2026-02-30")]).hasPrefix("error: conversion"))
    #expect(evaluated("date(s) + 1", ["s": .string("2026-02-28")]) == "date('2026-03-01')")
  }
}
