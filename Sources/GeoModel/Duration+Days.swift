extension Duration {
  public static func hours(_ count: Int) -> Duration { .seconds(count * 3600) }

  /// Days of 24 hours, whatever a calendar says.
  public static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
}
