import Glibc

/// The locale's way of writing characters, by which libedit measures and prints them.
enum UTF8Locale {
  /// Takes the environment's locale for characters, and UTF-8 where that is anything else.
  ///
  /// Under `LC_ALL=C` (ssh, cron, containers) libedit would end the line at the first Chinese key.
  static func use() {
    if setlocale(LC_CTYPE, "") != nil, isUTF8 { return }
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"] {
      if setlocale(LC_CTYPE, name) != nil, isUTF8 { return }
    }
  }

  private static var isUTF8: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: name) == "UTF-8"
  }
}
