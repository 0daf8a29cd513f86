import type { FiledClaim, FiledEvent, Judgement, LinkView } from '../model/ledger.ts';
import { looseKey } from './keys.ts';
import { type Passage, passagesOf } from './passages.ts';
import { Rulings } from './rulings.ts';

/** The part of the ledger that has been looked at around some articles: events that share a key, and the articles that tell of them, whole. */
export class Neighbourhood {
  readonly events = new Map<string, FiledEvent>();
  private readonly view: LinkView;
  private readonly own: ReadonlySet<string>;
  private readonly asked = new Set<string>();
  private readonly articles = new Map<string, FiledClaim[]>();
  /** Passages of articles that are read whole, and no reviewer took apart. */
  private readonly cut = new Map<string, Passage[]>();
  private readonly judgements = new Map<string, Judgement>();

  /** `filed` are the claims being linked, `own` their documents: what the ledger still holds of these does not count. */
  private constructor(view: LinkView, own: ReadonlySet<string>) {
    this.view = view;
    this.own = own;
  }

  static async around(filed: readonly FiledClaim[], own: ReadonlySet<string>, view: LinkView): Promise<Neighbourhood> {
    const neighbourhood = new Neighbourhood(view, own);
    await neighbourhood.read(filed);
    return neighbourhood;
  }

  get rulings(): Rulings {
    return new Rulings([...this.judgements.values()]);
  }

  /** Looks up keys that have not been, and what the articles found say loosely of other events. Returns whether there was anything new. */
  async look(keys: Iterable<string>): Promise<boolean> {
    const found = await this.ask(keys);
    const loose = await this.ask(found.flatMap((n) => n.event.documents.map(looseKey)));
    const documents = new Set([...found, ...loose].flatMap((n) => n.event.documents));
    const unread = [...documents].filter((id) => !this.own.has(id) && !this.articles.has(id));
    if (unread.length) await this.read(await this.view.filed(unread));
    return found.length + loose.length > 0;
  }

  /** Passages of the articles being linked, and those of the others that are in the events found. */
  passages(rulings: Rulings): Passage[] {
    const told = new Set([...this.events.values()].flatMap((n) => n.event.claims));
    return [...this.articles].flatMap(([id, filed]) => {
      const passages = this.cut.get(id) ?? passagesOf(filed);
      this.cut.set(id, passages);
      const alone = rulings.alone(passages);
      const all = alone.size ? passagesOf(filed, alone) : passages;
      return this.own.has(id) ? all : all.filter((p) => p.claims.some((c) => told.has(c.id)));
    });
  }

  private async ask(keys: Iterable<string>): Promise<FiledEvent[]> {
    const fresh = [...new Set(keys)].filter((key) => !this.asked.has(key));
    for (const key of fresh) this.asked.add(key);
    const found = fresh.length ? (await this.view.neighbours(fresh)).filter((n) => !this.events.has(n.event.id)) : [];
    for (const one of found) this.events.set(one.event.id, one);
    return found;
  }

  private async read(filed: readonly FiledClaim[]): Promise<void> {
    for (const one of filed) {
      this.cut.delete(one.document.id);
      const there = this.articles.get(one.document.id);
      if (there) there.push(one);
      else this.articles.set(one.document.id, [one]);
    }
    if (!filed.length) return;
    for (const row of await this.view.judgements(filed.map((f) => f.claim.id)))
      this.judgements.set(JSON.stringify(row), row);
  }
}
