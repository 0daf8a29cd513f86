import type { Exceeded, LinkView, Rival } from '../model/ledger.ts';
import { type Dated, earliest, sizeOf } from './records.ts';

/** The ledger as it will be once the outcome is written: what records are checked against. */
export class Ahead implements LinkView {
  private readonly view: LinkView;
  private readonly changed: readonly Dated[];
  private readonly stale: ReadonlySet<string>;

  constructor(view: LinkView, changed: readonly Dated[], removed: readonly string[]) {
    this.view = view;
    this.changed = changed;
    this.stale = new Set([...removed, ...changed.map(({ event }) => event.id)]);
  }

  neighbours = (keys: readonly string[]) => this.view.neighbours(keys);
  filed = (documents: readonly string[]) => this.view.filed(documents);
  judgements = (claims: readonly string[]) => this.view.judgements(claims);

  async exceeding(figure: Exceeded, rival: string | null, since: string | null, limit: number): Promise<Rival[]> {
    const breaks = ({ event, day, ...one }: Dated) =>
      one.rival !== null &&
      (rival === null || one.rival === rival) &&
      sizeOf(event, figure.measure, figure.item) > figure.above &&
      (since === null || day >= since);
    const there = await this.stay(limit, (most) => this.view.exceeding(figure, rival, since, most));
    const coming = this.changed
      .filter(breaks)
      .map(({ event, day, rival }) => ({ id: event.id, day, place: event.place, rival }));
    return [...there, ...coming].sort(earliest).slice(0, limit);
  }

  /** Of what the ledger has, as many as are wanted that will stay as they are. */
  private async stay(limit: number, read: (most: number) => Promise<Rival[]>): Promise<Rival[]> {
    for (let most = limit; ; most *= 2) {
      const found = await read(most);
      const staying = found.filter(({ id }) => !this.stale.has(id));
      if (staying.length >= limit || found.length < most) return staying;
    }
  }

  async coverage(): Promise<{ from: string | null; to: string | null }> {
    const { from, to } = await this.view.coverage();
    const firsts = [from ?? '', ...this.changed.map(({ event, day }) => event.time?.from ?? day)]
      .filter(Boolean)
      .sort();
    const lasts = [to ?? '', ...this.changed.map(({ day }) => day)].filter(Boolean).sort();
    return { from: firsts[0] ?? null, to: lasts.at(-1) ?? null };
  }
}
