import { health, member, type NumberFormat, paper, personal, tax, vehicle } from './format.ts';
import { isDay } from './arithmetic.ts';

const MONTH =
  '(?:Jan(?:uary|uar|vier|eiro)?|Feb(?:ruary|ruar)?|Mar(?:ch|zo|s|ço)?|M(?:ä|ae?)rz|Apr(?:il|ile)?|May|Mai|Ma[iy]o|Jun(?:e|i|io|ho)?|Jul(?:y|i|io|ho)?|Aug(?:ust)?|Ago(?:sto)?|Sep(?:t|tember|tembre|tiembre)?|Oct(?:ober|obre|ubre)?|Okt(?:ober)?|Nov(?:ember|embre|iembre)?|Dec(?:ember|embre)?|De[zc](?:ember|embre|iembre|embro)?|Dic(?:iembre|embre)?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)';
const YEAR = '(?:18|19|20)\\d{2}';

/** Whether a date is a day people alive were born on; the first day of an epoch is nobody's. */
function isBirthday(written: string): boolean {
  const numbers = (written.match(/\d{1,4}/g) ?? []).map(Number);
  const year = numbers.find((number) => number > 31);
  if (year !== undefined && year >= 1000 && (year < 1900 || year > 2035)) return false;
  const [one = 0, two = 0] = numbers.filter((number) => number !== year);
  if (/^(?:1970-01-01|0001-01-01|1900-01-01)$/.test(written)) return false;
  return numbers.length < 3 || isDay(one, two) || isDay(two, one) || numbers.length > 3;
}

