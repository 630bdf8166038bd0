import ArgumentParser
import Content
import GeoModel

/// `geolearn calc placement`
struct PlacementCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "placement",
    abstract: "Place the replicas of a multi-region database, and see what a loss leaves.",
    discussion: """
      The rules are those of CockroachDB. To survive a zone, three voters stand in the home region; \
      to survive a region, five, and no region has more than two.

      Examples:
        geolearn calc placement --regions us-east,eu-west,ap-southeast --survive region
        geolearn calc placement --regions us-east,eu-west,ap-southeast \\
          --table global --max-offset 250ms --format json
      """)

  @OptionGroup var options: CalculatorOptions

  @Option(
    help: ArgumentHelp(
      "The regions of the database, the primary one first.", valueName: "regions"))
  var regions: String

  @Option(
    help: ArgumentHelp(
      "What it must survive: zone, region, or majority-in-each, which no database can.",
      valueName: "goal"))
  var survive = SurvivalGoal.zone.rawValue

  @Option(
    help: ArgumentHelp("What is placed: by-table, by-row or global.", valueName: "locality"))
  var table = TableKind.byTable.rawValue

  @Option(
    help: ArgumentHelp(
      "Where a regional table or row lives; the primary region unless told otherwise.",
      valueName: "region"))
  var home: String?

  @Option(
    help: ArgumentHelp(
      "Copies elsewhere: default, or restricted for none of regional tables.",
      valueName: "policy"))
  var placement = CopyPolicy.default.rawValue

  @Option(
    help: ArgumentHelp(
      "Regions that keep their regional data among them; may be given again.",
      valueName: "regions"))
  var superRegion: [String] = []

  @Option(
    help: ArgumentHelp("How far two clocks may be apart, for global tables.", valueName: "time"))
  var maxOffset = "500ms"

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let topology = try options.readTopology(invocation)
    let kind: TableKind = try choice(table, "--table")
    let database = try database(in: topology)
    var table = try place(kind, of: database, in: topology)
    table.timestamps.maxOffset = try time(maxOffset, "--max-offset")
    let report = PlacementReport(
      topologyName: options.topology, topology: topology, database: database, kind: kind,
      table: table)
    return options.form.answer(json: report.json, text: report.text, invocation)
  }

  private func database(in topology: Topology) throws(CommandFailure) -> MultiRegionDatabase {
    let regions = try topology.regions(in: regions)
    var superRegions: [[RegionID]] = []
    for names in superRegion { superRegions.append(try topology.regions(in: names)) }
    let copies: CopyPolicy = try choice(placement, "--placement")
    let isMajorityWanted = survive == Self.majorityInEach
    let goal: SurvivalGoal =
      isMajorityWanted
      ? .zone : try choice(survive, "--survive", or: [Self.majorityInEach])
    do throws(MultiRegionError) {
      let database = try MultiRegionDatabase(
        regions: regions, surviving: goal, copies: copies, superRegions: superRegions)
      if isMajorityWanted { try database.requireMajorityInEachRegion() }
      return database
    } catch {
      throw CommandFailure(error.description, .usage)
    }
  }

  private func place(
    _ kind: TableKind, of database: MultiRegionDatabase, in topology: Topology
  ) throws(CommandFailure) -> PlacedTable {
    if kind == .global, home != nil {
      throw CommandFailure(
        "a global table has no --home; put its primary region first in --regions", .usage)
    }
    var region = database.primary
    if let home { region = try topology.region(called: home) }
    do throws(MultiRegionError) {
      return try database.place(kind.locality(home: region), in: topology)
    } catch {
      throw CommandFailure(error.description, .usage)
    }
  }

  private static let majorityInEach = "majority-in-each"
}
