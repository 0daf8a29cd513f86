import { VERBS, verbForms } from './verbs.ts';

/** A set of words, written with blanks between them. */
export const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

// Closed classes of English, and open-class words whose class the endings do not tell: a bit for each, so that a word's classes are one number.
export const DETERMINERS = 1 << 0;
export const POSSESSIVES = 1 << 1;
export const PRONOUNS = 1 << 2;
export const PREPOSITIONS = 1 << 3;
export const CONJUNCTIONS = 1 << 4;
export const SUBORDINATORS = 1 << 5;
export const WH = 1 << 6;
export const BE = 1 << 7;
export const HAVE = 1 << 8;
export const DO = 1 << 9;
export const MODALS = 1 << 10;
export const NEGATIONS = 1 << 11;
export const ADVERBS = 1 << 12;
export const ADJECTIVES = 1 << 13;
/** Nouns that the verb table also has, and that are nouns far more often when nothing decides. */
export const NOUN_FIRST = 1 << 14;
/** Words ending in -s, -ed, -ing, -ly that are not what they look like. */
export const NOUNS_ING = 1 << 15;
export const ADJ_ED_ING = 1 << 16;
/** A known form of a known verb; that or, by its ending, perhaps one of another. */
export const VERB = 1 << 19;
export const VERBAL = 1 << 20;
/** A word of `NOUN_FIRST` with a letter more: its plural. */
export const NOUN_FIRST_S = 1 << 21;
export const HYPHENED = 1 << 22;
/** Endings of pasts and gerunds, nouns, adjectives, adjectives that need a noun behind them, adverbs. */
export const ENDS_ED = 1 << 23;
export const ENDS_ING = 1 << 24;
export const ENDS_NOUN = 1 << 25;
export const ENDS_ADJECTIVE = 1 << 26;
export const ENDS_AL = 1 << 27;
export const ENDS_LY = 1 << 28;
/** Words of grammar. */
export const CLOSED =
  DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | SUBORDINATORS | BE | HAVE | DO | MODALS | NEGATIONS;

