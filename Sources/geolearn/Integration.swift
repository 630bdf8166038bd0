import ArgumentParser

/// A system that grades, for which there is a package ready to be used.
enum Integration: String, CaseIterable, ExpressibleByArgument {
  case gradescope
  case classroom50
  case githubActions = "github-actions"
  case exercism

  /// A file of a package.
  struct File {
    /// Where it is among the assets.
    let asset: String
    /// Where it goes in the package.
    let path: String
    var isProgram = false
  }

  /// What the package holds besides the program itself.
  var files: [File] {
    func own(_ name: String, as path: String? = nil, isProgram: Bool = false) -> File {
      File(
        asset: "assets/integrations/\(rawValue)/\(name)", path: path ?? name, isProgram: isProgram)
    }
    let rules = File(asset: "assets/integrations/course.yaml", path: "\(folder)course.yaml")
    switch self {
    case .gradescope:
      return [own("setup.sh", isProgram: true), own("run_autograder", isProgram: true), rules]
    case .classroom50: return [own("autograder.py"), rules]
    case .githubActions:
      return [own("geolearn.yml", as: ".github/workflows/geolearn.yml"), rules]
    case .exercism: return [own("run.sh", as: "bin/run.sh", isProgram: true), rules]
    }
  }

  /// Where the program goes.
  var program: String { "\(folder)geolearn" }

  private var folder: String {
    switch self {
    case .gradescope, .classroom50: ""
    case .githubActions: ".github/geolearn/"
    case .exercism: "bin/"
    }
  }

  /// What to do with the package.
  var advice: String {
    switch self {
    case .gradescope:
      "Zip what is in the folder, and upload it under Configure Autograder."
    case .classroom50:
      "Put it into CLASSROOM/autograders/ASSIGNMENT of the repository of your classroom."
    case .githubActions: "Put .github into the repository that learners begin with."
    case .exercism: "Run bin/run.sh SLUG INPUT OUTPUT, where SLUG is a task such as task1."
    }
  }
}
