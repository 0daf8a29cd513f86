import type { QuantityKind } from '../../model/quantity.ts';
import { isHyphen, isSpace, type Stretch } from './cursor.ts';
import { clockEnd, dateEnd, isDayOfMonth, isYear } from './number-dates.ts';
import { ageEnd, unitEnd } from './number-measure.ts';
import { moneyAround } from './number-money.ts';
import { gluedKind, isLabelled, isNamed, isOne, isPronoun, numberNameEnd } from './number-names.ts';
import { readNumeral } from './numeral.ts';
import type { Numeral } from './numeral-lexicon.ts';

/** What a numeral is: its kind, where it begins and ends with its unit or name, and its value with sign and glued scale ("$-2.8bn"). */
export interface Kind {
  kind: QuantityKind;
  start: number;
  end: number;
  value: number;
}

const kindAs = (kind: QuantityKind, { start, end, value }: Numeral, stop = end): Kind => ({
  kind,
  start,
  end: stop,
  value,
});

/** Classifies the numeral by what stands around it in text[from, to). Looks a bounded way, whatever the text. */
export function kindOf(s: Stretch, numeral: Numeral): Kind {
  const { start, end } = numeral;
  if (numeral.form === 'zero') return kindAs('zero', numeral);
  const money = moneyAround(s, numeral);
  if (money) return { kind: 'money', ...money };
  const name = numeral.digits === '' ? null : numberNameEnd(s, start);
  if (name !== null) return kindAs('other', numeral, name);
  const percent = percentEnd(s, end);
  if (percent !== null) return signed(s, kindAs('percent', numeral, percent));
  if (numeral.form === 'fraction') return kindAs('fraction', numeral);
  if (numeral.digits !== '' && numeral.scale === 1) {
    const clock = clockEnd(s, numeral);
    if (clock !== null) return kindAs('clock', numeral, clock);
    const date = dateEnd(s, numeral);
    if (date !== null) return kindAs('date', numeral, date);
    const glued = gluedKind(s, numeral);
    if (glued) return glued.kind === 'measure' ? signed(s, glued) : inLife(s, glued);
  } else {
    const clock = clockEnd(s, numeral);
    if (clock !== null) return kindAs('clock', numeral, clock);
  }
  const ratio = ratioEnd(s, numeral);
  if (ratio !== null) return { kind: 'fraction', start, end: ratio.end, value: 1 / ratio.value };
  if (isDayOfMonth(s, numeral)) return kindAs('date', numeral);
  if (numeral.form === 'ordinal') return kindAs('ordinal', numeral);
  const age = ageEnd(s, numeral);
  if (age !== null) return kindAs('age', numeral, age);
  if (isLabelled(s, numeral)) return kindAs('other', numeral);
  if (isYear(s, numeral)) return kindAs('year', numeral);
  const unit = unitEnd(s, numeral);
  if (unit !== null) return signed(s, kindAs('measure', numeral, unit));
  const of = unitOfMany(s, numeral);
  if (of) return of;
  if (isNamed(s, numeral)) return kindAs('other', numeral);
  if (isOne(s, numeral) && isPronoun(s, numeral)) return kindAs('other', numeral);
  if (numeral.form === 'plural' || numeral.form === 'several') return kindAs('vague', numeral);
  if (s.before(start)?.lower === 'minus') return signed(s, kindAs('measure', numeral));
  // "high-five"
  if (numeral.digits === '' && /[-‐‑]/.test(s.behind(start, 1)) && s.before(start)) return kindAs('other', numeral);
  // "four-point plan", "11-member body"; but "100-plus", "40-odd", "30-strong" count
  const after = s.after(end);
  return kindAs(after?.hyphen && !/^(?:plus|odd|strong)$/.test(after.lower) ? 'other' : 'cardinal', numeral);
}

/** "Millions of dollars", "hundreds of years", "a couple of days", "90-plus minutes": what is measured, with a word between. */
function unitOfMany(s: Stretch, numeral: Numeral): Kind | null {
  const word = s.after(numeral.end);
  const between =
    word?.lower === 'of'
      ? numeral.form === 'plural' || numeral.form === 'several' || /[a-z]$/i.test(s.behind(numeral.end, 1))
      : word?.hyphen && (word.lower === 'plus' || word.lower === 'odd');
  if (!word || !between) return null;
  const beyond = { ...numeral, end: word.end };
  const unit = unitEnd(s, beyond);
  if (unit !== null) return kindAs('measure', numeral, unit);
  const money = moneyAround(s, beyond);
  return money && money.end > word.end ? kindAs('money', numeral, money.end) : null;
}

/** "One in five": the number that it is one of. */
function ratioEnd(s: Stretch, { value, end, form }: Numeral): Numeral | null {
  const word = value === 1 && form === 'plain' ? s.after(end) : null;
  if (word?.lower !== 'in') return null;
  const whole = readNumeral(s, s.skipSpace(word.end));
  return whole?.form === 'plain' && whole.value > 1 && whole.value <= 1000 && unitEnd(s, whole) === null ? whole : null;
}

/** Where "%", "percent", "per cent", "percentage points" ends. */
function percentEnd(s: Stretch, end: number): number | null {
  const { text, to } = s;
  const mark = end < to && isSpace(text.charCodeAt(end)) ? end + 1 : end;
  if (mark < to && text[mark] === '%') return mark + 1;
  const word = s.after(end);
  if (!word) return null;
  if (/^(?:percent|pc|pct|percentage)$/.test(word.lower)) return word.end;
  const cent = word.lower === 'per' ? s.after(word.end) : null;
  return cent?.lower === 'cent' ? cent.end : null;
}

/** "minus 14 Celsius", "-3%": what is measured may be below zero; what is counted may not. */
function signed(s: Stretch, kind: Kind): Kind {
  const { text } = s;
  const word = s.before(kind.start);
  if (word?.lower === 'minus') return { ...kind, start: word.start, value: -kind.value };
  const at = kind.start - 1;
  const minus = at >= 0 && isHyphen(text.charCodeAt(at)) && (at === 0 || /[\s(]/.test(text[at - 1]));
  return minus ? { ...kind, start: at, value: -kind.value } : kind;
}

/** "in his 50s" is an age, "the 1950s" are years. */
function inLife(s: Stretch, kind: Kind): Kind {
  if (kind.kind !== 'year' || kind.value > 100) return kind;
  return {
    ...kind,
    kind: /^(?:his|her|their|mid|early|late)$/.test(s.before(kind.start)?.lower ?? '') ? 'age' : 'other',
  };
}
