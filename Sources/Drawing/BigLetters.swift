/// The letters of ``BigType``, dot by dot.
enum BigLetters {
  /// Five dots above the line, one below it.
  static let height = 6

  /// The empty column between two letters.
  static let gap = [Bool](repeating: false, count: height)

  /// The columns of a letter, from the left; `nil` where it is not drawn here.
  ///
  /// What differs from a letter by an accent is drawn as that letter.
  static func dots(of character: Character) -> [[Bool]]? {
    if character == " " || character == "\u{A0}" { return [gap, gap] }
    return letters[character] ?? Marks.letter(like: character).flatMap { letters[$0] }
  }

  private static let letters: [Character: [[Bool]]] = {
    var letters: [Character: [[Bool]]] = [:]
    for (names, picture) in sheets {
      for (name, letter) in zip(names, columns(of: picture)) { letters[name] = letter }
    }
    return letters
  }()

  /// The letters of a sheet: stretches of columns between blank ones.
  private static func columns(of picture: String) -> [[[Bool]]] {
    let rows = picture.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    let columns = rows[0].indices.map { x in rows.map { $0[x] } }
    return columns.split { $0.allSatisfy { $0 == " " } }.map { letter in
      letter.map { column in column.map { $0 == "#" } }
    }
  }

  /// `#` is a dot, `.` is none, and a blank column divides two letters.
  private static let sheets: [(names: String, picture: String)] = [
    (
      "ABCDEFGHIJKLMNOP",
      """
      .##. ###. .### ###. #### #### .### #..# ### ..## #..# #... #...# #..# .##. ###.
      #..# #..# #... #..# #... #... #... #..# .#. ...# #.#. #... ##.## ##.# #..# #..#
      #### ###. #... #..# ###. ###. #.## #### .#. ...# ##.. #... #.#.# #.## #..# ###.
      #..# #..# #... #..# #... #... #..# #..# .#. #..# #.#. #... #...# #..# #..# #...
      #..# ###. .### ###. #### #... .### #..# ### .##. #..# #### #...# #..# .##. #...
      .... .... .... .... .... .... .... .... ... .... .... .... ..... .... .... ....
      """
    ),
    (
      "QRSTUVWXYZ",
      """
      .##. ###. .### ##### #..# #...# #...# #..# #...# ####
      #..# #..# #... ..#.. #..# #...# #...# #..# .#.#. ...#
      #..# ###. .##. ..#.. #..# .#.#. #.#.# .##. ..#.. .##.
      #.#. #.#. ...# ..#.. #..# .#.#. #.#.# #..# ..#.. #...
      .#.# #..# ###. ..#.. .##. ..#.. .#.#. #..# ..#.. ####
      .... .... .... ..... .... ..... ..... .... ..... ....
      """
    ),
    (
      "abcdefghijklmnopq",
      """
      .... #... .... ...# .... .## .... #... # .# #... # ..... .... .... .... ....
      .### ###. .### .### .##. #.. .### ###. . .. #.#. # ####. ###. .##. ###. .###
      #..# #..# #... #..# #### ##. #..# #..# # .# ##.. # #.#.# #..# #..# #..# #..#
      #..# #..# #... #..# #... #.. .### #..# # .# #.#. # #.#.# #..# #..# #..# #..#
      .### ###. .### .### .### #.. ...# #..# # .# #..# # #.#.# #..# .##. ###. .###
      .... .... .... .... .... ... ###. .... . #. .... . ..... .... .... #... ...#
      """
    ),
    (
      "rstuvwxyz",
      """
      ... .... .#. .... ..... ..... .... .... ....
      #.# .### ### #..# #...# #...# #..# #..# ####
      ##. ##.. .#. #..# #...# #.#.# .##. #..# ..#.
      #.. ..## .#. #..# .#.#. #.#.# .##. .### .#..
      #.. ###. .## .### ..#.. .#.#. #..# ...# ####
      ... .... ... .... ..... ..... .... ###. ....
      """
    ),
    (
      "0123456789",
      """
      .##. .#. ###. ###. #..# #### .##. #### .##. .##.
      #..# ##. ...# ...# #..# #... #... ...# #..# #..#
      #..# .#. .##. .##. #### ###. ###. ..#. .##. .###
      #..# .#. #... ...# ...# ...# #..# .#.. #..# ...#
      .##. ### #### ###. ...# ###. .##. .#.. .##. .##.
      .... ... .... .... .... .... .... .... .... ....
      """
    ),
    (
      ".,:;!?-–'\"()/%+=&×µ",
      """
      . .. . .. # ###. ... ..... # #.# .# #. ..# #...# ... ... .#.. ... ....
      . .. . .. # ...# ... ..... # #.# #. .# ..# ...#. .#. ### #.#. #.# #..#
      . .. # .# # .##. ### ##### . ... #. .# .#. ..#.. ### ... .#.# .#. #..#
      . .. . .. . .... ... ..... . ... #. .# #.. .#... .#. ### #.#. #.# #..#
      # .# # .# # .#.. ... ..... . ... .# #. #.. #...# ... ... .#.# ... ###.
      . #. . #. . .... ... ..... . ... .. .. ... ..... ... ... .... ... #...
      """
    ),
  ]
}
