import { detached } from '../model/detached.ts';
import type { PlaceIndex, ResolvedPlace } from '../model/knowledge.ts';
import { Gazetteer } from './gazetteer.ts';
import { placeKey } from './place-key.ts';
import { PlaceNames } from './place-names.ts';
import { Namesakes } from './place-namesakes.ts';
import { around, type Nearby, NOWHERE } from './place-near.ts';
import { DIRECTIONS, PlacePatterns } from './place-pattern.ts';

const CACHE = 50_000;
const DEPTH = 4;
const NO_NAMES: readonly string[] = [];

/** What stands near, and the places that were found there. */
interface Context {
  near: Nearby;
  found: Map<string, ResolvedPlace | null>;
}

/** Places of English news: the curated tables over GeoNames' towns, and the patterns in which they are named. */
export class Places implements PlaceIndex {
  readonly longest = 8;
  private readonly gazetteer: Gazetteer;
  private readonly names: PlaceNames;
  private readonly namesakes: Namesakes;
  private readonly patterns: PlacePatterns;
  private readonly nowhere: Context = { near: NOWHERE, found: new Map() };
  private readonly contexts = new Map<string, Context>();
  /** The same by the very list of names that a reader hands over again and again. */
  private readonly asked = new WeakMap<readonly string[], Context>();
  private readonly starts = new Map<string, boolean>();
  private kept = 0;

  constructor(gazetteer = new Gazetteer()) {
    this.gazetteer = gazetteer;
    this.names = new PlaceNames(gazetteer);
    this.namesakes = new Namesakes(this.names, gazetteer);
    this.patterns = new PlacePatterns(this.names, this.namesakes);
  }

  startsPlace(word: string): boolean {
    let starts = this.starts.get(word);
    if (starts === undefined) {
      starts = this.mayStart(word);
      if (this.starts.size >= CACHE) this.starts.clear();
      this.starts.set(detached(word), starts);
    }
    return starts;
  }

  find(name: string, near: readonly string[] = NO_NAMES): ResolvedPlace | null {
    if (name.length === 0 || name.length > 90) return null;
    const context = near.length === 0 ? this.nowhere : this.contextOf(near);
    const cached = context.found.get(name);
    if (cached !== undefined) return cached;
    const own = detached(name);
    const place = this.look(own.trim(), context.near, 0);
    if (++this.kept >= CACHE) this.forget();
    context.found.set(own, place);
    return place;
  }

  private mayStart(word: string): boolean {
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

  private contextOf(names: readonly string[]): Context {
    let context = this.asked.get(names);
    if (context) return context;
    const key = names.join('|');
    context = this.contexts.get(key);
    if (!context) {
      const places = names.map((name) => this.find(name)).filter((place) => place !== null);
      context = { near: around(places, this.names), found: new Map() };
      this.contexts.set(key, context);
    }
    this.asked.set(names, context);
    return context;
  }

  private forget(): void {
    this.kept = 0;
    this.nowhere.found.clear();
    for (const { found } of this.contexts.values()) found.clear();
    this.contexts.clear();
  }
}
