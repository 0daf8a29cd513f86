import type { PlaceIndex, ResolvedPlace } from '../model/knowledge.ts';
import { Gazetteer } from './gazetteer.ts';
import { placeKey } from './place-key.ts';
import { PlaceNames } from './place-names.ts';
import { Namesakes } from './place-namesakes.ts';
import { around, type Nearby, NOWHERE } from './place-near.ts';
import { DIRECTIONS, PlacePatterns } from './place-pattern.ts';

const CACHE = 20_000;
const DEPTH = 4;

/** Places of English news: the curated tables over GeoNames' towns, and the patterns in which they are named. */
export class Places implements PlaceIndex {
  readonly longest = 8;
  private readonly gazetteer: Gazetteer;
  private readonly names: PlaceNames;
  private readonly namesakes: Namesakes;
  private readonly patterns: PlacePatterns;
  private readonly found = new Map<string, ResolvedPlace | null>();
  private readonly nearby = new Map<string, Nearby>();

  constructor(gazetteer = new Gazetteer()) {
    this.gazetteer = gazetteer;
    this.names = new PlaceNames(gazetteer);
    this.namesakes = new Namesakes(this.names, gazetteer);
    this.patterns = new PlacePatterns(this.names, this.namesakes);
  }

  startsPlace(word: string): boolean {
    const key = placeKey(word.replace(/['’]s$/, ''));
    const gap = key.indexOf(' ');
    const first = gap < 0 ? key : key.slice(0, gap);
    if (first === '') return false;
    if (
      this.names.firstWords.has(first) ||
      first in DIRECTIONS ||
      /^(al|el|ad|an|ar|as|ash|at|az|deir|the|saint|st|port|mount|lake)$/.test(first)
    )
      return true;
    return this.gazetteer.begins(first) && !(gap < 0 && this.namesakes.isNever(first));
  }

  find(name: string, near: readonly string[] = []): ResolvedPlace | null {
    if (name.length === 0 || name.length > 90) return null;
    const context = near.length === 0 ? '' : near.join('|');
    const cached = this.found.get(context === '' ? name : `${name}\n${context}`);
    if (cached !== undefined) return cached;
    const place = this.look(name.trim(), near.length === 0 ? NOWHERE : this.where(near, context), 0);
    if (this.found.size >= CACHE) this.found.clear();
    this.found.set(context === '' ? name : `${name}\n${context}`, place);
    return place;
  }

  private look(name: string, near: Nearby, depth: number): ResolvedPlace | null {
    const plain = name.replace(/^[Tt]he /, '');
    const key = placeKey(plain);
    if (depth > DEPTH || key === '') return null;
    return (
      this.namesakes.find(plain, key, near) ??
      this.patterns.find(plain, near, (inner, context) => this.look(inner, context, depth + 1)) ??
      this.namesakes.soundsLike(plain, key, near)
    );
  }

  private where(names: readonly string[], context: string): Nearby {
    const known = this.nearby.get(context);
    if (known) return known;
    const places = names.map((name) => this.find(name)).filter((place) => place !== null);
    const nearby = around(places, this.names);
    if (this.nearby.size >= CACHE) this.nearby.clear();
    this.nearby.set(context, nearby);
    return nearby;
  }
}
