/** A form shorter than this says too little to be told from chance. */
export const LEAST_FORM = 8;

/** What every encoding leaves as it is (RFC 3986, 2.3). */
const PLAIN = /^[A-Za-z0-9\-_.~]*$/;

/**
 * The ways a value may be written in a request without being seen as itself: those of `spelledForms`, hex, and base64 in
 * the three ways it can fall on the alphabet's groups (RFC 4648 sections 4 and 5). The value itself is not among them.
 * Used to search what leaves, so each form is whole or, for base64, all that does not depend on its neighbours.
 */
export function encodingsOf(value: string): string[] {
  const forms = new Set([...spelledForms(value), ...hexForms(value), ...base64Forms(value)]);
  return [...forms];
}

/** A value in percent, a form's too, and in the escapes of JSON, wherever that is not the value itself. */
export function spelledForms(value: string): string[] {
  return [...new Set([...percentForms(value), ...jsonForms(value)])];
}

/** A value in percent, a form's too, wherever that is not the value itself; a blank of a form is a plus. */
export function percentForms(value: string): string[] {
  if (PLAIN.test(value)) return [];
  const wellFormed = value.toWellFormed();
  const percent = encodeURIComponent(wellFormed).replaceAll(/[!'()*]/g, percentOf);
  const small = percent.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
  return others(value, [percent, small, encodeURI(wellFormed), inForm(percent)]);
}

/** A value as a form sends it that needs no percent for it: only its blanks are other signs. */
export function plusForms(value: string): string[] {
  if (value.length < LEAST_FORM || !value.includes(' ') || !PLAIN_IN_FORM.test(value)) return [];
  return [value.replaceAll(' ', '+')];
}

/** What a form leaves as it is but for the blank (WHATWG URL, 1.3). */
const PLAIN_IN_FORM = /^[A-Za-z0-9*\-._ ]*$/;

/** A value in the escapes of JSON, wherever that is not the value itself. */
export function jsonForms(value: string): string[] {
  if (AS_IN_JSON.test(value)) return [];
  const inString = JSON.stringify(value).slice(1, -1);
  return others(value, [inString, asciiOnly(inString)]);
}

/** What JSON leaves as it is, in ASCII too. */
const AS_IN_JSON = /^[ !#-[\]-~]*$/;

function others(value: string, forms: readonly string[]): string[] {
  return [...new Set(forms)].filter((form) => form !== value && form.length >= LEAST_FORM);
}

/** The bytes of a value in hexadecimal digits, small and capital. */
export function hexForms(value: string): string[] {
  const hex = Array.from(new TextEncoder().encode(value), (byte) => HEX[byte] ?? '').join('');
  return hex.length >= LEAST_FORM ? [hex, hex.toUpperCase()] : [];
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A value within base64, of both alphabets: without the characters that also carry bits of its neighbours. */
export function base64Forms(value: string): string[] {
  const bytes = Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join('');
  const forms = new Set<string>();
  for (let lead = 0; lead < 3; lead++) {
    // A character carries six bits: those that hold a bit of what stands before or after are left out.
    const [from, to] = [Math.ceil((lead * 8) / 6), Math.floor(((lead + bytes.length) * 8) / 6)];
    const run = btoa('\0'.repeat(lead) + bytes).slice(from, to);
    if (run.length < LEAST_FORM) continue;
    forms.add(run);
    forms.add(run.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return [...forms];
}

function percentOf(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** As forms send it: a blank is a plus, and of signs only `*-._` are left (WHATWG URL, 1.3). */
function inForm(percent: string): string {
  return percent.replaceAll('%20', '+').replaceAll('~', '%7E').replaceAll('%2A', '*');
}

/** A text of JSON in ASCII alone, as serialisers of Python and PHP write it. */
function asciiOnly(json: string): string {
  return json.replaceAll(/[^\0-\u007f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
