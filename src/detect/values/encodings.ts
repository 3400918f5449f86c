/** A base64 run shorter than this says too little to be told from chance. */
const LEAST_BASE64 = 8;

/**
 * The ways a value may be written in a request without being seen as itself: percent (a form's too), JSON and hex escapes, and
 * base64 in the three ways it can fall on the alphabet's groups (RFC 4648 sections 4 and 5). The value itself is
 * not among them. Used to search what leaves, so each form is whole or, for base64, all that does not depend on
 * its neighbours.
 */
export function encodingsOf(value: string): string[] {
  const bytes = new TextEncoder().encode(value);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const inString = JSON.stringify(value).slice(1, -1);
  const forms = new Set([
    percent(bytes),
    percent(bytes).toLowerCase(),
    encodeURI(value.toWellFormed()),
    inForm(bytes),
    inString,
    asciiOnly(inString),
    hex,
    hex.toUpperCase(),
    ...base64Runs(bytes),
  ]);
  forms.delete(value);
  return [...forms].filter((form) => form.length >= LEAST_BASE64);
}

/** As forms send it: a blank is a plus, and of signs only `*-._` are left (WHATWG URL, 1.3). */
function inForm(bytes: Uint8Array): string {
  return percent(bytes).replaceAll('%20', '+').replaceAll('~', '%7E').replaceAll('%2A', '*');
}

/** A text of JSON in ASCII alone, as serialisers of Python and PHP write it. */
function asciiOnly(json: string): string {
  return json.replaceAll(/[^\0-\u007f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function percent(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => {
    const char = String.fromCharCode(byte);
    return /[A-Za-z0-9\-_.~]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

function base64Runs(bytes: Uint8Array): string[] {
  return [0, 1, 2].flatMap((lead) => {
    const binary = '\0'.repeat(lead) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    // A character carries six bits: those that hold a bit of what stands before or after are left out.
    const run = btoa(binary).slice(Math.ceil((lead * 8) / 6), Math.floor(((lead + bytes.length) * 8) / 6));
    return [run, run.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
