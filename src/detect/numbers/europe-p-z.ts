import * as es from 'stdnum/lib/cjs/es/index.js';
import * as cz from 'stdnum/lib/cjs/cz/index.js';
import * as ee from 'stdnum/lib/cjs/ee/index.js';
import * as fi from 'stdnum/lib/cjs/fi/index.js';
import * as hr from 'stdnum/lib/cjs/hr/index.js';
import * as lt from 'stdnum/lib/cjs/lt/index.js';
import * as lu from 'stdnum/lib/cjs/lu/index.js';
import * as lv from 'stdnum/lib/cjs/lv/index.js';
import * as pl from 'stdnum/lib/cjs/pl/index.js';
import * as pt from 'stdnum/lib/cjs/pt/index.js';
import * as ro from 'stdnum/lib/cjs/ro/index.js';
import * as se from 'stdnum/lib/cjs/se/index.js';
import * as si from 'stdnum/lib/cjs/si/index.js';
import * as sk from 'stdnum/lib/cjs/sk/index.js';
import * as bg from 'stdnum/lib/cjs/bg/index.js';
import * as cy from 'stdnum/lib/cjs/cy/index.js';
import * as mt from 'stdnum/lib/cjs/mt/index.js';
import * as ru from 'stdnum/lib/cjs/ru/index.js';
import * as tr from 'stdnum/lib/cjs/tr/index.js';
import * as ua from 'stdnum/lib/cjs/ua/index.js';
import { jmbg, kazakh, ogrn, polishIdCard, portugueseInsurance, snils } from './checks-europe.ts';
import { firm, groups, health, type NumberCheck, type NumberFormat, paper, personal, tax } from './format.ts';
import { by } from './stdnum.ts';

/** VAT numbers of the Union that have no row of their own, by their country. */
const VAT: Readonly<Record<string, NumberCheck>> = {
  BG: by(bg.vat), CY: by(cy.vat), CZ: by(cz.dic), EE: by(ee.kmkr), ES: by(es.nif), FI: by(fi.alv), HR: by(hr.oib),
  LT: by(lt.pvm), LU: by(lu.tva), LV: by(lv.pvn), MT: by(mt.vat), PL: by(pl.nip), PT: by(pt.nif), RO: by(ro.cui),
  SE: by(se.vat), SI: by(si.ddv), SK: by(sk.dph),
}; // prettier-ignore

const unionVat: NumberCheck = (compact, written) => {
  const check = VAT[compact.slice(0, 2)];
  return check !== undefined && (check(compact, written) || check(compact.slice(2), written));
};

