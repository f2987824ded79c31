/// A list that a gazetteer entry comes from; together they make a mask on the entry.
public struct NameList: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  /// The lists as bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Whole names of people.
  public static let person = NameList(rawValue: 1)
  /// Countries and regions of the world, names of the news that are hardly ever anything else.
  public static let country = NameList(rawValue: 2)
  /// Cities, subdivisions, waters, landmarks.
  public static let place = NameList(rawValue: 4)
  /// Bodies, parties, companies, clubs.
  public static let organisation = NameList(rawValue: 8)
  /// Agencies, papers, channels, networks.
  public static let media = NameList(rawValue: 16)
  /// Competitions, wars, festivals.
  public static let event = NameList(rawValue: 32)
  /// Titles of works, programs, agreements.
  public static let work = NameList(rawValue: 64)
  /// Titles and roles of people.
  public static let title = NameList(rawValue: 128)
  /// Written by hand for Naql: trusted more than harvested lists.
  public static let own = NameList(rawValue: 256)
  /// Also an ordinary word or phrase: a name only with a trigger, in quotation marks or after a longer mention.
  public static let common = NameList(rawValue: 512)
  /// Cities of the world that few articles mention; only with other evidence.
  public static let minor = NameList(rawValue: 1024)
  /// Clubs, a kind of organisation that often bears a city's name.
  public static let club = NameList(rawValue: 2048)

  /// The list that rows of a class belong to; nil for an unknown class.
  static func of(entityClass: Substring, kind: Substring) -> NameList? {
    switch entityClass {
    case "PER": return .person
    case "LOC":
      if kind == "country" || kind == "region" { return .country }
      return kind == "city-world" || kind == "commune" || kind == "district" ? [.place, .minor] : .place
    case "ORG": return kind.hasPrefix("club") ? [.organisation, .club] : .organisation
    case "MEDIA": return .media
    case "EVENT": return .event
    case "WORK": return .work
    case "TITLE": return .title
    default: return nil
    }
  }
}

/// What the lists and the lexicon say of one word by itself.
public struct WordFacts: BitwiseCopyable, Hashable, Sendable {
  /// How often it is the first word of a person's name.
  public var first: UInt16 = 0
  /// How often it is the last word of a person's name.
  public var last: UInt16 = 0
  /// How often it stands between the first word and the last.
  public var middle: UInt16 = 0
  /// In how many names of places it stands.
  public var place: UInt16 = 0
  /// In how many names of organisations it stands.
  public var organisation: UInt16 = 0
  /// 1 where it stands in a listed name behind its first word, for the search.
  public var continues: UInt16 = 0
  /// Nothing: fills up what the layout leaves before `kinds`, so that a table has the same bytes each time.
  private var room: UInt32 = 0
  /// Kinds in the lexicon and in the rule files, as bits of `Kind`.
  public var kinds: UInt64 = 0

  /// No fact.
  public init() {}

  /// Whether neither lists of people, places and bodies nor the lexicon have the word.
  var isBare: Bool { kinds == 0 && first | middle | last | place | organisation == 0 }

