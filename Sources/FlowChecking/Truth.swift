import Expressions

/// A condition as far as cells can tell its value.
indirect enum Truth: Sendable {
  case constant(Bool)
  /// A variable is in one of these cells.
  case test(slot: Int, holding: Cells.Subset, all: Cells.Subset)
  /// A comparison of two variables with the same cells.
  case relation(BinaryOperator, Int, Int, Cells)
  /// A variable has a value.
  case answered(slot: Int)
  case not(Truth)
  case and([Truth])
  case or([Truth])
  case conditional(Truth, Truth, Truth)
  /// Anything may come out, after these slots were read.
  case open(reads: [Int])

  /// The slots it hangs on.
  var slots: [Int] {
    switch self {
    case .constant: []
    case .open(let reads): reads
    case .test(let slot, _, _), .answered(let slot): [slot]
    case .relation(_, let left, let right, _): [left, right]
    case .not(let part): part.slots
    case .and(let parts), .or(let parts): parts.flatMap(\.slots)
    case .conditional(let condition, let then, let otherwise):
      condition.slots + then.slots + otherwise.slots
    }
  }

  /// What is left of a box when the condition has a value; with `orUndefined` also where it has no
  /// value at all (and so does not hold, nor its opposite).
  func boxes(_ box: Box, is value: Bool, orUndefined: Bool) -> [Box] {
    boxes([box], is: value, orUndefined: orUndefined)
  }

  /// The same of several boxes at once: each part of a condition is looked at once, and never more
  /// than `Boxes.few` boxes are carried on, however the parts multiply.
  func boxes(_ boxes: [Box], is value: Bool, orUndefined: Bool, depth: Int = 0) -> [Box] {
    switch self {
    case .constant(let constant): return constant == value ? boxes : []
    case .open: return boxes
    case .test(let slot, let holding, let all):
      let known = value ? holding : all & ~holding
      return boxes.flatMap { narrowed($0, slot, to: orUndefined ? known | Cells.unset : known) }
    case .answered(let slot):
      return boxes.compactMap { box in
        guard let cells = box[slot] else { return box }
        let left = value ? cells & ~Cells.unset : cells & Cells.unset
        return left == 0 ? nil : box.setting(slot, to: left)
      }
    case .relation(let sign, let left, let right, let cells):
      return Boxes.few(
        boxes.flatMap { related($0, sign, left, right, cells, is: value, orUndefined) })
    case .not(let part):
      return part.boxes(boxes, is: !value, orUndefined: orUndefined, depth: depth)
    case .and(let parts):
      return value
        ? every(parts, boxes, true, orUndefined, depth)
        : some(parts, boxes, false, orUndefined, depth)
    case .or(let parts):
      return value
        ? some(parts, boxes, true, orUndefined, depth)
        : every(parts, boxes, false, orUndefined, depth)
    case .conditional(let condition, let then, let otherwise):
      // A condition is looked at three times: one inside the other, so often for each.
      guard depth < Truth.mostConditions else { return boxes }
      let first = condition.boxes(boxes, is: true, orUndefined: orUndefined, depth: depth + 1)
      let second = condition.boxes(boxes, is: false, orUndefined: orUndefined, depth: depth + 1)
      let undefined =
        orUndefined
        ? condition.boxes(first, is: false, orUndefined: true, depth: depth + 1) : []
      return Boxes.few(
        then.boxes(first, is: value, orUndefined: orUndefined, depth: depth)
          + otherwise.boxes(second, is: value, orUndefined: orUndefined, depth: depth)
          + undefined)
    }
  }

  /// So deep `? :` may stand in each other's conditions; deeper, anything may come out.
  private static let mostConditions = 4

  private func narrowed(_ box: Box, _ slot: Int, to wanted: Cells.Subset) -> [Box] {
    // Without any value the read itself is the fault, and another check reports it.
    guard let cells = box[slot], cells != Cells.unset else { return [box] }
    let left = cells & wanted
    if left == cells { return [box] }
    return left == 0 ? [] : [box.setting(slot, to: left)]
  }

  private func every(
    _ parts: [Truth], _ boxes: [Box], _ value: Bool, _ orUndefined: Bool, _ depth: Int
  ) -> [Box] {
    parts.reduce(boxes) { boxes, part in
      Boxes.few(part.boxes(boxes, is: value, orUndefined: orUndefined, depth: depth))
    }
  }

  private func some(
    _ parts: [Truth], _ boxes: [Box], _ value: Bool, _ orUndefined: Bool, _ depth: Int
  ) -> [Box] {
    var found = Boxes()
    for part in parts {
      for box in part.boxes(boxes, is: value, orUndefined: orUndefined, depth: depth) {
        _ = found.insert(box)
      }
    }
    return found.all
  }

  private func related(
    _ box: Box, _ sign: BinaryOperator, _ left: Int, _ right: Int, _ cells: Cells, is value: Bool,
    _ orUndefined: Bool
  ) -> [Box] {
    guard let mine = box[left], let theirs = box[right], mine != Cells.unset,
      theirs != Cells.unset
    else { return [box] }
    let sign = value ? sign : sign.opposite
    var boxes: [Box] = []
    for cell in mine.cells {
      let fitting = theirs.cells.reduce(0) { cells.canHold(sign, cell, $1) ? $0 | $1 : $0 }
      guard fitting != 0 else { continue }
      boxes.append(box.setting(left, to: cell).setting(right, to: fitting))
    }
    guard orUndefined else { return boxes }
    for slot in [left, right] where (box[slot] ?? 0) & Cells.unset != 0 {
      boxes.append(box.setting(slot, to: Cells.unset))
    }
    return boxes
  }
}

extension Cells.Subset {
  /// Its cells one by one, "no value" left out.
  var cells: [Cells.Subset] {
    var rest = self & ~Cells.unset
    var found: [Cells.Subset] = []
    while rest != 0 {
      let cell = rest & (~rest &+ 1)
      found.append(cell)
      rest &= ~cell
    }
    return found
  }
}

extension BinaryOperator {
  /// The comparison that holds where this one does not.
  var opposite: BinaryOperator {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    default: self
    }
  }
}
