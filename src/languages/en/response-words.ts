/** Words of answering: what makes a clause a denial, a silence or a confirmation. Regular expressions are over a clause's few words. */

/** Nouns for what somebody says: what a denial must be of, when its verb can be of other things too ("rejected the claim", not "the offer"). */
export const CLAIM_NOUNS =
  /\b(?:claims?|accusations?|allegations?|reports?|charges?|figures?|tolls?|accounts?|suggestions?|talk|it|this|that|them|numbers?|statements?|version|idea|story|stories|assertions?|findings?|estimates?|counts?|responsibility|involvement|notion|theory|those|criticism|description|rumou?rs?|denial|tally|verdict|picture|video|footage|images?|assurances?|news|information|role|wrongdoing|publications?|data)\b/;

/** A predicate that says "not true". */
export const FALSE_WORDS =
  /\b(?:false|untrue|baseless|nonsense|nonsensical|fabricat\w+|fake|lies?|lying|invention|invented|propaganda|absurd|unfounded|groundless|(?:wildly |grossly |vastly )?(?:exaggerated|inflated)|fiction|fantasy|fairy|myth|wrong|ridiculous|disinformation|misinformation|provocation|slander|hoax|staged|rubbish|incorrect|inaccurate|misleading|hysteria|falsehoods?|impossible|theat(?:re|er)|tale|tales|ludicrous|laughable|hallucinations?|delusion\w*|script|concocted|distorted|twisted|made up|without foundation|no basis)\b/i;

/** Verbs that deny by themselves. */
export const DENYING = new Set(
  'deny reject dismiss refute rebut dispute contest repudiate rubbish contradict disavow disown debunk'.split(' '),
);
/** Of these, the ones that need something said as their object. */
export const DENYING_IF_CLAIM = new Set(
  'reject dismiss contest dispute rubbish contradict disown repudiate'.split(' '),
);
/** Verb and particle or preposition that wave something away. */
export const WAVING_AWAY =
  /^(?:laugh(?:s|ed|ing)? off|brush(?:es|ed|ing)? (?:aside|off|away)|wav(?:es|ed|ing|e) (?:aside|away|off)|shrug(?:s|ged)? off|scoff(?:s|ed|ing)? at|sneer(?:s|ed)? at|mock(?:s|ed)|pour(?:s|ed) scorn on|cast(?:s)? doubt on|pooh-poohed|ridicul(?:es|ed))\b/;
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
export const TELLING = new Set('say discuss elaborate address specify confirm disclose reveal explain name'.split(' '));
/** Fixed wordings of silence, over a whole clause. */
export const SILENT_PHRASES =
  /\b(?:declin(?:ed|es|ing) comment|refus(?:ed|es|ing) comment|would not be drawn|(?:has|have|had) (?:not|n't) (?:breathed|said|uttered) a word|(?:says?|said) not a word|nothing to (?:add|say)|not for (?:it|him|her|them|us) to comment|(?:had|made|offered|gave|has|have|issued) no (?:immediate |further |official |public )?(?:comment|statement|response|reply|reaction)|(?:could|can) not be reached(?: for comment)?|not available for comment|did not (?:return|answer) (?:\w+ ){0,3}(?:calls?|messages?|emails?|requests?|questions?)|kept silent|remained silent|stayed silent|keeps silent|tight-lipped|(?:said|says) nothing (?:about|of|on)|passed over (?:it |this |the \w+ )?in silence|unavailable for comment)\b/;
/** A denial in the speaker's own negative words: "I have seen no evidence", "found nothing to support", "it lost nothing". */
export const NEGATIVE_FINDING =
  /\b(?:no (?:evidence|trace|proof|truth|basis|indication|sign)s?|nothing to (?:support|back|confirm)|lost nothing|nothing of the (?:sort|kind)|no such (?:thing|attack|strike|incident|order|operation))\b/;
