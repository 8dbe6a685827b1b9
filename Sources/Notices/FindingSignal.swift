/// The signals that come from findings as they are, without a family of kinds.
enum FindingSignal: String, CaseIterable {
  case textShort = "text.short"
  case textLong = "text.long"
  case inChinese = "lang.zh"
  case inEnglish = "lang.en"
  case person, signature
  case signatureRegistered = "signature.registered"
  case signatureGeneric = "signature.generic"
  case signatureUnknown = "signature.unknown"
  case institution
  case institutionRegistered = "institution.registered"
  case nameRegistered = "name.registered"
  case amount
  case amountSeveral = "amount.several"
  case amountForeign = "amount.foreign"
  case date, time, deadline
  case deadlineHours = "deadline.hours"
  case overdueDays = "overdue-days"
  case dueInDays = "due-in-days"
  case tail, account, reference, phone
  case phoneMobile = "phone.mobile"
  case phoneVirtual = "phone.virtual"
  case phoneOverseas = "phone.overseas"
  case phoneService = "phone.service"
  case phoneOwned = "phone.owned"
  case phoneLandline = "phone.landline"
  case phoneDisguised = "phone.disguised"
  case link
  case linkOfficial = "link.official"
  case linkUnofficial = "link.unofficial"
  case linkShort = "link.short"
  case linkImitates = "link.imitates"
  case linkTrick = "link.trick"
  case linkDisguised = "link.disguised"
  case linkGovernment = "link.government"
  case linkRiskySuffix = "link.risky-suffix"
  case linkHidesHost = "link.hides-host"
  case sender
  case senderMobile = "sender.mobile"
  case senderOverseas = "sender.overseas"
  case senderOwned = "sender.owned"
  case senderMismatch = "sender.mismatch"
  case senderImitates = "sender.imitates"
  case contactPrivate = "contact.private"
  case codeTold = "code-told"
  case threat
  case threatSeveral = "threat.several"
  case requestSecret = "request.secret"
  case requestTransfer = "request.transfer"
  case requestPrivateAccount = "request.private-account"
  case requestDemanded = "request.demanded"
  case requestOwn = "request.own"
  case urgency
  case thirdParty = "third-party"
  case disguise
  case disguiseTelling = "disguise.telling"
  case disguiseSplit = "disguise.split"
}
