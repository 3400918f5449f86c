import { folded } from '../labels/fold.ts';
import { isLabel } from '../labels/labels.ts';
import { isThing } from './things.ts';
import { isCompany } from './things.ts';
import { LIKELY, MAYBE, NO, type Verdict } from './verdict.ts';

/** What sex, marital status and religion are said to be, folded; with them what a form abbreviates. */
const TRAITS: ReadonlySet<string> = new Set(
  (
    'male female m f w d x man woman boy girl diverse non-binary nonbinary non binary transgender trans cis single married divorced widowed ' +
    'separated engaged civil partnership in a relationship unmarried cohabiting he/him she/her they/them ' +
    'mannlich maennlich weiblich divers mann frau herr ledig verheiratet geschieden verwitwet getrennt lebend getrennt getrenntlebend eingetragene lebenspartnerschaft verpartnert ' +
    'evangelisch katholisch romisch-katholisch muslimisch judisch konfessionslos ev rk ' +
    'homme femme masculin feminin h celibataire marie mariee divorce divorcee veuf veuve pacse pacsee separe separee concubinage union libre en couple monsieur madame m. mme ' +
    'hombre mujer masculino femenino v varon hembra soltero soltera casado casada divorciado divorciada viudo viuda separado separada pareja de hecho union libre ' +
    'maschio femmina uomo donna maschile femminile celibe nubile coniugato coniugata sposato sposata divorziato divorziata vedovo vedova separato separata unito civilmente ' +
    'feminino masculino homem mulher solteiro solteira casado casada divorciado divorciada viuvo viuva uniao de facto uniao estavel ' +
    'vrouw man vrouwelijk mannelijk ongehuwd gehuwd gescheiden weduwe weduwnaar samenwonend geregistreerd partnerschap alleenstaand getrouwd ongetrouwd partnerschap'
  ).split(' '),
);
const TRAITS_EAST =
  /^(?:男性?|女性?|男の子|女の子|その他|既婚|未婚|独身|離婚|死別|離別|有り?|無し?|あり|なし|已婚|离异|離異|离婚|丧偶|喪偶|单身|單身|再婚|未婚\S{0,4}|(?:中共)?党员|共青团员|团员|群众|民主党派|A型?|B型?|O型?|AB型?|配偶者(?:あり|なし|有|無)|男性|女性)$/;
/** Several words, in one writing. */
const PHRASES =
  /^(?:non[- ]binary|civil partnership|in a relationship|getrennt lebend|eingetragene lebenspartnerschaft|union libre|en couple|pareja de hecho|unito civilmente|uniao (?:de facto|estavel)|geregistreerd partnerschap|(?:he|she|they)\/(?:him|her|them)|(?:romisch|rom)\.?[- ]?(?:katholisch|kath)\.?|married|single)$/;

/** How much a value is one of those that sex, marital status or religion have. */
export function judgeTrait(value: string): Verdict {
  if (value.length > 32 || value === '') return NO;
  if (TRAITS_EAST.test(value)) return LIKELY;
  const small = folded(value).replace(/\((?:e|r|a|o|in|m\/w)\)$/, '');
  if (PHRASES.test(small)) return LIKELY;
  if (!TRAITS.has(small)) return NO;
  return small.length > 2 ? LIKELY : value === value.toUpperCase() || /^[mfwdhvx]$/.test(value) ? LIKELY : NO;
}

const BLOOD_GROUP =
  /^(?:A[12]?B?|B|[O0])(?:[ ,]{0,2}(?:rh(?:esus)?[ .-]?)?d?[ (]?(?:[+\u2212\u2013-]|(?:pos|neg)(?:\.|(?:iti|ati)[vf][eoa]?)?)\)?)?$/i;

/** How much a value is a blood group, of AB0 and with the rhesus factor or without. */
export function judgeBloodGroup(value: string): Verdict {
  return BLOOD_GROUP.test(value) ? LIKELY : NO;
}

/** How much a value looks like a nationality or a country. */
export function judgeNationality(value: string): Verdict {
  if (value.length < 2 || value.length > 32 || isLabel(value) || isThing(value)) return NO;
  if (/^[\u3400-\u9fff\u30a0-\u30ff]{1,10}$/.test(value)) return LIKELY;
  if (/^[A-Z]{2,3}$/.test(value)) return MAYBE;
  if (!/^\p{L}[\p{L}'’()/ -]{2,31}$/u.test(value) || /\p{Ll}\p{Lu}/u.test(value)) return NO;
  return value.split(/[\s/]+/).length < 4 && !value.split(/[\s/]+/).some(isThing) ? MAYBE : NO;
}

/** How much a value looks like the name of a company. */
export function judgeCompany(value: string): Verdict {
  if (value.length < 2 || value.length > 70 || isLabel(value) || /[<>{}=$\\@]|:\/\/|^\d+$/.test(value))
    return NO;
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(value)) return isCompany(value) ? LIKELY : MAYBE;
  if (!/^[\p{Lu}\d]/u.test(value) || !/\p{L}/u.test(value)) return NO;
  const words = value.split(/\s+/);
  if (words.length > 8 || words.every(isThing)) return NO;
  return isCompany(value) && words.length > 1 ? LIKELY : words.some(isThing) ? NO : MAYBE;
}
