/**
 * What the panel costs whoever types and reads, in a real browser with the page as it is built: a key in a long prompt
 * with marks beside one in a plain text area, frames while an answer streams at the end of a long conversation, memory
 * over many prompts. Wants `npm run build` before. Prints; asserts nothing.
 */
import { loadavg } from 'node:os';
import { measureFrames } from './panel/frames.ts';
import { type Key, measureKeystrokes } from './panel/keystrokes.ts';
import { measureMemory } from './panel/memory.ts';

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const ms = (value: number): string => `${value.toFixed(2)} ms`;
function row(...cells: readonly string[]): void {
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(52) : cell.padStart(14))).join(''));
}

console.log(`load ${loadavg()[0]?.toFixed(1)}\n`);

const keys = await measureKeystrokes();
row(`a key in 20,000 characters, ${keys.marks} marks`, 'p50', 'p95', 'ratio of p95');
for (const [how, pick] of [
  ['work of the page', ({ busy }: Key) => busy],
  ['by the clock', ({ clock }: Key) => clock],
] as const) {
  const [plain, composer] = [keys.plain.map(pick), keys.composer.map(pick)];
  row(`  in a plain text area, ${how}`, ms(at(plain, 0.5)), ms(at(plain, 0.95)));
  const ratio = at(composer, 0.95) / at(plain, 0.95);
  row(`  in the composer, ${how}`, ms(at(composer, 0.5)), ms(at(composer, 0.95)), ratio.toFixed(2));
}
row('  from the last key to what is found being marked', ms(at(keys.paused, 0.5)), ms(at(keys.paused, 0.95)));
row('  of that, from the word of the extension on', ms(at(keys.marked, 0.5)), ms(at(keys.marked, 0.95)));
console.log(
  '  each from the event to the end of the frame that shows it; frames come as soon as they are wanted\n',
);

const { turns, empty, long } = await measureFrames();
row('frames while an answer streams', 'p50', 'p95', 'longest', 'at work', 'shown in');
for (const [what, { frames, busy, shown }] of [
  ['  in an empty conversation', empty],
  [`  at the end of ${turns} turns`, long],
] as const) {
  const share = `${(100 * busy).toFixed(0)} %`;
  row(what, ms(at(frames, 0.5)), ms(at(frames, 0.95)), ms(at(frames, 1)), share, ms(shown));
}

for (const [what, isOne] of [
  ['in conversations of 10', false],
  ['in one conversation', true],
] as const) {
  const kept = await measureMemory(isOne);
  console.log('');
  row(`memory over prompts that are sent, ${what}`, 'heap', 'nodes', 'listeners');
  for (const { prompts, heap, nodes, listeners } of kept.filter((_, n) => n === 0 || n % 3 === 0))
    row(`  after ${prompts}`, `${(heap / 1024 / 1024).toFixed(1)} MB`, String(nodes), String(listeners));
}
