import { receiptKeyOf } from '../host/receipt-key.ts';
import type { ReceiptKey } from '../wire/body-macs.ts';
import type { Secrets } from './key-store.ts';

/** Keys of our own: made once, and kept in the secret storage of the editor. */
export class OwnKeys {
  readonly #secrets: Secrets;
  readonly #known = new Map<string, Promise<CryptoKey>>();
  #receiptKey: Promise<ReceiptKey> | undefined;

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  /** The key of receipts. */
  receiptKey(): Promise<ReceiptKey> {
    if (this.#receiptKey) return this.#receiptKey;
    const key = this.#read('receipts').then(receiptKeyOf);
    this.#receiptKey = key;
    key.catch(() => (this.#receiptKey = undefined));
    return key;
  }

  /** The keyed fingerprint of a value for the list of those always allowed, in hex. */
  async fingerprint(value: string): Promise<string> {
    const key = await this.#ownKey('allowed');
    return toHex(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(value)));
  }

  /**
   * The keyed fingerprint of a value in reports of scans, by which it is known again in the next report, in hex. Half of
   * it is enough for that.
   */
  async print(value: string): Promise<string> {
    const key = await this.#ownKey('scans');
    const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(value));
    return toHex(mac.slice(0, 16));
  }

  /** A key, read once; where that fails, it is tried again the next time. */
  #ownKey(id: string): Promise<CryptoKey> {
    const known = this.#known.get(id);
    if (known) return known;
    const key = this.#imported(id);
    this.#known.set(id, key);
    key.catch(() => this.#known.delete(id));
    return key;
  }

  async #imported(id: string): Promise<CryptoKey> {
    const bytes = await this.#read(id);
    return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  }

  async #read(id: string): Promise<Uint8Array<ArrayBuffer>> {
    let kept = await this.#secrets.get(id);
    if (kept === undefined || !/^[0-9a-f]{64}$/.test(kept)) {
      kept = toHex(crypto.getRandomValues(new Uint8Array(32)).buffer);
      await this.#secrets.store(id, kept);
    }
    return Uint8Array.from(kept.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  }
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
