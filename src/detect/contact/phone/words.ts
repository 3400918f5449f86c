import type { Language } from './regions.ts';

/** What a word says of the number behind it. */
export interface PhoneWord {
  readonly word: string;
  readonly language: Language;
  /**
   * `label`: it names the field, so digits need no layout; `verb`: it is a word of ordinary sentences and of code as
   * well, so the number has to look like one.
   */
  readonly sort: 'label' | 'verb';
}

const labels = (language: Language, words: string): PhoneWord[] =>
  words.split(', ').map((word) => ({ word, language, sort: 'label' }));
const verbs = (language: Language, words: string): PhoneWord[] =>
  words.split(', ').map((word) => ({ word, language, sort: 'verb' }));

/** Words that announce a telephone number, in lower case. A quotation mark or a sign behind one makes it a key. */
export const PHONE_WORDS: readonly PhoneWord[] = [
  ...labels(
    'en',
    'phone, telephone, tel, fax, telefax, whatsapp, msisdn, wa.me/, contact number, contact_number, contactnumber, ' +
      'contact no, hotline, helpline, ph no, ph.no, ph number, mobile no, mobile_no, mobile-no, mobileno, ' +
      'mobile number, mobile_number, mobilenumber, mob no, mob. no, cell number, cell_number, cellnumber, ' +
      'mobile", mobile\', mobile:, mobile=, mob:, mob", cell:, cell", cell=',
  ),
  ...verbs(
    'en',
    'mobile, cell, mob, call, text me, ring me, reach me, dial, number is, ph: , ph. , sms, signal, imessage, gsm',
  ),
  ...labels(
    'de',
    'telefon, rufnummer, handy, mobilnummer, mobilfunk, mobiltelefon, mobilnr, festnetz, durchwahl',
  ),
  ...verbs(
    'de',
    'mobil, ruf , rückruf, rueckruf, anrufen, anruf , erreichbar, erreichen, nummer ist, nummer lautet, nummer: ',
  ),
  ...labels('fr', 'téléphone, tél, portable, télécopie, n° de tel'),
  ...verbs('fr', 'appel, rappel, joindre, numéro est, joignable'),
  ...labels('es', 'teléfono, móvil, celular, telf'),
  ...verbs('es', 'llám, llama, movil, número es'),
  ...labels('it', 'telefono, cellulare, cell., recapito'),
  ...verbs('it', 'chiam, richiam, numero è'),
  ...labels('pt', 'telefone, telemóvel, telemovel'),
  ...verbs('pt', 'ligue, me liga, liga para, ligar, contato'),
  ...labels('nl', 'telefoon, mobiel'),
  ...verbs('nl', 'bel me, bel ons, bel mij, nummer is, bellen'),
  ...labels('north', 'tlf, puhelin, matkapuhelin, puh., puh:'),
  ...verbs('north', 'ring '),
  ...labels('east', 'telefonszám, komórk, tel. kom, tel.kom, tel kom, mobilní, telefón'),
  ...labels('tr', 'cep tel'),
  ...labels('en', 'điện thoại, sđt, telepon, telp, no hp, nomor hp'),
];
