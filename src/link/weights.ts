/**
 * What speaks for or against a passage being about an event, in points. From `threshold` on it is taken to be. Set by hand and
 * then moved by halves while the development stories and the project's own got better (docs/measurements.md, Linking).
 */
export const weights = {
  threshold: 4.5,
  /** Two events whose passages have this on the average, without what tells only within an article, are made one. */
  mergeThreshold: 3.5,
  /** Most that figures alone can give. */
  figuresAtMost: 4.5,

  sameTime: 3.5,
  timesOverlap: 3,
  /** Of two totals that count from one day: so do many. */
  sameTotal: 2,
  dayWithinSpell: 2,
  dayWithinSpellOfOneArticle: -2,
  dayAfter: -3,
  otherTime: -8,
  otherDayOfSpell: -3,
  countedLater: -1.5,
  /** One of the two gives no day, and the other's is in the days before publication, or in the fortnight, or not at all. */
  recent: 1,
  lessRecent: 0,
  notRecent: -1,
  totalBesideUndated: 0.5,
  publishedTogether: 0,
  publishedApart: -3,

  samePlace: 3.5,
  sameVastPlace: 1,
  insidePlace: 1,
  insideVastPlace: 1.5,
  nearPlace: 1,
  unsurePlace: 1,
  unlikePlace: -3,
  awayPlace: -6,
  farPlace: -8,
  /** Exact places apart, or of other names, told by one article: with a day of its own, and without. */
  siteOfOneArticleDated: -2.5,
  siteOfOneArticle: -0.5,

  /** The reader took the passage's place, or its time, from elsewhere in its article, and another article has the same. */
  hintPlace: 1.5,
  hintTime: 1.5,

  sameSides: 2,
  oneSameSide: 1,
  otherSides: -0.5,
  otherSidesBare: 0,
  reversed: -4,
  reversedBare: -1,
  reversedOnTheSpot: -1,

  otherFamily: -6,
  /** An exchange beside a seizure of people: of those who were taken some are let go. */
  takenAndFreed: -3,
  tellingFamily: 0.5,
  sameTarget: 4,
  otherTarget: -3,

  roundNumber: 3,
  largeNumber: 4.5,
  oddNumber: 5,
  number: 2,
  sameVoice: 1,
  sameVoiceOnTotal: 2,

  /** The reader took this passage's time and place, or one of them, from the other. */
  hinted: 4,
  halfHinted: 2.5,
  /** The reader took the passage's day or place from elsewhere in the article than from the other. */
  takenFromElsewhere: 0.5,
  bareNext: 4.5,
  bareAfterNext: 2,
  bareLater: 1.5,
  halfNext: 3.5,
  halfLater: 2,
  fullNext: 1,
  fullLater: 0.5,
};
