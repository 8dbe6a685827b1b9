import CExpat

/// What a reader of XML wants to hear; names come without their namespace prefix.
protocol XMLListener: AnyObject {
  func begin(_ element: String, attributes: [String: String])
  func end(_ element: String)
  func text(_ text: String)
}

/// Runs expat over a document.
///
/// Documents with a document type are refused: office files have none, and entities are how XML bombs are built.
enum XMLEvents {
  private final class Relay {
    let listener: any XMLListener
    var hasDoctype = false
    init(_ listener: any XMLListener) { self.listener = listener }
  }

  /// Tells the listener all elements and texts; `false` where the document is not well formed or has a document type.
  static func read(_ bytes: [UInt8], to listener: any XMLListener) -> Bool {
    guard let parser = XML_ParserCreate("UTF-8") else { return false }
    defer { XML_ParserFree(parser) }
    let relay = Relay(listener)
    return withExtendedLifetime(relay) {
      XML_SetUserData(parser, Unmanaged.passUnretained(relay).toOpaque())
      XML_SetElementHandler(
        parser,
        { user, name, attributes in
          XMLEvents.relay(user)?.listener.begin(
            XMLEvents.localName(name), attributes: XMLEvents.attributes(attributes))
        },
        { user, name in XMLEvents.relay(user)?.listener.end(XMLEvents.localName(name)) })
      XML_SetCharacterDataHandler(parser) { user, characters, length in
        guard let characters else { return }
        let buffer = UnsafeBufferPointer(start: characters, count: Int(length))
        XMLEvents.relay(user)?.listener.text(
          String(decoding: buffer.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self))
      }
      XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
        XMLEvents.relay(user)?.hasDoctype = true
      }
      return feed(parser, bytes, relay)
    }
  }

  private static func feed(_ parser: XML_Parser, _ bytes: [UInt8], _ relay: Relay) -> Bool {
    var offset = 0
    while true {
      let end = min(offset + 1 << 16, bytes.count)
      let isLast = end == bytes.count
      let status = bytes[offset..<end].withUnsafeBufferPointer { chunk in
        chunk.withMemoryRebound(to: CChar.self) {
          XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
        }
      }
      guard status == XML_STATUS_OK, !relay.hasDoctype else { return false }
      if isLast { return true }
      offset = end
    }
  }

  private static func relay(_ user: UnsafeMutableRawPointer?) -> Relay? {
    user.map { Unmanaged<Relay>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func localName(_ name: UnsafePointer<CChar>?) -> String {
    guard let name else { return "" }
    let full = String(cString: name)
    return full.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(full[full.index(after: $0)...]) }
      ?? full
  }

  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    var result: [String: String] = [:]
    var index = 0
    while let name = list?[index], let value = list?[index + 1] {
      result[String(cString: name)] = String(cString: value)
      index += 2
    }
    return result
  }
}
