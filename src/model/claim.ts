import { z } from 'zod';
import { Quote, Span } from './span.ts';

/** What sort of claim: a count, a happening, an answer to somebody's claim, a record, or something merely stated. */
export const ClaimKind = z.enum(['figure', 'occurrence', 'response', 'superlative', 'statement']);
export type ClaimKind = z.infer<typeof ClaimKind>;

/** What is said to have happened. The closed list leans on ACLED's sub-event types. */
export const OccurrenceType = z.enum([
  'attack',
  'interception',
  'casualties',
  'damage',
  'disruption',
  'territory',
  'detention',
  'exchange',
  'talks',
  'agreement',
  'support',
  'statement',
]);
export type OccurrenceType = z.infer<typeof OccurrenceType>;

/** What a figure measures. */
export const Measure = z.enum([
  'launched',
  'intercepted',
  'hit',
  'killed',
  'injured',
  'missing',
  'captured',
  'returned',
  'displaced',
  'damaged',
  'delivered',
]);
export type Measure = z.infer<typeof Measure>;

export const Stance = z.enum(['asserts', 'denies', 'confirms', 'no-comment']);
export type Stance = z.infer<typeof Stance>;

export const Modality = z.enum(['actual', 'planned', 'hypothetical', 'negated']);
export type Modality = z.infer<typeof Modality>;

/**
 * What kind of party speaks. `state` is a country or its government taken as one; `institution` a ministry, office or
 * service of one; `military` its armed forces or a branch; `armed-group` a non-state force; `official` a named or
 * unnamed office-holder; `outlet` a news organisation; `organisation` a body that is nobody's (UN, Red Cross, monitors, NGOs, firms,
 * hospitals); `person` anybody else who is named; `unnamed` people without a name or an office (witnesses, residents, sources).
 */
export const PartyKind = z.enum([
  'state',
  'institution',
  'military',
  'armed-group',
  'official',
  'outlet',
  'organisation',
  'person',
  'unnamed',
]);
export type PartyKind = z.infer<typeof PartyKind>;

/** Who says it, or passed it on. `text` is what stands in the article, `name` what it was taken to mean. */
export const Party = Quote.extend({
  name: z.string(),
  /** Stable across articles for whom we know, e.g. `ru/ministry-of-defence`; null when it is only a name. */
  id: z.string().nullable(),
  kind: PartyKind,
  /** The country or group it speaks for, by name ("Russia", "Hezbollah"); null when nobody's or unknown. */
  side: z.string().nullable(),
});
export type Party = z.infer<typeof Party>;

/** Who did it, or had it done to them. */
export const Actor = Quote.extend({ name: z.string(), id: z.string().nullable(), side: z.string().nullable() });
export type Actor = z.infer<typeof Actor>;

/**
 * A figure. `low` and `high` are inclusive bounds; null is no bound on that side. `modifier` is the word that sets them
 * ("at least", "about", "dozens"), lower-cased, null for an exact number. Bounds are those of gold/README.md.
 */
export const Value = Quote.extend({
  low: z.number().nullable(),
  high: z.number().nullable(),
  modifier: z.string().nullable(),
});
export type Value = z.infer<typeof Value>;

/**
 * Where. `id` is a GeoNames id (`geonames:703448`), or our own for areas without one. `precision` is UCDP GED's
 * `where_prec`: 1 exact place, 2 near it, 3 second-order division, 4 first-order division, 5 a wider area or a line,
 * 6 country, 7 international waters or airspace. Latitude and longitude are WGS 84 degrees, null when unresolved.
 */
export const Place = Quote.extend({
  name: z.string(),
  id: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  precision: z.int().min(1).max(7).nullable(),
});
export type Place = z.infer<typeof Place>;

/** When: whole days, both inclusive, ISO dates. `precision` is the coarsest unit that the words name. */
export const Time = Quote.extend({
  from: z.iso.date(),
  to: z.iso.date(),
  precision: z.enum(['day', 'night', 'week', 'month', 'year', 'range', 'since']),
});
export type Time = z.infer<typeof Time>;

/** One proposition that a source puts forward, with the stretch of text that says so. */
export const Claim = z.object({
  id: z.string(),
  kind: ClaimKind,
  type: OccurrenceType,
  measure: Measure.nullable(),
  /** What a figure counts, singular: `drone`, `missile`, `drone+missile`, `person`, `child`, `body` … */
  item: z.string().nullable(),
  value: Value.nullable(),
  /** The root of the claim; null is the article's own voice. */
  source: Party.nullable(),
  /** Who passed it on, nearest the root first. */
  relays: z.array(Party),
  cue: Quote.nullable(),
  stance: Stance,
  /** Of a response or superlative: ids of the claims (of the same document) that it answers or ranks. */
  about: z.array(z.string()),
  /** The article's own words of distance: `reportedly`, `allegedly`, `if true`. */
  hedges: z.array(z.string()),
  modality: Modality,
  actor: Actor.nullable(),
  target: Actor.nullable(),
  weapon: z.string().nullable(),
  place: Place.nullable(),
  time: Time.nullable(),
  content: Span,
  sentence: Span,
  /** Name and version of what read it. */
  extractor: z.string(),
});
export type Claim = z.infer<typeof Claim>;

/** A doubt, as vfile has it: a place, a rule and a reason. */
export interface Message extends Span {
  rule: string;
  reason: string;
}
