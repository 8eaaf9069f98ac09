/** What a central bank speaks of, which way it goes, and words that carry a tone of their own: [pattern, sign, weight]. */
type Entry = readonly [pattern: RegExp, sign: 1 | -1, weight: number]

/** +1: more of it asks for tighter money; −1: more of it asks for easier money. */
export const topics: readonly Entry[] = [
  [/\binflation(?:ary)?(?:\s(?:pressures?|expectations|risks?|readings|rates?|compensation))?\b/gu, 1, 1.2],
  [
    /\b(?:consumer|energy|oil|import|commodity|core|producer|food|gasoline|house|home|housing|asset)?\s?prices?\b(?!\sstability|\sindex)/gu,
    1,
    1,
  ],
  [/\b(?:wages?|compensation|labor\scosts|unit\slabor\scosts|costs?|earnings)\b/gu, 1, 0.8],
  [
    /\b(?:economic\s(?:activity|growth|expansion|outlook|conditions)|economy|real\sgdp|gdp|output|growth|expansion|recovery|aggregate\sdemand|demand|consumption|(?:household|consumer|business|investment|residential)\s(?:spending|investment)|spending|production|hiring|employment|payrolls?|jobs?|job\sgains|labor\s(?:market|demand)s?(?:\sconditions)?|resource\sutilization|capacity\sutilization|retail\ssales|confidence|exports|credit\sgrowth)\b/gu,
    1,
    0.7,
  ],
  [
    /\b(?:unemployment|jobless(?:ness)?|slack|initial\sclaims|layoffs|output\sgap|spare\scapacity)(?:\srate)?\b/gu,
    -1,
    1,
  ],
  [/\b(?:productivity|dollar|exchange\svalue)\b/gu, -1, 0.4],
]

/** +1 up or strong, −1 down or weak. */
export const directions: readonly Entry[] = [
  [
    /\b(?:r[io]se[ns]?|rising|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed)?|surg(?:e[sd]?|ing)|higher|high|accelerat\w{1,4}|pick(?:s|ed|ing)?\sup|pickup|elevated|strong(?:er|ly)?|strength(?:en\w{0,4})?|robust|solid|rapid(?:ly)?|brisk|tight(?:er|en\w{0,3})?|tightness|upside|upward|above|exceed\w{0,3}|expand(?:s|ed|ing)?|improv\w{1,6}|gain(?:s|ed)?|firm(?:ed|er|ing)?|buoyant|boost(?:s|ed|ing)?|grow(?:s|ing|n)?|grew|persist\w{0,5}|outpac\w{1,3}|rebound\w{0,3}|advance[sd]?|build-?up|overheat\w{0,3}|heighten\w{0,3}|intensif\w{1,5}|(?:edg|mov|revis|mark|push|dr[oi]v|step|ratchet)(?:e|ed|en|ing|es|s)?\sup|up\s(?:notabl|sharp|consider|apprec|some|a\sbit|slight)\w{0,5}|faster|larger|upswing|swift|vigorous|heat\w{0,3}|booming)\b/gu,
    1,
    1,
  ],
  [
    /\b(?:f[ae]ll(?:s|en|ing)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|drop(?:s|ped|ping)?|lower(?:ed|ing|s)?|low|slow(?:s|ed|er|ing|down|ly)?|weak(?:er|ness|en\w{0,3})?|soft(?:er|ness|en\w{0,3})?|decelerat\w{1,4}|moderat\w{1,4}|eas(?:e[sd]?|ing)|subdued|muted|contained|downside|downward|below|damp\w{0,4}|diminish\w{0,3}|contract(?:s|ed|ing|ion)?|deteriorat\w{1,4}|sluggish|restrain\w{0,3}|disinflation\w{0,3}|shrink\w{0,3}|shortfall|undershoot\w{0,3}|reduc(?:e[sd]?|ing|tion)|edge[sd]?\sdown|disappoint\w{0,3}|depress\w{0,3}|loss(?:es)?|tepid|modest|abate[sd]?|waned?|headwinds?|(?:edg|mov|revis|mark|driv|push|step|com)(?:e|ed|en|ing|es|s)?\sdown|(?:were|was|are|is)\sdown|plung\w{1,3}|slid(?:e|es|ing)?|slump\w{0,3}|drop-?back|slowest|smaller|fewer|collaps\w{1,3}|anemic|meager|pessimis\w{1,3})\b/gu,
    -1,
    1,
  ],
]

export const negations: readonly Entry[] = [
  [/\b(?:not|no|never|neither|nor|without|n't|hardly|absence\sof|lack\sof|less|unlikely|cannot)\b|n't\b/gu, -1, 1],
]

/** Words of policy itself. */
export const policyWords: readonly Entry[] = [
  [
    /\b(?:tighten(?:ing)?\s(?:of\s)?(?:monetary\s)?policy|policy\s(?:firming|tightening)|(?:monetary|policy)\s(?:restraint|tightening)|rate\s(?:hikes?|increases?)|rais(?:e|ed|ing)\s(?:the\s|its\s)?(?:target|federal|policy|interest|rates?)|restrictive|less\saccommodative|remov(?:e|al|ing)\s(?:of\s)?(?:policy\s)?accommodation|price\sstability|inflation\sunder\scontrol|de-?anchor\w{0,3}|preemptive)\b/gu,
    1,
    0.9,
  ],
  [
    /\b(?:eas(?:e|ed|ing)\s(?:of\s)?(?:monetary\s)?policy|(?:monetary|policy|further|additional)\seasing|rate\s(?:cuts?|reductions?)|(?:lower|cut|reduc)(?:e|ed|ing|ting)?\s(?:the\s|its\s)?(?:target|federal\sfunds|policy\srate|interest\srates?)|below\s(?:our\s|its\s|the\scommittee's\s)?(?:symmetric\s)?(?:2\spercent|objective|target|goal)|accommodative|accommodation|asset\spurchases|support\sthe\s(?:economy|recovery|flow)|stimulus|recession|deflation|zero\slower\sbound|maximum\semployment)\b/gu,
    -1,
    0.7,
  ],
]
