import { wordsOf } from './fold.ts';

/** Capitalised words that stand beside names and in their shape, and are no part of one; folded. */
const NO_NAMES: ReadonlySet<string> = new Set(
  wordsOf(`
    january february march april may june july august september october november december
    januar februar marz mai juni juli oktober dezember
    monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    street road avenue lane drive boulevard court place square terrace park bridge airport church county city town
    island lake river valley beach hills springs hotel bank station hospital school college university institute
    academy library museum strasse platz allee gasse schule universitat klinik verlag stiftung bahnhof
    inc ltd llc gmbh corp corporation company group foundation team project holdings partners limited ag kg
    api sdk cli app server client service studio cloud platform framework engine compiler plugin extension package
    module component button dialog form page view table query request response error warning info debug test tests
    spec suite mock stub fixture config configuration settings option options mode type types class interface object
    array string number boolean function method property value values key keys index list map set node tree graph
    file files folder directory path url link image icon font color theme layout grid row column cell header footer
    admin administrator user users customer customers support sales marketing manager engineer developer director
    officer assistant department office desk account accounts billing invoice order orders contract report reports
    license licence version release update build branch commit pull merge issue issues bug feature release notes
    law theorem algorithm method effect prize award medal number constant equation transform distribution
    theme award championship cup league state states kingdom republic union north south east west northern southern
    the and or but not with without for from this that these those there here when where what which who why how
    all any some none each every everyone everybody team folks friends guys world sir madam colleagues people
    is are was were be been has have had do does did can could should would will shall may might must
    if else then return const let var new null true false undefined import export default async await
    ihr ihre ihren ihrem ihnen sie wir uns unser unsere der die das den dem des ein eine einen und oder aber nicht
    bitte danke hallo guten tag morgen abend zusammen alle kollegen kolleginnen leute welt damen herren herr frau
    kunde kundin kunden mitarbeiter mitarbeiterin rechnung vertrag bestellung anfrage termin betreff datum fehler
    straße nummer name vorname nachname adresse firma abteilung vertrieb einkauf buchhaltung geschaftsfuhrer
    google microsoft apple amazon facebook github gitlab docker linux windows android chrome firefox safari node
    react angular vue svelte python java javascript typescript kubernetes jira slack teams outlook excel word
    claude gemini alexa siri copilot chatgpt gpt openai anthropic cortana bard llama mistral
    sent subject date regards sincerely thanks cheers hello dear hi hey mr mrs ms dr prof
    san santa saint los las el monte port fort mount cape new york jersey england ireland scotland wales america
    max min avg sum total count length size width height left right top bottom first last next previous
    json yaml xml html css sql http https tls ssl ssh ftp dns tcp udp ip id ids uuid guid
    sachbearbeiter sachbearbeiterin ansprechpartner kollege kollegin kollegen mieter mieterin patient patientin chef chefin geschaftsfuhrer lehrer lehrerin benutzer nutzer
    bewerber zeuge mandant boss colleague client employee tenant
    germany austria switzerland france spain italy portugal netherlands belgium denmark sweden norway finland poland
    turkey russia ukraine india china japan korea canada australia brazil mexico europe asia africa
    deutschland osterreich schweiz transfer protocol hangul kharoshthi numeral edge polo cash doktor ehefrau ehemann sample demo dummy phone mail email website page online offline
    grusse gruesse grussen grusse wunsche wishes sans serif mono roman bold italic black regular medium light
    jr sr ii iii iv
    islands islander islas isole insel inseln adalari adasi toplulugu cumhuriyeti ganrajya territories settentrionali
    digits hotels tierras icons
  `),
);

/** Whether a folded word cannot be part of a person's name where one is guessed at. */
export function isNoName(word: string): boolean {
  return NO_NAMES.has(word);
}
