import Drawing

/// A recording as text: for every mark, its title and the last picture before the next one.
package struct Storyboard {
  let recording: Recording

  package init(_ recording: Recording) {
    self.recording = recording
  }

  /// The whole file; of a recording with a single mark, the last picture alone.
  package var text: String {
    guard recording.marks.count > 1 else { return picture(before: recording.length + 1) }
    let ends = recording.marks.dropFirst().map(\.time) + [recording.length + 1]
    return zip(recording.marks, ends).map { mark, end in
      "\(mark.title)\n\n\(picture(before: end))"
    }
    .joined(separator: "\n\n")
  }

  private func picture(before time: Int) -> String {
    let shot = recording.shots.last { $0.time < time } ?? recording.shots.first
    return shot?.canvas.text ?? ""
  }
}
