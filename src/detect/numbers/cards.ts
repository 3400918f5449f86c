import { isOneDigit, luhn } from './arithmetic.ts';
import { bank, type NumberFormat } from './format.ts';

/** Networks by the start of the number (ISO/IEC 7812 issuer ranges) and the lengths they issue. */
const NETWORKS: readonly { readonly starts: RegExp; readonly lengths: readonly number[] }[] = [
  { starts: /^4/, lengths: [13, 16, 19] }, // Visa
  { starts: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] }, // Mastercard
  { starts: /^3[47]/, lengths: [15] }, // American Express
  { starts: /^(?:30[0-5]|3095|36|38|39)/, lengths: [14, 16, 19] }, // Diners Club
  { starts: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] }, // Discover
  { starts: /^35(?:2[89]|[3-8])/, lengths: [16, 19] }, // JCB
  { starts: /^(?:62|81)/, lengths: [16, 17, 18, 19] }, // UnionPay
  { starts: /^(?:60[38]|6069|6521|508[5-9]|8[12])/, lengths: [16] }, // RuPay
  { starts: /^220[0-4]/, lengths: [16, 17, 18, 19] }, // Mir
  { starts: /^9792/, lengths: [16] }, // Troy
  { starts: /^(?:4011|4312|438935|4514|4576|5041|5066|5067|509|6277|6362|6363|650|6516|6550)/, lengths: [16] }, // Elo
  { starts: /^(?:50(?:18|20|38)|5[6-8]|6304|6703|6759|676[1-3]|6771)/, lengths: [12, 13, 14, 15, 16, 17, 18, 19] }, // Maestro
]; // prettier-ignore

/** Numbers that payment providers publish for tests, and powers of two that happen to pass. */
const PUBLISHED = new Set(
  `4242424242424242 4111111111111111 4012888888881881 4222222222222 4444333322221111 4917610000000000 4988438843884305
  4000056655665556 4007000000027 4012888818888 4012000033330026 4263970000005262 4035501000000008 4977949494949497
  5555555555554444 5105105105105100 5200828282828210 5424000000000015 5454545454545454 5555341244441115 5111010030175156
  2223003122003222 2223000010309703 2223000048410010 2222405343248877 2223577120017656
  378282246310005 371449635398431 378734493671000 370000000000002 374245455400126 341111111111111
  6011111111111117 6011000990139424 6011981111111113 6011000000000012 6011601160116611 6011000400000000
  3056930009020004 36227206271667 30569309025904 38520000023237 3088000000000017 38000000000006 36006666333344
  3566002020360505 3530111333300000 3566111111111113 6555900000604105 6200000000000005 6200000000000047
  6304000000000000 5019717010103742 6331101999990016 6759649826438453 6799990100000000019 5018000000000009
  4503599627370496 4611686018427387904`.split(/\s{1,4}/),
); // prettier-ignore

const OF_SAMPLES = /^(?:4000000|424242)/;
/** Somebody's zeros, not an account. */
const ZEROS = '0000000';

/** Whether a network issues such a number, its check digit is right, and no provider printed it as a sample. */
export function isCard(digits: string): boolean {
  if (!luhn(digits) || isOneDigit(digits) || PUBLISHED.has(digits) || OF_SAMPLES.test(digits)) return false;
  if (digits.includes(ZEROS)) return false;
  for (const { starts, lengths } of NETWORKS)
    if (lengths.includes(digits.length) && starts.test(digits)) return true;
  return false;
}

const GROUPED = ['9999 9999 9999 9999', '9999 999999 99999', '9999 999999 9999', '9999 9999 9999 9999 999'];

/** Payment cards and what is printed beside their number. */
export const CARDS: readonly NumberFormat[] = [
  bank({
    id: 'payment-card',
    name: 'payment card number',
    placeholder: 'CARD',
    opens: 'can be charged',
    shape: String.raw`\d{4}([ .'_-]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ .-]?)\d{6}\2\d{4,5}|\d{12,19}`,
    check: isCard,
    inCode: true,
    alone: [
      ...GROUPED.flatMap((mask) => [mask, mask.replaceAll(' ', '-')]),
      '9999999999999999',
      '999999999999999',
    ],
    near: [
      'card number', 'card no', 'card num', 'cardnumber', 'credit card', 'creditcard', 'debit card', 'pan', 'cc number',
      'cc num', 'ccnum', 'ccno', 'payment card', 'kreditkarte', 'kartennummer', 'kreditkartennummer', 'karten nr',
      'carte bancaire', 'numéro de carte', 'carte de crédit', 'carte bleue', 'tarjeta', 'carta di credito', 'cartão',
      'numero carta', 'creditkaart', 'kaartnummer', 'karta', 'kortnummer', 'カード番号', '卡号', '카드번호', 'visa',
      'mastercard', 'amex', 'american express', 'maestro', 'diners', 'discover', 'unionpay', 'jcb', 'card', 'номер карты',
    ],
  }),
  bank({
    id: 'card-security-code',
    name: 'security code of a payment card',
    opens: 'lets the card be charged',
    shape: String.raw`\d{3,4}`,
    near: [
      'cvv', 'cvv2', 'cvc', 'cvc2', 'cvv code', 'cvc code', 'card security code', 'security code', 'card verification',
      'prüfnummer', 'kartenprüfnummer', 'prüfziffer', 'código de seguridad', 'codigo de seguridad', 'cryptogramme',
      'codice di sicurezza', 'código de segurança', 'beveiligingscode', 'セキュリティコード', '安全码',
    ],
  }),
  bank({
    id: 'card-expiry',
    name: 'expiry date of a payment card',
    opens: 'lets the card be charged',
    severity: 'high',
    shape: String.raw`(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d(?!\d|[/-]\d)|20[2-4]\d-(?:0[1-9]|1[0-2])(?!-?\d)|(?:0[1-9]|1[0-2])[2-4]\d(?!\d)`,
    near: [
      'expiry', 'expiry date', 'exp date', 'expiration', 'expires', 'exp:', 'exp;', 'exp,', 'exp|', 'exp.', 'exp=', 'exp ', 'exp/', 'exp_', 'exp"', 'expmonth', 'exp-', 'expdate', 'valid thru', 'valid until', 'good thru',
      'gültig bis', 'ablauf', 'läuft ab', 'ablaufdatum', 'verfallsdatum', 'expire fin', 'date d’expiration', "date d'expiration", 'caducidad',
      'vencimiento', 'scadenza', 'validade', 'vervaldatum', '有効期限', '有效期',
    ],
    beside: /card(?!inal)|karte|carte|tarjeta|carta|cart[ãa]o|cvv|cvc|visa|mastercard|amex|カード|卡|\d{4}[ -]?\d{4}[ -]?\d{4}/i,
  }),
]; // prettier-ignore
