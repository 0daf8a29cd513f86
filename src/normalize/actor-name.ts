/** Words inside a name that are not written with a capital. */
const PARTICLES: ReadonlySet<string> = new Set(
  'al el bin ibn ben von van der de la del da dos abu ag ould ul ur di e y du le zu ter den bint wa'.split(' '),
);
const ARTICLED = /^(?:al|el|as|ad|an|ar|ash|at|az|ag|bin|d['’])-?\p{Lu}/u;
const CAPITALISED = /^\p{Lu}[\p{L}'’.-]*$/u;

/** What begins or ends names of things: ships, streets, weapons, days. */
const THINGS_BEGIN: ReadonlySet<string> = new Set(
  (
    'operation mount lake port fort camp street new old great north south east west northern southern eastern western central school hospital ship vessel route highway ' +
    'eid ramadan project article resolution human patriot iron black red white saint hotel mv uss hms mt ms cape the shahed geran kalibr iskander grad kinzhal'
  ).split(' '),
);
const THINGS_END: ReadonlySet<string> = new Set(
  (
    'street square avenue day act river sea bridge airport airfield base dome plant refinery week war wars agreement treaty pact plan crossing district region oblast province ' +
    'state prize cup palace tower school market road highway valley mountains mountain strip bank heights peninsula island islands prison hotel mall stadium dam mine times city ' +
    'town village camp park forest hill hills field fields terminal depot station beach bay gulf ocean canal strait project summit accord accords statute convention protocol ' +
    'resolution missile missiles drone drones rocket rockets festival building house gate zone corridor line axis front'
  ).split(' '),
);

/** Is this token a word of a name: "Sergei", "al-Assad", "J.", "O’Brien"? Possessives are not. */
export const isNameWord = (token: string): boolean =>
  (CAPITALISED.test(token) || ARTICLED.test(token)) && !/['’]s$/.test(token);

/** Where a name ends that begins here: before the first word that is neither capitalised nor a particle with a name after it. */
export function nameEnd(tokens: readonly string[], at: number): number {
  let end = at;
  while (end < tokens.length && end < at + 6) {
    if (isNameWord(tokens[end])) end++;
    else if (PARTICLES.has(tokens[end].toLowerCase()) && end + 1 < tokens.length && isNameWord(tokens[end + 1]))
      end += 2;
    else break;
  }
  return end;
}

/** One to six words that are a person's name by their looks. */
export const isName = (tokens: readonly string[]): boolean =>
  tokens.length > 0 && tokens.length <= 6 && nameEnd(tokens, 0) === tokens.length;

/** Does a name begin or end as names of things do: "Mount Meron", "Red Square"? */
export function isThing(tokens: readonly string[]): boolean {
  return THINGS_BEGIN.has(tokens[0].toLowerCase()) || THINGS_END.has(tokens[tokens.length - 1].toLowerCase());
}

/** The words by which a later sentence names a person: the last name, with and without its article. */
export function surnames(name: string): string[] {
  const tokens = name.replace(/ (?:Jr|Sr)\.?$/, '').split(' ');
  let from = tokens.length - 1;
  while (from > 1 && PARTICLES.has(tokens[from - 1].toLowerCase())) from--;
  const last = tokens.slice(from).join(' ');
  return [...new Set([last, last.replace(/^(?:al|el)-/i, '')])];
}
