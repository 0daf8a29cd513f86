import type { Article } from '../model/document.ts';
import { MAX_TEXT, size } from './limits.ts';
import { Refused } from './refusal.ts';

const FIELDS = ['text', 'url', 'title', 'outlet', 'author', 'published', 'language'] as const;

/**
 * An article from a record of its fields, as JSON and front matter have them. Unknown fields are left aside. Throws Refused
 * for a field that is not what it must be.
 */
export function articleFrom(record: Readonly<Record<string, unknown>>, where = ''): Article {
  const field = (name: (typeof FIELDS)[number]): string | null => {
    const value = record[name];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string') throw new Refused(`${where}"${name}" is ${kindOf(value)}: it must be a string`);
    return value;
  };
  const text = field('text');
  if (text === null) {
    const names = Object.keys(record).slice(0, 8).join(', ');
    throw new Refused(
      `${where}it has no "text"${names ? ` (its fields are: ${names})` : ''}: an article's words go into "text"`,
    );
  }
  return {
    text: readable(text, where),
    url: field('url'),
    title: field('title'),
    outlet: field('outlet'),
    author: field('author'),
    published: date(field('published'), where),
    language: language(field('language'), where),
  };
}

const kindOf = (value: unknown) =>
  Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `the ${typeof value} ${value}`;

/** The text itself: not empty, not too long, and well formed. What no text can hold (NUL, half a character) becomes U+FFFD, at its place. */
export function readable(text: string, where = ''): string {
  if (text.trim() === '') throw new Refused(`${where}it is empty: there is no text in it`);
  if (text.length > MAX_TEXT)
    throw new Refused(
      `${where}its text has ${size(text.length)} of characters, and one article may have ${size(MAX_TEXT)}: split it into its articles`,
    );
  return text.replace(/\p{Surrogate}|\0/gu, '\ufffd');
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * A publication date as the ledger keeps it: a day, or a time with its offset. A time without an offset is kept as its day:
 * which instant it was is not known. Throws Refused for anything else.
 */
export function date(published: string | null, where = ''): string | null {
  if (published === null) return null;
  const read = isoDate(published.trim());
  if (read === null)
    throw new Refused(`${where}"published" is "${published}": write it as 2025-03-11 or 2025-03-11T14:30:00+02:00`);
  return read;
}

/** Null for what is no ISO 8601 date. */
export function isoDate(text: string): string | null {
  if (DAY.test(text)) return isDay(text) ? text : null;
  const time = TIME.exec(text);
  if (!time || !isDay(time[1])) return null;
  const [, day, minutes, seconds = ':00', fraction = '', zone] = time;
  if (!zone) return day;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const whole = `${day}T${minutes}${seconds}${fraction.slice(0, 4)}${offset}`;
  return Number.isNaN(Date.parse(whole)) ? null : whole;
}

const isDay = (day: string): boolean =>
  !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().slice(0, 10) === day;

const WEEKDAY_FIRST =
  /^(?:[A-Z][a-z]{2},\s*)?(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\s+(\d{4})\s+(\d{2}:\d{2}(?::\d{2})?)\s*(GMT|UTC?|Z|[+-]\d{4})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date as pages and feeds write it: ISO 8601, or RFC 822 as in "Tue, 11 Mar 2025 12:00:00 GMT". Null for anything else. */
export function foreignDate(text: string | null | undefined): string | null {
  if (!text) return null;
  const mail = WEEKDAY_FIRST.exec(text.trim());
  if (!mail) return isoDate(text.trim());
  const [, day, month, year, time, zone] = mail;
  const number = MONTHS.indexOf(month) + 1;
  return number === 0
    ? null
    : isoDate(
        `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${time}${/^[+-]/.test(zone) ? zone : 'Z'}`,
      );
}

/** BCP 47's primary subtag of a language tag. Throws Refused for what is no tag. */
export function language(tag: string | null, where = ''): string | null {
  if (tag === null) return null;
  const primary = /^([A-Za-z]{2,3})(?:[-_].*)?$/.exec(tag.trim());
  if (!primary) throw new Refused(`${where}"language" is "${tag}": write it as en, uk, ru …`);
  return primary[1].toLowerCase();
}
