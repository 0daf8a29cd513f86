import type { QuantityKind } from '../../model/quantity.ts';
import { isHyphen, isSpace, wordAfter, wordBefore } from './cursor.ts';
import { clockEnd, dateEnd, isDayOfMonth, isYear } from './number-dates.ts';
import { ageEnd, unitEnd } from './number-measure.ts';
import { moneyAround } from './number-money.ts';
import { gluedKind, isLabelled, isNamed, isOne, isPronoun, numberNameEnd } from './number-names.ts';
import type { Numeral } from './numeral-lexicon.ts';

/** What a numeral is: its kind, where it begins and ends with its unit or name, and its value with sign and glued scale ("$-2.8bn"). */
export interface Kind {
  kind: QuantityKind;
  start: number;
  end: number;
  value: number;
}

/** Classifies the numeral by what stands around it in text[from, to). Looks a bounded way, whatever the text. */
export function kindOf(text: string, numeral: Numeral, from: number, to: number): Kind {
  const { start, end, value } = numeral;
  const as = (kind: QuantityKind, stop = end): Kind => ({ kind, start, end: stop, value });
  if (numeral.form === 'zero') return as('zero');
  const money = moneyAround(text, numeral, from, to);
  if (money) return { kind: 'money', ...money };
  const name = numeral.digits === '' ? null : numberNameEnd(text, start, to);
  if (name !== null) return as('other', name);
  const percent = percentEnd(text, end, to);
  if (percent !== null) return signed(text, as('percent', percent), from);
  if (numeral.form === 'fraction') return as('fraction');
  if (numeral.digits !== '' && numeral.scale === 1) {
    const clock = clockEnd(text, numeral, to);
    if (clock !== null) return as('clock', clock);
    const date = dateEnd(text, numeral, to);
    if (date !== null) return as('date', date);
    const glued = gluedKind(text, numeral, from, to);
    if (glued) return glued.kind === 'measure' ? signed(text, glued, from) : inLife(text, glued, from);
  } else {
    const clock = clockEnd(text, numeral, to);
    if (clock !== null) return as('clock', clock);
  }
  if (isDayOfMonth(text, numeral, from, to)) return as('date');
  if (numeral.form === 'ordinal') return as('ordinal');
  const age = ageEnd(text, numeral, from, to);
  if (age !== null) return as('age', age);
  if (isLabelled(text, numeral, from, to)) return as('other');
  if (isYear(text, numeral, from, to)) return as('year');
  const unit = unitEnd(text, numeral, to);
  if (unit !== null) return signed(text, as('measure', unit), from);
  if (isNamed(text, numeral, from, to)) return as('other');
  if (isOne(text, numeral) && isPronoun(text, numeral, from, to)) return as('other');
  if (numeral.form === 'plural' || numeral.form === 'several') return as('vague');
  if (wordBefore(text, start, from)?.lower === 'minus') return signed(text, as('measure'), from);
  // "four-point plan", "11-member body"; but "100-plus", "40-odd", "30-strong" count
  const after = wordAfter(text, end, to);
  return as(after?.hyphen && !/^(?:plus|odd|strong)$/.test(after.lower) ? 'other' : 'cardinal');
}

/** Where "%", "percent", "per cent", "percentage points" ends. */
function percentEnd(text: string, end: number, to: number): number | null {
  const mark = end < to && isSpace(text.charCodeAt(end)) ? end + 1 : end;
  if (mark < to && text[mark] === '%') return mark + 1;
  const word = wordAfter(text, end, to);
  if (!word) return null;
  if (/^(?:percent|pc|pct|percentage)$/.test(word.lower)) return word.end;
  const cent = word.lower === 'per' ? wordAfter(text, word.end, to) : null;
  return cent?.lower === 'cent' ? cent.end : null;
}

/** "minus 14 Celsius", "-3%": what is measured may be below zero; what is counted may not. */
function signed(text: string, kind: Kind, from: number): Kind {
  const word = wordBefore(text, kind.start, from);
  if (word?.lower === 'minus') return { ...kind, start: word.start, value: -kind.value };
  const at = kind.start - 1;
  const minus = at >= from && isHyphen(text.charCodeAt(at)) && (at === from || /[\s(]/.test(text[at - 1]));
  return minus ? { ...kind, start: at, value: -kind.value } : kind;
}

/** "in his 50s" is an age, "the 1950s" are years. */
function inLife(text: string, kind: Kind, from: number): Kind {
  if (kind.kind !== 'year' || kind.value > 100) return kind;
  return {
    ...kind,
    kind: /^(?:his|her|their|mid|early|late)$/.test(wordBefore(text, kind.start, from)?.lower ?? '') ? 'age' : 'other',
  };
}
