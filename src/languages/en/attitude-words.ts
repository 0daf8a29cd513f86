import { CUE_BY_LEMMA } from './cues.ts';
import { list } from './words.ts';

/** Cues that, where they are none, say nothing of what anybody thinks: "counted the bodies", "made a bomb". */
const NO_ATTITUDES = list(
  'count record log register list put make read repeat continue hear see learn speak talk establish rule alert',
);

/** What people do with mind and voice besides putting claims forward. */
const VERBS = `
  abhor acclaim accept address admire admonish advocate agree aim applaud appoint appreciate articulate assess attack authorise authorize await back balk bash belittle bemoan
  berate block blast brand bristle call castigate celebrate challenge champion characterise characterize charge chastise cheer chide cite commend compliment condemn congratulate
  consider contradict criticise criticize decline decry deem defend denounce depict deplore deride describe despise detest disagree disapprove
  discuss dislike disparage document downplay dub echo embrace encourage endorse envisage envision envy examine excoriate exhort express extol
  find foresee hail harangue hate herald hesitate highlight identify ignore implore insult intend investigate invoke joke judge justify label lambast
  lambaste laud lean like liken loathe love malign misrepresent mock mourn mull name object offer oppose outline overrule overturn paint perceive persuade plan plead ponder
  portray praise prefer present promote prophesy propound protest question quote rate react rebuff rebuke refer reference refuse regard regret rejoice relish resent resist
  respect retweet ridicule rip salute scoff scold scorn seek sense sing slam snub speculate spurn support sympathise sympathize taunt thank tout trust understand
  unleash unveil upbraid value view vie vilify voice vote want weigh welcome wish witness wonder worry yearn yell`;

/** Verbs of wanting, judging, feeling, asking and showing: somebody's attitude, where no claim is put forward. */
export const ATTITUDES: ReadonlySet<string> = new Set([
  ...[...CUE_BY_LEMMA.keys()].filter((lemma) => !NO_ATTITUDES.has(lemma)),
  ...list(VERBS),
]);

/** Of these, those whose passive is anybody's, where nobody is named: "is expected to", "was described as". */
export const ANYBODYS = list(
  `accuse assume believe blame call characterise characterize consider criticise criticize deem depict describe dub expect fear hail
   hope judge know label liken mention perceive portray praise presume rate regard report say see suppose suspect think tout view`,
);

/** Holders whom no attitude is told of: the reader is not reading a letter. */
export const SELVES = list('i we you there this that which what');

/** Nouns of what is thought, wanted or asked, whose content stands behind "that", "to" or a preposition. */
export const OPINIONS = list(
  `accusation acknowledgment admiration adulation agreement aim allegation ambition anger anxiety apology argument assertion assessment
   assumption belief call claim commitment complaint conclusion concern condemnation confidence contention conviction criticism decision
   defence defense definition demand denial description desire despair determination disagreement disappointment disdain dismay doubt
   eagerness emphasis endorsement estimate expectation fear feeling forecast frustration goal guess hatred hope hunch idea impression
   insistence intention interest interpretation judgement judgment notion objection obsession opinion opponent opposition outlook
   plan plea pledge position praise prediction preference promise pronouncement proposal proposition question reaction recognition recommendation
   refusal regret rejection reluctance request reservation resolve respect rhetoric scepticism sense skepticism speculation stance
   suggestion support supporter suspicion sympathy theory threat unease understanding verdict view vision vow warning willingness wish worry`,
);

/** Adjectives of those who hold something: "confident that", "worried about". */
export const MINDED = list(
  `adamant afraid alarmed angry anxious apprehensive ashamed bearish bullish certain confident convinced critical cynical determined
   dismissive doubtful dubious eager enthusiastic fearful fond furious grateful hesitant hopeful hostile incredulous indifferent insistent
   intent interested keen leery mindful nervous optimistic outraged passionate pessimistic proud puzzled ready reluctant sceptical skeptical sorry
   sure suspicious sympathetic thankful uncertain uneasy unhappy unsure unwilling wary willing worried opposed coy`,
);

/** Verbs of what moves somebody: in the passive the holder is who is moved. */
export const MOVING = list(
  `alarm amaze amuse anger annoy appal astonish baffle bother comfort concern confuse convince delight determine disappoint disgust dismay
   displease disturb embarrass embolden enrage excite fascinate frighten frustrate gratify horrify impress
   intrigue irk irritate outrage perplex please puzzle reassure relieve sadden satisfy scare shock startle stun surprise terrify
   trouble unnerve unsettle worry`,
);

/** Adjectives of what anybody can see: "it is unclear whether". */
export const EVIDENT = list('apparent clear evident obvious plain unclear');

/** Verbs of asking whose participle opens a clause: "asked about the raid, he". */
export const ASKED = list('ask press question quiz');

/** Verbs that let the infinitive behind them tell: "continued to deny". */
export const RAISING = list('begin cease continue have manage need start stop try');

/** Verbs by which something only seems so, to whoever tells it. */
export const SEEMING = list('seem appear look');

/** Verbs that lend a noun of opinion its holder: "has raised concern about". */
export const LIGHT = list(
  'deliver draw express face file give have issue lay make offer raise release send show sound take voice',
);
