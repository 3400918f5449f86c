import type { Settings } from '../../src/editor/settings.ts';

/** Settings as they can be compared: what styles are is a function. */
export function alike({ styleOf, ...settings }: Settings): string {
  return JSON.stringify({ ...settings, allowed: [...settings.allowed], style: styleOf('email') });
}
