extension ServiceLoad {
  /// Who uses the shop of the course: 50 million people in India and 20 million in the EU, each
  /// of whom buys something every other day.
  ///
  /// - Parameters:
  ///   - populations: each is a group, whatever it is called; one under another law has no users here.
  ///   - topology: has the cities of the users; those that it lacks have none.
  public static func platform(of populations: [Population], in topology: Topology) -> ServiceLoad {
    let groups = populations.compactMap { population -> UserGroup? in
      let (users, cities): (Int, [RegionID]) =
        switch population.jurisdiction {
        case "India": (50_000_000, ["ap-south-1", "ap-south-2"])
        case "EEA": (20_000_000, ["eu-central-1", "eu-west-1"])
        default: (0, [])
        }
      let places = cities.filter { topology.region($0) != nil }
      return places.isEmpty
        ? nil : UserGroup(name: population.name, users: users, places: places)
    }
    return ServiceLoad(groups: groups, writesPerUserAndDay: 0.5)
  }
}
