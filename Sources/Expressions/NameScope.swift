/// What names stand for at a place of an expression: loop names first, then variables (the longest
/// dotted name wins, looked for in the container from the inside out), then types.
struct NameScope: Sendable {
  /// A name that a macro or `cel.bind` brought in.
  struct Local: Sendable {
    let name: String
    let slot: Int
    let type: ExpressionType
  }

  /// What a name stands for.
  enum Meaning: Sendable {
    case local(Local)
    case variable(String, ExpressionType)
    case type(String)
  }

  let environment: Environment
  let variables: [String: ExpressionType]
  /// `"a.b"`: names are looked for as `a.b.name`, `a.name`, `name`.
  let container: String
  private(set) var locals: [Local] = []
  /// How many slots locals need at most.
  private(set) var slotCount = 0

  init(environment: Environment, variables: [String: ExpressionType], container: String = "") {
    self.environment = environment
    self.variables = variables
    self.container = container
  }

  /// Brings names in, each in a slot of its own; `leave` takes them out again.
  mutating func enter(_ names: [(name: String, type: ExpressionType)]) -> [Int] {
    let first = locals.count
    for (name, type) in names {
      locals.append(Local(name: name, slot: locals.count, type: type))
    }
    slotCount = max(slotCount, locals.count)
    return Array(first..<locals.count)
  }

  mutating func leave(_ count: Int) { locals.removeLast(min(count, locals.count)) }

  func local(_ name: String) -> Local? { locals.last { $0.name.hasSameScalars(as: name) } }

  /// The meaning of a whole dotted name, `nil` where it has none or begins with a local.
  func meaning(of words: [String], isAbsolute: Bool) -> Meaning? {
    guard let first = words.first else { return nil }
    if !isAbsolute, let local = local(first) { return words.count == 1 ? .local(local) : nil }
    let name = words.joined(separator: ".")
    for candidate in candidates(name, isAbsolute: isAbsolute) {
      if let type = variables[candidate] { return .variable(candidate, type) }
    }
    return NameScope.typeNames.contains(name) ? .type(name) : nil
  }

  /// The functions a call may mean, and whether the target is their first argument.
  func callees(
    _ name: Syntax.Name, target: Syntax?
  ) -> (functions: [Function], isMember: Bool) {
    guard let target else { return (functions(name.text, isAbsolute: name.isAbsolute), false) }
    if let (words, isAbsolute) = target.dottedName, let first = words.first,
      isAbsolute || local(first) == nil
    {
      let dotted = (words + [name.text]).joined(separator: ".")
      let namespaced = functions(dotted, isAbsolute: isAbsolute)
      if !namespaced.isEmpty { return (namespaced, false) }
    }
    return (environment.functions(name.text, .member), true)
  }

  private func functions(_ name: String, isAbsolute: Bool) -> [Function] {
    for candidate in candidates(name, isAbsolute: isAbsolute) {
      let found = environment.functions(candidate, .global)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func candidates(_ name: String, isAbsolute: Bool) -> [String] {
    guard !container.isEmpty, !isAbsolute else { return [name] }
    let parts = container.split(separator: ".")
    return (0...parts.count).reversed().map {
      (parts.prefix($0) + [name[...]]).joined(separator: ".")
    }
  }

  private static let typeNames: Set<String> = [
    "bool", "int", "double", "string", "list", "map", "null_type", "type",
  ]
}
