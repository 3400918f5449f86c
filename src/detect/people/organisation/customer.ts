import { after, before, hit, NOTHING } from '../../structures/reading.ts';
import type { Structure, StructureHit } from '../../structures/structure.ts';
import { lastingThrift } from '../thrift.ts';

/** Words that say that a firm is a customer, a supplier or a partner of ours. */
const RELATIONS = [
  'customer',
  'client',
  'account ',
  'account:',
  'tenant',
  'vendor',
  'supplier',
  'invoice to ',
  'invoice for ',
  'bill to',
  'billed to',
  'contract with ',
  'agreement with ',
  'proposal for ',
  'quote for ',
  'prospect',
  'subsidiary',
  'acquisition of ',
  'acquire ',
  'nda with ',
  'kunde',
  'auftraggeber',
  'auftragnehmer',
  'mandant',
  'lieferant',
  'vertrag mit ',
  'vereinbarung mit ',
  'rechnung an ',
  'angebot für ',
  'angebot an ',
  'auftrag von ',
  'übernahme der ',
  'mieter ',
  'firma ',
  'firma: ',
  'company: ',
  'employer: ',
  'arbeitgeber',
  'works for ',
  'works at ',
  'arbeitet bei ',
  'partner ',
  'auftrag der ',
  'projekt bei ',
  'cliente',
  'fournisseur',
  'proveedor',
  'fornitore',
  'klant',
];

const WORD = "(?:\\p{Lu}[\\p{L}\\d'’.-]{0,24}|\\d{1,3}[A-Za-z]{1,10})";
const LEGAL =
  '(?:GmbH(?: & Co\\.? (?:KG(?:aA)?|OHG))?|gGmbH|mbH|AG(?: & Co\\.? KG)?|KGaA|KG|OHG|GbR|UG(?: \\(haftungsbeschränkt\\))?|SE|e\\. ?V\\.|e\\. ?K\\.|e\\. ?U\\.|e\\. ?G\\.|Inc\\b\\.?|Incorporated|LLC|L\\.L\\.C\\.|LLP|Ltd\\b\\.?|Limited|PLC|plc|Corp\\b\\.?|Pty\\.? Ltd\\b\\.?|S\\. ?A\\. ?S?\\.?|S\\.A\\.|SA\\b|SAS\\b|SARL\\b|S\\.?à ?r\\.?l\\.?|S\\. ?r\\. ?l\\.|Srl\\b|S\\. ?p\\. ?A\\.|SpA\\b|s\\. ?r\\. ?o\\.|a\\. ?s\\.|a\\. ?G\\.|mbB|PartG|B\\. ?V\\.|BV\\b|N\\. ?V\\.|NV\\b|Oyj?\\b|AB\\b|A/S|ApS\\b|AS\\b|ASA\\b|S\\. ?L\\. ?U?\\.?|Sp\\. z o\\. ?o\\.|Kft\\.?|Ltda\\.?|K\\.K\\.|GesmbH|Ges\\.m\\.b\\.H\\.)';
const FIRM = new RegExp(
  `((?:${WORD}(?:, | ))(?:(?:${WORD}|&|\\+|und|and|of|de|di|der|für|y|et|the)(?:, | )){0,5}?)(${LEGAL})(?![\\p{L}\\d])`,
  'u',
);

/** Firms that everybody who writes software names; folded to their first word. */
const WELL_KNOWN =
  /^(?:google|alphabet|microsoft|apple|amazon|aws|meta|facebook|github|gitlab|oracle|ibm|intel|amd|nvidia|sap|siemens|red hat|redhat|canonical|docker|hashicorp|mozilla|netflix|spotify|twitter|x corp|openai|anthropic|mistral|hugging|jetbrains|atlassian|adobe|salesforce|stripe|paypal|cloudflare|vercel|netlify|digitalocean|heroku|mongodb|elastic|datadog|sentry|functional software|twilio|zoom|slack|dropbox|figma|linear|notion|samsung|sony|huawei|alibaba|tencent|baidu|bytedance|yahoo|ebay|uber|airbnb|linkedin|vmware|cisco|dell|hp|hewlett|hetzner|ovh|deutsche telekom|bosch|bmw|daimler|volkswagen|sun microsystems|free software|the apache|apache|linux|npm|yandex|qualcomm|arm|broadcom|automattic|squareup|square|block|shopify|palantir|tesla|acme|example|contoso|northwind|fabrikam|muster|beispiel|foo|bar|test|initech|globex|umbrella|hooli|your|my|our|the company|demo|sample|xyz|abc)\b/i;
/** Words right before a firm that are no part of it. */
const LEADING =
  /^(?:(?:The|Our|Unsere?r?|Die|Der|Das|Den|Dem|Client|Customer|Kunden?|Kundin|Auftraggeber|Mandant|Lieferant|Vendor|Supplier|Tenant|Account|Invoice|Rechnung|Vertrag|Firma|Angebot|Fa\.|Company|Name)[ ,]{1,2})+/u;
const IN_PUBLIC = /copyright|\(c\)|©|licen[sc]e|trademark|all rights reserved|warrant|marken?zeichen/i;

/** How far from the word a firm may stand, in UTF-16 code units. */
const REACH = 70;

const thrift = lastingThrift(200);

/** Firms that are named as customers, suppliers or partners. */
export const customerOrganisation: Structure = {
  id: 'customer-organisation',
  literals: RELATIONS,
  findAt(text, at) {
    if (/\p{Ll}/u.test(text.charAt(at - 1))) return NOTHING;
    if (!thrift.allows(text, at)) return NOTHING;
    const found = [
      ...firmIn(after(text, at, REACH + 40), at, true),
      ...firmIn(before(text, at, REACH), Math.max(0, at - REACH), false),
    ];
    if (found.length === 0) return NOTHING;
    if (IN_PUBLIC.test(text.slice(Math.max(0, at - 200), at + 200))) return NOTHING;
    for (const { start, end } of found) thrift.worthIt(text, start, end);
    return found;
  },
};

const ANY_LEGAL = new RegExp(`[ ,]${LEGAL}(?![\\p{L}\\d])`, 'u');

function firmIn(stretch: string, offset: number, behind: boolean): readonly StructureHit[] {
  // Most stretches have no firm in them, and this tells so at less cost.
  if (!ANY_LEGAL.test(stretch)) return NOTHING;
  const piece = behind ? sameStatement(stretch) : stretch.slice(stretch.lastIndexOf('\n') + 1);
  const skipped = stretch.length - (behind ? stretch.length : piece.length);
  const match = FIRM.exec(piece);
  if (!match) return NOTHING;
  // What ends in a dot before it is another sentence, unless it is short for something: `St. Josef GmbH`.
  const sentence = /^.{0,200}\p{Ll}{3,}\. /u.exec(match[0])?.[0].length ?? 0;
  const lead = sentence + (LEADING.exec(match[0].slice(sentence))?.[0].length ?? 0);
  const firm = match[0].slice(lead);
  if (WELL_KNOWN.test(firm) || !/^\p{Lu}|^\d/u.test(firm) || !/ /.test(firm)) return NOTHING;
  const start = offset + skipped + match.index + lead;
  return [hit('customer-organisation', { start, end: start + firm.length }, 'context')];
}

/** The same line and, where a statement of SQL goes on, the next one. */
function sameStatement(stretch: string): string {
  const end = stretch.indexOf('\n');
  return end < 0 ? stretch : stretch.slice(0, end);
}
