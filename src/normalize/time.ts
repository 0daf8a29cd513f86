import type { Time } from '../model/claim.ts';
import type { Season, TimeExpression, TimeUnit } from '../model/moment.ts';
import {
  addMonths,
  type Day,
  type Days,
  dayOf,
  isDate,
  isoDate,
  monthDays,
  monthOf,
  parseDay,
  weekDays,
  weekdayOf,
  yearDays,
  yearOf,
} from './calendar.ts';

/** What the text around an expression adds to it. */
export interface TimeContext {
  /** The words around speak of what is to come: "will meet on Wednesday" looks ahead. */
  future?: boolean;
  /** The time that "that evening", "the following day" or "since then" refer to. */
  anchor?: Pick<Time, 'from' | 'to'> | null;
}

type Precision = Time['precision'];
interface Resolved extends Days {
  precision: Precision;
}

/**
 * Lays an expression on whole days, both inclusive, against the publication date (ISO date or date-time; the day is the one in its own
 * offset). Day rules: a weekday is the latest on or before publication, a week runs from Monday to Sunday, overnight from the day before to the
 * day, "this month" and its like end with publication unless they look ahead. Null when it cannot be told: no publication date for
 * what is relative, no anchor for what is anchored, a date that does not exist.
 */
export function resolveTime(
  expression: TimeExpression,
  published: string | null,
  context: TimeContext = {},
): Pick<Time, 'from' | 'to' | 'precision'> | null {
  const anchor = context.anchor ?? null;
  const anchored = anchor === null ? null : { from: parseDay(anchor.from), to: parseDay(anchor.to) };
  const found = resolve(expression, {
    day: parseDay(published),
    future: context.future ?? false,
    anchor: anchored?.from != null && anchored.to != null ? { from: anchored.from, to: anchored.to } : null,
  });
  if (!found || found.from > found.to || yearOf(found.from) < 0 || yearOf(found.to) > 9999) return null;
  return { from: isoDate(found.from), to: isoDate(found.to), precision: found.precision };
}

interface Frame {
  /** Publication; null when unknown. */
  day: Day | null;
  future: boolean;
  anchor: Days | null;
}

const at = (from: Day, to: Day, precision: Precision): Resolved => ({ from, to, precision });
const over = ({ from, to }: Days, precision: Precision): Resolved => ({ from, to, precision });

