import * as ar from 'stdnum/lib/cjs/ar/index.js';
import * as br from 'stdnum/lib/cjs/br/index.js';
import * as ca from 'stdnum/lib/cjs/ca/index.js';
import * as cl from 'stdnum/lib/cjs/cl/index.js';
import * as co from 'stdnum/lib/cjs/co/index.js';
import * as ec from 'stdnum/lib/cjs/ec/index.js';
import * as gt from 'stdnum/lib/cjs/gt/index.js';
import * as mx from 'stdnum/lib/cjs/mx/index.js';
import * as pe from 'stdnum/lib/cjs/pe/index.js';
import * as py from 'stdnum/lib/cjs/py/index.js';
import * as us from 'stdnum/lib/cjs/us/index.js';
import * as uy from 'stdnum/lib/cjs/uy/index.js';
import * as ve from 'stdnum/lib/cjs/ve/index.js';
import { luhn } from './arithmetic.ts';
import { clabe, dea, itin, mbi, npi, pis, routing, sin, ssn, voter } from './checks-world.ts';
import { bank, firm, groups, health, type NumberFormat, paper, personal, tax } from './format.ts';
import { by } from './stdnum.ts';

/** The United States and Canada. */
export const NORTH_AMERICA: readonly NumberFormat[] = [
  personal({
    id: 'us-ssn', name: 'US Social Security number', placeholder: 'SSN',
    shape: String.raw`\d{3}([ .-]?)\d{2}\1\d{4}`, check: ssn, alone: ['999-99-9999', '999 99 9999'],
    near: ['ssn', 'social security', 'social security number', 'soc sec', 'ss number', 'ss no', 'social sec', 'taxpayer id', 'ssn4', 'tin', 'tax id'],
  }),
  tax({
    id: 'us-itin', name: 'US individual taxpayer number',
    shape: String.raw`9\d{2}([ -]?)\d{2}\1\d{4}`, check: itin, alone: ['999-99-9999'],
    near: ['itin', 'individual taxpayer', 'taxpayer id', 'taxpayer identification', 'tin', 'tax id', 'ssn'],
  }),
  firm({
    id: 'us-ein', name: 'US employer number',
    shape: String.raw`\d{2}-?\d{7}`, check: by(us.ein),
    near: ['ein', 'fein', 'employer identification', 'employer id', 'federal tax', 'tax id', 'irs number', 'taxpayer identification', 'tin'],
  }),
  health({
    id: 'us-npi', name: 'US provider number', severity: 'medium', opens: 'names a doctor or a clinic',
    shape: String.raw`[12]\d{9}`, check: npi, near: ['npi', 'national provider', 'provider id', 'npi number', 'provider number'],
  }),
  health({
    id: 'us-mbi', name: 'US Medicare number',
    shape: String.raw`[1-9][A-Z][A-Z\d]\d[ -]?[A-Z][A-Z\d]\d[ -]?[A-Z]{2}\d{2}`, check: mbi,
    near: ['mbi', 'medicare', 'medicare beneficiary', 'medicare number', 'medicare id', 'beneficiary id', 'beneficiary'],
  }),
  health({
    id: 'us-dea', name: 'US DEA number', opens: 'prescribes controlled drugs',
    shape: String.raw`[ABCDEFGHJKLMPRSTUX][A-Z9]-?\d{7}`, check: dea, near: ['dea', 'dea number', 'dea no', 'dea registration', 'prescriber'],
  }),
  bank({
    id: 'us-routing-number', name: 'US routing number', severity: 'medium',
    shape: String.raw`\d{9}|\d{4}-\d{4}-\d`, check: routing,
    near: ['routing', 'routing number', 'aba', 'rtn', 'routing no', 'aba number', 'routing transit', 'transit number', 'ach', 'wire'],
  }),
  personal({
    id: 'ca-sin', name: 'Canadian social insurance number',
    shape: groups(3, 3, 3), check: sin,
    near: ['social insurance', 'sin', 'sin number', 'assurance sociale', 'nas', "numéro d'assurance sociale", 'canadian sin'],
  }),
  firm({
    id: 'ca-business-number', name: 'Canadian business number',
    shape: String.raw`\d{9}(?: ?(?:RC|RM|RP|RT) ?\d{4})?`, check: by(ca.bn),
    near: ['business number', 'gst', 'hst', 'gst/hst', 'cra', "numéro d'entreprise"],
  }),
  health({
    id: 'ca-health-card', name: 'Canadian health card number',
    shape: String.raw`\d{4}[ -]?\d{3}[ -]?\d{3}(?:[ -]?[A-Z]{2})?`, check: (compact) => luhn(compact.slice(0, 10)) || by(ca.bc_bhn)(compact, ''),
    near: ['health card', 'ohip', 'phn', 'personal health number', 'health number', 'bc services', 'carte santé'],
  }),
]; // prettier-ignore

