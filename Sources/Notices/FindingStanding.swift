import Wording

extension SignatureFinding {
  /// What the registry says about the name.
  package var standing: BilingualText {
    if institutionID != nil { return BilingualText(zh: "登记在册的名称", en: "a name in the registry") }
    return isGeneric
      ? BilingualText(zh: "只说明短信内容，没有说明是谁", en: "it says what the text is, not who sends it")
      : BilingualText(zh: "不在登记名录里", en: "in no registry")
  }
}

extension InstitutionFinding {
  /// What the registry says about the name.
  package var standing: BilingualText {
    registryID != nil
      ? BilingualText(zh: "登记在册", en: "in the registry")
      : BilingualText(zh: "不在登记名录里", en: "in no registry")
  }
}

extension Notice {
  /// Whose domain a link leads to, seen from the institution the text names.
  package func standing(of link: LinkFinding) -> BilingualText {
    if link.disguises.contains(.hiddenHost) {
      return BilingualText(
        zh: "写法藏起了真正打开的网站，不是官方网址", en: "written so as to hide which site it opens, not official")
    }
    if names(owner: link.ownerID) {
      return BilingualText(zh: "这家机构的官方域名", en: "an official domain of this institution")
    }
    if link.isOfficial {
      return BilingualText(zh: "别家机构的域名", en: "another institution's domain")
    }
    if link.isShort {
      return BilingualText(zh: "短链接，看不到真实网址", en: "a short link that hides the real address")
    }
    return link.imitates != nil
      ? BilingualText(zh: "模仿官方网址，不是官方域名", en: "imitates an official address, is not one")
      : BilingualText(zh: "不是已知的官方域名", en: "no known official domain")
  }

  /// Whose published number a phone number is, seen from the institution the text names.
  package func standing(of phone: PhoneFinding) -> BilingualText {
    if phone.isPersonal {
      return BilingualText(
        zh: "看来是收信人自己或亲友的号码", en: "it seems the addressee's own, or a relative's")
    }
    if names(owner: phone.ownerID) {
      return BilingualText(zh: "这家机构公开的号码", en: "a number this institution has published")
    }
    return phone.ownerID != nil
      ? BilingualText(
        zh: "别处公开的号码，不是所称机构的", en: "somebody else's published number, not this sender's")
      : BilingualText(zh: "不在任何机构的公开号码里", en: "no institution's published number")
  }
}
