import Content
import Exercises
import Testing

@Test func `the graded items of task 1 are all there`() throws {
  let ids = try ExerciseSet(try shippedCourse()).selection("task1").map(\.id)
  #expect(ids == ["1.1", "1.2", "1.2b", "1.3", "1.3b", "1.3c", "1.4", "1.4b", "1.4c"])
}

@Test func `every shipped exercise accepts its right answers and refuses its wrong ones`() throws {
  for exercise in try shippedExercises() {
    #expect(exercise.selfTest().map(\.description) == [], "\(exercise.id)")
  }
}