/** Poland to Ukraine, and what several countries share. */
export const EUROPE_P_Z: readonly NumberFormat[] = [
  firm({
    id: 'eu-vat', name: 'EU VAT number',
    shape: String.raw`(?:BG|CY|CZ|EE|ES|FI|HR|LT|LU|LV|MT|PL|PT|RO|SE|SI|SK)[ -]?[A-Z0-9]{2,13}`, check: unionVat,
    near: [
      'vat', 'vat number', 'vat id', 'vat no', 'vatin', 'tax id', 'dič', 'ič dph', 'nip', 'pvm', 'pvn', 'iva', 'moms', 'momsnr', 'ddv', 'kmkr', 'alv', 'tva', 'nif', 'ust id', 'dph',
    ],
  }),
  personal({
    id: 'pl-pesel', name: 'Polish PESEL',
    shape: String.raw`\d{11}|\d{6} \d{5}`, check: by(pl.pesel), near: ['pesel', 'numer pesel', 'peselu', 'peselem', 'nr pesel'],
  }),
  firm({
    id: 'pl-nip', name: 'Polish tax number',
    shape: groups(3, 3, 2, 2) + '|' + groups(3, 2, 2, 3), check: by(pl.nip), near: ['nip', 'numer identyfikacji podatkowej', 'nr nip'],
  }),
  firm({
    id: 'pl-regon', name: 'Polish register number',
    shape: String.raw`\d{9}|\d{14}`, check: by(pl.regon), near: ['regon'],
  }),
  paper({
    id: 'pl-id-card', name: 'Polish identity card number',
    shape: String.raw`[A-Z]{3}[ -]?\d{6}`, check: polishIdCard,
    near: ['dowód osobisty', 'dowodu osobistego', 'numer dowodu', 'nr dowodu', 'seria i numer', 'dowodu', 'dowód', 'polish id', 'id card'],
  }),
  tax({
    id: 'pt-nif', name: 'Portuguese tax number',
    shape: String.raw`(?:PT ?)?\d{3}[ .]?\d{3}[ .]?\d{3}`, check: by(pt.nif),
    near: ['nif', 'nipc', 'contribuinte', 'número de contribuinte', 'n.º contribuinte', 'identificação fiscal'],
  }),
  personal({
    id: 'pt-citizen-card', name: 'Portuguese citizen card number',
    shape: String.raw`\d{8}[ -]?\d[ -]?[A-Z0-9]{2}[ -]?\d`, check: by(pt.cc), alone: ['99999999 9 AA9', '999999999AA9'],
    near: ['cartão de cidadão', 'cartão cidadão', 'citizen card', 'número de documento', 'bilhete de identidade'],
  }),
  personal({
    id: 'pt-niss', name: 'Portuguese social security number',
    shape: String.raw`\d{11}|\d{3} \d{3} \d{3} \d{2}|\d{4} \d{3} \d{4}`, check: portugueseInsurance,
    near: ['niss', 'segurança social', 'número de segurança social'],
  }),
  health({
    id: 'pt-sns', name: 'Portuguese patient number',
    shape: String.raw`\d{9}|\d{3} \d{3} \d{3}`, near: ['utente', 'número de utente', 'sns', 'nº utente'],
  }),
  personal({
    id: 'ro-cnp', name: 'Romanian personal number',
    shape: String.raw`[1-9] ?\d{6} ?\d{6}`, check: by(ro.cnp), near: ['cnp', 'cod numeric personal', 'codul numeric personal', 'cnp-ul'],
  }),
  firm({
    id: 'ro-cui', name: 'Romanian company number',
    shape: String.raw`(?:RO ?)?\d{2,10}`, check: (compact) => by(ro.cui)(compact.replace(/^RO/, ''), ''), close: true,
    near: ['cui', 'cif', 'cod unic de înregistrare', 'cod fiscal'],
  }),
  personal({
    id: 'si-emso', name: 'personal number of former Yugoslavia', placeholder: 'JMBG',
    shape: String.raw`\d{13}`, check: jmbg,
    near: ['emšo', 'jmbg', 'matični broj', 'матични број', 'јмбг', 'ембг', 'embg', 'emso'],
  }),
  tax({
    id: 'si-tax-number', name: 'Slovenian tax number',
    shape: String.raw`(?:SI ?)?\d{8}`, check: by(si.ddv), near: ['davčna številka', 'davčna', 'davčna št', 'id za ddv'],
  }),
  firm({
    id: 'cz-ico', name: 'Czech or Slovak company number',
    shape: String.raw`\d{8}|\d{3} \d{2} \d{3}`, check: by(cz.ico), near: ['ičo', 'ič:', 'identifikační číslo'],
  }),
  firm({
    id: 'se-org-number', name: 'Swedish organisation number',
    shape: String.raw`\d{6}-?\d{4}`, check: by(se.orgnr), near: ['organisationsnummer', 'orgnr', 'org nr', 'org.nr', 'organisationsnr'],
  }),
  personal({
    id: 'ru-snils', name: 'Russian insurance number',
    shape: groups(3, 3, 3, 2), check: snils, alone: ['999-999-999 99', '999-999-999-99'], near: ['снилс', 'snils', 'страховой номер'],
  }),
  tax({
    id: 'ru-inn', name: 'Russian tax number',
    shape: String.raw`\d{10}|\d{12}`, check: by(ru.inn), near: ['инн', 'инн:', 'идентификационный номер', 'inn', 'inn number'],
  }),
  paper({
    id: 'ru-passport', name: 'Russian passport number',
    shape: String.raw`\d{2} ?\d{2} ?(?:№ ?|N )?\d{6}`, near: ['паспорт', 'паспорта', 'паспорт рф', 'серия и номер', 'паспортные данные', 'серия', 'russian passport'],
  }),
  firm({
    id: 'ru-ogrn', name: 'Russian register number',
    shape: String.raw`\d{13}|\d{15}`, check: ogrn, near: ['огрн', 'огрнип', 'ogrn', 'ogrnip'],
  }),
  tax({
    id: 'ua-tax-number', name: 'Ukrainian tax number',
    shape: String.raw`\d{10}`, check: by(ua.rntrc),
    near: ['рнокпп', 'іпн', 'ідентифікаційний код', 'податковий номер', 'rnokpp', 'rntrc', 'ipn', 'ідентифікаційний номер', 'инн'],
  }),
  firm({
    id: 'ua-edrpou', name: 'Ukrainian register number',
    shape: String.raw`\d{8}`, check: by(ua.edrpou), near: ['єдрпоу', 'edrpou', 'егрпоу', 'код єдрпоу'],
  }),
  personal({
    id: 'kz-iin', name: 'Kazakh identification number',
    shape: String.raw`\d{12}`, check: kazakh, near: ['иин', 'жсн', 'iin', 'бин'],
  }),
  personal({
    id: 'tr-identity-number', name: 'Turkish identity number',
    shape: String.raw`[1-9]\d{10}|[1-9]\d{2} \d{3} \d{3} \d{2}`, check: by(tr.tckimlik),
    near: ['tckn', 'tc kimlik', 't.c. kimlik', 'kimlik no', 'kimlik numarası', 'kimlik', 'tckimlik', 'tc no', 'tc:', 'turkish id', 'tcno', 'tc_no'],
  }),
  tax({
    id: 'tr-tax-number', name: 'Turkish tax number',
    shape: String.raw`\d{10}`, check: by(tr.vkn), near: ['vkn', 'vergi no', 'vergi numarası', 'vergi kimlik', 'vergi'],
  }),
]; // prettier-ignore
