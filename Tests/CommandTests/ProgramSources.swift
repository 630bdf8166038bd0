/// Counters in the languages of learners, right but for what a test puts into them.
enum ProgramSources {
  /// - Parameters:
  ///   - beginning: what stands before the class.
  ///   - merging: what merge does first.
  ///   - joined: how two counts of a slot become one.
  static func python(
    beginning: String = "", merging: String = "pass",
    joined: String = "max(mine.get(node, 0), count)"
  ) -> String {
    """
    \(beginning)
    class PNCounter:
        def __init__(self):
            self.up, self.down = {}, {}
        def increment(self, node):
            self.up[node] = self.up.get(node, 0) + 1
        def decrement(self, node):
            self.down[node] = self.down.get(node, 0) + 1
        def merge(self, other):
            \(merging)
            for mine, theirs in ((self.up, other.up), (self.down, other.down)):
                for node, count in list(theirs.items()):
                    mine[node] = \(joined)
        def value(self):
            return sum(self.up.values()) - sum(self.down.values())
    """
  }

  /// - Parameters:
  ///   - joining: how two counts of a slot become one.
  ///   - value: the head of the method that says the value.
  static func java(
    beginning: String = "", joining: String = "Math::max", merging: String = "",
    value: String = "public long value()"
  ) -> String {
    """
    import java.util.*;
    \(beginning)
    public class PNCounter {
      private final Map<String, Long> up = new HashMap<>(), down = new HashMap<>();
      public void increment(String node) { up.merge(node, 1L, Long::sum); }
      public void decrement(String node) { down.merge(node, 1L, Long::sum); }
      public void merge(PNCounter other) {
        \(merging)
        new HashMap<>(other.up).forEach((node, count) -> up.merge(node, count, \(joining)));
        new HashMap<>(other.down).forEach((node, count) -> down.merge(node, count, \(joining)));
      }
      \(value) {
        int sum = 0;
        for (long count : up.values()) sum += count;
        for (long count : down.values()) sum -= count;
        return sum;
      }
      public static void main(String[] arguments) { System.out.println("a main of its own"); }
    }
    """
  }

  /// - Parameter value: the head of the method that says the value.
  static func swift(value: String = "func value() -> Int", joining: String = "max") -> String {
    """
    struct PNCounter {
      private var up: [String: Int] = [:], down: [String: Int] = [:]
      mutating func increment(_ node: String) { up[node, default: 0] += 1 }
      mutating func decrement(_ node: String) { down[node, default: 0] += 1 }
      mutating func merge(_ other: PNCounter) {
        up.merge(other.up, uniquingKeysWith: \(joining))
        down.merge(other.down, uniquingKeysWith: \(joining))
      }
      \(value) { up.values.reduce(0, +) - down.values.reduce(0, +) }
    }
    """
  }
}
