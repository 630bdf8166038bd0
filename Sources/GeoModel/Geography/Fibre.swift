/// Light in an optical fibre: the floor under every round trip.
public enum Fibre {
  /// The group index of single-mode fibre at 1550 nm, as reflectometers (OTDR) are usually set.
  public static let refractiveIndex = 1.4682

  /// The speed of light in vacuum, in kilometres per second (exact by definition of the metre).
  public static let lightKilometresPerSecond = 299_792.458

  /// The speed of light in fibre, in kilometres per second: about two thirds of that in vacuum.
  public static let kilometresPerSecond = lightKilometresPerSecond / refractiveIndex

  /// How much longer than its floor a measured round trip usually is.
  ///
  /// The median over the 528 pairs of 33 cloud regions in `aws-2025`. Cables follow coasts and
  /// roads, and routers add their share.
  public static let typicalStretch = 1.8

  /// The shortest possible round trip over a straight fibre of the given length.
  public static func floor(kilometres: Double) -> Duration {
    .milliseconds(rounding: 2 * kilometres / kilometresPerSecond * 1000)
  }

  /// What to expect where nobody has measured, to a tenth of a millisecond: always say "estimate".
  public static func estimate(kilometres: Double) -> Duration {
    let tenths = floor(kilometres: kilometres).milliseconds * typicalStretch * 10
    return .microseconds(Int64(tenths.rounded()) * 100)
  }
}
