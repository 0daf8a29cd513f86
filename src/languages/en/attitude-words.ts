import { CUE_BY_LEMMA } from './cues.ts';
import { list } from './words.ts';

/** Cues that, where they are none, say nothing of what anybody thinks: "counted the bodies", "made a bomb". */
const NO_ATTITUDES = list(
  'allow count record log register list put make read repeat continue hear see learn speak talk establish rule alert',
);

/** What people do with mind and voice besides putting claims forward. */
const VERBS = `
  abhor accept acclaim address admire admonish adore advocate agree aim anticipate applaud appoint appreciate articulate assess attack authorise
  authorize await back balk bash belittle bemoan berate blast block brand bristle call castigate celebrate challenge champion characterise
  characterize charge chastise cheer cherish chide cite commend compliment conceive condemn congratulate consider contradict covet crave criticise
  criticize curse dare decline decry deduce deem defend denounce depict deplore deride describe despise detest disagree disapprove discuss dislike
  disparage distrust document doubt downplay dub echo embrace encourage endorse entreat envisage envision envy evaluate examine excoriate exhort
  express extol find foresee forget fulminate guess gush hail harangue hate heckle herald hesitate highlight identify idolise idolize ignore imagine
  implore insult intend interpret investigate invoke jeer joke judge justify label lambast lambaste lampoon laud lean like liken loathe lobby love
  malign misinterpret misjudge misrepresent mistrust misunderstand mock mourn mull mumble murmur mutter name object offer oppose opt outline
  overestimate overrule overturn paint perceive persuade plan plead ponder portray praise prefer present promote prophesy propound protest question
  quote rate ratify react rebuff rebuke recite recollect reconsider refer reference refuse regard regret rejoice relish remember reminisce reprimand
  resent resist respect retweet revere ridicule rip salute savor savour scoff scold scorn seek sense sing slam snub speculate spurn support sympathise
  sympathize taunt thank theorise theorize tout trust underestimate understand unleash unveil upbraid value vie view vilify voice vote want weigh
  welcome wish witness wonder worry worship yearn yell`;

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
export const SEEMING = list('seem appear');

/** Verbs that lend a noun of opinion its holder: "has raised concern about". */
export const LIGHT = list(
  'deliver draw express face file give have issue lay make offer raise release send show sound take voice',
);
