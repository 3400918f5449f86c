import { folded } from '../labels/fold.ts';

/*
 * Words that stand where a name could stand and are none: types, states, parts of programs, words of forms, companies
 * of computing. Folded.
 */
const THINGS: ReadonlySet<string> = new Set(
  `string str number int integer bool boolean float double char varchar text date datetime timestamp object array list map set
  any unknown never void null nil none undefined true false yes no ok na tbd todo fixme required optional default
  readonly static const let var function class interface enum type types new this self return async await public private
  protected export import module package model schema field fields value values key keys label labels name names title
  titel description beschreibung header footer column columns row rows table id ids uuid index item items element node
  root parent child children entry record data info information details detail settings config configuration option options
  property properties attribute attributes parameter param params argument args input output result results response
  request error errors warning message messages event events handler callback listener action actions state status
  user users username admin administrator guest owner member members customer customers client clients patient employee
  contact contacts person people group groups team teams role roles account accounts profile organization organisation
  company companies vendor partner service services server servers host hosts hostname domain localhost cluster namespace
  project projects product products application applications app apps system systems platform software library framework
  plugin plugins extension extensions component components template templates theme themes style styles layout page pages
  screen view views window dialog button menu toolbar icon image images file files folder directory path link url uri
  email mail phone telephone mobile address street city country zip postcode gender nationality birthday birthdate age
  first last middle full given family maiden surname lastname firstname fullname enter please select choose type
  your my our his her their the and for with from into not is are was be must should can will
  dark light black white red green blue yellow orange purple pink gray grey small medium large big extra
  foobar test tests testing example examples sample samples demo dummy placeholder foo bar baz qux lorem ipsum dolor doe
  studio visual code microsoft google amazon apple facebook github gitlab bitbucket docker kubernetes linux windows macos
  android ios chrome firefox safari edge opera node nodejs java javascript typescript python ruby rust golang swift kotlin
  react angular vue svelte webpack vite babel eslint prettier jest mocha vitest express redis postgres postgresql mysql
  mongodb oracle salesforce stripe paypal openai anthropic claude gpt gemini llama mistral azure aws cloud database cache
  queue api http https web site website online internet network server backend frontend build deploy release version
  update install delete remove create add edit save cancel submit send open close start stop run next previous back
  search filter sort order home work office main primary secondary other others general global local remote internal
  external common basic advanced standard custom premium free pro enterprise business professional personal
  daily weekly monthly yearly annual report reports invoice invoices payment payments billing shipping delivery
  street road avenue lane boulevard court square park bridge station airport hotel restaurant hospital school university
  college institute academy museum church center centre bank insurance foundation association society committee department
  ministry agency bureau office division section unit license licence copyright contributors authors author
  identifier expression node declaration statement keyword token literal symbol signature snapshot left right top bottom
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august
  september october november december north south east west
  nachname vorname strasse unbekannt keine kein ja nein kunde kunden nutzer benutzer pflichtfeld projekt abteilung
  inconnu aucun aucune oui non client utilisateur projet desconocido ninguno si cliente usuario proyecto
  sconosciuto nessuno utente progetto desconhecido nenhum sim utilizador onbekend geen nee klant gebruiker
  anonymous anonym anonyme anonimo redacted masked hidden removed confidential empty blank missing invalid valid
  mustermann musterfrau beispiel max_mustermann muster`
    .trim()
    .split(/\s+/),
);

/** Legal forms of companies and words of their names, as they end or begin one. */
const COMPANY =
  /(?:^|[\s.,])(?:gmbh|mbh|ag|kg|kgaa|ohg|e\.?k|gbr|ug|se|inc|llc|llp|ltd|limited|plc|corp|corporation|co|company|pty|sarl|s\.?a\.?r\.?l|sas|sasu|sa|eurl|sci|scop|s\.?a\.?s|s\.?a|s\.?l|s\.?l\.?u|sl|slu|s\.?l\.?l|s\.?coop|srl|s\.?r\.?l|spa|s\.?p\.?a|snc|s\.?n\.?c|sas|lda|l\.?d\.?a|ltda|eireli|me|epp|unipessoal|b\.?v|bv|n\.?v|nv|vof|v\.?o\.?f|holding|group|gruppe|groupe|partners|consulting|solutions|logistics|logistik|systems|technologies|industries|verlag|werke|stadtwerke|praxis|kanzlei|stiftung|verein|e\.?v|bank|versicherung|spedition|maschinenbau|bau)\.?(?=$|[\s,.)])|株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|財団法人|社団法人|医療法人|学校法人|（株）|\(株\)|㈱|有限公司|股份公司|集团|集團|公司|企业|商行|商会|工場|製作所|銀行|银行|工厂|事务所|事務所|病院|医院/i;

/** Whether a word is no part of a name. */
export function isThing(word: string): boolean {
  return THINGS.has(folded(word));
}

/** Whether a text is named like a company. */
export function isCompany(text: string): boolean {
  return COMPANY.test(text);
}
