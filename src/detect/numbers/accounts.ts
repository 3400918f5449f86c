import { bank, type NumberFormat } from './format.ts';

/** Accounts whose numbers have no check digits: known by their words. */
export const ACCOUNTS: readonly NumberFormat[] = [
  bank({
    id: 'bank-account', name: 'bank account number', placeholder: 'BANK_ACCOUNT',
    shape: String.raw`\d{1,3}-\d{5,8}-\d{1,2}|\d{4,7}-\d{1,2}|\d{2,4}(?:[ -]\d{2,6}){1,4}|\d{6,20}`,
    near: [
      'account number', 'account no', 'account #', 'acct #', 'account nr', 'compte n°', 'compte no', 'cuenta n°', 'cuenta nº', 'conto n.', 'account num', 'acct number', 'acct no', 'acct num', 'acc no', 'acc number', 'acc nr', 'acc num', 'bank account', 'acct', 'checking account', 'savings account', 'beneficiary account', 'a/c no', 'a/c number', 'bank acct', 'account nr',
      'kontonummer', 'konto nr', 'kontonr', 'bankkonto', 'numéro de compte', 'n° de compte', 'compte bancaire', 'número de cuenta', 'nº de cuenta', 'cuenta bancaria', 'cuenta corriente', 'numero di conto', 'conto corrente', 'número da conta', 'conta corrente', 'conta bancária', 'rekeningnummer', 'bankrekening',
      'numer konta', 'numer rachunku', 'bankkontonummer', 'номер счета', 'расчетный счет', 'р/с', '口座番号', '银行账号', '银行卡号', '账号', '帳號', '계좌번호', 'hesap numarası', 'hesap no', 'rekening',
    ],
  }),
  // Words that say so only where others speak of a bank.
  bank({
    id: 'bank-account', name: 'bank account number', placeholder: 'BANK_ACCOUNT',
    shape: String.raw`\d{7,17}`,
    near: ['account', 'acc:', 'acc.', 'acct', 'konto', 'compte', 'cuenta', 'a/c'],
    beside: /routing|\baba\b|sort.?code|\bbank|\bwire\b|\biban|\bswift|\bbic\b|\bach\b|\bblz\b|deposit|banco|banca/i,
  }),
  bank({
    id: 'gb-sort-code', name: 'UK sort code', severity: 'medium',
    shape: String.raw`\d{2}[- ]\d{2}[- ]\d{2}|\d{6}`, near: ['sort code', 'sortcode', 'sort-code', 'sort no'],
  }),
  bank({ id: 'de-blz', name: 'German bank code', severity: 'low', shape: String.raw`\d{3} ?\d{3} ?\d{2}`, near: ['blz', 'bankleitzahl'] }),
]; // prettier-ignore
