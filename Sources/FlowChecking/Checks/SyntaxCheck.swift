extension FlowCheck {
  /// Every expression can be read. (Braces that do not pair are found by the reader.)
  static let syntax = FlowCheck(id: "syntax") { context in
    context.compiled.diagnostics.filter { $0.check == "syntax" }
  }
}
