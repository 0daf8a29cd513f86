import type { Article } from './article.ts';
import { type Draft, draft } from './draft.ts';
import { hedgesOf } from './stance.ts';
import type { Voices } from './voices.ts';

const DEGREE = new Set(
  'smallest largest biggest deadliest heaviest worst bloodiest fiercest longest costliest highest greatest most-intense fewest lowest gravest boldest first bloodiest busiest strongest widest mightiest'.split(
    ' ',
  ),
);
const RANKED = new Set(
  'attack attacks strike strikes raid raids assault barrage bombardment bombing offensive blast explosion salvo loss losses toll number night day week month battle massacre incident operation exchange swap shelling influx blow day clash engagement haul withdrawal defeat shelling tally attack-yet casualties death deaths wave drone-attack air-raid ambush burial evacuation exodus incursion onslaught single'.split(
    ' ',
  ),
);
const UNRANGED = /^(?:largest|biggest|deadliest|heaviest|worst)-(?:yet|ever)$/;
const SURPASSING = new Set(
  'surpass surpassing surpassed surpasses eclipsing eclipsed topping exceeding beating'.split(' '),
);
/** A record begins with one of these: the other words of a sentence need no look. */
const BEGINS = new Set([
  ...DEGREE,
  ...SURPASSING,
  ...'largest-yet largest-ever biggest-yet biggest-ever deadliest-yet deadliest-ever heaviest-yet heaviest-ever worst-yet worst-ever'.split(
    ' ',
  ),
  ...'most first no never not record records record-breaking'.split(' '),
]);
const RANGE =
  /\b(?:so far|to date|yet|ever|since|of the war|in years|in months|in weeks|in decades|on record|in history|this year|this month|in (?:the )?(?:past|last)|until now|of the conflict|in \d{4}|of this year|of its kind|in memory|in recent memory|for \w+ (?:years|months|weeks))\b/;

