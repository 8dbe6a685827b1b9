/// What a file from a stranger may cost at most; past a limit reading stops with a diagnostic.
package struct YAMLLimits: Hashable, Sendable {
  /// Bytes of the file.
  package let bytes: Int
  /// Nesting of sequences and mappings.
  package let depth: Int
  /// Scalars, sequences and mappings, those that aliases repeat included.
  package let nodes: Int
  /// Bytes of one scalar.
  package let scalarBytes: Int
  /// Uses of `*name`.
  package let aliases: Int

  /// Limits of one's own.
  package init(bytes: Int, depth: Int, nodes: Int, scalarBytes: Int, aliases: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.scalarBytes = scalarBytes
    self.aliases = aliases
  }

  /// For flow files: 8 MiB, depth 32, a million nodes, 64 KiB a scalar, 16 aliases.
  package static let flow = YAMLLimits(
    bytes: 8 << 20, depth: 32, nodes: 1_000_000, scalarBytes: 64 << 10, aliases: 16)
}
