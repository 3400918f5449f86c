import { givenLikeness, surnameLikeness } from '../names/lists.ts';
import { folded } from '../names/fold.ts';

const PERSON =
  '(?:he|she|i|my [a-z]{2,15}|(?:his|her|their) [a-z]{2,15}|our [a-z]{2,15}|the (?:patient|employee|claimant|applicant|candidate|customer|client|tenant|child|baby|driver|defendant|user|accused)|patient|employee|claimant|applicant|candidate|er|sie|ich|mein(?:e|er)? [a-zäöü]{2,15}|unsere?r? [a-zäöü]{2,20}|ihr(?:e|er)? [a-zäöü]{2,15}|sein(?:e|er)? [a-zäöü]{2,15}|(?:der|die|den|dem|bei|des) (?:patient|patientin|patienten|mitarbeiter|mitarbeiterin|mitarbeiters|kollege|kollegin|kollegen|bewerber|bewerberin|versicherte|versicherter|kunde|kundin|mieter|mieterin|angeklagte|antragsteller)|patientin|patient|mitarbeiter(?:in)?|kollege|kollegin|kundin|kunde|bewerber(?:in)?|herrn?|frau|mr|mrs|ms|bei ihm|bei ihr|ihm|ihr|pt|(?:the |my |our )?(?:wife|husband|son|daughter|mother|father|brother|sister|colleague|boss|reports))';
const STATE =
  "(?:has|had|have|got|is|was|are|'s|'ve|told me he|told me she|suffers? from|suffered|suffering from|diagnosed with|allergic to|allergisch gegen|undergoing|underwent|receives|received|needs|needed|developed|contracted|struggles with|lost|went to|goes to|battles|battled|sees|had to have|was diagnosed|tested positive|takes?|took|taking|is on|absent (?:due to|because of)|out (?:with|due to)|off (?:with|due to)|starts|start(?:ed|ing)|deals with|dealing with|lives with|was prescribed|prescribed|hospitali[sz]ed for|treated for|on sick leave|off sick|recovering from|died of|survived|history of|came out as|identifies as|votes?|voted|presents with|presented with|complains of|complained of|disclosed|mentioned|reports|reported|experiences|experienced|believes|belongs to|member of|works as|turned out to be|leidet|leide|litt|nimmt|nehme|nahm|hat|habe|hatte|ist|war|sei|bin|bekommt|bekam|erhält|klagt|beginnt|begann|erholt sich|fällt|fehlt|fiel|sitzt|kämpft|erkrankt|erkrankte|wurde|wird|braucht|krankgeschrieben|krank|verordnet|verschrieben|diagnostiziert|festgestellt|behandelt|wählt|mitglied|gehört|bekennt|unterzieht|unterzog|entwickelte|erlitt|überstand|lebt|starb|verstarb|steht|macht|geht|ging|bewilligt)";
/** A person, then what is said of them, in a sentence. */
const SAID = new RegExp(
  `(?:^|[^\\p{L}])${PERSON}(?![\\p{L}])[^.!?;\\n]{0,50}?(?<![\\p{L}])${STATE}(?![\\p{L}])(?:[^.!?;\\n]|(?<=\\d)\\.){0,45}$`,
  'iu',
);
/** Whose it is: `her migraine`, `his religion: `. */
const OWN = new RegExp(
  "(?:^|[^\\p{L}])(?:his|her|my|their|[\\p{L}]{2,20}['’]s|seine?[rmns]?|ihre?[rmns]?|meine?[rmns]?|unter|an|wegen|(?:kollege|kollegin|mitarbeiter|mitarbeiterin|patient|patientin|chef|chefin) (?:im|mit)|wegen (?:ihre|seine)[rsnm]?)(?: \\p{Ll}{3,12}){0,1}(?: is| was|:)?[ ,]$",
  'iu',
);
/** Words of a medical file or a form. */
const FILE =
  /(?<![\p{L}])(?:patient(?:in)? (?:on|under|unter|with|mit|nach|after)|dx|rx|hx|diagnos(?:is|es|ed|e|en|tiziert)|prescribed|prescription|medications?|medikation|medikament|verordnet|krank(?:geschrieben|meldung|schreibung)|attest|arbeitsunfähig|sick leave|hospitali[sz]ed|discharge summary|anamnese|befunde?|arztbrief|therapie|admitted|suffers|leidet|allergic|allergi[ea]n?|mg|yo|y\/o|jährige[rn]?|vorerkrankungen?|(?:medical )?history|drug)(?![\p{L}])/iu;
const PATIENT =
  /(?<![\p{L}])(?:patient(?:in|en|s)?|pt\.?|her|his|ihre?|seine?|female|male|yo|jährige[rn]?|versicherte[rn]?)(?![\p{L}])/iu;
/** A child or a parent whom something is given to. */
const FAMILY =
  /(?<![\p{L}])(?:mein|unser|my|our)[a-z]{0,3} (?:sohn|tochter|kind|mann|frau|mutter|vater|son|daughter|child|wife|husband|mother|father|mum|mom|dad)(?![\p{L}])[^.!?;\n]{0,40}(?:nimmt|genommen|bekommt|braucht|takes|needs|has|hat)(?![\p{L}])/iu;
