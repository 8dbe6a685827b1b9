extension Environment {
  static let standardFunctions: [Function] = []
}
