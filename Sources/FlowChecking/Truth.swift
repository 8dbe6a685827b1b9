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
    switch self {
    case .constant(let constant): return constant == value ? [box] : []
    case .open: return [box]
    case .test(let slot, let holding, let all):
      let known = value ? holding : all & ~holding
      return narrowed(box, slot, to: orUndefined ? known | Cells.unset : known)
    case .answered(let slot):
      guard let cells = box[slot] else { return [box] }
      let left = value ? cells & ~Cells.unset : cells & Cells.unset
      return left == 0 ? [] : [box.setting(slot, to: left)]
    case .relation(let sign, let left, let right, let cells):
      return related(box, sign, left, right, cells, is: value, orUndefined)
    case .not(let part): return part.boxes(box, is: !value, orUndefined: orUndefined)
    case .and(let parts):
      return value ? every(parts, box, true, orUndefined) : some(parts, box, false, orUndefined)
    case .or(let parts):
      return value ? some(parts, box, true, orUndefined) : every(parts, box, false, orUndefined)
    case .conditional(let condition, let then, let otherwise):
      let first = condition.boxes(box, is: true, orUndefined: orUndefined)
      let second = condition.boxes(box, is: false, orUndefined: orUndefined)
      let undefined =
        orUndefined ? first.flatMap { condition.boxes($0, is: false, orUndefined: true) } : []
      return first.flatMap { then.boxes($0, is: value, orUndefined: orUndefined) }
        + second.flatMap { otherwise.boxes($0, is: value, orUndefined: orUndefined) } + undefined
    }
  }

  private func narrowed(_ box: Box, _ slot: Int, to wanted: Cells.Subset) -> [Box] {
    // Without any value the read itself is the fault, and another check reports it.
    guard let cells = box[slot], cells != Cells.unset else { return [box] }
    let left = cells & wanted
    if left == cells { return [box] }
    return left == 0 ? [] : [box.setting(slot, to: left)]
  }

  private func every(
    _ parts: [Truth], _ box: Box, _ value: Bool, _ orUndefined: Bool
  ) -> [Box] {
    parts.reduce([box]) { boxes, part in
      boxes.flatMap { part.boxes($0, is: value, orUndefined: orUndefined) }
    }
  }

  private func some(
    _ parts: [Truth], _ box: Box, _ value: Bool, _ orUndefined: Bool
  ) -> [Box] {
    var found = Boxes()
    for part in parts {
      for box in part.boxes(box, is: value, orUndefined: orUndefined) { _ = found.insert(box) }
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
