import { z } from '@hono/zod-openapi';
import { Claim, PartyKind } from '../model/claim.ts';
import { DocumentInfo } from '../model/document.ts';
import { Dispute, DisputeKind, Event, RecordCheck } from '../model/event.ts';

/**
 * What goes over the wire, one schema a resource: the model's own schemas, and around them the rows that `store/ledger.ts` answers with.
 * They make the OpenAPI document and its types; `meta({ id })` names a component.
 */
export const ClaimShape = Claim.meta({ id: 'Claim' });
export const EventShape = Event.meta({ id: 'Event' });
export const DocumentShape = DocumentInfo.meta({ id: 'Document' });

const isoMoment = z
  .string()
  .meta({ description: 'ISO 8601 date, or date-time with offset', examples: ['2025-03-11T09:40:00+03:00'] });
const brief = Event.pick({ id: true, type: true, title: true, time: true, place: true, standing: true });

export const ClaimRow = z
  .object({
    claim: ClaimShape,
    document: DocumentShape,
    event: z.string().nullable().meta({ description: 'Id of the event that it stands in' }),
    quote: z.string().meta({
      description: 'The words of its sentence; `claim.sentence.start` is the offset of their first character',
    }),
    current: z
      .boolean()
      .meta({ description: 'False when a later version of its article no longer has it, or a reviewer rejected it' }),
  })
  .meta({ id: 'ClaimRow' });

export const EventRow = z
  .object({
    event: EventShape,
    documents: z.int(),
    origins: z.int(),
    claims: z.int(),
    disputes: z.int(),
    first: isoMoment.nullable(),
    latest: isoMoment.nullable(),
  })
  .meta({ id: 'EventRow' });

export const LinkRow = z.object({
  claim: z.string(),
  event: z.string(),
  other: z.string().nullable(),
  score: z.number(),
  reason: z.string(),
  by: z.string(),
  at: isoMoment,
});

export const EventPage = EventRow.extend({
  filed: z.array(ClaimRow).meta({ description: 'Its claims in order of publication' }),
  links: z.array(LinkRow),
}).meta({ id: 'EventPage' });

export const Appearance = z.object({
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  author: z.string().nullable(),
  title: z.string().nullable(),
  published: isoMoment.nullable(),
  seen: isoMoment,
});

export const DocumentRow = DocumentInfo.extend({
  seen: isoMoment,
  claims: z.int(),
  appearances: z.int(),
  current: z.boolean().meta({ description: 'False once a later version of the same address has taken its place' }),
}).meta({ id: 'DocumentRow' });

export const DocumentPage = z
  .object({
    document: DocumentInfo.extend({ text: z.string() }),
    claims: z.array(ClaimShape),
    messages: z.array(z.object({ start: z.int(), end: z.int(), rule: z.string(), reason: z.string() })),
    appearances: z.array(Appearance),
    versions: z.array(
      z.object({
        document: z.string(),
        url: z.string(),
        published: isoMoment.nullable(),
        seen: isoMoment,
        current: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'DocumentPage' });

export const DisputeRow = Dispute.extend({
  id: z.string(),
  event: brief,
  since: isoMoment.nullable().meta({ description: 'Publication of the later of the claims that clash' }),
  words: z.array(ClaimRow).meta({ description: 'The claims that clash, at most six' }),
}).meta({ id: 'DisputeRow' });

export const RecordRow = RecordCheck.extend({
  about: z.object({ id: z.string(), title: z.string() }),
  broken_by: z.string().nullable().meta({ description: 'Title of the event that breaks it' }),
  quote: z.string(),
  document: DocumentShape,
}).meta({ id: 'RecordRow' });

export const OriginRow = z
  .object({
    key: z.string(),
    name: z.string(),
    id: z.string().nullable(),
    kind: PartyKind,
    side: z.string().nullable(),
    claims: z.int(),
    events: z.int(),
    revised: z.int(),
    denied: z.int(),
    contradicted: z.int(),
  })
  .meta({ id: 'OriginRow' });

export const OriginPage = OriginRow.extend({
  contradicted_by: z.array(
    z.object({ key: z.string(), name: z.string(), side: z.string().nullable(), kind: DisputeKind, times: z.int() }),
  ),
  relayed_by: z.array(z.object({ key: z.string(), name: z.string(), times: z.int() })),
  first: isoMoment.nullable(),
  latest: isoMoment.nullable(),
}).meta({ id: 'OriginPage' });

export const Relay = z.object({ origin: z.string(), relay: z.string(), times: z.int() }).meta({ id: 'Relay' });

export const DayTotal = z
  .object({
    day: z.iso.date().meta({ description: 'First day of the day, week or month' }),
    measure: z.string(),
    item: z.string(),
    side: z.string().nullable(),
    low: z.number(),
    high: z.number(),
    events: z.int(),
  })
  .meta({ id: 'DayTotal' });

const SideFigure = z.object({
  low: z.number().nullable(),
  high: z.number().nullable(),
  origin: z.string(),
  claims: z.array(z.string()),
  day: z.string(),
  event: z.object({ id: z.string(), title: z.string() }),
});

export const SideRecord = z
  .object({
    measure: z.string(),
    item: z.string(),
    side: z.string(),
    now: SideFigure,
    before: SideFigure.meta({ description: 'The highest before its day, which it beat' }),
  })
  .meta({ id: 'SideRecord' });

export const EventPoint = z
  .object({
    id: z.string(),
    title: z.string(),
    type: z.string(),
    standing: z.string(),
    day: z.string().nullable(),
    latitude: z.number(),
    longitude: z.number(),
    precision: z.number().nullable(),
    documents: z.int(),
    disputes: z.int(),
  })
  .meta({ id: 'EventPoint' });

export const Review = z
  .object({
    id: z.int(),
    at: isoMoment,
    by: z.string(),
    action: z.enum(['accept', 'correct', 'reject', 'same', 'different', 'standing', 'undo']),
    subject: z.string(),
    other: z.string().nullable(),
    field: z.string().nullable(),
    old: z.unknown(),
    new: z.unknown(),
    reason: z.string(),
    undone_by: z.int().nullable(),
  })
  .meta({ id: 'Review' });

export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'Hand it in as `cursor` for what follows; null at the end' }),
  });
