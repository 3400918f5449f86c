import { parseArgs } from 'node:util';
import { languages, speak, t } from './language.ts';
import { UsageError } from './usage.ts';

/** What a call was given besides its command, its files and its destinations. */
export interface Options {
  readonly to?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly json?: boolean | undefined;
  readonly jsonl?: boolean | undefined;
  readonly sarif?: boolean | undefined;
  readonly explain?: boolean | undefined;
  readonly config?: string | undefined;
  readonly known?: readonly string[] | undefined;
  readonly plan?: string | undefined;
  readonly region?: string | undefined;
  readonly setting?: readonly string[] | undefined;
  readonly catalogue?: string | undefined;
  readonly require?: readonly string[] | undefined;
  readonly all?: boolean | undefined;
  readonly refresh?: boolean | undefined;
  readonly vault?: string | undefined;
  readonly restore?: boolean | undefined;
  readonly style?: string | undefined;
  readonly salt?: string | undefined;
}

const COMMANDS = ['check', 'redact', 'policy', 'compare', 'kinds', 'test-value'] as const;
type Command = (typeof COMMANDS)[number];

/**
 * Reads the arguments of a call.
 * @throws UsageError where they cannot be used; with no message where only help was asked for.
 */
export function parse(args: readonly string[]): {
  command: Command;
  options: Options;
  operands: readonly string[];
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        endpoint: { type: 'string' },
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        sarif: { type: 'boolean' },
        explain: { type: 'boolean' },
        config: { type: 'string' },
        known: { type: 'string', multiple: true },
        plan: { type: 'string' },
        region: { type: 'string' },
        setting: { type: 'string', multiple: true },
        catalogue: { type: 'string' },
        require: { type: 'string', multiple: true },
        all: { type: 'boolean' },
        refresh: { type: 'boolean' },
        vault: { type: 'string' },
        restore: { type: 'boolean' },
        style: { type: 'string' },
        salt: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { help, lang, ...options } = values;
    if (lang !== undefined && !speak(lang)) {
      throw new UsageError(
        t('there are no messages in "{0}"; --lang is one of {1}', lang, languages().join(', ')),
      );
    }
    if (help) throw new UsageError('');
    const [command, ...operands] = positionals;
    const known = COMMANDS.find((one) => one === command);
    if (known !== undefined) return { command: known, options, operands };
    throw new UsageError(command === undefined ? t('say what to do') : t('no such command: {0}', command));
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(error instanceof Error ? error.message : t('wrong use'));
  }
}

/** @throws UsageError where the call is wrong. */
export function refuse(wrong: boolean, message: string): void {
  if (wrong) throw new UsageError(message);
}

/** The language that a call asks for, before anything else is read, so that what is wrong with it is said in it. */
export function languageAsked(args: readonly string[]): string | undefined {
  const at = args.findIndex((one) => one === '--lang' || one.startsWith('--lang='));
  return args[at]?.startsWith('--lang=')
    ? args[at].slice('--lang='.length)
    : at < 0
      ? undefined
      : args[at + 1];
}
