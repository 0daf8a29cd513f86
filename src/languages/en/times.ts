import type { TimeMention } from '../../model/moment.ts';
import { isDigit, isLetter, Stretch } from './cursor.ts';
import type { Atom } from './time-atom.ts';
import { atomAt, beginsTime } from './time-atoms.ts';
import { finished } from './time-frames.ts';
import { joined } from './time-joins.ts';
import { widened } from './time-leads.ts';
import { digitsAtom } from './time-years.ts';

/**
 * Finds every time in text[from, to), in order and without overlap, as an expression that `resolveTime` lays on days. Nothing outside
 * the stretch is looked at. Linear in its length; never throws. A mention leaves out "on", "in" and "at".
 */
export function findTimes(text: string, from = 0, to = text.length): TimeMention[] {
  const s = new Stretch(text.slice(from, to));
  let last = 0;
  return joined(s, findAtoms(s)).map((atom) => {
    const mention = finished(s, atom, last);
    last = mention.end;
    return from === 0 ? mention : { ...mention, start: mention.start + from, end: mention.end + from };
  });
}

function findAtoms(s: Stretch): Atom[] {
  const { text, to } = s;
  const found: Atom[] = [];
  let inWord = false;
  for (let i = 0; i < to; i++) {
    const c = text.charCodeAt(i);
    if (isLetter(c)) {
      if (!inWord && beginsTime(text, i)) i = file(s, found, atomAt(s, i), i);
      inWord = true;
    } else if (isDigit(c)) {
      if (!inWord) i = file(s, found, digitsAtom(s, i), i);
      inWord = true;
    } else inWord = false;
  }
  return found;
}

/** Files an atom with what stands before it; it takes the place of earlier ones that it holds. Returns the last character read. */
function file(s: Stretch, found: Atom[], atom: Atom | null, at: number): number {
  if (!atom) return at;
  let whole = widened(s, atom);
  while (found.length > 0 && whole.start <= found[found.length - 1].start) found.pop();
  const last = found[found.length - 1];
  if (last && whole.start < last.end) {
    if (atom.start < last.end) return at;
    whole = atom;
  }
  found.push(whole);
  return Math.max(at, whole.end - 1);
}
