import { createReadStream } from 'node:fs';
import { MAX_TEXT_BYTES } from '../detect/limits.ts';
import { t } from './language.ts';
import { UsageError } from './usage.ts';

/** A text with the encoding that gives its bytes back. */
export interface Input {
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1';
}

/**
 * The bytes of a file, or of standard input where no file is named.
 * @throws UsageError when it cannot be read.
 */
export async function* openInput(file: string | undefined): AsyncGenerator<Buffer> {
  try {
    yield* file === undefined || file === '-' ? process.stdin : createReadStream(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new UsageError(t('cannot read {0}: {1}', file ?? t('standard input'), code));
  }
}

/**
 * Reads a whole text. What is no UTF-8 is read as Latin-1, so that its bytes can be written back as they were.
 * @throws UsageError when it is over the limit or cannot be read.
 */
export async function readInput(file: string | undefined): Promise<Input> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of openInput(file)) {
    bytes += chunk.length;
    if (bytes <= MAX_TEXT_BYTES) chunks.push(chunk);
  }
  if (bytes > MAX_TEXT_BYTES) {
    throw new UsageError(t('the text has {0} bytes; the limit is {1}', bytes, MAX_TEXT_BYTES));
  }
  const whole = Buffer.concat(chunks);
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole),
      encoding: 'utf8',
    };
  } catch {
    return { text: whole.toString('latin1'), encoding: 'latin1' };
  }
}
