import type { TurnAttachment } from '../../protocol/attachments.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Attached } from '../panel/attached.ts';

/** More are only counted under a turn. */
const MOST = 12;

/** What went with a turn, by its names. */
export function turnAttachments(attached: readonly Attached[], t: Translate): TurnAttachment[] {
  const shown = attached.slice(0, attached.length > MOST + 1 ? MOST : MOST + 1);
  const rest = attached.slice(shown.length);
  const each = shown.map(({ name, icon }) => ({
    name: name.slice(name.lastIndexOf('/') + 1),
    icon,
    title: name,
  }));
  if (rest.length === 0) return each;
  const names = rest.slice(0, 100).map(({ name }) => name);
  return [...each, { name: t('{0} more', rest.length), icon: 'ellipsis', title: names.join('\n') }];
}
