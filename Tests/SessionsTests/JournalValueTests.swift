import JSONText
import Testing

@testable import Sessions

struct JournalValueTests {
  @Test(
    arguments: [
      (.null, "null"), (.bool(false), "false"), (.int(7), "7"), (.string("你"), #""你""#),
      (.list([.int(1), .list([])]), "[1,[]]"),
      (.marked(.money, "12.50"), #"{"t":"money","v":"12.50"}"#),
      (.marked(.rate, "0.05/day"), #"{"t":"rate","v":"0.05/day"}"#),
      (.map([.init("t", .string("money"))]), #"{"t":"map","v":{"t":"money"}}"#),
    ] as [(JournalValue, String)])
  func `a value is written and read back`(value: JournalValue, text: String) throws {
    #expect(value.json.jsonText == text)
    #expect(JournalValue(json: try JSONValue(parsing: text)) == value)
  }

  @Test(
    arguments: [
      "1.5", #"{"t":"weight","v":"1"}"#, #"{"t":"money","v":1}"#, #"{"v":"1"}"#, "[1.5]",
      #"{"t":"money","v":"1","x":0}"#, #"{"t":"map","v":{"a":0.1}}"#,
    ])
  func `other JSON is no value`(text: String) throws {
    #expect(JournalValue(json: try JSONValue(parsing: text)) == nil)
  }
}