/** Mexico to Uruguay. */
export const LATIN_AMERICA: readonly NumberFormat[] = [
  personal({
    id: 'ar-cuit', name: 'Argentine CUIT or CUIL',
    shape: String.raw`(?:2[03-7]|3[034])[ -]?\d{8}[ -]?\d`, check: by(ar.cuit), alone: ['99-99999999-9'],
    near: ['cuit', 'cuil', 'clave única de identificación'],
  }),
  personal({
    id: 'ar-dni', name: 'Argentine identity number',
    shape: String.raw`\d{1,2}\.\d{3}\.\d{3}|\d{7,8}`, near: ['dni', 'd.n.i.', 'documento nacional', 'número de documento', 'nro documento'],
  }),
  bank({ id: 'ar-cbu', name: 'Argentine bank account', shape: String.raw`\d{22}|\d{8}[ -]\d{14}`, check: by(ar.cbu), near: ['cbu', 'cvu'] }),
  personal({
    id: 'br-cpf', name: 'Brazilian CPF',
    shape: String.raw`\d{3}[ .]?\d{3}[ .]?\d{3}[ -/]?\d{2}`, check: by(br.cpf), alone: ['999.999.999-99'],
    near: ['cpf', 'cadastro de pessoa', 'cpf/cnpj', 'contribuinte'],
  }),
  firm({
    id: 'br-cnpj', name: 'Brazilian CNPJ',
    shape: String.raw`[A-Z\d]{2}[ .]?[A-Z\d]{3}[ .]?[A-Z\d]{3}[ /]?[A-Z\d]{4}[ -]?\d{2}`, check: by(br.cnpj), alone: ['99.999.999/9999-99'],
    near: ['cnpj', 'cpf/cnpj', 'cadastro nacional'],
  }),
  personal({
    id: 'br-pis', name: 'Brazilian social number',
    shape: String.raw`\d{3}[ .]?\d{5}[ .]?\d{2}[ -]?\d`, check: pis, near: ['pis', 'nis', 'pasep', 'pis/pasep', 'nit', 'ctps'],
  }),
  personal({
    id: 'br-voter', name: 'Brazilian voter number',
    shape: groups(4, 4, 4), check: voter, near: ['título de eleitor', 'título eleitor', 'título eleitoral', 'eleitor'],
  }),
  paper({
    id: 'br-rg', name: 'Brazilian identity card number',
    shape: String.raw`\d{1,2}\.\d{3}\.\d{3}-?[\dXx]|\d{7,9}[Xx]?`, near: ['carteira de identidade', 'registro geral', 'rg:', 'rg nº', 'rg n', '"rg"', 'rg=', 'identidade'],
  }),
  personal({
    id: 'cl-rut', name: 'Chilean RUT',
    shape: String.raw`\d{1,2}\.?\d{3}\.?\d{3}-?[\dK]`, check: by(cl.rut), alone: ['99.999.999-9', '99.999.999-A', '9.999.999-9', '9.999.999-A'],
    near: ['rut', 'rol único', 'run:', 'r.u.t.', 'rut/run', '"run"', 'rol único nacional'],
  }),
  tax({
    id: 'co-nit', name: 'Colombian tax number',
    shape: String.raw`\d{3}\.?\d{3}\.?\d{3}[ -]?\d`, check: by(co.nit), near: ['nit', 'identificación tributaria', 'n.i.t.'],
  }),
  personal({
    id: 'co-cedula', name: 'Colombian identity number',
    shape: String.raw`\d{1,3}(?:\.\d{3}){2,3}|\d{7,10}`, near: ['cédula', 'cédula de ciudadanía', 'c.c.', 'cédula de identidad', 'nro de cédula', 'número de cédula'],
  }),
  personal({ id: 'do-cedula', name: 'Dominican identity number', shape: groups(3, 7, 1), check: luhn, alone: ['999-9999999-9'], near: ['cédula', 'dominican id', 'cédula de identidad'] }),
  personal({ id: 'ec-cedula', name: 'Ecuadorian identity number', shape: String.raw`\d{9}-?\d`, check: by(ec.ci), near: ['cédula', 'cédula de identidad', 'cédula de ciudadanía', 'ecuador'] }),
  tax({ id: 'ec-ruc', name: 'Ecuadorian tax number', shape: String.raw`\d{13}`, check: by(ec.ruc), near: ['ruc', 'registro único'] }),
  personal({ id: 'gt-cui', name: 'Guatemalan identity number', shape: groups(4, 5, 4), check: by(gt.cui), near: ['cui', 'dpi', 'documento personal'] }),
  personal({
    id: 'mx-curp', name: 'Mexican CURP',
    shape: String.raw`[A-Z]{4}\d{6}[A-Z]{6}[A-Z\d]\d`, check: by(mx.curp), alone: ['AAAA999999AAAAAAX9'], near: ['curp', 'clave única'],
  }),
  tax({
    id: 'mx-rfc', name: 'Mexican tax number',
    shape: String.raw`[A-ZÑ&]{3,4}[ -]?\d{6}[ -]?[A-Z\d]{3}`, check: by(mx.rfc), alone: ['AAAA999999XXX'],
    near: ['rfc', 'registro federal', 'r.f.c.'],
  }),
  personal({
    id: 'mx-nss', name: 'Mexican social security number',
    shape: groups(2, 2, 2, 4, 1), check: luhn, near: ['nss', 'imss', 'seguro social', 'número de seguridad social', 'seguridad social'],
  }),
  personal({
    id: 'mx-voter', name: 'Mexican voter key',
    shape: String.raw`[A-Z]{6}\d{8}[HM]\d{3}`, alone: ['AAAAAA99999999A999'], near: ['clave de elector', 'clave elector', 'credencial de elector'],
  }),
  bank({ id: 'mx-clabe', name: 'Mexican bank account', shape: groups(3, 3, 11, 1), check: clabe, near: ['clabe', 'clabe interbancaria', 'interbancaria'] }),
  personal({ id: 'pe-dni', name: 'Peruvian identity number', shape: String.raw`\d{8}(?:-[\dA-K])?`, near: ['dni', 'documento nacional', 'documento de identidad'] }),
  tax({ id: 'pe-ruc', name: 'Peruvian tax number', shape: String.raw`(?:10|15|16|17|20)\d{9}`, check: by(pe.ruc), near: ['ruc', 'registro único'] }),
  tax({ id: 'py-ruc', name: 'Paraguayan tax number', shape: String.raw`\d{5,8}-\d`, check: by(py.ruc), near: ['ruc'] }),
  personal({
    id: 'uy-cedula', name: 'Uruguayan identity number',
    shape: String.raw`\d\.?\d{3}\.?\d{3}[ -/]?\d`, check: by(uy.cedula), alone: ['9.999.999-9'],
    near: ['cédula', 'cédula de identidad', 'documento', 'c.i.', 'uruguay'],
  }),
  tax({ id: 'uy-rut', name: 'Uruguayan tax number', shape: String.raw`\d{12}`, check: by(uy.rut), near: ['rut'] }),
  tax({
    id: 've-rif', name: 'Venezuelan tax number',
    shape: String.raw`[VEJPG]-?\d{8}-?\d`, check: by(ve.rif), alone: ['A-99999999-9'], near: ['rif', 'r.i.f.', 'registro de información fiscal'],
  }),
]; // prettier-ignore
