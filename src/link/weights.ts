/**
 * What speaks for or against a passage being about an event, in points. From `threshold` on it is taken to be. Set by hand and
 * then moved by halves while the development stories and the project's own got better (docs/measurements.md, Linking).
 */
export const weights = {
  threshold: 4,
  /** Most that figures alone can give. */
  figuresAtMost: 4,

  sameTime: 3,
  timesOverlap: 2.5,
  /** Of two totals that count from one day: so do many. */
  sameTotal: 1.5,
  dayWithinSpell: 1,
  dayWithinSpellOfOneArticle: -1,
  dayAfter: -3,
  otherDayOfSpell: -3,
  /** One of the two gives no day, and the other's is in the days before publication, or in the fortnight, or not at all. */
  recent: 1,
  lessRecent: 0.5,
  notRecent: -2,
  totalBesideUndated: -2,
  publishedTogether: 1,
  publishedApart: -3,

  samePlace: 3.5,
  sameVastPlace: 1,
  insidePlace: 1,
  insideVastPlace: 1,
  nearPlace: 1.5,
  unsurePlace: -1.5,
  unlikePlace: -3,
  /** Exact places apart, or of other names, told by one article: with a day of its own, and without. */
  siteOfOneArticleDated: -2,
  siteOfOneArticle: -1,

  /** The same day or place, by what the reader took from elsewhere in the article. */
  hintedTime: 2,
  hintedPlace: 2,

  sameSides: 2.5,
  oneSameSide: 1.5,
  otherSides: -1.5,
  reversed: -4,
  reversedBare: -1,
  reversedOnTheSpot: -1,

  otherFamily: -6,
  tellingFamily: 0.5,
  sameTarget: 4,
  otherTarget: -3,

  largeNumber: 2.5,
  number: 1,
  sameVoice: 1,
  sameVoiceOnTotal: 2,

  bareNext: 4,
  bareAfterNext: 2,
  bareLater: 1,
  halfNext: 3.5,
  halfLater: 2,
  fullNext: 1,
  fullLater: 0.5,
};
