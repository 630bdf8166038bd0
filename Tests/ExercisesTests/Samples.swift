import Content
import Exercises
import GeoModel
import TestSupport

/// The course as it stands in the working copy.
func shippedCourse() throws -> Course {
  try Course(files: try Repository.courseFiles())
}

/// The atlas as it stands in the working copy.
func shippedAtlas() throws -> Atlas {
  try shippedCourse().atlas
}

/// Every exercise block of the course, graded or not.
func shippedExercises() throws -> [Exercise] {
  let course = try shippedCourse()
  return try course.lessons.flatMap { lesson in
    try lesson.steps().flatMap(\.directives).filter { $0.kind == "exercise" }.map {
      try Exercise($0, topology: lesson.topology, atlas: course.atlas)
    }
  }
}

/// The shipped exercise of that name.
func shipped(_ id: String) throws -> Exercise {
  try shippedExercises().first { $0.id == id } ?? { throw NoSuchExercise(id: id) }()
}

struct NoSuchExercise: Error {
  let id: String
}

/// An exercise that is written in a test.
func exercise(_ kind: String, _ body: String) throws(Diagnostic) -> Exercise {
  let directive = Directive(
    kind: "exercise", name: kind, body: body, file: "lessons/task-1-x.md", line: 10)
  return try Exercise(directive, topology: "module", atlas: sampleAtlas)
}

/// Four regions with the round trips of the handout.
let sampleAtlas = Atlas(topologies: [
  "module": Topology(
    name: "The course module", source: "test", local: .milliseconds(1), access: .milliseconds(5),
    regions: [
      region("us-east", 39.0424, -77.4872), region("eu-west", 53.3331, -6.2489),
      region("ap-southeast", 1.2931, 103.8558), region("sa-east", -23.5505, -46.6333),
    ],
    roundTrips: [
      RoundTrip(from: "us-east", to: "eu-west", there: .milliseconds(85)),
      RoundTrip(from: "us-east", to: "ap-southeast", there: .milliseconds(140)),
      RoundTrip(from: "eu-west", to: "ap-southeast", there: .milliseconds(130)),
      RoundTrip(from: "us-east", to: "sa-east", there: .milliseconds(90)),
    ])
])

private func region(_ id: RegionID, _ latitude: Double, _ longitude: Double) -> Region {
  Region(
    id: id, name: id.name, city: id.name,
    place: Coordinate(latitude: latitude, longitude: longitude), country: "XX",
    jurisdiction: "XX")
}