/** The words of each class, lower-case. */
const LISTS: readonly (readonly [number, string])[] = [
  [
    DETERMINERS,
    'the a an this that these those each every either neither some any no all both half such what whichever another which whose my your his her its our their',
  ],
  [POSSESSIVES, 'my your his her its our their whose'],
  [
    PRONOUNS,
    'i you he she it we they me him us them himself herself itself themselves ourselves myself yourself one who whom whoever someone somebody anyone anybody everyone everybody nobody none nothing something anything everything others mine yours hers ours theirs ones',
  ],
  [
    PREPOSITIONS,
    'of in on at by for from with without into onto over under above below across against along among amid amidst around round before behind beneath beside besides between beyond despite down during except inside near off opposite outside past per since through throughout till toward towards until up upon via within aboard after as than like unlike about out amongst atop en-route alongside concerning regarding following including excluding versus minus plus to according',
  ],
  [CONJUNCTIONS, 'and or but nor yet'],
  [
    SUBORDINATORS,
    'that if whether because although though while whereas unless once when whenever where wherever since before after until till as so lest why how',
  ],
  [WH, 'who whom whose which what when where why how'],
  [BE, "be am is are was were been being isn't aren't wasn't weren't 's 're 'm"],
  [HAVE, "have has had having haven't hasn't hadn't 've 'd"],
  [DO, "do does did doing done don't doesn't didn't"],
  [
    MODALS,
    "will would shall should can could may might must ought cannot can't couldn't won't wouldn't shouldn't mustn't mightn't needn't 'll",
  ],
  [NEGATIONS, 'not never neither nor no hardly scarcely barely without'],
  [
    ADVERBS,
    'ablaze alight also again already almost alone always apart away back here there then now just only even ever never not still yet soon later earlier once twice often sometimes perhaps maybe too very quite rather so thus hence meanwhile however moreover instead otherwise nonetheless nevertheless therefore indeed abroad ahead altogether anyway elsewhere everywhere nowhere somewhere far further forward home indoors inside outside overhead overnight together tonight today yesterday tomorrow twice well yesterday since long ago reportedly allegedly well-nigh all enough more most less least much little nearly mostly nearby downtown upstairs downstairs underground afterwards afterward beforehand hitherto likewise furthermore first second last next up down out off over through around about aside by together',
  ],
  [
    ADJECTIVES,
    'able absent active actual alive alleged ancient armed aware bad big bloody brave brief broad broken busy calm capable central certain civil clean clear close coastal cold common complete concrete confident constant correct crucial current daily dangerous dark dead deadly cowardly dear deep dense different direct dirty distant double dozen dry due early eastern easy east eastern elderly empty entire equal exact extra extreme fair false familiar famous far fast fatal federal female few fierce final fine firm flat foreign formal former free fresh friendly front full further giant global good grave great green guided half happy hard heavy high hostile hot huge human humanitarian hypersonic ballistic cruise identical ill illegal immediate important improvised independent injured inner innocent internal international joint key large last late latest lead least left legal less light likely limited little live local lone long long-range loud low loyal main major male many massive medical mere middle minor missing mixed mobile modern moderate monthly yearly quarterly hourly fortnightly more most multiple much mutual narrow national naval near nearby neighbouring neighboring neutral new next nice nightly normal north northern northeastern northwestern north-eastern north-western nuclear numerous odd old open opposite ordinary original other outer outgoing own partial past peaceful permanent personal poor popular possible powerful present previous primary prime prior private pure quick quiet rapid rare raw ready real rear recent red regional regular remaining remote residential responsible rich right rival rough round royal rural sad safe same scheduled second secret secure senior separate serious severe short shadow significant silent similar simple single slight slow small social soft sole solid sorry south southern southeastern southwestern south-eastern south-western special specific stable state-run steady steep stiff strange strategic strict strong subsequent successful such sudden sufficient suicide sunken sure surprise surrounding suspected swift tactical tall temporary tense terrible thick thin tight tiny top total tough toxic traditional triple true typical unable unarmed unconfirmed unmanned underwater unidentified unknown unlikely unprecedented upper urban urgent usual vast verbal vital vulnerable warm weak weekly west western wet whole wide wild worse worst wounded wrong young youngest',
  ],
  [
    NOUN_FIRST,
    'champion compliment tweet contest caution love concern regret envy delight disgust dismay outrage puzzle hail scorn ridicule dislike reference intrigue attack report claim strike raid fire drone missile force base state war battle bomb bombing shell rocket target air people death toll source ministry defence defense border house camp ship vessel force forces attacks reports claims strikes raids rockets missiles drones targets forces bases states shells fires camps houses ships border borders ground police mine mines number numbers part parts place places plan plans plant plants power service services side sides sign talk talks tank tanks town trade train troop troops use view visit vote watch wave waves way week wound wounds work works wreck station stations statement store storm stretch study supply supplies support surge survey aid aim air ambush array arms arm assault balance ban bar blast blasts block blockade board boats bodies body building buildings bill call calls campaign cause centre center change charge charges clash clashes combat comment comments command conduct conflict contact contract control copy counter count counts couple course cover crash crash crew crisis crowd damage date deal debate decline decrease demand design dispute dock document doubt draft drop edge effort end estimate estimates exchange exercise exit export eye face factory fall fear fears field fight fighting figure figures file film finance fine firm fish flag flight flood focus food foot form fuel fund funds further gain gains gas gate group groups guard guards guide gun guns hand hands head heads help hold home homes hope host hour impact import increase influence injury injuries interest interview issue issues jail job joint judge kick lack land launch launches law lead leader level levels lie life lift light limit line lines link links list load loan lock look loss losses march mark market mass massacre master match matter means meeting measure member men mention message mind minister mission mistake model month morning mortar motion mount move murder name names need needs net news night note notice object offer office officer officials oil operation operations order orders pain pair park party pass patrol pay peace permit person phone picture pilot point points position positions post posts practice present press pressure price print prison probe process product profile program progress project promise protest proof push question questions race rain range rank ranks rate reach reason rebels record records release relief request rescue resort respect response rest result results retreat return review rights ring rise risk road roads role roll round rounds route rule rules run rush sanctions scale scene school schools score sea search seat security sense service set shape share shelter shift shock shop shot shots show shower siege sight signal silence site sites skin sleep smoke soldiers sound space speech speed spot spring staff stage stand standard start step steps stock stop story street stress structure struggle subject suspect suspects switch system systems taste tax team tear tears term terms test tests thanks thing threat threats time times tip title tone tool top torture total touch tour track tracks traffic transfer transport trap travel treaty trial trip trouble truck trucks trust try turn two type update value victim victims village violence voice volunteer volunteers walk wall ward warning waste water weapon weapons weather weight west wife wind window winter wish witness witnesses woman women wood word words worker workers world worry wounded dead witness mediator monitor monitors martyr martyrs rally sail record coup escort truce deputy rebel crossfire gunfire shelling ceasefire cease-fire hideout advance appeal ally allies arrest arrests charter guess hike hijack lobby militia militias rival rivals raid sack seizure tally toll tow',
  ],
  [
    NOUNS_ING,
    'morning evening building buildings meeting meetings being something nothing anything everything king ring spring string thing wing ceiling housing briefing hearing bombing bombings shelling fighting killing killings wedding warning training shooting shootings landing reckoning stabbing kidnapping funding offering ruling understanding feeling beginning uprising crossing clothing staging mourning looting manufacturing gathering',
  ],
  [
    ADJ_ED_ING,
    'so-called unnamed armed unarmed united red sacred hundred allied unidentified unprecedented unmanned wicked naked crowded talented advanced organised organized ongoing outgoing upcoming incoming remaining neighbouring neighboring surrounding alleged wounded displaced besieged disputed occupied besieged overnight conflicting missing falling rising leading sprawling crushing moving burning',
  ],
];

