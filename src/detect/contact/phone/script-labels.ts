import type { Language } from './regions.ts';

/** Words for the telephone in scripts other than ours; a number that stands right behind one needs no layout. */
const LABELS: readonly { readonly language: Language; readonly words: RegExp }[] = [
  {
    language: 'ja',
    words: /(?:電話|携帯|番号|ファックス|ファクス|ケータイ|スマホ|連絡先|自宅|内線)(?:番号)?$/,
  },
  {
    language: 'zh',
    words:
      /(?:电话|手机|号码|電話|手機|热线|熱線|座机|传真|傳真|联系方式|聯絡方式|致电|致電|拨打|微信)(?:号码?|號碼?)?$/,
  },
  { language: 'ko', words: /(?:전화|휴대폰|휴대전화|핸드폰|연락처|팩스|번호)(?:번호)?$/ },
  { language: 'ru', words: /(?:тел|телефон[а-яі]{0,3}|моб|мобильн[а-я]{2,3}|номеру?|звоните|факс)\.?$/i },
  {
    language: 'en',
    words:
      /(?:τηλ|τηλέφωνο|κινητό|هاتف|جوال|موبايل|تلفون|الهاتف|الجوال|טלפון|נייד|טל'?|פון|फोन|फ़ोन|मोबाइल|नंबर|โทร|เบอร์|โทรศัพท์|มือถือ)$/i,
  },
];
const WAY = /[\s:：;；"'`(（是はがへまで은는по№.,、=>-]{0,6}$/;

/**
 * The language of a label for a telephone number in Han, Kana, Hangul or Cyrillic that ends right before a place;
 * undefined where none does. Costs a look at a few characters where the text before is of our script.
 */
export function scriptLabelBefore(text: string, at: number): Language | undefined {
  let last = at - 1;
  while (last >= at - 4 && last >= 0 && text.charCodeAt(last) < 128 && !isWordly(text.charCodeAt(last)))
    last -= 1;
  if (!(text.charCodeAt(last) >= 0x400)) return undefined;
  const stretch = text.slice(Math.max(0, at - 24), at);
  const label = stretch.replace(WAY, '');
  return LABELS.find(({ words }) => words.test(label) || words.test(stretch.trimEnd()))?.language;
}

const isWordly = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
