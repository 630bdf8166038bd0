import GeoModel
import GeoSim

/// Regions of India, Europe and the places between them, and round trips in milliseconds.
let commerceWorld: Topology = {
  let regions: [(RegionID, String, Double, Double)] = [
    ("mumbai", "IN", 19, 73), ("hyderabad", "IN", 17, 78), ("singapore", "SG", 1, 104),
    ("frankfurt", "EEA", 50, 9), ("paris", "EEA", 49, 2), ("ireland", "EEA", 53, -6),
  ]
  let trips: [(RegionID, RegionID, Int)] = [
    ("mumbai", "hyderabad", 30), ("mumbai", "singapore", 66), ("hyderabad", "singapore", 54),
    ("mumbai", "frankfurt", 134), ("mumbai", "paris", 114), ("mumbai", "ireland", 132),
    ("hyderabad", "frankfurt", 154), ("hyderabad", "paris", 134), ("hyderabad", "ireland", 150),
    ("singapore", "frankfurt", 164), ("singapore", "paris", 172), ("singapore", "ireland", 186),
    ("frankfurt", "paris", 14), ("frankfurt", "ireland", 30), ("paris", "ireland", 22),
  ]
  return Topology(
    name: "commerce", source: "made for tests", local: .milliseconds(1),
    access: .milliseconds(5),
    regions: regions.map { id, law, latitude, longitude in
      Region(
        id: id, name: id.name, city: id.name,
        place: Coordinate(latitude: latitude, longitude: longitude), country: law,
        jurisdiction: law)
    },
    roundTrips: trips.map { RoundTrip(from: $0, to: $1, there: .milliseconds($2)) })
}()

let commerceLoad = ServiceLoad(
  groups: [
    UserGroup(name: "india", users: 50_000_000, places: ["mumbai", "hyderabad"]),
    UserGroup(name: "eu", users: 20_000_000, places: ["frankfurt", "ireland"]),
  ], writesPerUserAndDay: 0.5)

func ordersOfIndia(_ copies: Service.Copies) -> Service {
  Service(name: "orders-india", keeps: .orders, serves: ["india"], copies: copies)
}

func ordersOfEurope(_ copies: Service.Copies) -> Service {
  Service(name: "orders-eu", keeps: .orders, serves: ["eu"], copies: copies)
}

let europeanGroup = Service.Copies.consensus(
  voters: ["frankfurt", "paris", "ireland"], witness: nil, leader: "frankfurt")
let indianGroup = Service.Copies.consensus(
  voters: ["mumbai", "hyderabad"], witness: "singapore", leader: "mumbai")

func stock(_ name: String, _ copies: Service.Copies) -> Service {
  Service(name: name, keeps: .stock, serves: ["india", "eu"], copies: copies)
}
