import Testing

@testable import Notices

@Suite struct SignalNamesTests {
  private let names = SignalNames(cues: NoticeFixture.cues.book)

  @Test func `every finding's index leads to its name`() {
    for signal in FindingSignal.allCases {
      #expect(names.names[SignalNames.index(of: signal)] == signal.rawValue)
    }
    for role in AmountFinding.Role.allCases {
      #expect(names.names[SignalNames.index(of: role)] == "amount.\(role.rawValue)")
    }
    for kind in ThreatFinding.Kind.allCases {
      #expect(names.names[SignalNames.index(of: kind)] == "threat.\(kind.rawValue)")
    }
    for kind in RequestFinding.Kind.allCases {
      #expect(names.names[SignalNames.index(of: kind)] == "request.\(kind.rawValue)")
    }
    for statement in MissingStatement.allCases {
      #expect(names.names[SignalNames.index(of: statement)] == "missing.\(statement.rawValue)")
    }
  }

  @Test func `cue groups follow the findings in file order`() {
    for (index, group) in NoticeFixture.cues.book.groups.enumerated() {
      #expect(names.names[SignalNames.findingCount + index] == "cue.\(group.name)")
    }
  }
}
