import Drawing
import GeoModel

/// The two editors, the server between them, and the operations under way.
struct TransformPicture {
  let moment: TransformRules.Moment
  /// What is just happening; `nil` where everything rests.
  let step: PlayedHistory<TransformRules>.Step?
  /// How far it has come, 0 to 1.
  let progress: Double

  /// The places of the panels: the server stands in the middle.
  private static let server = 1
  private static func panel(of client: Int) -> Int { client * 2 }
  private static let lineWidth = 18

  func picture(layout: ReplicaPicture.Layout) -> ReplicaPicture {
    ReplicaPicture(
      panels: [clientPanel(0), serverPanel, clientPanel(1)], lanes: lanes, cuts: [],
      conclusions: [conclusion], layout: layout)
  }

  private func clientPanel(_ place: Int) -> ReplicaPicture.Panel {
    let client = moment.session.clients[place]
    let line = TypedText.line(client.text, cursor: moment.cursors[place], width: Self.lineWidth)
    let waiting = ([client.outstanding] + client.buffer).compactMap(\.self)
    return ReplicaPicture.Panel(
      name: client.name.name,
      rows: [
        StyledText(line.isCut ? "…" : "", style: .faint) + StyledText(line.before)
          + StyledText("▏", style: Style(.focus, isBold: true)) + StyledText(line.after),
        StyledText("edits known    \(client.revision)", style: .faint),
        StyledText(waiting.isEmpty ? "" : "own: " + waiting.map(\.text).joined(separator: " ")),
      ])
  }

  private var serverPanel: ReplicaPicture.Panel {
    let server = moment.session.server
    let text = String(String.UnicodeScalarView(server.text.suffix(Self.lineWidth)))
    return ReplicaPicture.Panel(
      name: "server",
      rows: [
        StyledText(text), StyledText("edits ordered  \(server.revision)", style: .faint),
        StyledText(server.history.suffix(3).map(\.operation.text).joined(separator: " ")),
      ])
  }

  private var conclusion: StyledText {
    let session = moment.session
    guard session.isQuiet else {
      return StyledText("Edits are still under way.", style: .faint)
    }
    return session.clients.allSatisfy { $0.text == session.server.text }
      ? StyledText("All three are the same. ") + StyledText("✔", style: Style(.healthy))
      : StyledText("✘ They differ for ever.", style: Style(.lost))
  }

  // MARK: - Lanes

  private var lanes: [ReplicaPicture.Lane] {
    moment.session.clients.indices.flatMap { client in
      upward(of: client) + downward(to: client)
    }
  }

  private func upward(of client: Int) -> [ReplicaPicture.Lane] {
    guard let request = moment.session.requests[client] ?? request(beingSentBy: client) else {
      return []
    }
    let label = "\(request.operation.text) after \(request.revision)"
    return [
      ReplicaPicture.Lane(
        from: Self.panel(of: client), to: Self.server, label: label,
        place: place(sending: .send(client: client), arriving: .serve(client: client)))
    ]
  }

  private func request(beingSentBy client: Int) -> TransformationRequest? {
    step?.deed == .send(client: client) ? step?.after.session.requests[client] : nil
  }

  private func downward(to client: Int) -> [ReplicaPicture.Lane] {
    moment.session.broadcasts[client].enumerated().map { index, broadcast in
      let isOwn = broadcast.from == moment.session.clients[client].name
      return ReplicaPicture.Lane(
        from: Self.server, to: Self.panel(of: client),
        label: "\(broadcast.revision): \(isOwn ? "yours" : broadcast.operation.text)",
        place: index == 0 ? place(sending: nil, arriving: .deliver(client: client)) : 0.5,
        isNext: index == 0)
    }
  }

  /// Where a message is that is sent or arrives by one of two deeds, and waits otherwise.
  private func place(sending: TransformRules.Deed?, arriving: TransformRules.Deed) -> Double {
    switch step?.deed {
    case .some(arriving): 0.5 + progress / 2
    case .some(let deed) where deed == sending: progress / 2
    default: 0.5
    }
  }
}

extension TextOperation {
  /// As pictures write it: `+x@1`, `−@0`.
  var text: String {
    switch self {
    case .insert(let character, let position, _): "+\(character)@\(position)"
    case .delete(let position): "−@\(position)"
    case .none: "nothing"
    }
  }

  /// What it does, as the end of a sentence.
  var phrase: String {
    switch self {
    case .insert(let character, let position, _): "inserts \(character) at \(position)"
    case .delete(let position): "deletes at \(position)"
    case .none: "does nothing"
    }
  }
}
