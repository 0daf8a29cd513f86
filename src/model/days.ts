import type { Time } from './claim.ts';

const DAY = 86_400_000;
/** Days that a spell of fighting may last before what is counted over it is a total. */
export const SPELL = 7;

/** Days since 1970-01-01 of an ISO date or date-time, as written there: no zone moves it. */
export const dayNumber = (iso: string): number => Math.floor(Date.parse(iso.slice(0, 10)) / DAY);

/** Is what is counted over this time a total, and no occurrence's? */
export const isTotal = ({ from, to }: Pick<Time, 'from' | 'to'>): boolean => dayNumber(to) - dayNumber(from) > SPELL;
