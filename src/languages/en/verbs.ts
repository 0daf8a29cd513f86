/**
 * English verbs by their base form. `IRREGULAR` gives "base past participle"; the rest inflect by rule.
 * The list need not be complete: an unknown word in -ed or -ing is taken for a verb as well.
 */
const IRREGULAR = `
arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bet bet bet|bind bound bound|
bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burn burned burnt|
burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|
deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|
find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|
get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|
hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|lean leaned leant|leap leapt leapt|learn learned learnt|leave left left|lend lent lent|let let let|
lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken|outgun outgunned outgunned|overcome overcame overcome|
overrun overran overrun|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|prove proved proven|put put put|quit quit quit|read read read|
rebuild rebuilt rebuilt|rend rent rent|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|
shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid|
speak spoke spoken|speed sped sped|spend spent spent|spill spilled spilt|spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|
stick stuck stuck|sting stung stung|stink stank stunk|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|
tear tore torn|tell told told|think thought thought|throw threw thrown|understand understood understood|undertake undertook undertaken|undergo underwent undergone|uphold upheld upheld|wake woke woken|wear wore worn|weep wept wept|
win won won|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written|rewrite rewrote rewritten|repay repaid repaid|retake retook retaken`;

const REGULAR = `
abandon abduct abort absorb abuse accelerate accept access accompany accomplish account accuse ache achieve acknowledge acquire act activate adapt add address adjourn adjust age administer admit adopt advance
annihilate asphyxiate bayonet bludgeon capsize firebomb impound overturn remand rob skid suffocate trample waylay whisk belittle debunk decry disavow disown vaporise vaporize hospitalise hospitalize pulverise
advise advocate affect affirm afford agree aid aim air airlift alert alarm allege allocate allow ally alter amass ambush amount amplify analyze analyse anger annex announce answer anticipate apologize apologise appeal
appear apply appoint appreciate apprehend approach approve argue arm arrange array arrest arrive ask assail assassinate assault assemble assert assess assign assist associate assume assure attach attack attain attempt
attend attract attribute authorize authorise avenge avert avoid await award back bag balance ban bar barricade base bash batter battle beg behave behead believe belong besiege betray bill blame blast bless block blockade
blockade boast board bolster bomb bombard boost border bother bounce boycott brand breach brief broadcast broker brush buckle bulldoze bump bury bus butcher buzz calculate call calm camp campaign cancel capture care carry
carve categorise categorize cause cave cease celebrate centre center challenge change chant characterise characterize charge chart charter chase check cheer choke circle circulate cite claim clarify clash classify clean clear
climb cling close cluster coerce collaborate collapse collect collide combat combine comfort command commemorate comment commit communicate compare compel compensate compete compile complain complete complicate comply
compose compound comprise compromise conceal concede conceive concentrate concern conclude condemn conduct confess confine confirm confiscate conflict confront confuse congratulate connect conquer consider consist
console constitute construct consult consume contact contain contend contest continue contract contradict contribute control convene converge convert convey convict convince cooperate coordinate cope cordon correct corroborate
counter counterattack counter-attack count couple cover crack craft crash crawl create criticise criticize cripple cross crouch crowd cruise crumble crush cry cull curb curse cut-off damage dance dare dash date deal debate decapitate deceive
decide declare decline decrease dedicate deem defeat defect defend defer define defuse degrade delay delegate delete deliver demand demilitarise demilitarize demolish demonstrate denounce deny depart depend depict desecrate deplete deploy deport
deprive derail derive descend describe desert deserve design designate destroy detain detect deter deteriorate determine detonate devastate develop deviate devote dictate die differ dip direct disable disagree disappear
disarm disband disburse discard discharge disclose discover discredit discuss disembark disguise dislodge dismantle dismiss disparage dispatch disperse displace display dispose disprove dispute disregard disrupt dissolve distance distinguish distribute
disturb dive divert divide divulge dock document dodge dominate donate double doubt down downgrade downplay draft drag drain drift drill drop drown dry dub dump earn ease echo edge edit educate eject elaborate elect elevate eliminate
embark embed embrace emerge emphasise emphasize employ empty enable encircle encounter encourage end endanger endorse endure enforce engage engulf enhance enjoy enlist ensure entail enter entertain entrench envisage equip erase erupt escalate escape
escort establish estimate evacuate evade evaluate evaporate evict evolve exaggerate examine exceed exchange exclude excuse execute exercise exert exhaust exhume exist exit expand expect expel experience expire explain explode exploit
explore export expose express extend extinguish extract face facilitate fade fail fake fan farm fear feature feature feign fend ferry field figure file fill finalise finalize finance fine finger finish fire fit fix flag flare flash flatten flaunt flood
flow focus foil fold follow force forecast forge form formulate fortify forward foster found free frighten frustrate fuel fulfil fulfill function fund further gain gas gather gauge generate gesture glide govern grab grant greet grieve groan gripe ground group guarantee guard
guess guide gun gut halt halve hammer hamper hand handle handcuff happen harass harbour harbor hate haul head heal heat help herald hesitate highlight hijack hint hire hoist honor honour hope host house hover hug hunt hurl hurry identify ignite ignore
illustrate imagine imitate immobilise immobilize impact impair impede implement implicate imply import impose impress imprison improve incinerate incite include incorporate increase incur indicate indict induce inflict influence inform infiltrate infuriate inhabit inherit initiate injure inquire insert inspect
inspire insist install instruct insult insure integrate intend intensify intercept interfere interpret interrogate interrupt intervene interview intimidate introduce invade invent invest investigate invite invoke involve irritate isolate issue jail jam jeopardise jeopardize join
joke judge jump justify kick kidnap kill knock label lack lament land lapse lash last laugh launch lay-off leak lecture legislate lessen level leverage levy liberate lift like liken limit line linger link liquidate list listen live load loan lob lobby locate lock lodge look loom loot lower
machine-gun maim maintain manage mandate maneuver manoeuvre manufacture map march mark marry mask mass massacre master match matter maul maximise mediate mention merge mine minimise minimize mirror miss mistreat mitigate moan mobilise mobilize mock modify monitor motivate mount mourn move multiply murder muster mutilate name narrow
near necessitate need neglect negotiate neutralise neutralize nominate normalise normalize note notice notify number obey object obligate oblige obliterate observe obstruct obtain occupy occur offend offer open operate oppose oppress opt order organise organize orchestrate originate oust outline outlaw outnumber overhear overlook overshadow overwhelm owe own
pack paint paralyse paralyze pardon park participate partner pass patrol pause penetrate perceive perform perish permit persecute persist persuade pick pierce pilot pinpoint place plan plant play plead please pledge plot plough plow plummet plunder plunge point police ponder portray
pose position possess post postpone pound pour power practice praise pray precede predict prefer prepare present preserve press pressure presume pretend prevail prevent print probe proceed process proclaim procure produce profile prohibit project prolong promise promote prompt propose prosecute protect protest provide provoke publicise publicize publish pull pump
punch punish purchase purge purport pursue push qualify quarantine quash quell question queue quote race raid rain raise rally ram ramp range rank rape rate ratify rattle ravage raze reach react readmit reaffirm realise realize reassert reassure rebel rebuff rebuke rebut recall recapture receive reckon reclaim recognise recognize
recommend reconcile reconsider reconstitute record recount recover recruit rectify recycle redeploy redirect reduce reel refer reflect reform refrain refuel refuse refute regain regard register regret regroup regulate reignite reinforce reiterate reject log fume thunder gloat crow brag sneer muse marvel opine rage blurt chime interject grumble quip hypothesise rejoin relate relax relaunch relay release relieve relinquish relocate rely remain remark
remember remind remove renew renounce rent reopen reorganise repair repeat repatriate repel replace replenish reply report repress reproduce repudiate repulse request require rescue resemble resent reserve reside resign resist resolve resort respect respond rest restart restore restrict result resume retain retaliate retire retort retreat retract retrieve return reunite reveal revenge reverse review revise revive revoke reward rip
risk rival roam roar rock roll rotate round rout rubbish ruin rule rumble rupture rush sabotage sack sail salute salvage sanction save scale scan scare scatter schedule scramble scrap scream screen seal search secure seize select sense sentence separate serve settle sever shape share shatter shell shelter shield shift ship shock shore shout shove shower shun side siege sign signal silence
simmer sight simulate situate skip slam slap slash slaughter slip slow smash smell smoke smuggle snap snatch soar solve sort sound spare spark speculate splash sponsor spot spray spur spurn squeeze stab stabilise stabilize stage stain stall stamp start starve state station stay steer stem step stipulate stop store storm strafe strain strangle strengthen stress stretch strip stroll structure struggle study stumble stun subdue subject submit subside substantiate succeed succumb suffer suggest suit
summarise summarize summon supply support suppose suppress surge surpass surprise surrender surround outdo eclipse dwarf survey survive suspect suspend sustain swap swell switch sympathise sympathize tackle tail talk tally tap target taunt tax tempt tend term terminate terrify terrorise test testify thank thicken threaten thrive thwart tie tighten time tire toll top topple poison scuttle exclaim specify caution narrate ascertain attest surmise concur posit mow lynch martyr harm intern ransom parade deflect pummel ransack torch torpedo torture total touch tour tow trace track trade trail train transfer transform translate transmit transport
trap travel traverse treat trigger trim trip triple trouble trust try tumble turn tweet twist underline undermine underscore unearth unfold unify unite unleash unload unveil update upgrade uproot urge use usher utilise vacate validate value vandalise vandalize vanish vary veer ventilate venture verify view violate visit vote vow wage wait walk wander want ward warn wash waste watch wave weaken weigh welcome whisper widen wield wipe wish witness wonder work worry worsen wound wrap wreck wrestle yield zero
adore cherish covet crave deduce distrust entreat fathom fulminate gush heckle idolise idolize jeer lampoon misinterpret misjudge mistrust misunderstand mumble murmur mutter overestimate preach recite recollect reminisce reprimand revere savor savour theorise theorize underestimate
abhor acclaim balk champion compliment overrule propound admire admonish applaud articulate bemoan berate bristle castigate chastise chide commend deplore deride despise detest disapprove dislike
envision envy excoriate exhort extol harangue implore lambast lambaste laud loathe love malign misrepresent mull prophesy rejoice relish retweet ridicule scoff scold
scorn snub tout upbraid vie vilify voice yearn yell hail amaze amuse annoy appal astonish baffle delight disappoint disgust dismay displease embarrass embolden enrage
excite fascinate gratify horrify intrigue irk outrage perplex puzzle reference sadden satisfy seem startle unnerve unsettle`;

