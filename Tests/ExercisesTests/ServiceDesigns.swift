import Content
import GeoModel
import GeoSim
import TestSupport

let mumbai: RegionID = "ap-south-1"
let hyderabad: RegionID = "ap-south-2"
let singapore: RegionID = "ap-southeast-1"
let frankfurt: RegionID = "eu-central-1"
let paris: RegionID = "eu-west-3"
let ireland: RegionID = "eu-west-1"

let load = ServiceLoad(
  groups: [
    UserGroup(name: "india", users: 50_000_000, places: [mumbai, hyderabad]),
    UserGroup(name: "eu", users: 20_000_000, places: [frankfurt, ireland]),
  ], writesPerUserAndDay: 0.5)

let indianGroup = Service.Copies.consensus(
  voters: [mumbai, hyderabad], witness: singapore, leader: mumbai)
let europeanGroup = Service.Copies.consensus(
  voters: [frankfurt, paris, ireland], witness: nil, leader: frankfurt)

let ordersOfIndia = Service(
  name: "orders-india", keeps: .orders, serves: ["india"], copies: indianGroup)
let ordersOfEurope = Service(
  name: "orders-eu", keeps: .orders, serves: ["eu"], copies: europeanGroup)
let stockOfIndia = Service(
  name: "stock-india", keeps: .stock, serves: ["india"], copies: indianGroup)
let stockOfEurope = Service(
  name: "stock-eu", keeps: .stock, serves: ["eu"], copies: europeanGroup)
let activeStock = Service(
  name: "stock", keeps: .stock, serves: ["india", "eu"], copies: .active([mumbai, frankfurt]))

/// A catalogue that a person may move within hours.
let catalogue: Service = {
  var service = Service(
    name: "catalogue", keeps: .catalogue, serves: ["india", "eu"],
    copies: .standbys(of: mumbai, [frankfurt], .asynchronous))
  service.observers = [singapore, mumbai, frankfurt]
  service.promotion = .manual(after: .seconds(1800))
  service.lease = .seconds(10)
  return service
}()

/// Services that meet every requirement on their kind, each in its own way.
let rightServices: [Service] = {
  var synchronous = Service(
    name: "orders-eu", keeps: .orders, serves: ["eu"],
    copies: .standbys(of: frankfurt, [paris, ireland], .anyOf(1)))
  synchronous.observers = [paris, ireland, frankfurt]
  let snapshots = Service(
    name: "catalogue", keeps: .catalogue, serves: ["india", "eu"],
    copies: .snapshots(
      of: mumbai, into: frankfurt,
      BackupSchedule(interval: .seconds(300), duration: .seconds(60)), restore: .seconds(3600)))
  return [
    ordersOfIndia, ordersOfEurope, stockOfIndia, stockOfEurope, catalogue, synchronous, snapshots,
  ]
}()

/// Inventories that oversell nothing, each in its own way.
let rightInventories: [(Inventory, [Service])] = {
  var escrow = Inventory(.escrow, services: ["stock-india", "stock-eu"])
  escrow.rights = [0.7, 0.3]
  return [
    (Inventory(.homeRegion, services: ["stock-india"]), [stockOfIndia]),
    (escrow, [stockOfIndia, stockOfEurope]),
    (Inventory(.consensus, services: ["stock-eu"]), [stockOfEurope]),
  ]
}()

/// Rushes that are soon over.
let briefRushes: [PurchaseRush] = ServiceCheck.rushes.map { rush in
  var brief = rush
  brief.purchases = 1000
  brief.products = 6
  brief.duration = .seconds(10)
  brief.cut = rush.cut.map { _ in .seconds(1)..<(.seconds(9)) }
  return brief
}

/// The regions of the course.
let world: Topology = {
  do {
    return try shippedAtlas().topology(named: "aws-2025")
  } catch {
    fatalError("the topology of the course cannot be read: \(error)")
  }
}()
