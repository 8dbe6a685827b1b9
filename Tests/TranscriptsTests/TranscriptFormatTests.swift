import ShippedFlows
import FlowEngine
import JSONText
import MoneyAndDates
import Testing
import Wording

@testable import Transcripts

@Suite struct TranscriptFormatTests {
  private func scam(_ language: Language, message: String = ShippedRun.message) throws -> Transcript
  {
    ShippedRun.transcript(try ShippedRun.scam(in: language, message: message), language)
  }

  private func negotiation(_ language: Language) throws -> Transcript {
    ShippedRun.transcript(try ShippedRun.negotiate(in: language), language)
  }

  @Test(arguments: Language.allCases)
  func `the page loads nothing and runs nothing`(language: Language) throws {
    for html in [try scam(language).html, try negotiation(language).html] {
      for trap in ["<script", "http-equiv=\"refresh", "<img", "<link", "src=", "href=", "url("] {
        #expect(!html.contains(trap), "\(trap)")
      }
      #expect(html.contains("default-src 'none'"))
      #expect(html.hasPrefix("<!DOCTYPE html>"))
    }
  }

  @Test func `a hostile message can't become markup in the page`() throws {
    let message = "<script>alert(1)</script><img src=x onerror=y>\u{202E}\"'&\u{1B}[31m 欠款3000元"
    let html = try scam(.zh, message: message).html
    #expect(!html.contains("<script>") && !html.contains("<img"))
    #expect(!html.unicodeScalars.contains("\u{1B}") && !html.unicodeScalars.contains("\u{202E}"))
    #expect(html.contains("&lt;script&gt;"))
  }

  @Test(arguments: Language.allCases)
  func `every tag of the page is closed`(language: Language) throws {
    for html in [try scam(language).html, try negotiation(language).html] {
      var open: [String] = []
      for piece in html.split(separator: "<").dropFirst() {
        let name = String(piece.prefix { $0.isLetter || $0.isNumber || $0 == "/" })
        if name.hasPrefix("/") {
          #expect(open.popLast() == String(name.dropFirst()))
        } else if !["meta", "br", "line", "rect"].contains(name),
          !piece.prefix(while: { $0 != ">" }).hasSuffix("/"),
          !name.isEmpty
        {
          open.append(name)
        }
      }
      #expect(open.isEmpty, "\(open)")
    }
  }

  @Test func `findings are marked in the page and the evidence is drawn`() throws {
    let html = try scam(.zh).html
    #expect(html.contains("<mark class=\"money\""))
    #expect(html.contains("class=\"evidence\""))
  }

  @Test func `plans are drawn and listed`() throws {
    let transcript = try negotiation(.en)
    #expect(transcript.balances.count > 1)
    #expect(transcript.html.contains("class=\"balance-chart\""))
  }

  @Test func `personal numbers are masked in every form`() throws {
    let message = ShippedRun.message + "\n您的身份证110105194912310021"
    let transcript = try scam(.zh, message: message)
    for text in [transcript.html, transcript.json.jsonText, transcript.markdown] {
      #expect(!text.contains("110105194912310021"))
    }
  }

  @Test(arguments: Language.allCases)
  func `the object holds what its contract names`(language: Language) throws {
    let json = try negotiation(language).json
    let names = [
      "flow", "version", "lang", "days", "answers", "notices", "assessment", "plans", "letters",
      "contacts", "deadlines", "sources",
    ]
    for name in names { #expect(json[name] != nil, "\(name)") }
    #expect(json["version"]?.int == 1)
    #expect(json["lang"]?.string == language.rawValue)
    let source = try #require(json["sources"]?.array?.first)
    for name in ["id", "title", "as_of", "confidence"] { #expect(source[name] != nil) }
    #expect(try JSONValue(parsing: json.jsonText) == json)
  }

  @Test func `dated steps and deadlines become a calendar`() throws {
    let transcript = try negotiation(.zh)
    let dated = (transcript.deadlines + transcript.steps).count { $0.day != nil }
    let calendar = transcript.calendar
    #expect((calendar?.events.count ?? 0) == dated)
    #expect(Set(calendar?.events.map(\.uid) ?? []).count == dated)
  }

  @Test func `a fact past its review date is marked, one before it is not`() throws {
    let transcript = try negotiation(.en)
    for source in transcript.sources {
      #expect(source.isPastReview == source.origin.contains("past its review date"))
    }
  }

  @Test func `calls and visits stand in every form`() throws {
    let line = LoggedContact(
      day: ShippedFlows.today, time: "21:40", number: "0571-0000", party: "法务", words: "<b>上门</b>")
    let transcript = TranscriptBuilder(facts: ShippedFlows.facts).transcript(
      of: try ShippedRun.scam(in: .zh), notes: [], contactLog: [line], in: .zh, masked: true)
    #expect(transcript.markdown.contains("来电和上门记录"))
    #expect(transcript.html.contains("&lt;b&gt;上门"))
    #expect(transcript.json["log"]?.array?.count == 1)
  }
}
