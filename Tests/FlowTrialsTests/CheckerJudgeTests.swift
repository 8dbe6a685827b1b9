import SourceText
import Testing

@testable import FlowTrials

/// The judge on flows made by hand: what it must see, and what it must not believe.
@Suite struct CheckerJudgeTests {
  /// A flow in which `t` may have no value where a condition is tried.
  private static func asking(_ condition: String) -> CheckerJudge {
    CheckerJudge(
      SourceText(
        name: "wild.flow.yaml",
        text: """
          schema: 1
          flow: trial.wild
          version: 1
          title: {zh: "试", en: "Trial"}
          start: n0
          vars:
            b: {type: bool}
            t: {type: tri}
          nodes:
            n0: {ask: tri, text: {zh: "问？", en: "Well?"}, set: {t: "answer"}, skip: {}, next: n1}
            n1: {compute: {b: "false"}, next: n2}
            n2:
              branch:
                - {when: "\(condition)", next: n3}
                - {else: n4}
            n3: {outcome: o_n3, title: {zh: "完", en: "End"}}
            n4: {outcome: o_n4, title: {zh: "完", en: "End"}}
          """))
  }

  @Test(arguments: [
    // Only the guarded read of two is made; or the other one; or both.
    "(answered(t) && t == 'no') || (b && t == 'yes')",
    "(b && t == 'yes') || (answered(t) && t == 'no')",
    "(answered(t) && t == 'no') || (!b && t == 'yes')",
    "t == 'yes' || (answered(t) && t == 'no')",
    "answered(t) ? t == 'no' : (b && t == 'yes')",
    "answered(t) ? t == 'no' : t == 'yes'",
  ])
  func `reads of one name are told apart`(condition: String) {
    let judge = Self.asking(condition)
    #expect(judge.isJudged)
    #expect(judge.differences == [])
  }

  @Test func `a read behind a fault, at the end of a turn that no path came to, is not judged`() {
    let judge = CheckerJudge(
      SourceText(
        name: "wild.flow.yaml",
        text: """
          schema: 1
          flow: trial.wild
          version: 1
          title: {zh: "试", en: "Trial"}
          start: n0
          vars:
            t: {type: tri}
            u: {type: tri}
            b: {type: bool}
            i: {type: integer}
            d: {type: date}
          nodes:
            n0: {compute: {t: "'no'", b: "false"}, next: n1}
            n1:
              each:
                count: "1"
                body:
                  start: p0
                  nodes:
                    p0: {branch: [{when: "t == 'no'", next: p2}, {else: p1}]}
                    p1: {compute: {b: "true"}, next: p3}
                    p2: {ask: date, text: {zh: "哪天？", en: "When?"}, set: {d: "answer"}, next: n1}
                    p3: {ask: date, text: {zh: "哪天？", en: "When?"}, set: {d: "answer"}, next: n1}
              next: [{when: "b && d > date('2026-06-01')", next: n2}, {else: n2}]
            n2: {say: {zh: "{i}", en: "{i}"}, next: n3}
            n3: {ask: tri, text: {zh: "问？", en: "Well?"}, set: {t: "answer"}, next: {"yes": n1, "no": n4, "unsure": n4}}
            n4: {outcome: o_n4, title: {zh: "完", en: "End"}}
          """))
    #expect(judge.isJudged)
    #expect(judge.differences == [])
  }

  @Test func `lists that count turns are told apart by their sizes behind a question`() {
    let judge = CheckerJudge(
      SourceText(
        name: "wild.flow.yaml",
        text: """
          schema: 1
          flow: trial.wild
          version: 1
          title: {zh: "试", en: "Trial"}
          start: n0
          vars:
            l: {type: list(money)}
            h: {type: multi, options: {a: {zh: "甲", en: "First"}, b: {zh: "乙", en: "Second"}}}
          nodes:
            n0: {compute: {h: "['a', 'b']"}, next: n1}
            n1:
              each:
                until: p0
                collect: {into: l, value: "money('7')"}
                body:
                  start: p0
                  nodes: {p0: {ask: tri, text: {zh: "完了？", en: "All?"}}}
              next: n2
            n2: {ask: tri, text: {zh: "问？", en: "Well?"}, record: true, next: n3}
            n3:
              each:
                count: "size(l)"
                collect: {into: l, value: "money('7')"}
                body:
                  start: p0
                  nodes:
                    p0:
                      branch:
                        # In the second turn the list is not empty, and h may be.
                        - {when: "'b' in h || size(l) == 0", next: p1}
                        - {else: n3}
                    p1: {ask: multi, of: h, text: {zh: "问？", en: "Well?"}, set: {h: "answer"}, next: n3}
              next: n4
            n4: {outcome: o_n4, title: {zh: "完", en: "End"}}
          """))
    #expect(judge.isJudged)
    #expect(judge.differences == [])
  }
}