function resolve(x: TimeExpression, frame: Frame): Resolved | null {
  const { day } = frame;
  switch (x.kind) {
    case 'date': {
      const year =
        x.year ??
        nearestYear(frame, (y) =>
          isDate(y, x.month, x.day)
            ? { from: dayOf(y, x.month, x.day), to: dayOf(y, x.month, x.day) + (frame.future ? LATELY : 0) }
            : null,
        );
      return year === null || !isDate(year, x.month, x.day)
        ? null
        : at(dayOf(year, x.month, x.day), dayOf(year, x.month, x.day), 'day');
    }
    case 'month': {
      const year = x.year ?? nearestYear(frame, (y) => monthDays(y, x.month), x.shift ?? 0);
      return year === null ? null : over(monthDays(year, x.month), 'month');
    }
    case 'of-year':
      return day === null ? null : resolve({ ...x.of, year: yearOf(day) + x.shift }, frame);
    case 'year':
      return over(yearDays(x.year, x.years), x.years === 1 ? 'year' : 'range');
    case 'season': {
      const year = x.year ?? nearestYear(frame, (y) => seasonDays(y, x.season), x.shift);
      return year === null ? null : over(seasonDays(year, x.season), 'range');
    }
    case 'weekday':
      if (day === null) return null;
      if (x.week !== null)
        return at(
          weekDays(day + 7 * x.week).from + ((x.weekday + 6) % 7),
          weekDays(day + 7 * x.week).from + ((x.weekday + 6) % 7),
          'day',
        );
      return weekday(x.weekday, x.which, day, frame.future);
    case 'unit':
      return day === null ? null : unit(x.unit, x.shift, x.part, day, frame.future);
    case 'ago':
      return day === null ? null : ago(x.count, x.unit, day);
    case 'past':
      return day === null ? null : at(back(day, x.count, x.unit), day, 'range');
    case 'overnight': {
      const of = x.of ? resolve(x.of, frame) : day === null ? null : at(day, day, 'day');
      if (!of) return null;
      return of.to > of.from ? { ...of, precision: 'night' } : at(of.from - 1, of.to, 'night');
    }
    case 'part': {
      const of = x.of ? resolve(x.of, frame) : (frame.anchor ?? (day === null ? null : { from: day, to: day }));
      // "on the night of 18 September", written on the 18th: the night that ended then
      if (of && x.part === 'night' && x.of?.kind === 'date' && of.to === day && !frame.future)
        return at(of.from - 1, of.to, 'night');
      return (
        of &&
        over(
          of,
          x.part === 'night' || x.part === 'midnight'
            ? 'night'
            : 'precision' in of
              ? (of as Resolved).precision
              : of.from === of.to
                ? 'day'
                : 'range',
        )
      );
    }
    case 'stretch': {
      const of = resolve(x.of, frame);
      if (!of) return null;
      // of a year whole months, of anything shorter whole days
      if (of.precision === 'year')
        return at(
          addMonths(of.from, Math.floor((12 * x.from) / 100)),
          addMonths(of.from, Math.ceil((12 * x.to) / 100)) - 1,
          'range',
        );
      const length = of.to - of.from + 1;
      return at(of.from + Math.floor((length * x.from) / 100), of.from + Math.ceil((length * x.to) / 100) - 1, 'range');
    }
    case 'range': {
      const to = resolve(x.to, frame);
      if (!to) return null;
      // the first end is the latest before the second: "from Friday to Sunday", "December 28 to January 3"
      const from = resolve(x.from, { ...frame, day: day === null ? null : to.to, future: false });
      return from && at(from.from, to.to, 'range');
    }
    case 'since': {
      const from = resolve(x.from, { ...frame, future: false });
      return from && day !== null && from.from <= day ? at(from.from, day, 'since') : null;
    }
    case 'limit':
      return resolve(x.of, frame);
    case 'anchored':
      return anchored(x, frame);
    case 'dateline':
      return dateline(x.date, frame);
  }
}

/** "The day before" counts from the anchor; the clause after "a week after …" lies that long before the anchor, or before publication. */
function anchored(x: Extract<TimeExpression, { kind: 'anchored' }>, frame: Frame): Resolved | null {
  const following = x.anchor === 'following';
  const { anchor, day } = frame;
  const base = x.base
    ? resolve(x.base, frame)
    : (anchor ?? (following && day !== null ? { from: day, to: day } : null));
  if (!base) return null;
  const shift = following ? -x.shift : x.shift;
  const precision: Precision = x.part === 'night' ? 'night' : 'day';
  if (x.unit !== 'day' && x.unit !== 'hour' && x.unit !== 'week') return unit(x.unit, shift, 'whole', base.from, true);
  if (shift === 0 && x.unit === 'week') return unit('week', 0, 'whole', base.from, true);
  if (shift === 0 || x.unit === 'hour') return over(base, base.from === base.to ? precision : 'range');
  const to = (shift < 0 && !following ? base.from : base.to) + shift * (x.unit === 'week' ? 7 : 1);
  return at(to, to, precision);
}

/** A dateline's day is the one nearest to publication, before it or after: the desk's clock and the reporter's differ. */
function dateline(date: TimeExpression, frame: Frame): Resolved | null {
  const before = resolve(date, { ...frame, future: false });
  const after = resolve(date, { ...frame, future: true });
  if (!before || !after || frame.day === null) return before ?? after;
  return after.from - frame.day < frame.day - before.from ? after : before;
}

/** A date that has passed so many days ago is not that of next year, whatever is planned. */
const LATELY = 45;

/** The year that puts a yearless time on or last before publication; first on or after it when it looks ahead. `shift` goes so many times further. */
function nearestYear(frame: Frame, days: (year: number) => Days | null, shift = 0): number | null {
  if (frame.day === null) return null;
  const now = yearOf(frame.day);
  const ahead = frame.future && shift >= 0 && shift !== -1;
  if (ahead || shift > 0) {
    for (let year = now - 1; year <= now + 8; year++) {
      const found = days(year);
      if (found && (shift > 0 ? found.from > frame.day : found.to >= frame.day)) return year;
    }
  } else {
    for (let year = now + 1; year >= now - 8; year--) {
      const found = days(year);
      if (found && (shift < 0 ? found.to < frame.day : found.from <= frame.day)) return year;
    }
  }
  return null;
}

