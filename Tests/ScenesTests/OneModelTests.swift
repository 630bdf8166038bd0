import Content
import GeoModel
import Scenes
import Testing

/// Pictures and sentences say what the model says, in worlds that nobody has chosen.
struct OneModelTests {
  static let seeds = (0..<200).map(UInt64.init)

  @Test(arguments: seeds)
  func `the commit of a picture is the commit of the model`(seed: UInt64) throws {
    let world = RandomWorld(seed: seed)
    let scene = try staged(
      "commit-latency", world.arguments + "lost: \(world.lostList)", in: world.topology)
    let latency = try world.group.commit(in: world.topology, losing: Set(world.lost))?.latency
    try expect(scene, commitsAt: latency, label: "commit at ")
  }

  @Test(arguments: seeds)
  func `the commit of a simulated write is the commit of the model`(seed: UInt64) throws {
    // A leader that stops at the beginning has committed if it needs nobody else.
    let world = RandomWorld(seed: seed, losesLeader: false)
    let scene = try staged(
      "quorum-write", world.arguments + "crash: \(world.lostList)", in: world.topology)
    let latency = try world.group.commit(in: world.topology, losing: Set(world.lost))?.latency
    try expect(scene, commitsAt: latency, label: "commit ")
  }

  @Test(arguments: ["commit-latency", "quorum-write"], seeds.prefix(50))
  func `the answer of a client takes as long as the model says`(name: String, seed: UInt64) throws {
    let world = RandomWorld(seed: seed)
    let client = world.topology.regions[0].id
    let scene = try staged(name, world.arguments + "client: \(client)", in: world.topology)
    let write = try #require(try world.group.write(from: client, in: world.topology))
    if client == world.leader {
      #expect(!scene.sentences.contains { $0.contains("client") })
    } else {
      let answer = try #require(scene.events.first { $0.sentence.contains("has its answer") })
      #expect(answer.time == write)
      #expect(scene.finalText.contains(Quantity.duration(write).text))
    }
  }

  @Test(arguments: seeds)
  func `the floor of a picture is the floor of the model`(seed: UInt64) throws {
    let topology = RandomWorld(seed: seed).topology
    let (from, to) = (topology.regions[0].id, topology.regions[1].id)
    let scene = try staged(
      "light-floor", "measured: module\npairs: \(from) - \(to)", in: topology)
    let floor = Quantity.duration(topology.floor(from, to)).text
    let trip = Quantity.duration(topology.roundTrip(from, to)).text
    #expect(scene.finalText.contains(try Regex("light in fibre +\(floor) ")))
    #expect(scene.finalText.contains(try Regex("handout +\(trip) ")))
    #expect(scene.events.contains { $0.time == topology.floor(from, to) })
    #expect(scene.sentences.contains { $0.contains("after \(floor); nothing can be sooner") })
    let isImpossible = topology.roundTrip(from, to) < topology.floor(from, to)
    #expect(scene.finalText.contains("✘ faster than light") == isImpossible)
  }

  @Test(arguments: seeds)
  func `packets on a map turn and return when the model says`(seed: UInt64) throws {
    let topology = RandomWorld(seed: seed).topology
    let from = topology.regions[0].id
    let targets = topology.regions.dropFirst().map(\.id)
    let list = targets.map(\.name).joined(separator: ", ")
    let scene = try staged("latency-map", "from: \(from)\nto: \(list)", in: topology)
    for target in targets {
      let told = scene.events.filter { $0.sentence.contains(" \(target) ") }
      let there = topology.oneWay(from: from, to: target)
      let trip = topology.roundTrip(from, target)
      #expect(told.map(\.time) == [there, trip])
      #expect(told[0].sentence.contains("after \(Quantity.duration(there).text) and turns back"))
      #expect(told[1].sentence.contains("is back after \(Quantity.duration(trip).text)"))
    }
  }

  /// Expects the moment, its label and its sentence; or that nothing commits.
  private func expect(_ scene: any Scene, commitsAt latency: Duration?, label: String) throws {
    guard let latency else {
      #expect(scene.sentences.contains { $0.contains("nothing commits") })
      #expect(!scene.finalText.contains(label))
      return
    }
    #expect(scene.finalText.contains(label + Quantity.duration(latency).text))
    let told = try #require(scene.events.first { $0.sentence.contains("commits") })
    #expect(told.time == latency)
    #expect(!scene.sentences.contains { $0.contains("nothing commits") })
  }
}
