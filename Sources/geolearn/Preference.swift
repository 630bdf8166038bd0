import App
import Drawing

/// What holds for a setting, and what it comes from.
struct Preference {
  let name: String
  let value: String
  let origin: String

  /// - Parameters:
  ///   - flag: the flag, where it is given.
  ///   - variable: the name of its variable, where that is set.
  init(
    _ name: String, _ value: String, flag: String?, variable: String?, isInFile: Bool
  ) {
    self.name = name
    self.value = value
    origin = flag ?? variable ?? (isInFile ? "config.yaml" : "as usual")
  }
}

extension DoctorCommand {
  func preferences(
    _ shown: Display, _ configuration: Configuration, _ invocation: Invocation
  ) throws(CommandFailure) -> [Preference] {
    func set(_ name: String) -> String? { invocation.variable(name).map { _ in name } }
    let motion = try Motion(screen, invocation)
    let usesMouse = try screen.usesMouse(invocation)
    let keys = configuration.keymap.text
    return [
      Preference(
        "theme", shown.theme.name, flag: display.theme.map { _ in "--theme" },
        variable: set("GEOLEARN_THEME"), isInFile: configuration.theme != nil),
      Preference(
        "motion", motion.rawValue, flag: screen.motion.map { _ in "--motion" },
        variable: set("GEOLEARN_MOTION"), isInFile: configuration.motion != nil),
      Preference(
        "marks", shown.marks.rawValue, flag: display.ascii ? "--ascii" : nil,
        variable: set("GEOLEARN_MARKS"), isInFile: configuration.marks != nil),
      Preference(
        "mouse", usesMouse ? "true" : "false", flag: screen.noMouse ? "--no-mouse" : nil,
        variable: set("GEOLEARN_MOUSE"), isInFile: configuration.usesMouse != nil),
      Preference(
        "keys", keys ?? "the usual ones", flag: nil, variable: nil, isInFile: keys != nil),
    ]
  }
}
