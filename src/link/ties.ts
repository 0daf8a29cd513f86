/** What pairs tie together, in order of first mention; what no pair names is in none. */
export class Ties<T> {
  private readonly group = new Map<T, T[]>();

  tie(a: T, b: T): void {
    const x = this.of(a);
    const y = this.of(b);
    if (x === y) return;
    const [more, less] = x.length >= y.length ? [x, y] : [y, x];
    for (const thing of less) {
      more.push(thing);
      this.group.set(thing, more);
    }
  }

  groups = (): T[][] => [...new Set(this.group.values())];

  private of(thing: T): T[] {
    const there = this.group.get(thing) ?? [thing];
    this.group.set(thing, there);
    return there;
  }
}
