/** What a rule about paths says of a file, whatever is in it; `limited` is to some destinations alone. */
export type Standing = 'open' | 'limited' | 'redacted' | 'denied';