const CLASSES = new Map<string, number>();
for (const [bit, words] of LISTS)
  for (const word of words.split(' ')) CLASSES.set(word, (CLASSES.get(word) ?? 0) | bit);

/** What the form of a word alone says. */
const FORMS: readonly (readonly [number, (word: string) => boolean])[] = [
  [VERB, (word) => VERBS.has(word)],
  [VERBAL, (word) => verbForms(word) !== undefined],
  [
    NOUN_FIRST_S,
    (word) =>
      ((CLASSES.get(word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)) ?? 0) & NOUN_FIRST) !== 0,
  ],
  [HYPHENED, (word) => word.includes('-')],
  [ENDS_ED, (word) => word.endsWith('ed')],
  [ENDS_ING, (word) => word.endsWith('ing')],
  [
    ENDS_NOUN,
    (word) =>
      /(?:tion|sion|ment|ness|ity|ship|ism|ist|ists|er|ers|or|ors|ance|ence|ure|age|men|man|hood|dom|cy)$/.test(word),
  ],
  [ENDS_ADJECTIVE, (word) => /(?:ous|ive|ful|less|able|ible|ical|ian|ese|ish|ary)$/.test(word)],
  [ENDS_AL, (word) => /(?:al|ic|ern)$/.test(word)],
  [ENDS_LY, (word) => word.length > 4 && word.endsWith('ly') && !NO_ADVERBS.has(word)],
];
const NO_ADVERBS = list(
  'family ally assembly supply reply rally early daily weekly monthly yearly quarterly hourly nightly fortnightly deadly cowardly elderly likely friendly italy july anomaly tally',
);

/** The classes of a lower-case word, by the lists and by its form. */
export function classesOf(word: string): number {
  let classes = CLASSES.get(word) ?? 0;
  for (const [bit, is] of FORMS) if (is(word)) classes |= bit;
  return classes;
}
