import { formed, gate } from './gates.ts';
import { list } from './words.ts';

/** Words of answering: what makes a clause a denial, a silence or a confirmation. Regular expressions are over a clause's few words. */

/** Nouns for what somebody says: what a denial must be of, when its verb can be of other things too ("rejected the claim", not "the offer"). */
export const CLAIM_NOUNS =
  /\b(?:claims?|accusations?|allegations?|reports?|charges?|figures?|tolls?|accounts?|suggestions?|talk|it|this|that|them|numbers?|statements?|version|idea|story|stories|assertions?|findings?|estimates?|counts?|responsibility|involvement|notion|theory|those|criticism|description|rumou?rs?|denial|tally|verdict|picture|video|footage|images?|assurances?|news|information|role|wrongdoing|publications?|data)\b/;

/** A predicate that says "not true". */
export const FALSE_WORDS =
  /\b(?:false|untrue|baseless|nonsense|nonsensical|fabricat\w+|fake|lies?|liars?|lying|invention|invented|propaganda|absurd|unfounded|groundless|(?:wildly |grossly |vastly )?(?:exaggerated|inflated)|exaggerations?|fiction|fantasy|fairy|myth|wrong|ridiculous|disinformation|misinformation|provocation|slander|hoax|staged|rubbish|incorrect|inaccurate|misleading|hysteria|falsehoods?|impossible|theat(?:re|er)|tale|tales|ludicrous|laughable|hallucinations?|delusion\w*|script|concocted|distorted|twisted|made up|without foundation|no basis)\b/i;

/** Verbs whose passive says so: "reports of his death were exaggerated". */
export const FALSIFIED = new Set('exaggerate inflate fabricate invent concoct distort stage'.split(' '));

/** Verbs that deny by themselves. */
export const DENYING = new Set(
  'deny reject dismiss refute rebut dispute contest repudiate rubbish contradict disavow disown debunk discredit quash scotch'.split(
    ' ',
  ),
);
/** Of these, the ones that need something said as their object. */
export const DENYING_IF_CLAIM = new Set(
  'reject dismiss contest dispute rubbish contradict disown repudiate discredit quash scotch'.split(' '),
);
/** Verb and particle or preposition that wave something away. */
export const WAVING_AWAY =
  /^(?:laugh(?:s|ed|ing)? off|brush(?:es|ed|ing)? (?:aside|off|away)|wav(?:es|ed|ing|e) (?:aside|away|off)|shrug(?:s|ged)? off|scoff(?:s|ed|ing)? at|sneer(?:s|ed)? at|mock(?:s|ed)|pour(?:s|ed) scorn on|cast(?:s)? doubt on|pooh-poohed|ridicul(?:es|ed)|(?:distanc|dissociat)(?:es|ed) (?:itself|himself|herself|themselves) from)\b/;
/** Words without which a sentence waves nothing away. */
export const WAVING = gate(
  list(
    'laugh laughs laughed laughing brush brushes brushed brushing wave wav waves waved waving shrug shrugs shrugged scoff scoffs scoffed scoffing sneer sneers sneered mocks mocked pour pours poured cast casts pooh-poohed ridicules ridiculed distances distanced dissociates dissociated',
  ),
);
/** With a "not" or "never": a denial when the object is something said. */
export const ACCEPTING = new Set('recognise recognize accept acknowledge endorse share'.split(' '));
/** Verbs that name a claim by a word: "called the figures propaganda". */
export const NAMING = new Set('call dismiss describe brand label denounce decry term deride condemn'.split(' '));

