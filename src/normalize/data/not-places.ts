/** Words that begin a sentence or a name in English far more often than they name a place: never a place by themselves. */
export const never = [
  'a', 'i', 'an', 'and', 'as', 'at', 'also', 'all', 'along', 'are', 'asia', 'bar', 'be', 'both', 'but', 'by', 'can', 'do', 'for', 'from', 'had', 'has', 'he', 'her',
  'his', 'if', 'in', 'is', 'it', 'its', 'may', 'me', 'mine', 'most', 'much', 'my', 'no', 'not', 'now', 'of', 'on', 'one', 'or', 'our', 'out', 'same', 'she',
  'so', 'some', 'such', 'nato', 'than', 'that', 'the', 'their', 'them', 'then', 'there', 'they', 'this', 'to', 'two', 'un', 'up', 'us', 'was', 'we', 'were', 'who',
  'why', 'will', 'with', 'you', 'your', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'first', 'second', 'third', 'other', 'new', 'old',
  'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'ramadan', 'easter', 'christmas',
  'north', 'south', 'east', 'west', 'northern', 'southern', 'eastern', 'western', 'central', 'centre', 'center', 'est', 'nord', 'sud', 'ouest',
  'federal', 'army', 'navy', 'police', 'air', 'force', 'forces', 'guard', 'militia', 'government', 'ministry', 'minister', 'president', 'general', 'colonel', 'major',
  'captain', 'state', 'states', 'union', 'republic', 'kingdom', 'capital', 'city', 'town', 'village', 'region', 'province', 'district', 'department', 'camp', 'port',
  'bridge', 'hospital', 'school', 'church', 'mosque', 'market', 'airport', 'prison', 'university', 'base', 'border', 'front', 'centro', 'parliament', 'senate',
  'council', 'court', 'party', 'group', 'people', 'media', 'news', 'agency', 'radio', 'television', 'reading', 'sale', 'bath', 'home', 'enterprise', 'liberty', 'independence',
  'freedom', 'justice', 'peace', 'war', 'victory', 'hope', 'defence', 'defense', 'security', 'interior', 'foreign', 'health', 'energy', 'emergency', 'white', 'black',
  'red', 'green', 'blue', 'gold', 'golden', 'silver', 'crescent', 'cross', 'star', 'sun', 'moon', 'lord', 'god', 'king', 'queen', 'prince', 'pope', 'patriot', 'patriots',
  'grad', 'iskander', 'shahed', 'geran', 'kinzhal', 'buk', 'orion', 'eagle', 'falcon', 'tiger', 'leopard', 'abrams', 'challenger', 'bradley', 'marine', 'marines',
  'sheikh', 'imam', 'mullah', 'ali', 'la', 'le', 'el', 'al', 'los', 'las', 'san', 'mission', 'commerce', 'mobile', 'opportunity', 'orange', 'ara', 'man', 'men',
  'son', 'sir', 'miss', 'mister', 'young', 'best', 'early', 'late', 'long', 'high', 'grand', 'great', 'little', 'big', 'via', 'never', 'always', 'valley', 'save', 'real', 'naval', 'sens', 'goes', 'gore', 'eisen', 'weekly', 'daily', 'battle', 'bus', 'car', 'ship', 'bar',
  'time', 'times', 'post', 'mail', 'guardian', 'independent', 'economist', 'sky', 'fox', 'live', 'sport', 'date', 'day', 'night', 'spring', 'summer', 'autumn', 'winter',
  'ban', 'ben', 'bin', 'ibn', 'abu', 'umm', 'bay', 'unity', 'centrale', 'spokesman', 'officials', 'witnesses', 'residents', 'reuters', 'meta', 'signal', 'telegram', 'pole', 'male',
] as const;

/** Names that persons have, or that other things have: a place only when its country stands in the article. */
export const doubtful = [
  'nancy', 'jones', 'rubio', 'mariano', 'marlow', 'kyaw', 'kyi', 'rhodes', 'sana', 'saba', 'nis', 'bam', 'kan', 'numan', 'tucker', 'meridian', 'mayadeen', 'van', 'tank', 'lincoln', 'victoria', 'florence', 'sydney', 'charlotte', 'madison', 'austin', 'jackson', 'houston', 'dallas', 'carter', 'clinton', 'bush', 'nixon', 'kennedy',
  'washington', 'hamilton', 'wellington', 'churchill', 'jordan', 'israel', 'chad', 'georgia', 'santiago', 'francisco', 'jose', 'juan', 'maria', 'rosario', 'mercedes',
  'split', 'nice', 'tours', 'cannes', 'essen', 'siegen', 'worms', 'lens', 'caen', 'bergen', 'moss', 'halle', 'trier', 'bern', 'perth', 'cork', 'derby', 'hull', 'deal',
  'salem', 'troy', 'athens', 'sparta', 'rome', 'cairo', 'warsaw', 'moscow', 'odessa', 'lebanon', 'bethlehem', 'hebron', 'nazareth', 'memphis', 'carthage', 'alexandria',
  'mustafa', 'hussein', 'hassan', 'hasan', 'hamid', 'ahmad', 'ahmed', 'mahmoud', 'mahmud', 'omar', 'khalid', 'khaled', 'salman', 'sultan', 'khan', 'shah', 'singh', 'kumar',
  'rama', 'putin', 'assad', 'biden', 'trump', 'obama', 'netanyahu', 'erdogan', 'modi', 'sharif', 'karimov', 'lukashenko', 'kadyrov', 'zelensky', 'medina', 'morales', 'castro',
  'ivanov', 'petrov', 'kim', 'lee', 'park', 'min', 'aung', 'win', 'hla', 'thant', 'sein', 'ne', 'ye', 'mai', 'linh', 'marshall', 'taylor', 'harris', 'martin', 'lewis', 'walker',
  'mitchell', 'douglas', 'gordon', 'stuart', 'grant', 'lee', 'logan', 'mason', 'morgan', 'newton', 'norman', 'orlando', 'paris', 'raymond', 'russell', 'scott', 'spencer', 'stanley',
  'vernon', 'warren', 'wayne', 'wilson', 'albert', 'alice', 'anna', 'arnold', 'arthur', 'bernard', 'brandon', 'bruce', 'carlos', 'catherine', 'clara', 'claude', 'diana', 'edmond',
  'elena', 'emma', 'eugene', 'felix', 'gary', 'gilbert', 'helena', 'henry', 'irving', 'isabela', 'ivan', 'jasper', 'julia', 'kelly', 'laura', 'leon', 'louis', 'lucas', 'marion',
  'mary', 'maurice', 'milan', 'monica', 'nelson', 'oliver', 'oscar', 'patrick', 'pedro', 'peter', 'philip', 'pierre', 'raphael', 'roman', 'sarah', 'sofia', 'sophia', 'teresa',
  'thomas', 'tony', 'valentina', 'valeria', 'vera', 'vladimir', 'william', 'anthony', 'carson', 'chester', 'clayton', 'clifton', 'dalton', 'darwin', 'dayton', 'denver', 'dover',
] as const;
