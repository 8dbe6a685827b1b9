import Recognizers

/// The kinds of entities that a message holds, so that the readers of one kind need not look at all.
struct EntityKindSet: OptionSet {
  let rawValue: UInt16

  static let money = EntityKindSet(.money)
  static let time = EntityKindSet(.datetime).union(EntityKindSet(.recurring))
  static let duration = EntityKindSet(.duration)
  static let number = EntityKindSet(.number)
  static let phone = EntityKindSet(.phone)
  static let link = EntityKindSet(.url)
  static let period = EntityKindSet(.periodCount)
  static let reference = EntityKindSet(.cardTail).union(EntityKindSet(.identifier))

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ entities: [Entity]) {
    var kinds: EntityKindSet = []
    for index in entities.indices { kinds.formUnion(EntityKindSet(entities[index].kind)) }
    self = kinds
  }

  private init(_ kind: EntityKind) {
    let place: UInt16 =
      switch kind {
      case .money: 0
      case .datetime: 1
      case .duration: 2
      case .recurring: 3
      case .phone: 4
      case .url: 5
      case .number: 6
      case .percent: 7
      case .periodCount: 8
      case .cardTail: 9
      case .identifier: 10
      case .email: 11
      }
    rawValue = 1 << place
  }
}
