/** A text in JSON, taken over as it is by `JSON.stringify` (ECMAScript proposal json-parse-with-source, `JSON.rawJSON`). */
interface RawJson {
  readonly rawJSON: string;
}

/** The platform's; a runtime without it writes each text anew. */
const { rawJSON } = JSON as { readonly rawJSON?: (json: string) => RawJson };

/** A shorter text is written as fast as it is looked up. */
const LONG = 256;
/** The texts of a long conversation; when there are more, it is begun anew. */
const MOST_TEXTS = 4_096;
/** So many texts that look the same by a sample are told apart one by one. */
const ALIKE = 8;

/**
 * The longer texts of a conversation's requests, and what they are in JSON. With each turn nearly all of them are sent
 * again: none is written out twice, and one that comes back from a client is known as the same without a hash of it.
 */
export class WrittenTexts {
  readonly #forms = new Map<string, RawJson>();
  readonly #bySample = new Map<number, string[]>();

  /** A text in JSON: just what `JSON.stringify` makes of it. */
  jsonOf(text: string): string {
    return text.length < LONG || rawJSON === undefined ? JSON.stringify(text) : this.#formOf(text).rawJSON;
  }

  /** The same text; where it was written before, as the very string it was then, whose hash the platform knows. */
  same(text: string): string {
    if (text.length < LONG) return text;
    return this.#bySample.get(sampleOf(text))?.find((one) => one === text) ?? text;
  }

  /** The same value, with the very strings that were written before. */
  sameIn<T>(value: T): T {
    return this.#sameIn(value) as T;
  }

  #sameIn(value: unknown): unknown {
    if (typeof value === 'string') return this.same(value);
    if (Array.isArray(value)) return value.map((item) => this.#sameIn(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#sameIn(item)]));
  }

  /** The same payload for `JSON.stringify`, with the texts in it written already. */
  withWritten<T>(payload: T): T {
    // To whoever reads it, what is written already is a string still.
    return this.#written(payload) as T;
  }

  #written(value: unknown): unknown {
    if (typeof value === 'string') {
      return value.length < LONG || rawJSON === undefined ? value : this.#formOf(value);
    }
    if (Array.isArray(value)) return value.map((item) => this.#written(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#written(item)]));
  }

  #formOf(text: string): RawJson {
    const known = this.#forms.get(text);
    if (known !== undefined) return known;
    if (this.#forms.size >= MOST_TEXTS) {
      this.#forms.clear();
      this.#bySample.clear();
    }
    const json = JSON.stringify(text);
    const form = rawJSON?.(json) ?? { rawJSON: json };
    this.#forms.set(text, form);
    const sample = sampleOf(text);
    const alike = this.#bySample.get(sample) ?? [];
    this.#bySample.set(sample, [text, ...alike.slice(0, ALIKE - 1)]);
    return form;
  }
}

/** A number by which most texts are told apart: of the length, the first characters and some of the others. */
function sampleOf(text: string): number {
  let sample = text.length;
  const step = text.length >> 4;
  for (let i = 0; i < 16; i++) sample = Math.imul(sample, 31) + text.charCodeAt(i);
  for (let at = text.length - 1; at > 16; at -= step) sample = Math.imul(sample, 31) + text.charCodeAt(at);
  return sample;
}