const TITLE = /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Herrn?|Frau)\.? \p{Lu}/u;
/** What is asked in a form about a person. */
const ATTRIBUTE =
  /(?:religion|faith|confession|konfession|religionszugehörigkeit|ethnicity|ethnic (?:group|origin)|race|ethnie|sexual orientation|sexuelle orientierung|political (?:opinion|affiliation|party)|partei|party|union membership|gewerkschaft|vorstrafen|criminal record)(?: (?:des|der|of)(?: the)? \p{L}{3,20})?["']?(?: is| ist)?[:= ]{1,3}["']?$/iu;
const PERSON_NEAR =
  /(?:^|[^\p{L}])(?:he|she|his|her|him|patient(?:in|en|s)?|patient['’]s|employee|mitarbeiters?|mitarbeiterin|candidate|applicant|bewerber|colleague|kollegin?|kollege)(?![\p{L}])|\p{Lu}\p{Ll}+['’]s /iu;
/** Words of texts about software, statistics and the disease itself. */
const ABOUT_SOFTWARE =
  /dataset|data set|classif|predict|model\b|sample data|enum|research|studies|statistic|prevalence|risk factor|symptoms of|treatment of|ontology|snomed|schema/i;

/** What is said of one person only, whoever it is; of many it is statistics. */
const DIAGNOSED =
  /(?:diagnosed with|hospitali[sz]ed (?:for|with)|erkrankt an|krankgeschrieben wegen)(?: \p{L}{1,12}){0,2} $/iu;
const OF_MANY =
  /(?<![\p{L}])(?:patients|people|children|adults|women|men|individuals|those|anyone|users|cases|sample|dataset|patienten|menschen|kinder|personen|frauen|männer|viele|who|wer|prozent|percent)(?![\p{L}])|%/iu;

/** Whether a text before a term says it of a person; `left` and `right` are stretches of the same paragraph. */
export function isHealthOfPerson(left: string, right: string): boolean {
  const sentence = left.slice(-120);
  const around = `${left} ${right}`;
  if (ABOUT_SOFTWARE.test(sentence + right.slice(0, 60))) return false;
  if (DIAGNOSED.test(sentence) && !OF_MANY.test(sentence)) return true;
  if (SAID.test(sentence) || namedBefore(sentence) || FAMILY.test(around) || NAMED_PATIENT.test(sentence))
    return true;
  if (
    OWN.test(sentence) &&
    (PERSON_NEAR.test(around) || FILE.test(around) || /(?:my|his|her|mein)/i.test(sentence.slice(-24)))
  ) {
    return true;
  }
  if (FILE.test(around)) return TITLE.test(around) || PATIENT.test(around) || hasName(around);
  return (
    (TITLE.test(around) || hasName(sentence) || /(?<![\p{L}])Patient(?:in|en)?(?![\p{L}])/u.test(right)) &&
    WITH_TITLE.test(sentence)
  );
}

/** `Patient Jens Arndt, 61 J.: hepatitis`: a patient by name, and what the rest of the line says. */
const NAMED_PATIENT =
  /(?<![\p{L}])(?:Patient(?:in|en)?|Pt\.?|Versicherter?)[: ]{1,2}\p{Lu}[\p{L}'’-]{1,20},? \p{Lu}[\p{L}'’-]{1,20}(?![\p{L}])[^\n]{0,60}$/u;

/** What stands between a person and a condition where no sentence does. */
const WITH_TITLE =
  /(?<![\p{L}])(?:nimmt|hat|hatte|has|had|takes|took|was|nach|after|bekommt|VALUES)(?![\p{L}])/u;

/** Whether a text before a term says of a person what nobody may be judged by. */
export function isSaidOfPerson(left: string, right: string): boolean {
  const sentence = left.slice(-120);
  if (ABOUT_SOFTWARE.test(sentence)) return false;
  if (ATTRIBUTE.test(sentence)) return true;
  if (SAID.test(sentence)) return true;
  return namedBefore(sentence) && /^[^.!?\n]{0,200}$/.test(right.slice(0, 2));
}

const NAMED = new RegExp(
  `(\\p{Lu}\\p{Ll}{2,15})(?: (\\p{Lu}[\\p{L}'’-]{1,20}))?,? (?:\\(?\\d{1,3}\\)?,? )?(?:\\p{Ll}{2,10} ){0,2}${STATE}(?![\\p{L}])(?:[^.!?;\\n]|(?<=\\d)\\.){0,45}$`,
  'u',
);

/** Whether somebody with a given name of the list has or takes it: `Emma is on sick leave because of …`. */
function namedBefore(sentence: string): boolean {
  const [, name, surname = ''] = NAMED.exec(sentence) ?? [];
  if (name === undefined) return false;
  if (givenLikeness(folded(name)) > 0 || surnameLikeness(folded(surname)) === 2) return true;
  return new RegExp(`(?:Mitarbeiter|Kollege|Kollegin|Herr|Frau|Mrs?|Ms)\\.? ${name}`, 'u').test(sentence);
}

const ANY_NAME = /(?<![\p{L}])(\p{Lu}\p{Ll}{2,15}) \p{Lu}\p{Ll}{2,}/gu;

/** Whether a full name stands in a stretch of text. */
export function hasName(around: string): boolean {
  for (const match of around.matchAll(ANY_NAME)) if (givenLikeness(folded(match[1] ?? '')) > 0) return true;
  return false;
}

const CONVICTED =
  /(?:convicted|charged|arrested|accused|sentenced|pleaded guilty|jailed|criminal record|imprisoned)(?: \p{L}{2,10}){0,2} (?:of|for|with|to) (?:\p{L}{2,10} ){0,2}$/iu;
const VERURTEILT = /^[^.!?\n]{0,30}(?:verurteilt|vorbestraft|angezeigt|angeklagt|im gefängnis|conviction)/iu;

/** Whether a text around a crime says that somebody was convicted of it. */
export function isConvicted(left: string, right: string): boolean {
  return (
    CONVICTED.test(left.slice(-60)) ||
    (/wegen (?:\p{L}{2,12} ){0,2}$/iu.test(left.slice(-40)) && VERURTEILT.test(right)) ||
    VERURTEILT.test(right)
  );
}
