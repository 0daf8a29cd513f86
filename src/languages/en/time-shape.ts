import type { TimeExpression, TimeMention } from '../../model/moment.ts';

/** Is it longer than a day by name: a month, a year, a season, "last week"? */
export const isLong = (x: TimeExpression): boolean =>
  x.kind === 'month' ||
  x.kind === 'year' ||
  x.kind === 'season' ||
  (x.kind === 'unit' && x.unit !== 'day' && x.unit !== 'hour');

/** The time itself, without the part of it that is meant: "late on Tuesday" is Tuesday. */
export const inner = (x: TimeExpression): TimeExpression =>
  (x.kind === 'part' && x.of) || x.kind === 'stretch' || x.kind === 'of-year' ? inner(x.of as TimeExpression) : x;

/** Does it name one day? */
export const isDay = (x: TimeExpression): boolean => {
  const of = inner(x);
  return of.kind === 'weekday' || of.kind === 'date' || (of.kind === 'unit' && of.unit === 'day');
};

/** May it be an end of a range, or what a limit is set by? */
export const canEnd = (x: TimeExpression): boolean =>
  isDay(x) || isLong(inner(x)) || (x.kind === 'part' && x.of === null);

export const shapeOf = (x: TimeExpression): TimeMention['shape'] => {
  if (x.kind === 'since') return 'since';
  if (x.kind === 'range' || x.kind === 'past') return 'range';
  return x.kind === 'part' && x.of ? shapeOf(x.of) : 'point';
};
