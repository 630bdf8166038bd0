import Foundation
import Testing
import geolearn

/// `geolearn export`
struct ExportTests {
  private func export(_ line: String) throws -> String {
    let output = try Workplace().run("export \(line)")
    #expect(output.complaint == "")
    return output.text
  }

  /// What an independent reader finds in a page: its links and its headings.
  private func read(_ line: String) throws -> [Substring] {
    let place = try Workplace()
    let output = place.run("export \(line) --html -o x.html")
    #expect(output.complaint == "")
    return try Reader.read("html", "\(place.folder)/x.html").split(separator: "\n")
  }

  @Test(arguments: [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "task1", "task2", "task1 --solutions",
    "2 --ascii",
  ])
  func `a hand-out is valid HTML that loads nothing`(line: String) throws {
    let found = try read(line)
    #expect(found.filter { !$0.hasPrefix("a href http") && !$0.hasPrefix("h") } == [])
    #expect(found.count { $0.hasPrefix("h1 ") } == 1)
    #expect(found.count { $0.hasPrefix("h2 ") } >= 4)
  }

  @Test func `its headings are the steps, and then the answers to predictions`() throws {
    let headings = try read("2").filter { !$0.hasPrefix("a ") }
    #expect(headings.prefix(3) == ["h1 2  The speed of light", "h2 Far is slow", "h2 The floor"])
    #expect(headings.suffix(6).first == "h2 Answers")
    #expect(headings.last == "h3 One hot row")
  }

  @Test(arguments: ["--html", "--md"])
  func `what a prediction gives away stands behind the question`(form: String) throws {
    let text = try export("2 \(form)")
    let question = try #require(text.firstRange(of: "How long after the leader sends the entry"))
    let answers = try #require(text.firstRange(of: form == "--html" ? ">Answers<" : "## Answers"))
    let picture = try #require(text.firstRange(of: "The leader needs one more vote"))
    #expect(question.upperBound < answers.lowerBound)
    #expect(answers.upperBound < picture.lowerBound)
  }

  @Test(arguments: ["--html", "--md"])
  func `graded questions are answered only where that is wanted`(form: String) throws {
    let bare = try export("task1 \(form)")
    #expect(bare.contains("What is the least time after which its write is confirmed?"))
    #expect(bare.contains("Your answer"))
    #expect(!bare.contains("The model says"))
    #expect(!bare.contains("Answers"))
    let solved = try export("task1 \(form) --solutions")
    let key = form == "--html" ? "The model says <strong>85 ms" : "The model says **85 ms"
    #expect(solved.contains(key))
  }

  @Test func `a picture is text in the page, with what happens for those who do not see it`() throws
  {
    let text = try export("2 --html")
    #expect(text.contains("role=\"img\" aria-labelledby=\"step-6-title step-6-text\""))
    #expect(
      text.contains("The vote of eu-west is back; 2 of 3 have the entry; the leader commits."))
    #expect(text.contains(">commit 85 ms"))
  }

  @Test func `Markdown holds the picture that the program draws`() throws {
    let text = try export("2 --md")
    let picture = try Workplace().run("render 2.6").text
    #expect(text.contains("```text\n\(picture)```\n"))
  }

  @Test(arguments: ["--html", "--md"])
  func `an erratum has its four parts`(form: String) throws {
    let text = try export("2 \(form)")
    for part in ["The handout says", "The model says", "Why", "Source"] {
      #expect(text.contains(part))
    }
    #expect(text.contains("The handout waits for the farthest region."))
  }

  @Test func `speaker notes stay with the speaker`() throws {
    #expect(!(try export("2 --md")).contains("Ask for hands"))
  }

  private static let lesson = """
    ---
    minutes: 5
    ---

    # Marks & \\<signs>

    ## All of *them*

    A \\*star\\*, *emphasis*, **strength**, `code < 1`, [a link](https://example.org/?a=1&b=2), and
    [the next lesson](02-next.md).

    - one
    - two

      1. inner

    > Said by somebody.

    | Name | Value |
    |---|--:|
    | a & b | 1 |

    ```sh
    echo "<hello>" | cat
    ```

    """

  private func export(_ lesson: String, _ form: String) throws -> String {
    let place = try Workplace()
    try place.write(lesson, to: "mine/01-marks.md")
    let output = place.run("export 1 --lessons mine \(form)")
    #expect(output.complaint == "")
    return output.text
  }

  @Test func `whatever a lesson can hold becomes HTML`() throws {
    let text = try export(Self.lesson, "--html")
    let body = try #require(text.firstRange(of: "<main>")).lowerBound
    #expect(
      text[body...] == """
        <main>
        <header>
        <h1>1  Marks &amp; &lt;signs&gt;</h1>
        <p>5 minutes</p>
        </header>
        <section aria-labelledby="step-1">
        <h2 id="step-1">All of them</h2>
        <p>A *star*, <em>emphasis</em>, <strong>strength</strong>, <code>code &lt; 1</code>, \
        <a href="https://example.org/?a=1&amp;b=2">a link</a>, and the next lesson.</p>
        <ul>
        <li>one</li>
        <li>two
        <ol>
        <li>inner</li>
        </ol>
        </li>
        </ul>
        <blockquote>
        <p>Said by somebody.</p>
        </blockquote>
        <table>
        <thead>
        <tr><th scope="col">Name</th><th scope="col" class="right">Value</th></tr>
        </thead>
        <tbody>
        <tr><td>a &amp; b</td><td class="right">1</td></tr>
        </tbody>
        </table>
        <pre><code>echo &quot;&lt;hello&gt;&quot; | cat</code></pre>
        </section>
        </main>
        </body>
        </html>

        """)
  }

  @Test func `whatever a lesson can hold becomes Markdown`() throws {
    #expect(
      try export(Self.lesson, "--md") == """
        # 1  Marks & \\<signs\\>

        5 minutes

        ## All of them

        A \\*star\\*, *emphasis*, **strength**, `code < 1`, \
        [a link](https://example.org/?a=1&b=2), and the next lesson.

        - one
        - two

          1. inner

        > Said by somebody.

        | Name | Value |
        |---|--:|
        | a & b | 1 |

        ```sh
        echo "<hello>" | cat
        ```

        """)
  }

  @Test(arguments: [
    ("export nothing --html", "no lesson is called 'nothing'; it must be 1, 2, 3,"),
    ("export tsak1 --html", "no lesson is called 'tsak1'; did you mean 'task1'?"),
    ("export 2", "Missing one of: '--html', '--md'"),
    ("export 2 --html --md", "Value to be set with flag '--md' had already been set with"),
  ])
  func `what cannot be exported is said`(line: String, message: String) throws {
    let output = try Workplace().run(line)
    #expect(output.complaint.contains(message))
    #expect(output.code == .usage)
  }
}
