import type { OccurrenceType } from '../model/claim.ts';
import type { Standing } from '../model/event.ts';

/**
 * What any list can be narrowed by; every field that is given must hold. The CLI's options and the API's parameters
 * are these by name. A field that a list has no use for is ignored (documents have no standing).
 */
export interface Filters {
  /** ISO days, both inclusive: what overlaps [since, until]. Undated claims and events count on their day of publication. */
  since?: string;
  until?: string;
  /** A place's name, whole words of it, or its id. */
  place?: string;
  /** Who did it or had it done to them: name, whole words of it, id, or side. */
  actor?: string;
  /** Who says it: name, whole words of it, id, or side. */
  origin?: string;
  type?: OccurrenceType;
  standing?: Standing;
  /** Full text: all words must occur; "words in quotes" as a phrase. */
  search?: string;
  /** Only what was known by the end of this ISO day: published by then, or, without a date, first seen by then. */
  asOf?: string;
}

/** One page of a list. */
export interface Paging {
  /** At most this many; the default is 50. */
  limit?: number;
  /** `next` of the page before. */
  cursor?: string;
}

export interface Page<T> {
  items: T[];
  /** Hand it in as `cursor` for what follows; null at the end. */
  next: string | null;
}

/** Thrown for a filter or cursor that cannot be understood; `field` is its name in `Filters` or `Paging`. */
export class FilterError extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}
