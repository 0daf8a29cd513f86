import { isTotal } from '../model/days.ts';
import type { Event } from '../model/event.ts';
import type { LinkView } from '../model/ledger.ts';

/** The ledger as it will be once the outcome is written: what records are checked against. */
export class Ahead implements LinkView {
  private readonly view: LinkView;
  private readonly events: readonly Event[];
  private readonly stale: ReadonlySet<string>;

  constructor(view: LinkView, events: readonly Event[], removed: readonly string[]) {
    this.view = view;
    this.events = events;
    this.stale = new Set([...removed, ...events.map((e) => e.id)]);
  }

  neighbours = (keys: readonly string[]) => this.view.neighbours(keys);
  filed = (documents: readonly string[]) => this.view.filed(documents);
  judgements = (claims: readonly string[]) => this.view.judgements(claims);

  async largest(
    measure: string,
    item: string,
    low: number,
    from: string | null,
    to: string | null,
    limit: number,
  ): Promise<Event[]> {
    const there = await this.view.largest(measure, item, low, from, to, limit + this.stale.size);
    const value = (event: Event) => {
      const figure = event.figures.find((f) => f.measure === measure && f.item === item);
      return figure ? (figure.best ?? figure.low ?? figure.high ?? -1) : -1;
    };
    const within = ({ time }: Event) =>
      !(time && isTotal(time)) &&
      (from === null || (time !== null && time.to >= from)) &&
      (to === null || (time !== null && time.to <= to));
    return [...there.filter((e) => !this.stale.has(e.id)), ...this.events.filter((e) => value(e) >= low && within(e))]
      .sort((a, b) => value(b) - value(a) || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  async coverage(): Promise<{ from: string | null; to: string | null }> {
    const { from, to } = await this.view.coverage();
    const days = this.events.flatMap((e) => (e.time ? [e.time.from, e.time.to] : [])).sort();
    const first = [from, days[0]].filter((d) => d !== null && d !== undefined).sort()[0] ?? null;
    const last =
      [to, days.at(-1)]
        .filter((d) => d !== null && d !== undefined)
        .sort()
        .at(-1) ?? null;
    return { from: first, to: last };
  }
}
