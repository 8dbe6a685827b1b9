import SourceText

/// What reading one file gives: its records, what is wrong with them, and what they lean on.
struct FactFile<Content: Sendable>: Sendable {
  let content: Content
  let diagnostics: [Diagnostic]
  let references: [FactReference]
}
