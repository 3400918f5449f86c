/**
 * Makes a keyed fingerprint (HMAC-SHA-256) of values. The key is made here and never leaves memory, so that a
 * fingerprint tells nothing to whoever finds it.
 */
export function createFingerprint(): (value: string) => Promise<string> {
  const key = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (value) => {
    const mac = await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(value));
    return String.fromCharCode(...new Uint8Array(mac));
  };
}