const SEASON_MONTHS: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };
/** Meteorological seasons of the northern half: spring from March, winter from December of its year into February. */
const seasonDays = (year: number, season: Season): Days => ({
  from: dayOf(year, SEASON_MONTHS[season], 1),
  to: dayOf(year, SEASON_MONTHS[season] + 3, 0),
});

function weekday(wanted: number, which: 'near' | 'last' | 'next' | 'this', day: Day, future: boolean): Resolved {
  const behind = (weekdayOf(day) - wanted + 7) % 7;
  const ahead = (7 - behind) % 7;
  const found =
    which === 'last'
      ? day - (behind || 7)
      : which === 'next'
        ? day + (ahead || 7)
        : which === 'this' && !future
          ? weekDays(day).from + ((wanted + 6) % 7)
          : future
            ? day + ahead
            : day - behind;
  return at(found, found, 'day');
}

const UNIT_PRECISION: Readonly<Record<TimeUnit, Precision>> = {
  hour: 'day',
  day: 'day',
  week: 'week',
  weekend: 'range',
  month: 'month',
  quarter: 'range',
  season: 'range',
  year: 'year',
  decade: 'range',
};

function unit(of: TimeUnit, shift: number, part: 'whole' | 'earlier' | 'later', day: Day, future: boolean): Resolved {
  const whole = calendarUnit(of, shift, day);
  const precision = UNIT_PRECISION[of];
  if (part === 'later') return at(Math.max(whole.from, day), whole.to, precision);
  // "this month" tells of what has been, unless it looks ahead
  const clip = shift === 0 && !future && (part === 'earlier' || of !== 'weekend') && whole.from <= day;
  return at(whole.from, clip ? Math.min(whole.to, day) : whole.to, precision);
}

function calendarUnit(of: TimeUnit, shift: number, day: Day): Days {
  switch (of) {
    case 'hour':
    case 'day':
      return { from: day + shift, to: day + shift };
    case 'week':
      return weekDays(day + 7 * shift);
    case 'weekend': {
      // the latest weekend that has begun: of the week before until Saturday
      const saturday = day - ((weekdayOf(day) + 1) % 7);
      const begun = shift < 0 && day - saturday <= 1 ? saturday - 7 : saturday;
      const from = begun + (shift > 0 ? 7 * shift : shift < -1 ? 7 * (shift + 1) : 0);
      return { from, to: from + 1 };
    }
    case 'season':
    case 'quarter': {
      const first = Math.floor((monthOf(day) - 1) / 3) * 3 + 1 + 3 * shift;
      return { from: dayOf(yearOf(day), first, 1), to: dayOf(yearOf(day), first + 3, 0) };
    }
    case 'month':
      return monthDays(yearOf(day), monthOf(day) + shift);
    case 'year':
      return yearDays(yearOf(day) + shift);
    case 'decade':
      return yearDays(Math.floor(yearOf(day) / 10) * 10 + 10 * shift, 10);
  }
}

/** The day so many units before another. */
function back(day: Day, count: number, of: TimeUnit): Day {
  switch (of) {
    case 'hour':
      return day - Math.ceil(count / 24);
    case 'day':
      return day - Math.round(count);
    case 'week':
    case 'weekend':
      return day - Math.round(7 * count);
    case 'month':
      return addMonths(day, -Math.round(count));
    case 'quarter':
    case 'season':
      return addMonths(day, -Math.round(3 * count));
    case 'year':
      return addMonths(day, -Math.round(12 * count));
    case 'decade':
      return addMonths(day, -Math.round(120 * count));
  }
}

/** "Three days ago" and "a week ago" are a day, "two months ago" that month, "four years ago" that year; "five hours ago" the day itself. */
function ago(count: number, of: TimeUnit, day: Day): Resolved {
  if (of === 'hour') return at(day - Math.floor(count / 24), day - Math.floor(count / 24), 'day');
  const then = back(day, count, of);
  if (of === 'month') return over(monthDays(yearOf(then), monthOf(then)), 'month');
  if (of === 'year' || of === 'decade') return over(yearDays(yearOf(then)), 'year');
  return at(then, then, of === 'day' ? 'day' : 'week');
}