/** Infinitives that a refusal may be of: "declined to comment". */
export const SPEAKING = new Set(
  'comment say respond reply react answer discuss give confirm provide elaborate explain disclose reveal speak identify specify address return issue release make offer acknowledge mention talk report draw put name deny'.split(
    ' ',
  ),
);
/** With a "not", silence: "has not commented", "did not reply". */
export const ANSWERING = new Set('comment respond reply react answer'.split(' '));
/** With a "would not", "did not", "has not": silence. */
export const TELLING = new Set(
  'say discuss elaborate address specify confirm disclose reveal explain name acknowledge'.split(' '),
);
/** Fixed wordings of silence, over a whole clause. */
export const SILENT_PHRASES =
  /\b(?:declin(?:ed|es|ing) comment|refus(?:ed|es|ing) comment|(?:refus|declin)(?:ed|es|ing) to (?:take|answer) (?:\w+ )?questions|(?:is|was|are|were|has been|have been) (?:still )?silent (?:about|on|over)|would not be drawn|(?:has|have|had) (?:not|n't) (?:breathed|said|uttered) a word|(?:says?|said) not a word|nothing to (?:add|say)|not for (?:it|him|her|them|us) to comment|(?:had|made|offered|gave|has|have|issued) no (?:immediate |further |official |public )?(?:comment|statement|response|reply|reaction)|(?:could|can) not (?:immediately )?be reached(?: for comment)?|not (?:immediately )?available (?:for|to) comment|did not (?:return|answer) (?:\w+ ){0,3}(?:calls?|messages?|emails?|requests?|questions?)|(?:fell silent|went (?:silent|quiet)|clammed up) (?:when|on|about|over)|kept silent|remained silent|stayed silent|keeps silent|tight-lipped|(?:said|says) nothing (?:about|of|on)|passed over (?:it |this |the \w+ )?in silence|unavailable for comment|not in a position to (?:confirm|comment|verify)|in no position to (?:confirm|comment)|referr(?:ed|ing) (?:\w+ ){0,2}(?:questions|queries|inquiries|requests) (?:\w+ ){0,4}to)\b/;
/** Words without which a sentence has none of them. */
export const SILENT = gate(
  list(
    'comment drawn word add say statement response reply reaction reached return answer questions silent quiet clammed tight-lipped nothing silence position queries inquiries requests',
  ),
);
/** A denial in the speaker's own negative words: "I have seen no evidence", "found nothing to support", "it lost nothing". */
export const NEGATIVE_FINDING =
  /\b(?:no (?:evidence|trace|proof|truth|basis|indication|sign)s?|nothing to (?:support|back|confirm)|lost nothing|nothing of the (?:sort|kind)|no such (?:thing|attack|strike|incident|order|operation))\b/;

/** What there is no sign of, where that denies something. */
export const OF_VIOLENCE =
  /\b(?:that\b|to (?:support|back|confirm|suggest)|lost nothing|nothing of the|no such|truth|basis|of (?:any |a |an )?(?:\w+ )?(?:casualt\w+|attacks?|strikes?|raids?|involvement|abuses?|crimes?|shelling|bombs?|massacres?|killings?|incursion|wrongdoing|presence|deaths?))/;

/** A predicate that says "not true" without an adjective. */
export const FALSE_PHRASES =
  /\b(?:does not correspond to|do not correspond to|has nothing to do with|have nothing to do with|bears? no relation to|far from|at odds with) (?:the )?(?:reality|truth|facts)\b/;
/** Words without which a sentence has none of them. */
export const UNREAL = gate(list('reality truth facts'));
/** What somebody calls false stands right behind the naming verb. */
export const NAMED =
  /^\W*(?:the|that|this|those|these|it|such|all|any|both|claims?|reports?|allegations?|accusations?|as|its|his|their|him|her|them)\b/;
/** What may be called by a quoted word and so denied. */
export const CHARGES =
  /\b(?:accusations?|allegations?|claims?|figures?|numbers?|tolls?|charges?|reports?|version|talk|story|account)\b/;
/** Verbs of holding to what was said before. */
export const INSISTING = new Set('insist maintain reiterate assert stress repeat'.split(' '));
/** Verbs of replying. */
export const REPLYING = new Set('reply respond counter retort answer rejoin insist react'.split(' '));
/** How somebody speaks who says that it has not done it. */
export const OWN_WORDS =
  /^(?:we|i|she|he|it|they|our \w+|their \w+) (?:simply |just |absolutely |categorically )?(?:(?:do|did|does|have|has|had|was|were|are|is|hold|keep)(?:n't)?|never)(?: \w+)? ?(?:not|never|no|nobody|none|nothing|(?<=n't|never))\b/;
/** "we have not received confirmation": nothing is denied, it has not been heard of. */
export const UNHEARD =
  /\breceived (?:any |the |a |an |official |further |formal )*(?:identification|confirmation|information|word|news|answers?|replies|reply|response|reports?|requests?|notification|details|instructions|invitation)\b/;
/** "not our aircraft": somebody else's. */
export const NOT_US = /\bnot (?:us|our|ours|we|me|my)\b/;
/** Verbs besides those of happenings that somebody may say not to have done. */
export const UNDONE = new Set(
  'be operate target take carry conduct participate order use plant fly cross enter reach mistreat torture'.split(' '),
);
/** "no civilians were hurt", "there was no evidence of civilian casualties". */
export const UNHARMED =
  /\b(?:no|not one|not a single|none of the|without any|nobody|no one)\b(?: \w+){0,5} (?:casualt\w+|civilians?|victims|killed|hurt|harmed|injured|targeted|hit)\b|^only (?:\w+ )?(?:insurgents|militants|terrorists|fighters|rebels|combatants|gunmen)\b/;
/** One's own part is none. */
export const NO_PART =
  /^(?:it|they|he|she|we|its \w+|their \w+|our \w+) (?:(?:had )?played no (?:role|part)|(?:had|has|have) no role in)\b|^(?:it|they|he|she|we|(?:the|its|their|our) \w+(?: \w+)?) (?:had|has|have) (?:(?:absolutely )?nothing to do with|no (?:part|hand|involvement) in)\b/;
/** A count of none among people or things. */
export const UNHURT =
  /^(?:there (?:was|were|is|are|has been|have been|had been) )?(?:no|not) (?:\w+ ){0,2}(?:casualt\w+|victims|injuries|damage|deaths|losses|wounded)\b/;

/** Words without which a sentence says of nothing that it was not so. */
export const NOT_SO = gate(
  list('only no not none nobody nothing never without neither nor'),
  formed(/(?:n't|cannot)$/),
);

/** Verbs of refusing. */
export const REFUSING = new Set(['decline', 'refuse']);
/** Verbs whose "no" is silence, and what they give: "would give no figures". */
export const GIVING = new Set('give issue make provide offer publish release share'.split(' '));
export const REPLIES =
  /\b(?:figures?|comment|details?|statement|numbers?|toll|estimates?|casualt\w+|breakdown|explanation)\b/;
/** What silence leaves unanswered. */
export const CALLS = /\b(?:calls?|messages?|emails?|e-mails?|requests?|questions?|inquiries|comment)\b/;
/** Modals under which a question stays open ("cannot answer"), not unanswered. */
export const UNTOLD = new Set(['will', 'can', 'could']);
/** Auxiliaries of not wanting to tell. */
export const WILLING = /^(?:would|will|did|does|do)/;

/** Verbs of confirming. */
export const CONFIRMING = new Set('confirm acknowledge admit concede corroborate'.split(' '));
/** Nouns behind which a number may still stand: "confirmed the death of 12" counts. */
export const LOSSES = new Set(['loss', 'death', 'killing', 'capture']);
/** What is verified that was said. */
export const VERIFIABLE = /\b(?:authentic\w*|claim|report|video|footage|attack|incident)\b/;
