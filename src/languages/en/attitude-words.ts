const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs of wanting, judging, feeling and addressing: somebody's attitude, where no claim is put forward. */
export const ATTITUDES = words(
  `accept accuse acknowledge add admire admit advise announce anticipate apologise apologize applaud appreciate approve argue ask assert assume
   assure attack authorise authorize back balk bash believe bemoan berate blame blast boast brand call caution celebrate challenge champion
   characterise characterize charge chant chastise chide cite claim clarify commend comment complain compliment concede conclude condemn
   confirm congratulate contemplate contend convince critique criticise criticize cry decide declare decline decry deem demand denounce deny
   depict deride describe despise detail determine dismiss dispute doubt downplay dub echo elaborate embrace emphasise emphasize encourage
   endorse envisage envision exhort explain expect express extol fault fear foresee frustrate fret hail herald highlight hint hope identify
   ignore implore imply implicate indicate inform insist intend invoke judge label lambast lambaste lament laud liken link love maintain mention
   mock mull muse note object observe offer order outline outrage persuade pitch pledge point ponder portray praise predict press proclaim
   promise promote propose protest question quip quote rail react reaffirm recall recite recommend refuse regard reiterate reject remark remember
   remind reply report request resent respond retort retweet reveal ridicule salute say scoff scold seethe shout sing slam specify speculate
   state stress suggest suspect swear taunt tell testify thank threaten tout trumpet underline underscore understand unveil urge view voice
   vow warn weigh wonder worry write yell`,
);

/** Holders whom no attitude is told of: the reader is not reading a letter. */
export const SELVES = words('i we you it there this that which what');
