import * as au from 'stdnum/lib/cjs/au/index.js';
import * as ke from 'stdnum/lib/cjs/ke/index.js';
import * as nz from 'stdnum/lib/cjs/nz/index.js';
import * as za from 'stdnum/lib/cjs/za/index.js';
import { egyptian, medicare, nhi, southAfrican } from './checks-world.ts';
import { bank, firm, groups, health, type NumberFormat, personal, tax } from './format.ts';
import { by } from './stdnum.ts';

/** Africa, Australia and New Zealand. */
export const AFRICA_OCEANIA: readonly NumberFormat[] = [
  tax({ id: 'au-tfn', name: 'Australian tax file number', shape: String.raw`\d{3}[ -]?\d{3}[ -]?\d{2,3}`, check: by(au.tfn), near: ['tfn', 'tax file', 'tax file number'] }),
  health({
    id: 'au-medicare', name: 'Australian Medicare number',
    shape: String.raw`[2-6]\d{3}[ -]?\d{5}[ -]?\d(?:[ /-]?[1-9])?`, check: medicare,
    near: ['medicare', 'medicare number', 'medicare card', 'medicare no', 'irn'],
  }),
  firm({ id: 'au-abn', name: 'Australian business number', shape: groups(2, 3, 3, 3), check: by(au.abn), alone: ['99 999 999 999'], near: ['abn', 'business number', 'a.b.n.'] }),
  firm({ id: 'au-acn', name: 'Australian company number', shape: groups(3, 3, 3), check: by(au.acn), near: ['acn', 'company number', 'a.c.n.', 'arbn'] }),
  bank({ id: 'au-bsb', name: 'Australian bank branch', severity: 'medium', shape: String.raw`\d{3}[ -]?\d{3}`, near: ['bsb', 'bsb number'] }),
  tax({ id: 'nz-ird', name: 'New Zealand tax number', shape: String.raw`\d{2,3}[ -]?\d{3}[ -]?\d{3}`, check: by(nz.ird), near: ['ird', 'inland revenue', 'ird number', 'nz tax'] }),
  health({ id: 'nz-nhi', name: 'New Zealand health number', shape: String.raw`[A-HJ-NP-Z]{3}(?:\d{4}|\d{2}[A-HJ-NP-Z]{2})`, check: nhi, near: ['nhi', 'nhi number', 'national health index'] }),
  personal({
    id: 'za-id', name: 'South African identity number',
    shape: groups(6, 4, 2, 1) + '|' + groups(6, 4, 3), check: southAfrican,
    near: ['id number', 'identity number', 'rsa id', 'sa id', 'south african id', 'said', 'id no', 'idnumber', 'national id'],
  }),
  tax({ id: 'za-tax', name: 'South African tax number', shape: String.raw`[01239]\d{3}[ /]?\d{3}[ /]?\d{3}`, check: by(za.tin), near: ['tax reference', 'income tax', 'sars', 'tax number', 'tax ref'] }),
  personal({ id: 'ng-nin', name: 'Nigerian identity number', shape: String.raw`\d{11}|\d{4}[ -]\d{4}[ -]\d{3}`, near: ['nin', 'nin number', 'national identification', 'nigerian nin', 'nimc', 'national identification number'] }),
  bank({ id: 'ng-bvn', name: 'Nigerian bank verification number', shape: String.raw`\d{11}`, near: ['bvn', 'bank verification'] }),
  tax({ id: 'ke-pin', name: 'Kenyan tax number', shape: String.raw`[AP]\d{9}[A-Z]`, check: by(ke.pin), near: ['kra pin', 'kra', 'kenya pin'] }),
  personal({ id: 'eg-national-id', name: 'Egyptian identity number', shape: String.raw`[23]\d{13}`, check: egyptian, near: ['الرقم القومي', 'رقم قومي', 'national id', 'egyptian id', 'raqam qawmi'] }),
]; // prettier-ignore