  /// What a word can be, by the lexicon of vocalised words and the files of triggers.
  public struct Kind: OptionSet, Sendable {
    public let rawValue: UInt64
    /// The kinds as bits.
    public init(rawValue: UInt64) { self.rawValue = rawValue }
    /// A given name, a laqab or part of a kunya (أحمد).
    public static let given = Kind(rawValue: 1)
    /// A family name (كنعان).
    public static let family = Kind(rawValue: 2)
    /// A nisba (المصري).
    public static let nisba = Kind(rawValue: 4)
    /// A foreign name of any kind (جون).
    public static let foreign = Kind(rawValue: 8)
    /// A place of one word (دمشق).
    public static let place = Kind(rawValue: 16)
    /// A word of names of institutions.
    public static let institution = Kind(rawValue: 32)
    /// A title (الدكتور).
    public static let title = Kind(rawValue: 64)
    /// A common word that is none of the other kinds.
    public static let word = Kind(rawValue: 128)
    /// A form of a verb.
    public static let verb = Kind(rawValue: 256)
    /// A particle, pronoun or numeral.
    public static let particle = Kind(rawValue: 512)
    /// What people of a country are called (سوري).
    public static let demonym = Kind(rawValue: 1024)
    /// A word of kinship before a name (شقيق).
    public static let kinship = Kind(rawValue: 2048)
    /// A head word that belongs to the name of a place (مطار).
    public static let placeHead = Kind(rawValue: 4096)
    /// A word before the name of a place that stays outside (مدينة).
    public static let placeCue = Kind(rawValue: 8192)
    /// A head word that belongs to the name of a body (وزارة).
    public static let bodyHead = Kind(rawValue: 16384)
    /// A word before the name of a body that stays outside (شركة).
    public static let bodyCue = Kind(rawValue: 32768)
    /// A word before the name of a medium that stays outside.
    public static let mediaCue = Kind(rawValue: 65536)
    /// A head that belongs to the name of an event.
    public static let eventHead = Kind(rawValue: 131072)
    /// A word before the title of a work that stays outside.
    public static let workCue = Kind(rawValue: 262144)
    /// A word before a person's name that stays outside.
    public static let personCue = Kind(rawValue: 524288)
    /// A word that is a title by itself.
    public static let titleHead = Kind(rawValue: 1_048_576)
    /// A listed name that is never one by itself: months, days, currencies.
    public static let trap = Kind(rawValue: 2_097_152)
    /// An adjective, a demonym among them.
    public static let adjective = Kind(rawValue: 4_194_304)
    /// A word before the name of an event that stays outside.
    public static let eventCue = Kind(rawValue: 8_388_608)
    /// A head that belongs to the name of a medium.
    public static let mediaHead = Kind(rawValue: 16_777_216)
    /// A head that makes a name with one definite word (وزارة النقل, مستشفى الشفاء).
    public static let sureHead = Kind(rawValue: 33_554_432)
    /// A word between a head and the name's own words (محكمة جنايات القاهرة).
    public static let middle = Kind(rawValue: 67_108_864)
    /// A word that makes of a head before it a description of the body behind it (مجلس إدارة الأهلي).
    public static let board = Kind(rawValue: 134_217_728)
    /// A head of works: laws and agreements.
    public static let workHead = Kind(rawValue: 268_435_456)
    /// A word of the line of rights at a page's end (حقوق النشر محفوظة).
    public static let rights = Kind(rawValue: 536_870_912)
    /// A word that begins no name: أنا, في, قد.
    public static let opener = Kind(rawValue: 1_073_741_824)
    /// A word that goes on with a person's name: بن, ولد.
    public static let bond = Kind(rawValue: 2_147_483_648)
    /// A demonstrative (هذه).
    public static let demonstrative = Kind(rawValue: 1 << 32)
    /// A relative pronoun, behind which a verb stands (التي).
    public static let relative = Kind(rawValue: 1 << 33)
    /// A word that says what somebody is called, with ب before the name (المعروف بعلي كوشيب).
    public static let calling = Kind(rawValue: 1 << 34)
    /// أن, with its hamza or without: it opens a clause, and no name goes on with it.
    public static let clause = Kind(rawValue: 1 << 35)
    /// The word that makes an agency one of news (وكالة الأنباء).
    public static let newsword = Kind(rawValue: 1 << 36)
    /// An adjective behind a facility that is no part of its name (قلعة دوينو المجاورة).
    public static let aside = Kind(rawValue: 1 << 37)
    /// A body whose seat belongs to its name, behind ب too (المحكمة الابتدائية بأكادير).
    public static let seated = Kind(rawValue: 1 << 38)
    /// A body that is none before the person who leads it (حكومة كيسنغر).
    public static let led = Kind(rawValue: 1 << 39)
    /// A word before the name of a ship (البارجة).
    public static let vessel = Kind(rawValue: 1 << 40)
    /// A preposition written by itself, behind which none is glued to a name (قرب بياي).
    public static let preposition = Kind(rawValue: 1 << 41)
    /// An ordinal number, which goes on with the name of a force (الجيش الرابع عشر).
    public static let ordinal = Kind(rawValue: 1 << 42)
    /// A word that opens a family name of two words (سان, دي).
    public static let familyPart = Kind(rawValue: 1 << 43)
    /// A word between a subject and what it is said to be: هو, كانت.
    public static let copula = Kind(rawValue: 1 << 44)
    /// A word that ranks a subject among its kind: أكبر, ثاني.
    public static let ranking = Kind(rawValue: 1 << 45)
    /// A word that ends the name of a medium (الخليج نيوز).
    public static let mediaTail = Kind(rawValue: 1 << 46)
    /// A word that opens a page's navigation (الرئيسية).
    public static let navigation = Kind(rawValue: 1 << 47)
    /// A Latin word in brackets that says who took a picture or told the news (AFP).
    public static let credit = Kind(rawValue: 1 << 48)
    /// A word behind which a title stands up to the next mark (بعنوان).
    public static let titleCue = Kind(rawValue: 1 << 49)
    /// A head that with its article is the short form of a body named before (الهيئة behind هيئة تحرير الشام).
    public static let shortHead = Kind(rawValue: 1 << 51)
    /// A force that is told by its number: الجيش الثامن.
    public static let unit = Kind(rawValue: 1 << 52)
    /// A word that opens a line of sources (المصدر), and agencies without a name (ووكالات).
    public static let sources = Kind(rawValue: 1 << 53), agencies = Kind(rawValue: 1 << 54)
    /// A word of a line above the navigation that is no name of the site (بحث).
    public static let siteTool = Kind(rawValue: 1 << 50)
    /// A verb whose subject, behind it, is a medium: نشرته.
    public static let publishing = Kind(rawValue: 1 << 55)
    /// A heading of a list of works, and a word that tells of one in it: أفلامه, بطولة.
    public static let workList = Kind(rawValue: 1 << 57), ofWork = Kind(rawValue: 1 << 58)
    /// A word before a club, and one that pages about sport alone have many of: أمام, لاعبو.
    public static let contest = Kind(rawValue: 1 << 56), sport = Kind(rawValue: 1 << 59)
    /// A word that says what several names behind it are: شركتا.
    public static let several = Kind(rawValue: 1 << 60)
    /// A feminine adjective that with the article and a nation's behind it is a ministry: الخارجية اليابانية.
    public static let ministry = Kind(rawValue: 1 << 61)
    /// A descriptor that belongs to the name of a listed country: جمهورية التشيك.
    public static let state = Kind(rawValue: 1 << 62)
    /// A name of God, which ends names of people and is none itself: الله.
    public static let divine = Kind(rawValue: 1 << 63)
  }

  /// The kinds.
  public var kind: Kind { Kind(rawValue: kinds) }
}
