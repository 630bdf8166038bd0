/**
 * A PN-counter: a counter that goes up and down at many replicas and loses no count.
 *
 * <p>Each replica has an object of this class and counts under its own node id, which is any text.
 * Replicas learn of each other by merge alone: perhaps late, twice, or from an old copy.
 *
 * <p>Judge it: geolearn check 2 --file PNCounter.java
 */
public class PNCounter {
    // What must a replica know, so that it never counts another one's operations twice?

    /** Counts one up at nodeId. */
    public void increment(String nodeId) {
        throw new UnsupportedOperationException("increment is still to be written");
    }

    /** Counts one down at nodeId. */
    public void decrement(String nodeId) {
        throw new UnsupportedOperationException("decrement is still to be written");
    }

    /** Takes in what other knows; other stays as it is. */
    public void merge(PNCounter other) {
        throw new UnsupportedOperationException("merge is still to be written");
    }

    /** All increments less all decrements that are known here. */
    public long value() {
        throw new UnsupportedOperationException("value is still to be written");
    }
}