/** Bits for the forms a word can be of some verb. */
export const FORM = { base: 1, s: 2, past: 4, participle: 8, ing: 16 } as const;

export interface VerbForms {
  bits: number;
  lemma: string;
}

const vowel = /[aeiou]/;
const DOUBLES = new Set(
  'log skid appal extol spot ban bar bag beg grab plan plot plug stop step stem stab slam slap slip slit skip snap strip stun swap tap tip top trap trim trip wrap whip wed rub rob rip rid ram rap pin pat nod net mob map lob knit jam gun gut hug hum flip flag fan drop drip drag dip dim dam dub chop clap clip cap can bug bet dot ship shop scrap scan sap span spur star stir tag tar war blur commit admit submit permit omit emit transmit refer defer prefer infer transfer confer deter occur incur concur recur regret rebel repel expel compel propel dispel control patrol kidnap outgun equip allot abet abhor rebut debar'.split(
    ' ',
  ),
);
const doubles = (base: string): boolean => DOUBLES.has(base);

function inflect(base: string): { s: string; past: string; ing: string } {
  const last = base.at(-1)!;
  const s = /(?:s|x|z|ch|sh|o)$/.test(base)
    ? base + 'es'
    : last === 'y' && !vowel.test(base.at(-2)!)
      ? base.slice(0, -1) + 'ies'
      : base + 's';
  if (last === 'e')
    return {
      s,
      past: base + 'd',
      ing: /(?:ee|oe|ye)$/.test(base)
        ? base + 'ing'
        : base.endsWith('ie')
          ? base.slice(0, -2) + 'ying'
          : base.slice(0, -1) + 'ing',
    };
  if (last === 'y' && !vowel.test(base.at(-2)!)) return { s, past: base.slice(0, -1) + 'ied', ing: base + 'ing' };
  const stem = doubles(base) ? base + last : base;
  return { s, past: stem + 'ed', ing: stem + 'ing' };
}

