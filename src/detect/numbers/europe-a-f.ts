import * as at from 'stdnum/lib/cjs/at/index.js';
import * as be from 'stdnum/lib/cjs/be/index.js';
import * as ch from 'stdnum/lib/cjs/ch/index.js';
import * as de from 'stdnum/lib/cjs/de/index.js';
import * as fr from 'stdnum/lib/cjs/fr/index.js';
import { luhn } from './arithmetic.ts';
import {
  birthNumber,
  cprDate,
  finnish,
  germanHealth,
  germanIdCard,
  germanTax,
  lanr,
  personnummer,
  spanishInsurance,
} from './checks-europe.ts';
import { firm, groups, health, type NumberFormat, paper, personal, tax } from './format.ts';
import { by } from './stdnum.ts';
import * as dk from 'stdnum/lib/cjs/dk/index.js';
import * as es from 'stdnum/lib/cjs/es/index.js';
import * as fi from 'stdnum/lib/cjs/fi/index.js';

/** Austria to France, the countries of western and northern Europe in the order of their codes. */
export const EUROPE_A_F: readonly NumberFormat[] = [
  personal({
    id: 'at-svnr', name: 'Austrian social insurance number',
    shape: groups(4, 2, 2, 2), check: by(at.vnr), alone: ['9999 999999'],
    near: ['sozialversicherungsnummer', 'svnr', 'sv nummer', 'sv nr', 'versicherungsnummer', 'sozialversicherung', 'vsnr'],
  }),
  tax({
    id: 'at-tin', name: 'Austrian tax number',
    shape: String.raw`\d{2}[ -]?\d{3}[/ ]?\d{4}`, check: by(at.tin),
    near: ['steuernummer', 'abgabenkontonummer', 'steuer nr', 'austrian tax', 'finanzamt'],
  }),
  firm({
    id: 'at-vat', name: 'Austrian VAT number',
    shape: String.raw`(?:AT ?)?U ?\d{8}`, check: by(at.uid), alone: ['AAA99999999'],
    near: ['uid', 'uid nr', 'uid nummer', 'ust id', 'ust idnr', 'umsatzsteuer', 'vat', 'atu'],
  }),
  personal({
    id: 'be-national-number', name: 'Belgian national number',
    shape: groups(2, 2, 2, 3, 2), check: by(be.insz), alone: ['99.99.99-999.99', '99999999999', '999999-999-99', '99.99.99 999 99'],
    near: [
      'rijksregisternummer', 'rijksregister', 'registre national', 'numéro national', 'nationaal nummer', 'niss', 'insz',
      'national register', 'national number', 'rrn', 'nrn', 'nationalregister',
    ],
  }),
  firm({
    id: 'be-vat', name: 'Belgian enterprise number',
    shape: String.raw`(?:BE ?)?[01]\d{3}[ .]?\d{3}[ .]?\d{3}`, check: by(be.vat),
    near: ['ondernemingsnummer', 'btw', 'tva', 'kbo', 'bce', "numéro d'entreprise", 'vat', 'enterprise number'],
  }),
  personal({
    id: 'ch-ahv', name: 'Swiss AHV number',
    shape: String.raw`756[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{2}`, check: by(ch.ssn),
    alone: ['756.9999.9999.99', '7569999999999', '756 9999 9999 99'],
    near: ['ahv', 'avs', 'ahv nr', 'ahvn13', 'navs13', 'sozialversicherungsnummer', 'ahv nummer', 'ahvnummer', 'numéro avs'],
  }),
  firm({
    id: 'ch-uid', name: 'Swiss company number',
    shape: String.raw`CHE[ -]?\d{3}[ .]?\d{3}[ .]?\d{3}`, check: by(ch.uid), alone: ['CHE-999.999.999'],
    near: ['uid', 'mwst', 'tva', 'iva', 'vat', 'unternehmens identifikationsnummer', 'company number', 'handelsregister', 'numéro ide'],
  }),
  tax({
    id: 'de-tax-id', name: 'German tax id',
    shape: groups(2, 3, 3, 3), check: germanTax,
    near: [
      'steuer id', 'steuer idnr', 'steueridentifikationsnummer', 'steuer identifikationsnummer', 'steuerid', 'steuer ident',
      'steuerliche identifikationsnummer', 'identifikationsnummer', 'idnr', 'id nr', 'tax id', 'taxid', 'tin', 'tax identification',
      'steuernummer', 'steuer nr', 'steuerident',
    ],
  }),
  tax({
    id: 'de-tax-number', name: 'German tax number',
    shape: String.raw`\d{2,3} ?/ ?\d{3,4} ?/ ?\d{4,5}|\d{2,3} \d{3,4} \d{4,5}|\d{10,11}|\d{13}`,
    near: ['steuernummer', 'steuer nr', 'steuer nummer', 'st nr', 'stnr', 'st.-nr', 'st. nr', 'steuernr', 'tax number'],
  }),
  personal({
    id: 'de-social-security', name: 'German pension insurance number',
    shape: String.raw`\d{2}[ -]?\d{2}[ ]?\d{2}[ ]?\d{2}[ -]?[A-Z][ -]?\d{3}`, check: by(de.svnr),
    alone: ['99999999A999', '99 999999 A 999'],
    near: [
      'sozialversicherungsnummer', 'rentenversicherungsnummer', 'versicherungsnummer', 'svnr', 'rvnr', 'sv nummer', 'sv nr',
      'rv nummer', 'rv nr', 'sozialversicherung', 'rentenversicherung', 'vsnr', 'social security', 'versicherungsnr',
    ],
  }),
  health({
    id: 'de-kvnr', name: 'German health insurance number',
    shape: String.raw`[A-Z] ?\d{3} ?\d{3} ?\d{3}`, check: germanHealth,
    near: [
      'kvnr', 'kv nr', 'kv nummer', 'krankenversichertennummer', 'krankenversicherungsnummer', 'versichertennummer',
      'versicherten nr', 'versichertennr', 'versicherten id', 'gesundheitskarte', 'krankenversicherung', 'krankenkasse',
      'health insurance', 'versichertenid', 'versicherungsnummer', 'insurance number', 'egk',
    ],
  }),
  paper({
    id: 'de-id-card', name: 'German identity card number',
    shape: String.raw`[CFGHJKLMNPRTVWXYZ\d]{9}(?: ?\d(?: ?D)?)?`, check: germanIdCard,
    near: [
      'personalausweis', 'personalausweisnummer', 'ausweisnummer', 'ausweis nr', 'ausweisnr', 'perso nr', 'id card', 'identity card',
      'ausweis', 'reisepass', 'reisepassnummer', 'passnummer', 'pass nr', 'passport', 'personalausweisnr', 'aufenthaltstitel',
    ],
  }),
  health({
    id: 'de-lanr', name: 'German physician number',
    shape: String.raw`\d{9}`, check: lanr,
    near: ['lanr', 'arztnummer', 'arzt nr', 'arztnr'],
  }),
  health({
    id: 'de-bsnr', name: 'German practice number', severity: 'medium',
    shape: String.raw`\d{9}`,
    near: ['bsnr', 'betriebsstättennummer', 'betriebsstaettennummer', 'betriebsstätten nr'],
  }),
  firm({
    id: 'de-vat', name: 'German VAT number',
    shape: String.raw`(?:DE ?)?\d{3} ?\d{3} ?\d{3}`, check: by(de.vat),
    near: ['ust id', 'ust idnr', 'ust id nr', 'ustid', 'ust-id-nr', 'umsatzsteuer', 'umsatzsteuer id', 'vat', 'vatin', 'tax id'],
  }),
  firm({
    id: 'de-commercial-register', name: 'German commercial register number',
    shape: String.raw`HR[AB][ -]?\d{3,6}`, check: (compact) => /^HR[AB][1-9]/.test(compact),
    near: ['handelsregister', 'amtsgericht', 'registergericht', 'hr nr', 'registernummer', 'commercial register'],
  }),
  personal({
    id: 'dk-cpr', name: 'Danish CPR number',
    shape: String.raw`\d{6}[ -]?\d{4}`, check: cprDate,
    near: ['cpr', 'cpr nr', 'cpr nummer', 'cprnr', 'cpr number', 'personnummer', 'danish personal'],
  }),
  firm({
    id: 'dk-cvr', name: 'Danish company number',
    shape: String.raw`(?:DK ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}`, check: by(dk.cvr),
    near: ['cvr', 'cvr nr', 'cvr nummer', 'moms', 'momsnr', 'vat', 'se nr'],
  }),
  personal({
    id: 'es-dni', name: 'Spanish DNI', placeholder: 'ES_NIF',
    shape: String.raw`\d{2}[ .]?\d{3}[ .]?\d{3}[ -]?[A-Z]`, check: by(es.dni),
    alone: ['99999999A', '99999999-A', '99.999.999-A', '99.999.999A'],
    near: ['nif', 'dni', 'documento nacional', 'documento de identidad', 'dni/nie', 'nif/cif', 'número de identificación fiscal', 'd.n.i.', 'n.i.f.'],
  }),
  personal({
    id: 'es-nie', name: 'Spanish NIE',
    shape: String.raw`[XYZ][ -]?\d[ .]?\d{3}[ .]?\d{3}[ -]?[A-Z]`, check: by(es.nie),
    alone: ['A9999999A', 'A-9999999-A', 'A9999999-A'],
    near: ['nie', 'nif', 'dni', 'número de extranjero', 'identidad de extranjero', 'extranjería'],
  }),
  firm({
    id: 'es-cif', name: 'Spanish company tax number',
    shape: String.raw`(?:ES[ -]?)?[A-HJNP-SUVW][ -]?\d{2}[ .]?\d{3}[ .]?\d{2,3}[ -]?[0-9A-J]`, check: (compact) => by(es.cif)(compact.slice(-9), ''),
    near: ['cif', 'nif', 'nif/cif', 'vat', 'iva', 'c.i.f.'],
  }),
  personal({
    id: 'es-social-security', name: 'Spanish social security number',
    shape: String.raw`\d{2}[ /-]?\d{7,8}[ /-]?\d{2}`, check: spanishInsurance,
    near: ['seguridad social', 'nss', 'naf', 'afiliación', 'número de afiliación', 'nuss', 'social security', 'núm. ss'],
  }),
  personal({
    id: 'fi-hetu', name: 'Finnish personal identity code',
    shape: String.raw`\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]`, check: finnish, alone: ['999999-999X', '999999A999X'],
    near: ['hetu', 'henkilötunnus', 'henkilotunnus', 'sotu', 'personbeteckning', 'finnish personal', 'henkilötunnuksensa', 'personal identity code'],
  }),
  firm({
    id: 'fi-business-id', name: 'Finnish business id',
    shape: String.raw`(?:FI ?)?\d{7}-?\d`, check: (compact) => by(fi.ytunnus)(compact.replace(/^FI/, ''), ''),
    near: ['y tunnus', 'ytunnus', 'alv', 'fo nummer', 'business id', 'vat'],
  }),
  personal({
    id: 'fr-nir', name: 'French social security number',
    shape: String.raw`[1-478][ .-]?\d{2}[ .-]?\d{2}[ .-]?(?:\d{2}|2[AB])[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{2}`,
    check: by(fr.nir),
    alone: ['999999999999999', '9 99 99 99 999 999 99', '9 99 99 9X 999 999 99', '9999999999999 99', '999999X99999999', '9.99.99.99.999.999.99'],
    near: [
      'nir', 'sécurité sociale', 'numéro de sécu', 'n° sécu', 'numéro sécu', 'insee', 'nss', 'assuré', 'assuré social', 'num secu', 'no secu', 'carte vitale', 'social security',
    ],
  }),
  tax({
    id: 'fr-tax-number', name: 'French tax number',
    shape: groups(2, 2, 3, 3, 3), check: by(fr.nif),
    near: ['numéro fiscal', 'spi', 'nif', 'référence fiscale', 'identifiant fiscal', 'n° fiscal', 'tax id', 'tax number'],
  }),
  firm({
    id: 'fr-siren', name: 'French company number',
    shape: String.raw`\d{3}[ .]?\d{3}[ .]?\d{3}`, check: by(fr.siren), near: ['siren', 'rcs', 'siren number'],
  }),
  firm({
    id: 'fr-siret', name: 'French establishment number',
    shape: String.raw`\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{5}`, check: luhn, near: ['siret', 'siren'],
  }),
  firm({
    id: 'fr-vat', name: 'French VAT number',
    shape: String.raw`FR ?[A-Z0-9]{2} ?\d{3} ?\d{3} ?\d{3}`, check: by(fr.tva), alone: ['AAXX999999999'],
    near: ['tva', 'tva intracommunautaire', 'vat', 'intracommunautaire'],
  }),
  personal({
    id: 'cz-birth-number', name: 'Czech or Slovak birth number',
    shape: String.raw`\d{6} ?/? ?\d{3,4}`, check: birthNumber, alone: ['999999/9999'],
    near: ['rodné číslo', 'rodného čísla', 'rodné č', 'rodným číslem', 'rodnecislo', 'birth number', 'r.č.', 'rodném čísle'],
  }),
  personal({
    id: 'se-personnummer', name: 'Swedish personal number',
    shape: String.raw`(?:19|20)?\d{6}[-+ ]?\d{4}`, check: personnummer, alone: ['99999999-9999', '999999-9999'],
    near: ['personnummer', 'personnr', 'person nr', 'pnr', 'samordningsnummer', 'swedish personal', 'swedish ssn', 'personal number'],
  }),
]; // prettier-ignore
