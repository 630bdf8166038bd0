extension DesignSamples {
  /// An answer to task 4 that passes: groups that a majority decides in, and the stock split by rights.
  package static let rightPlatform = """
    topology: aws-2025
    policy: strict-eu
    accounts:
      india: {jurisdiction: India, home: [ap-south-1, ap-south-2]}
      eu: {jurisdiction: EEA, home: [eu-central-1, eu-west-1]}
    routing: account
    \(entities)
    stores:
      profiles: {engine: postgres, regions: home, holds: [user], key: user-key}
      warehouse-eu: {engine: fulfilment, regions: eu-central-1, retention: 30 d}
      warehouse-india: {engine: fulfilment, regions: ap-south-1, serves: india, retention: 30 d}
    flows:
      - {from: orders-india, to: warehouse-eu, kind: export, fields: [\(parcel)]}
      - {from: orders-eu, to: warehouse-eu, kind: export, fields: [\(parcel)]}
      - {from: orders-india, to: warehouse-india, kind: export, fields: [\(parcel)]}
    keys:
      user-key: {scope: subject, regions: home, wrapped-by: region-key, cache: 5 min, backup: none}
      region-key: {scope: region, regions: home, deletion-wait: 7 d}
    erasure:
      - delete profiles
      - destroy user-key
      - keep orders-eu tax law
      - keep payments-eu tax law
    services:
      catalogue: {keeps: catalogue, serves: [india, eu], replication: asynchronous, primary: ap-south-1, standbys: [eu-central-1], observers: [ap-southeast-1, ap-south-1, eu-central-1], lease: 10 s, promotion: manual, operator: 5 min}
      orders-india: {keeps: orders, serves: india, holds: [order], \(indianGroup)}
      orders-eu: {keeps: orders, serves: eu, holds: [order], \(europeanGroup)}
      payments-india: {keeps: payments, serves: india, holds: [payment], \(indianGroup)}
      payments-eu: {keeps: payments, serves: eu, holds: [payment], \(europeanGroup)}
      stock-india: {keeps: stock, serves: india, \(indianGroup)}
      stock-eu: {keeps: stock, serves: eu, \(europeanGroup)}
    inventory: {method: escrow, rights: {stock-india: 70 %, stock-eu: 30 %}}

    """

  /// What a warehouse must know.
  package static let parcel =
    "order.reference, order.recipient, order.address, order.phone, order.item"
  package static let indianGroup =
    "replication: consensus, voters: [ap-south-1, ap-south-2], witness: ap-southeast-1"
  package static let europeanGroup =
    "replication: consensus, voters: [eu-central-1, eu-west-3, eu-west-1]"

  private static let entities = """
    entities:
      user:
        subject: user
        fields: {name: personal, email: personal, phone: personal, address: personal}
      order:
        subject: user
        fields: {reference: personal, item: personal, recipient: personal, address: personal, phone: personal, email: personal, total: personal}
      payment:
        subject: user
        fields: {card: payment, amount: payment}
    """
}
