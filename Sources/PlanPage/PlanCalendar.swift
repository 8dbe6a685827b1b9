import CalendarText
import MoneyAndDates
import PlanFile
import Wording

extension PlanContent {
  /// The recommended plan's payment days and the last days of offers and rates as a calendar; it has
  /// no event where there is no plan.
  package var calendar: CalendarFile {
    CalendarFile(
      name: BilingualText(zh: "还款日", en: "Payment days")[language],
      stamp: comparison.sheet.today,
      events: (payments + offerEnds + rateEnds).sorted { ($0.day, $0.uid) < ($1.day, $1.uid) })
  }

  private var payments: [CalendarEvent] {
    guard let plan = comparison.recommended, plan.isPaid else { return [] }
    return plan.rows.compactMap { row in
      guard let day = row.day else { return nil }
      let parts = zip(comparison.sheet.debts, row.payments).filter { $0.1 > .zero }
      guard !parts.isEmpty, let sum = Money.sum(parts.map(\.1)) else { return nil }
      let lines = parts.map { "\($0.0.name) \($0.1.formatted(in: language))" }
      let total = sum.formatted(in: language)
      let left = row.balance.formatted(in: language)
      return CalendarEvent(
        uid: CalendarEvent.uid(["plan", "payment", comparison.sheet.today.iso, day.iso]), day: day,
        summary: BilingualText(zh: "还款 \(total)", en: "Pay \(total)")[language],
        details: lines.joined(separator: "\n")
          + BilingualText(zh: "\n还完后还欠 \(left)", en: "\nowed afterwards: \(left)")[language])
    }
  }

  private var offerEnds: [CalendarEvent] {
    comparison.sheet.debts.flatMap { debt in
      debt.offers.map { offer in
        let sum = offer.amount.formatted(in: language)
        return CalendarEvent(
          uid: CalendarEvent.uid(["plan", "offer", debt.name, offer.until.iso]), day: offer.until,
          summary: BilingualText(
            zh: "\(debt.name)：\(sum) 结清的最后一天", en: "\(debt.name): last day to settle for \(sum)")[
              language],
          details: BilingualText(
            zh: "先拿到书面的结清协议再付款。", en: "Get the agreement in writing before you pay.")[language])
      }
    }
  }

  private var rateEnds: [CalendarEvent] {
    comparison.sheet.debts.flatMap { debt in
      debt.steps.filter { $0.until >= comparison.sheet.today }.map { step in
        let rate = step.rate.formatted(in: language)
        return CalendarEvent(
          uid: CalendarEvent.uid(["plan", "rate", debt.name, step.until.iso]), day: step.until,
          summary: BilingualText(
            zh: "\(debt.name)：\(rate) 到今天为止", en: "\(debt.name): \(rate) ends today")[language])
      }
    }
  }
}
