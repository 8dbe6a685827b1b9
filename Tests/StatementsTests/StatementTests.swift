import Testing
@testable import Statements
@Suite struct StatementTests {}
