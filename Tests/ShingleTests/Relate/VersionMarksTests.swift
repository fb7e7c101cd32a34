import Testing

@testable import Shingle

@Suite struct `Version marks tell a later version of an item` {
  private func document(
    _ title: String?, source: String? = "Reuters", at seconds: Int64? = nil,
    version: String? = nil
  ) -> Document {
    Document(
      id: "x", text: "", title: title, source: source,
      published: seconds.map { Timestamp(secondsSince1970: $0) }, version: version)
  }

  @Test(arguments: [
    "UPDATE 2-Ferry aground", "UPDATED: Ferry aground", "CORRECTED-Ferry aground",
    "Correction: Ferry aground", "REFILE-Ferry aground", "RECASTS Ferry aground",
    "WRAPUP 3-Ferry aground", "Ferry, 1st Ld", "2nd Ld-Writethru, Ferry", "3RD LEAD Ferry aground",
    "Bridge closed (corrected)", "Bridge closed [UPDATED] ", "Bridge closed (Update 2)",
    "Bridge over the river at (New) Town closed to all lorries (2nd ld)",
  ])
  func `headlines of later versions`(title: String) {
    #expect(VersionMarks.isMarked(title))
  }

  @Test(arguments: [
    nil, "", "--", "Ferry aground", "Minister to update voters on plan", "Chelsea take lead",
    "Labour lead in polls", "The lead pipes of Flint", "Uncorrected proof sold",
    "Bridge closed (1962)", "Bridge (updated plan) closed after storm", "Bridge closed corrected)",
    "Voters in town wait (to be updated)", ")", "Bridge closed [corrected)",
  ])
  func `headlines of first versions`(title: String?) {
    #expect(!VersionMarks.isMarked(title))
  }

  @Test func `two numbers of one source's item are versions`() {
    let versions = ["1", "2"].map { document("Ferry", version: $0) }
    #expect(VersionMarks.areVersions(versions[0], versions[1]))
    #expect(VersionMarks.areVersions(versions[1], versions[0]))
    #expect(!VersionMarks.areVersions(versions[0], versions[0]))
  }

  @Test func `the later headline must say so`() {
    let (plain, marked) = (document("Ferry", at: 10), document("UPDATE 1-Ferry", at: 20))
    #expect(VersionMarks.areVersions(plain, marked))
    #expect(VersionMarks.areVersions(marked, plain))
    let late = document("Ferry", at: 30)
    #expect(!VersionMarks.areVersions(late, marked))
  }

  @Test func `without dates either headline may say so`() {
    #expect(VersionMarks.areVersions(document("UPDATE 1-Ferry"), document("Ferry")))
    #expect(VersionMarks.areVersions(document("Ferry"), document("UPDATE 1-Ferry", at: 5)))
  }

  @Test func `other sources, or none, have no versions of one item`() {
    let marked = document("UPDATE 1-Ferry", source: "AP")
    #expect(!VersionMarks.areVersions(document("Ferry"), marked))
    #expect(
      !VersionMarks.areVersions(
        document("Ferry", source: nil), document("UPDATE 1-Ferry", source: nil)))
  }

  @Test func `a version beside none is a later one, of one source only`() {
    let (plain, second) = (document("Ferry aground"), document("Ferry aground", version: "2"))
    #expect(VersionMarks.areVersions(plain, second))
    #expect(!VersionMarks.areVersions(plain, plain))
    let elsewhere = document("Ferry aground", source: "The Causeway", version: "2")
    #expect(!VersionMarks.areVersions(plain, elsewhere))
  }
}
