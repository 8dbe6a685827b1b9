// Prints Sources/Recognizers/UnicodeFolds.swift from files of the Unicode Character Database:
//
//   swift run GenerateTables UnicodeData.txt DerivedNumericType.txt DerivedCoreProperties.txt \
//     Unihan_Variants.txt > Sources/Recognizers/UnicodeFolds.swift
//
// Debian's package unicode-data has them; unpack the Unihan file first.

import Foundation

let paths = CommandLine.arguments.dropFirst()
guard paths.count == 4 else {
  FileHandle.standardError.write(Data("four files are needed, see the head of main.swift\n".utf8))
  exit(2)
}
let texts = try paths.map { try String(contentsOfFile: $0, encoding: .utf8) }
let database = UnicodeDatabase(
  unicodeData: texts[0], numericTypes: texts[1], coreProperties: texts[2], variants: texts[3])
print(FoldSource(database: database).text, terminator: "")