/** Records: "the largest so far", "the previous record", "a record 337 drones", "never since 2013", "surpassing". */
export function superlatives(article: Article, voices: Voices, index: number): Draft[] {
  const { first, last } = article.sentences[index];
  const { tokens } = article;
  const found: Draft[] = [];
  const add = (from: number, to: number, rule: string) => {
    if (found.some((d) => from < d.last && d.first < to)) return;
    const voice = voices.at(from);
    found.push(
      draft({
        kind: 'superlative',
        type: 'attack',
        sentence: index,
        first: from,
        last: to,
        voice,
        rules: [rule],
        hedges: hedgesOf(article, index, from),
      }),
    );
  };
  const sentence = article.lower(first, last);
  for (let i = first; i < last; i++) {
    const w = tokens[i].lower;
    if (!BEGINS.has(w)) continue;
    const next = tokens[i + 1]?.lower ?? '';
    const hyphen = UNRANGED.test(w);
    if (hyphen || (DEGREE.has(w) && w !== 'first')) {
      const noun = rankedNoun(article, i, last);
      const ofGroup = tokens[i - 1]?.lower === 'of' || tokens[i - 2]?.lower === 'of';
      const oneOf = ofGroup && /\bone of (?:the|its|their)\b/.test(article.lower(Math.max(first, i - 3), i + 1));
      const ranged = RANGE.test(article.lower(i, Math.min(last, i + 16)));
      if (oneOf) continue;
      if (
        /^(?:\W*neither|.*\bnor the )/.test(article.lower(Math.max(first, i - 6), i)) ||
        /\b(?:not|nor)\s+(?:the|its)?\s*$/.test(article.lower(Math.max(first, i - 2), i))
      )
        continue;
      if (hyphen || ranged || noun) {
        const highestPrice = /^(?:highest|greatest|lowest|longest|widest|strongest|busiest|first)$/.test(w) && !noun;
        if (highestPrice || (!ranged && !hyphen && !noun)) continue;
        if (
          !ranged &&
          !hyphen &&
          !(
            noun &&
            /\b(?:was|is|were|marked|called|calls|the|its|their)\b/.test(article.lower(Math.max(first, i - 3), i))
          )
        )
          continue;
        if (!noun && !ranged && !hyphen) continue;
        if (!noun && !isRankedContext(sentence)) continue;
        let to = noun ?? i + 1;
        to = rangeEnd(article, to, last);
        add(Math.max(first, i - 1), to, `superlative-${w}`);
      }
    } else if (
      w === 'most' &&
      /^(?:in|of|since|on)$/.test(next) &&
      (tokens[i - 1]?.lower === 'the' || tokens[i - 1]?.text === ',') &&
      RANGE.test(article.lower(i, Math.min(last, i + 14)) + ' ') &&
      !/\bmost of\b/.test(article.lower(i, i + 2))
    ) {
      add(Math.max(first, i - 1), rangeEnd(article, i + 1, last), 'superlative-most');
    } else if (
      w === 'most' &&
      (article.pos[i + 1] === 'JJ' || /(?:ous|ive|ful|al|ent|ing|ed)$/.test(next)) &&
      rankedNoun(article, i + 1, last) !== null &&
      (RANGE.test(article.lower(i, Math.min(last, i + 14))) || /\b(?:the|its|their)\b/.test(tokens[i - 1]?.lower ?? ''))
    ) {
      add(Math.max(first, i - 1), rangeEnd(article, i + 2, last), 'superlative-most');
    } else if (
      w === 'first' &&
      (/^(?:time|such)$/.test(next) || next === 'since') &&
      /\b(?:the|its|his)\b/.test(tokens[i - 1]?.lower ?? '') &&
      isRankedContext(sentence)
    ) {
      add(Math.max(first, i - 1), rangeEnd(article, i + 1, last), 'superlative-first');
    } else if (w === 'no' && i === first && /\bsince\b.*\b(?:so (?:much|many)|as many|such)\b/.test(sentence)) {
      add(i, last, 'no-other-since');
    } else if (
      w === 'most' &&
      /^(?:deadly|intense|lethal|powerful|severe|violent|serious|extensive|massive|devastating)$/.test(next)
    ) {
      add(Math.max(first, i - 1), rangeEnd(article, i + 2, last), 'superlative-most');
    } else if (
      (w === 'record' || w === 'records' || w === 'record-breaking') &&
      article.pos[i] !== 'VB' &&
      article.pos[i] !== 'VBD'
    ) {
      const before = article.lower(Math.max(first, i - 4), i);
      const verb = article.pos[i] === 'VBZ';
      if (verb) continue;
      if (
        /\b(?:a|the|previous|new|last|former|old|its|all-time|his|that)\b[^,]*$/.test(before) &&
        !/\b(?:track|criminal|medical|military|public|service|off the|for the|on)\s*$/.test(before) &&
        !/^(?:of|keeping|label)$/.test(next)
      )
        add(Math.max(first, i - 2), rangeEnd(article, i + 1, last), 'record');
    } else if (
      (w === 'never' || w === 'not') &&
      /^(?:since|before|in)$/.test(next) &&
      /\b(?:so many|such|this size|of this|so large|as many|the like)\b/.test(sentence)
    ) {
      add(i, last, 'never-since');
    } else if (
      SURPASSING.has(w) &&
      /\b(?:record|previous|earlier|set|largest|high|mark)\b/.test(article.lower(i, Math.min(last, i + 14)))
    ) {
      add(i, Math.min(last, i + 8), 'surpassing');
    }
  }
  return found;
}

function rankedNoun(article: Article, i: number, last: number): number | null {
  for (let k = i + 1; k < last && k <= i + 7; k++) {
    const w = article.tokens[k].lower;
    if (RANKED.has(w)) return k + 1;
    if (article.tokens[k].kind === 'mark' && article.tokens[k].text !== '-') return null;
    if (article.pos[k] === 'IN' && !/^(?:of|in)$/.test(w)) return null;
  }
  return null;
}

function isRankedContext(sentence: string): boolean {
  return (
    /\b(?:attacks?|strikes?|raids?|barrage|killed|dead|toll|drones?|missiles?|rockets?|shelling|bomb|loss|losses|massacre|raids|casualties)\b/.test(
      sentence,
    ) ||
    /^it (?:is|was|calls)\b|\b(?:it|that|this|they) (?:is|was|were) (?:the|its)\b|\bthe raids?\b/.test(sentence) ||
    /\bcalls? (?:the|it)\b/.test(sentence)
  );
}

/** On to the end of the words of range: up to the next comma, quotation mark or stop. */
function rangeEnd(article: Article, from: number, last: number): number {
  let i = from;
  while (
    i < last &&
    !(article.tokens[i].kind === 'mark' && /[,;."”“—–:]/.test(article.tokens[i].text)) &&
    i < from + 12
  )
    i++;
  return Math.max(i, from);
}
