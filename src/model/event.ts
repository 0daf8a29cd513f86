import { z } from 'zod';
import { Measure, OccurrenceType, Party, Place, Time } from './claim.ts';

/** A distinct root of claims on an event, and how many of them are its own. */
export const Origin = Party.pick({ name: true, id: true, kind: true, side: true }).extend({ claims: z.int() });
export type Origin = z.infer<typeof Origin>;

/** One measure of one item, over all current claims on the whole event. Null bounds are open. */
export const EventFigure = z.object({
  measure: Measure,
  item: z.string(),
  low: z.number().nullable(),
  best: z.number().nullable(),
  high: z.number().nullable(),
  by: z.array(
    z.object({
      origin: z.string(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      claims: z.array(z.string()),
    }),
  ),
});
export type EventFigure = z.infer<typeof EventFigure>;

export const DisputeKind = z.enum(['figures', 'denial', 'responsibility']);
/** Claims on one event that cannot all be true, or that somebody denies; `note` says why in words. */
export const Dispute = z.object({ kind: DisputeKind, claims: z.array(z.string()), note: z.string() });
export type Dispute = z.infer<typeof Dispute>;

export const Standing = z.enum(['single-source', 'one-sided', 'corroborated', 'contested', 'confirmed', 'rejected']);
export type Standing = z.infer<typeof Standing>;

/** A superlative, checked against the ledger. `event` is the one that breaks it, null unless broken. */
export const RecordCheck = z.object({
  claim: z.string(),
  status: z.enum(['holds', 'broken', 'unknown']),
  event: z.string().nullable(),
  note: z.string(),
});
export type RecordCheck = z.infer<typeof RecordCheck>;

/** The occurrence in the world that claims from one or many documents are about. */
export const Event = z.object({
  id: z.string(),
  type: OccurrenceType,
  /** One line that a person understands: "Drone attack on Kursk, 11 Mar 2025". */
  title: z.string(),
  time: Time.nullable(),
  place: Place.nullable(),
  claims: z.array(z.string()),
  documents: z.array(z.string()),
  origins: z.array(Origin),
  figures: z.array(EventFigure),
  standing: Standing,
  disputes: z.array(Dispute),
  records: z.array(RecordCheck),
});
export type Event = z.infer<typeof Event>;
