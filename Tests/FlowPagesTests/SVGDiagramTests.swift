import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@testable import FlowPages

@Suite struct SVGDiagramTests {
  @Test(arguments: ["zh", "en"])
  func `the image is well-formed XML without scripts and links`(language: String) throws {
    let text = FlowDiagram(try page(), in: language == "zh" ? .zh : .en).svg
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(!text.contains("<b>") && !text.contains("<script") && !text.contains("href"))
  }

  @Test func `boxes stand apart and below those that lead to them`() throws {
    let diagram = FlowDiagram(try page(), in: .en)
    let layers = DiagramLayers(diagram)
    #expect(layers.layerOf[0] == 0)
    #expect(layers.layerOf[3] > layers.layerOf[2])
    #expect(layers.layers.flatMap { $0 }.sorted() == Array(diagram.boxes.indices))
  }

  @Test func `a flow of many nodes in a circle is drawn too`() throws {
    var text = "schema: 1\nflow: big\nversion: 1\ntitle: {zh: 大, en: Big}\nstart: n0\nnodes:\n"
    for place in 0..<2_000 {
      text += "  n\(place): {say: {zh: 说, en: Say}, next: n\((place * 7 + 1) % 2_000)}\n"
    }
    #expect(FlowDiagram(try page(text), in: .en).svg.utf8.count > 100_000)
  }
}
