internal import CShingleData

/// The tables of `data/`, which are compiled in so that one binary works from anywhere.
enum ShippedData {
  /// `data/words.tsv`: counts of words.
  static var words: String { unsafe text(shingle_words_bytes(), shingle_words_size) }
  /// `data/agencies.json`: news agencies and their names.
  static var agencies: String { unsafe text(shingle_agencies_bytes(), shingle_agencies_size) }
  /// `data/outlets.tsv`: other outlets and their names.
  static var outlets: String { unsafe text(shingle_outlets_bytes(), shingle_outlets_size) }
  /// `data/furniture.tsv`: phrases of page furniture.
  static var furniture: String { unsafe text(shingle_furniture_bytes(), shingle_furniture_size) }

  /// `data/figures.tsv`: words that state a figure or a date.
  static var figures: String { unsafe text(shingle_figures_bytes(), shingle_figures_size) }

  /// `data/credit-cues.tsv`: the words that make a name a credit.
  static var cues: String { unsafe text(shingle_cues_bytes(), shingle_cues_size) }

  /// `data/relation-model.json`: the weights of evidence.
  static var relationModel: String {
    unsafe text(shingle_relation_model_bytes(), shingle_relation_model_size)
  }

  private static func text(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
