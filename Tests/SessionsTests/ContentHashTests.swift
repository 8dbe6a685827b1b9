import Testing

@testable import Sessions

struct ContentHashTests {
  /// The examples of FIPS 180-4 and of NIST's test vectors.
  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func `the digest is the standard's`(text: String, digest: String) {
    #expect(ContentHash(of: text.utf8).description == digest)
  }

  @Test func `names, contents and their borders count, the order does not`() {
    let hash = ContentHash(ofFiles: ["a": [1, 2], "b": [3]])
    #expect(hash == ContentHash(ofFiles: ["b": [3], "a": [1, 2]]))
    #expect(hash != ContentHash(ofFiles: ["a": [1], "b": [2, 3]]))
    #expect(hash != ContentHash(ofFiles: ["a": [1, 2], "c": [3]]))
  }

  @Test func `an edition is told by names, lengths and contents, in any order`() {
    let edition = ContentHash(editionOfFiles: ["a": [1, 2], "b": [3]])
    #expect(edition == ContentHash(editionOfFiles: ["b": [3], "a": [1, 2]]))
    #expect(edition != ContentHash(editionOfFiles: ["a": [1, 2], "b": [4]]))
    #expect(edition != ContentHash(editionOfFiles: ["a": [1, 2], "c": [3]]))
  }

  @Test(arguments: [
    "", "e3b0", String(repeating: "E", count: 64), String(repeating: "g", count: 64),
  ])
  func `only 64 hexadecimal digits are a hash`(text: String) {
    #expect(ContentHash(hex: text) == nil)
  }

  @Test func `the checksum is the standard's`() {
    #expect(CRC32.of("123456789".utf8) == 0xCBF4_3926)
  }

  @Test func `the checksum is that of one bit after the other, whatever the length`() {
    for count in 0...70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
      var sum = ~UInt32(0)
      for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
      }
      #expect(CRC32.of(bytes) == ~sum)
      #expect(CRC32.of(AnySequence(bytes)) == ~sum)
    }
  }
}