/** Papers whose number says nothing by itself, dates of birth and numbers of patients: known by their words. */
export const DOCUMENTS: readonly NumberFormat[] = [
  paper({
    id: 'passport', name: 'passport number', placeholder: 'PASSPORT',
    shape: String.raw`\d{2}[A-Z]{2}\d{5}|[A-Z]{1,3}[ -]?\d{6,9}|[A-Z](?=[A-Z\d]{0,7}\d)[A-Z\d]{7,9}|\d{3} ?\d{3} ?\d{3}|\d{7,9}`,
    near: [
      'passport', 'passport number', 'passport no', 'passport id', 'passnumber', 'reisepass', 'reisepassnummer', 'passnummer', 'pass nr', 'passnr',
      'passeport', 'pasaporte', 'passaporto', 'passaporte', 'paspoort', 'paspoortnummer', 'paszport', 'paszportu', 'passnummer',
      'passinumero', 'pasport', 'pasaport', 'pas broj', 'útlevél', 'загранпаспорт', 'паспорт', 'διαβατήριο', 'パスポート', 'パスポート番号', '旅券', '旅券番号', '护照', '护照号', '護照', '여권', '여권번호', 'جواز السفر', 'דרכון',
    ],
  }),
  paper({
    id: 'driving-licence', name: 'driving licence number', placeholder: 'DRIVING_LICENCE',
    shape: String.raw`(?:[A-Z\d]{1,8}-){1,5}[A-Z\d]{1,8}|[A-Z]\d{3} \d{3} \d{3} \d{3}|[A-Z]\d{4} \d{5} \d{5}|[A-Z]{1,2} ?\d{2} ?\d{11}|[A-Z]{2} ?\d{7,9}[A-Z]?|\d{2} \d{2} \d{6}|(?:\d{2} ?){5}\d{2}|[A-Z\d]{6,18}`,
    near: [
      'driver license', 'drivers license', "driver's license", 'driver’s license', 'driving licence', 'driving license', 'drivers licence', 'driver licence',
      "driver's licence", 'dl number', 'dl#', 'dl no', 'dl num', 'license no', 'licence no', 'driver lic', 'drivers lic', 'dln', 'führerschein', 'führerscheinnummer', 'fahrerlaubnis', 'fahrerlaubnisnummer', 'fahrerlaubnis nr', 'fuehrerschein', 'permis de conduire', 'numéro de permis',
      'permiso de conducir', 'permiso de conducción', 'carnet de conducir', 'licencia de conducir', 'licencia de conducción', 'patente di guida', 'patente', 'carta de condução', 'carteira de motorista',
      'carteira de habilitação', 'cnh', 'habilitação', 'rijbewijs', 'rijbewijsnummer', 'prawo jazdy', 'prawa jazdy', 'körkort', 'førerkort', 'kørekort', 'ajokortti', 'jogosítvány', 'sürücü belgesi', 'ehliyet',
      'водительское удостоверение', 'водительского удостоверения', 'водительские права', '驾驶证', '驾照', '駕照', '운전면허', '운전면허번호', 'driver_license_number',
    ],
  }),
  paper({
    id: 'identity-card', name: 'identity card number', placeholder: 'ID_CARD',
    shape: String.raw`[A-Z]{2} ?\d{5} ?[A-Z]{2}|[A-Z]{1,3}[ -]?\d{5,8}|\d{6}[A-Z]{2}|[A-Z\d]{0,4}\d[A-Z\d]{5,12}|\d{6,14}`,
    near: [
      "carta d'identità", 'carta d’identità', 'carta identità', "documento d'identità", "carte d'identité", 'carte d’identité', 'carte nationale d’identité', "carte nationale d'identité", 'carte identité', 'cni', 'identity card', 'id card', 'id card number',
      'identiteitskaart', 'identiteitsbewijs', 'id kaart', 'ausweisnummer', 'ausweis nr', 'občanský průkaz', 'číslo op', 'občanského průkazu', 'személyi igazolvány', 'személyi igazolványszám', 'carte de identitate', 'buletin', 'лична карта', 'lična karta',
      'ταυτότητα', 'αδτ', 'δελτίο ταυτότητας', 'αριθμός ταυτότητας', 'osobna iskaznica', 'osebna izkaznica', 'national id', 'national id number', 'national identity', 'government id', 'citizen id', 'identity number', 'identification number',
      'national identifier', 'documento de identidad', 'número de identificación', 'documento d identita', 'kimlik kartı', 'dokument tożsamości', 'legitimationsnummer', 'nationalid', 'state id', 'resident permit', 'residence permit', 'aufenthaltstitel', 'green card', 'alien number', 'uscis',
    ],
  }),
  tax({
    id: 'tax-number', name: 'tax number', placeholder: 'TAX_NUMBER',
    shape: String.raw`[A-Z]{0,2}\d{2,3}[ -]\d{3,7}(?:[ -]\d{2,4}){0,2}|[A-Z]{0,2}\d{8,13}[A-Z]?`,
    near: ['tax id', 'tax identification number', 'taxpayer id', 'tax payer id', 'tax number', 'tax file', 'taxpayer identification number', 'identification fiscale', 'steuernummer'],
  }),
  health({
    id: 'medical-record', name: 'medical record number', placeholder: 'MEDICAL_RECORD',
    shape: String.raw`(?:[A-Z]{1,4}[ -]?)?\d{2,4}(?:-\d{2,4}){1,3}|(?:[A-Z]{1,4}[ -]?)?\d{5,12}`,
    near: [
      'mrn', 'medical record', 'medical record number', 'medical record no', 'medical rec', 'patient id', 'patient number', 'patient no', 'hospital number', 'hospital no', 'chart number', 'chart no', 'patient mrn', 'health record',
      'patientennummer', 'patienten nr', 'patienten id', 'fallnummer', 'aufnahmenummer', 'krankenaktennummer', 'ipp', 'numéro ipp', 'numéro de dossier', 'dossier médical', 'numéro patient', 'numéro de patient', 'historia clínica', 'expediente médico', 'número de historia', 'número de paciente', 'cartella clinica', 'numero cartella', 'prontuário', 'patiëntnummer', 'patientnummer',
      'カルテ番号', '診察券番号', '患者番号', '患者id', '病历号', '病案号', '住院号', '등록번호', '환자번호', 'numer pacjenta', 'номер карты пациента', 'история болезни', 'journalnummer',
    ],
  }),
  health({
    id: 'insurance-member', name: 'health insurance number', placeholder: 'INSURANCE_NUMBER',
    shape: String.raw`[A-Z]{1,4}[ -]?\d{5,12}(?:[ -]?[A-Z\d]{1,3}(?![A-Z\d]))?|\d{5,14}|\d{3}-\d{2,4}-\d{3,6}|\d{2}[A-Z]\d{2}[A-Z]\d{2}|(?=[A-Z]{0,6}\d)[A-Z\d]{8,14}|[A-Z]{1,4}-\d{2,6}(?:-\d{2,8}){1,2}`,
    near: [
      'insurance id', 'insurance number', 'insurance no', 'insurance policy', 'insurance member', 'health insurance', 'health plan', 'subscriber id', 'subscriber number', 'policy number', 'policy no', 'medicaid', 'medicaid id', 'medicaid number', 'health card', 'beneficiary number',
      'plan member id', 'versicherungsnummer', 'versichertennummer', 'krankenkasse', 'mutuelle', "numéro d'adhérent", 'numéro adhérent', 'tarjeta sanitaria', 'número de póliza', 'póliza', 'polizza', 'tessera sanitaria', 'apólice', 'plano de saúde', 'carteirinha', 'polisnummer', 'zorgverzekering', '保险号', '医保卡号', '医保号', '社保卡号', '건강보험', '보험증번호', '保険証',
      'insurance member id', 'member number', 'member no', 'membership number', 'group number', 'insurance group',
    ],
  }),
  health({
    id: 'member-id', name: 'health insurance member id', placeholder: 'MEMBER_ID',
    shape: String.raw`[A-Z]{1,4}[ -]?\d{6,12}(?:[ -]?[A-Z\d]{1,3}(?![A-Z\d]))?|\d{9}-\d{2}`,
    near: ['member id', 'memberid', 'insured id', 'enrollee id'],
  }),
  member({
    id: 'employee-id', name: 'number of an employee', opens: 'names an employee',
    shape: String.raw`[A-Z]{1,4}-?\d{3,8}|\d{5,10}`,
    near: [
      'employee number', 'employee no', 'employee id', 'staff number', 'staff id', 'staff no', 'personnel number', 'personnel no', 'payroll number', 'badge number',
      'personalnummer', 'personal nr', 'mitarbeiternummer', 'mitarbeiter nr', 'mitarbeiter id', 'numéro de matricule', "numéro d'employé", 'número de empleado', 'numero matricola', 'número de funcionário', 'personeelsnummer',
    ],
  }),
  member({
    id: 'customer-id', name: 'number of a customer', opens: 'names a customer',
    shape: String.raw`[A-Z]{1,4}-?\d{3,10}|\d{5,12}`,
    near: [
      'customer number', 'customer no', 'customer id', 'client number', 'student id', 'student number', 'kundennummer', 'kunden nr', 'kundennr', 'matrikelnummer', 'mitgliedsnummer',
      'numéro client', 'numéro de client', 'n° client', 'número de cliente', 'nº de cliente', 'codice cliente', 'numero cliente', 'número do cliente', 'klantnummer', 'lidnummer',
    ],
  }),
  // Germany, France and Italy, the Netherlands, the United Kingdom, Spain, India, then states of the US.
  vehicle({
    id: 'licence-plate', name: 'licence plate', placeholder: 'LICENCE_PLATE', digits: 2,
    shape: String.raw`[A-ZÄÖÜ]{1,3}[- :][A-Z]{1,2}[- ]?\d{1,4}[EH]?|[A-Z]{2}[- ]?\d{3}[- ]?[A-Z]{2}|\d{1,2}-[A-Z]{2,3}-\d{1,2}|[A-Z]{1,2}-\d{2,3}-[A-Z]{1,2}|[A-Z]{2}\d{2} ?[A-Z]{3}|\d{4} ?[A-Z]{3}|[A-Z]{2}[- ]?\d{2}[- ]?[A-Z]{1,2}[- ]?\d{4}|\d[A-Z]{3}\d{3}|[A-Z]{3}[- ]?\d{3,4}`,
    near: [
      'license plate', 'licence plate', 'number plate', 'plate number', 'plate no', 'registration plate', 'vehicle registration', 'vehicle reg', 'car registration', 'car reg', 'reg plate', 'kennzeichen', 'kfz kennzeichen', 'nummernschild',
      "plaque d'immatriculation", 'plaque d’immatriculation', 'immatriculation', 'immatriculé', 'immatriculée', 'targa', 'matrícula', 'kenteken', 'nummerplaat',
    ],
  }),
  personal({
    id: 'date-of-birth', name: 'date of birth', placeholder: 'DATE_OF_BIRTH', severity: 'medium', opens: 'tells a person from others of the name',
    shape: String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)|\d{1,2}\. ?\d{1,2}\. ?\d{4}|\d{1,2}(?:st|nd|rd|th|er|\.|º)?[ -](?:of |de )?${MONTH}\.?,?[ -](?:de |del )?(?:${YEAR}|\d{2}(?!\d))|${MONTH}\.? \d{1,2}(?:st|nd|rd|th)?,? ${YEAR}|${YEAR}年 ?\d{1,2}月 ?\d{1,2}日|${YEAR}년 ?\d{1,2}월 ?\d{1,2}일|(?:19|20)\d{6}(?!\d)`,
    check: (_, written) => isBirthday(written), close: true, signsTell: true,
    near: [
      'dob', 'd.o.b.', 'd.o.b', 'date of birth', 'birth date', 'birthdate', 'birthday', 'birth day', 'born on', 'born', 'was born', 'bday', 'geburtsdatum', 'geburtstag', 'geboren am', 'geboren', 'geb.', 'geb am', 'geb. am', 'gebdatum', 'geb dat',
      'date de naissance', 'né le', 'née le', 'née', 'naissance', 'fecha de nacimiento', 'fecha nacimiento', 'nacimiento', 'nacido el', 'nacida el', 'nació el', 'f. nac', 'data di nascita', 'data nascita', 'nato il', 'nata il', 'nascita', 'data de nascimento', 'data nascimento', 'nascimento', 'nascido em', 'nascida em',
      'geboortedatum', 'geboren op', 'data urodzenia', 'urodzony', 'urodzona', 'fødselsdato', 'født', 'födelsedatum', 'född', 'syntymäaika', 'syntymäpäivä', 'datum narození', 'születési dátum', 'születési idő', 'data nașterii', 'doğum tarihi', 'дата рождения', 'родился', 'родилась', 'дата народження', 'ημερομηνία γέννησης',
      '生年月日', '誕生日', '出生日期', '出生年月', '生日', '생년월일', '생일', 'تاريخ الميلاد', 'תאריך לידה', 'ngày sinh', 'tanggal lahir', 'वर्ष जन्म', 'जन्म तिथि',
    ],
  }),
]; // prettier-ignore
