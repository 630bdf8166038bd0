"""A PN-counter: a counter that goes up and down at many replicas and loses no count.

Each replica has an object of this class and counts under its own node id, which is any text.
Replicas learn of each other by merge alone: perhaps late, twice, or from an old copy.

Judge it:  geolearn check 2 --file pn_counter.py
"""


class PNCounter:
    def __init__(self):
        # What must a replica know, so that it never counts another one's operations twice?
        pass

    def increment(self, node_id):
        """Counts one up at node_id."""
        raise NotImplementedError("increment is still to be written")

    def decrement(self, node_id):
        """Counts one down at node_id."""
        raise NotImplementedError("decrement is still to be written")

    def merge(self, other):
        """Takes in what other knows; other stays as it is."""
        raise NotImplementedError("merge is still to be written")

    def value(self):
        """All increments less all decrements that are known here, as an int."""
        raise NotImplementedError("value is still to be written")
