import * as bg from 'stdnum/lib/cjs/bg/index.js';
import * as ee from 'stdnum/lib/cjs/ee/index.js';
import * as gb from 'stdnum/lib/cjs/gb/index.js';
import * as gr from 'stdnum/lib/cjs/gr/index.js';
import * as hr from 'stdnum/lib/cjs/hr/index.js';
import * as hu from 'stdnum/lib/cjs/hu/index.js';
import * as ie from 'stdnum/lib/cjs/ie/index.js';
import * as is from 'stdnum/lib/cjs/is/index.js';
import * as it from 'stdnum/lib/cjs/it/index.js';
import * as lt from 'stdnum/lib/cjs/lt/index.js';
import * as nl from 'stdnum/lib/cjs/nl/index.js';
import * as no from 'stdnum/lib/cjs/no/index.js';
import { luhn } from './arithmetic.ts';
import {
  britishLicence, hungarianPersonal, hungarianTax, latvian, luxembourgish, nhs, nino, taj,
} from './checks-europe.ts'; // prettier-ignore
import { bank, firm, groups, health, type NumberFormat, paper, personal, tax } from './format.ts';
import { by } from './stdnum.ts';

/** Bulgaria, Estonia, and the United Kingdom to Norway. */
export const EUROPE_G_N: readonly NumberFormat[] = [
  personal({
    id: 'bg-egn', name: 'Bulgarian personal number',
    shape: groups(6, 4), check: by(bg.egn),
    near: ['egn', 'егн', 'единен граждански номер', 'единен граждански', 'bulgarian personal'],
  }),
  personal({
    id: 'ee-isikukood', name: 'Estonian personal code',
    shape: String.raw`[1-8]\d{10}`, check: by(ee.ik),
    near: ['isikukood', 'ik:', 'isikukoodi', 'isikukoodiga', 'estonian personal', 'estonian id', 'personal code'],
  }),
  personal({
    id: 'gb-nino', name: 'UK National Insurance number',
    shape: String.raw`[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]`, check: nino,
    alone: ['AA999999A'],
    near: ['nino', 'national insurance', 'ni number', 'ni no', 'nat ins', 'nat insurance', 'n.i. number', 'ni num'],
  }),
  health({
    id: 'gb-nhs-number', name: 'NHS number',
    shape: groups(3, 3, 4), check: nhs, near: ['nhs', 'nhs number', 'nhs no', 'national health service', 'patient'],
  }),
  tax({
    id: 'gb-utr', name: 'UK taxpayer reference',
    shape: String.raw`\d{5} ?\d{5}`, check: by(gb.utr),
    near: ['utr', 'unique taxpayer', 'taxpayer reference', 'self assessment', 'hmrc'],
  }),
  firm({
    id: 'gb-vat', name: 'UK VAT number',
    shape: String.raw`(?:GB ?)?\d{3} ?\d{4} ?\d{2}(?: ?\d{3})?`, check: by(gb.vat),
    near: ['vat', 'vat number', 'vat reg', 'vat registration', 'vatin'],
  }),
  paper({
    id: 'gb-driving-licence', name: 'UK driving licence number',
    shape: String.raw`[A-Z]{1,5}9{0,4}[ -]?\d{6}[ -]?[A-Z9]{2}\d[A-Z]{2}(?: ?\d{2})?`, check: britishLicence, alone: ['AAAAA999999AX9AA'],
    near: ['driving licence', 'driver licence', 'licence number', 'licence no', 'dvla', 'driving license', 'driver number'],
  }),
  personal({
    id: 'gr-amka', name: 'Greek social security number',
    shape: groups(6, 5), check: (compact) => luhn(compact) && by(gr.amka)(compact, ''), near: ['amka', 'αμκα', 'α.μ.κ.α.'],
  }),
  tax({
    id: 'gr-afm', name: 'Greek tax number',
    shape: String.raw`(?:EL ?)?\d{3} ?\d{3} ?\d{3}`, check: by(gr.vat), near: ['afm', 'αφμ', 'α.φ.μ.', 'vat', 'afm number'],
  }),
  personal({
    id: 'hr-oib', name: 'Croatian OIB',
    shape: String.raw`(?:HR ?)?\d{11}`, check: by(hr.oib), near: ['oib', 'osobni identifikacijski'],
  }),
  tax({
    id: 'hu-tax-id', name: 'Hungarian tax id',
    shape: groups(1, 3, 3, 3), check: (compact) => compact.startsWith('8') && hungarianTax(compact),
    near: ['adóazonosító', 'adóazonosító jel', 'adóazonosító jele', 'hungarian tax', 'adojel'],
  }),
  health({
    id: 'hu-taj', name: 'Hungarian social security number',
    shape: groups(3, 3, 3), check: taj,
    near: ['taj', 'taj szám', 'taj száma', 'társadalombiztosítási', 'tajszám'],
  }),
  personal({
    id: 'hu-personal-id', name: 'Hungarian personal number',
    shape: groups(1, 6, 4), check: hungarianPersonal,
    near: ['személyi szám', 'személyi azonosító', 'személyi száma', 'személyi'],
  }),
  firm({
    id: 'hu-vat', name: 'Hungarian company tax number',
    shape: String.raw`(?:HU ?)?\d{8}(?:-\d-\d{2})?`, check: (compact) => by(hu.anum)(compact.replace(/^HU/, '').slice(0, 8), ''),
    near: ['adószám', 'adószáma', 'vat', 'közösségi adószám'],
  }),
  personal({
    id: 'ie-pps', name: 'Irish PPS number',
    shape: String.raw`\d{7} ?[A-W] ?[A-IW]?(?![A-Z])`, check: by(ie.pps), alone: ['9999999AA'],
    near: ['pps', 'ppsn', 'pps number', 'pps no', 'personal public service', 'rsi number'],
  }),
  firm({
    id: 'ie-vat', name: 'Irish VAT number',
    shape: String.raw`(?:IE ?)?\d[0-9A-Z+*]\d{5}[A-W][A-I]?`, check: by(ie.vat), near: ['vat', 'vat number', 'cbl'],
  }),
  personal({
    id: 'is-kennitala', name: 'Icelandic identity number',
    shape: String.raw`\d{6}[ -]?\d{4}`, check: by(is.kennitala), alone: ['999999-9999'],
    near: ['kennitala', 'kennitölu', 'kennitalan', 'icelandic id'],
  }),
  personal({
    id: 'it-codice-fiscale', name: 'Italian fiscal code',
    shape: String.raw`[A-Z]{3} ?[A-Z]{3} ?[\dLMNP-V]{2} ?[A-EHLMPRST] ?[\dLMNP-V]{2} ?[A-Z] ?[\dLMNP-V]{3} ?[A-Z]`,
    check: by(it.codicefiscale), alone: ['AAAAAA99A99A999A'],
    near: [
      'codice fiscale', 'cod fiscale', 'cod. fiscale', 'c.f.', 'cod fisc', 'cod. fisc', 'codfisc', 'fiscal code', 'tax code', 'cf:', 'cf=', '"cf"', 'tessera sanitaria',
    ],
  }),
  firm({
    id: 'it-vat', name: 'Italian VAT number',
    shape: String.raw`(?:IT ?)?\d{11}`, check: (compact) => luhn(compact.replace(/^IT/, '')),
    near: ['partita iva', 'p.iva', 'p. iva', 'piva', 'p iva', 'vat', 'part. iva'],
  }),
  personal({
    id: 'lt-personal-code', name: 'Lithuanian personal code',
    shape: String.raw`[1-6]\d{10}`, check: by(lt.asmens),
    near: ['asmens kodas', 'asmens kodo', 'asmens kodą', 'asmens kodu', 'a.k.', 'lithuanian personal', 'personal code'],
  }),
  personal({
    id: 'lv-personal-code', name: 'Latvian personal code',
    shape: String.raw`\d{6}-?\d{5}`, check: latvian,
    near: ['personas kods', 'personas koda', 'personas kodu', 'latvian personal', 'p.k.', 'personal code'],
  }),
  personal({
    id: 'lu-matricule', name: 'Luxembourg identification number',
    shape: groups(4, 2, 2, 3, 2), check: luxembourgish,
    near: ['matricule', 'luxembourg', 'cnss', "numéro d'identification", 'numéro national', 'national id'],
  }),
  personal({
    id: 'nl-bsn', name: 'Dutch citizen service number',
    shape: String.raw`\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3}`, check: by(nl.bsn),
    near: ['bsn', 'burgerservicenummer', 'burger service nummer', 'sofinummer', 'sofi nummer', 'sofinr', 'citizen service', 'bsn nummer'],
  }),
  firm({
    id: 'nl-vat', name: 'Dutch VAT number',
    shape: String.raw`NL ?\d{4}[. ]?\d{2}[. ]?\d{3}[. ]?B[. ]?\d{2}`, check: by(nl.btw), alone: ['NL999999999A99'],
    near: ['btw', 'btw nummer', 'omzetbelasting', 'vat', 'btw nr', 'btw id'],
  }),
  personal({
    id: 'no-fodselsnummer', name: 'Norwegian birth number',
    shape: groups(6, 5), check: by(no.fodselsnummer), alone: ['99999999999', '999999 99999'],
    near: ['fødselsnummer', 'fodselsnummer', 'fnr', 'personnummer', 'd nummer', 'fødselsnr', 'fodselsnr', 'norwegian national', 'foedselsnummer'],
  }),
  firm({
    id: 'no-org-number', name: 'Norwegian organisation number',
    shape: String.raw`(?:NO ?)?\d{3} ?\d{3} ?\d{3}(?: ?MVA)?`, check: (compact) => by(no.orgnr)(compact.replace(/^NO|MVA$/g, ''), ''),
    near: ['organisasjonsnummer', 'orgnr', 'org nr', 'org.nr', 'foretaksnummer', 'mva'],
  }),
  bank({
    id: 'no-bank-account', name: 'Norwegian bank account',
    shape: groups(4, 2, 5), check: by(no.kontonr), near: ['kontonummer', 'kontonr', 'bankkonto'],
  }),
]; // prettier-ignore