function build(): ReadonlyMap<string, VerbForms> {
  const table = new Map<string, VerbForms>();
  const add = (word: string, bits: number, lemma: string) => {
    const known = table.get(word);
    if (known) {
      known.bits |= bits;
      // "found" is of find, "shot" of shoot: the irregular lemma, added first, stays
    } else table.set(word, { bits, lemma });
  };
  for (const entry of IRREGULAR.replace(/\n/g, '').split('|')) {
    const [base, past, participle] = entry.split(' ');
    const { s, ing } = inflect(base);
    const doubled: Record<string, string> = {
      begin: 'beginning',
      cut: 'cutting',
      dig: 'digging',
      forget: 'forgetting',
      get: 'getting',
      hit: 'hitting',
      let: 'letting',
      put: 'putting',
      quit: 'quitting',
      rid: 'ridding',
      run: 'running',
      overrun: 'overrunning',
      set: 'setting',
      shed: 'shedding',
      shut: 'shutting',
      sit: 'sitting',
      spin: 'spinning',
      split: 'splitting',
      swim: 'swimming',
      win: 'winning',
      bet: 'betting',
    };
    add(base, FORM.base, base);
    add(s, FORM.s, base);
    add(past, FORM.past, base);
    add(participle, FORM.participle, base);
    if (past !== participle && ['burned', 'learned', 'leaned', 'spilled', 'proved', 'showed'].includes(past))
      add(past, FORM.participle, base);
    if (base === 'get') add('got', FORM.participle, base);
    add(doubled[base] ?? ing, FORM.ing, base);
  }
  for (const base of REGULAR.split(/\s+/).filter(Boolean)) {
    const { s, past, ing } = inflect(base);
    add(base, FORM.base, base);
    add(s, FORM.s, base);
    add(past, FORM.past | FORM.participle, base);
    add(ing, FORM.ing, base);
  }
  // British and American doublings of the same words
  for (const base of [
    'travel',
    'cancel',
    'label',
    'model',
    'signal',
    'shell',
    'level',
    'fuel',
    'shovel',
    'quarrel',
    'expel',
    'repel',
    'compel',
    'kidnap',
    'worship',
    'focus',
    'target',
    'benefit',
  ]) {
    const doubled = base + base.at(-1);
    for (const stem of [base, doubled]) {
      add(stem + 'ed', FORM.past | FORM.participle, base);
      add(stem + 'ing', FORM.ing, base);
    }
  }
  return table;
}

/** Every known form of every known verb, lower-case. */
export const VERBS = build();

/** Forms of a word, known or by its ending: an unlisted "…ed" is a past and a participle, an unlisted "…ing" a gerund. */
export function verbForms(word: string): VerbForms | undefined {
  const known = VERBS.get(word);
  if (known) return known;
  if (word.length > 4 && word.endsWith('ed') && !word.includes('-'))
    return { bits: FORM.past | FORM.participle, lemma: word.slice(0, -2) };
  return undefined;
}
