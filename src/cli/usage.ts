import { t } from './language.ts';

/** The command was used wrongly, or with what cannot be used; the message says how to go on. Exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

const SYNOPSIS = `  prompt-airlock check [--to DEST] [--endpoint PATH] [--json | --explain] [FILE]
  prompt-airlock check --sarif FILE|FOLDER
  prompt-airlock check --jsonl [--to DEST] [--endpoint PATH] [FILE]
  prompt-airlock redact [--style STYLE] [--jsonl | --vault VAULT] [FILE]
  prompt-airlock redact --vault VAULT --restore [FILE]
  prompt-airlock policy DEST [--endpoint PATH] [--refresh] [--json]
  prompt-airlock policy --all [--json]
  prompt-airlock compare [DEST …] --require WHAT [--endpoint PATH] [--json]
  prompt-airlock kinds
  prompt-airlock test-value [--salt SALT]`;

/** How the command is used, in the reader's language. Names of options and of what they take stay. */
export function usage(): string {
  const parts = [
    `${t('Usage:')}\n${SYNOPSIS}`,
    t(
      'FILE is standard input where it is left out. DEST is provider/model, such as openai/gpt-5,\n' +
        'nvidia/meta/llama-3.3-70b-instruct or deepinfra/meta-llama/Llama-3.3-70B-Instruct; dry-run, which is what\n' +
        'holds where --to is left out; or dry-run:provider/model.',
    ),
    t(
      'check   what is in the text and whether it may go: exit 0 for allow and notify, 1 for redact, ask and block\n' +
        '        --explain also names what looked like a secret and was let pass: line:column and the exclusion,\n' +
        '        failed-check (its check digits are wrong) or too-weak (too short or too plain for one)\n' +
        'redact  the text with a stand-in for everything that was found\n' +
        '        --style placeholder (EMAIL_1; the default), surrogate (made up, of the same shape) or mask (••••1234, one way)\n' +
        '        --vault VAULT keeps the values in that file, in plain text and for you alone (mode 0600); one value has the\n' +
        '        same stand-in in every call. With --restore they are put back: exit 1 where a stand-in is left that VAULT has\n' +
        '        no value for, and nothing is printed then unless the text is over 10 MB\n' +
        'policy  what the destination does with data, with sources; --all: every destination with its grade\n' +
        'compare which destinations fit what you require, those that fit first, and the clause that each of the others\n' +
        '        misses: exit 0 where one fits, 1 where none does. DEST may also be an id of the catalogue, such as groq;\n' +
        '        all are compared where it is left out\n' +
        'kinds   every kind of finding, with its id, class, severity and name',
    ),
    t(
      'test-value  reads made-up values from standard input, one a line, and prints the field of .promptairlock.json that\n' +
        '            declares them: scrypt hashes, never the values. --salt SALT is that of the file it is for, in base64',
    ),
    t(
      '--require WHAT is a preset (client-nda, health-data, open-source), clauses such as training=never, retentionDays=30,\n' +
        'humanReview=flagged-only, passThrough=none, ownership=customer or sourceAgeDays=365, commas between them, or the\n' +
        "setting's JSON; as often as wanted\n" +
        "--catalogue FILE  the organisation's own catalogue, laid over the built-in one; with every command but kinds",
    ),
    t(
      'check and redact also take\n' +
        '--config FILE  settings in JSON: terms, domains, internalPatterns, secretPatterns, kinds, requirements, rules,\n' +
        '               accounts, privateByRequest (policy and compare take it as well). Rules with a path go by FILE, or\n' +
        '               by the "path" of a line of a batch; redact prints nothing of a file that one denies, and exits 1\n' +
        '--known FILE   a file of settings such as .env, whose values are found again; as often as wanted',
    ),
    t(
      '--sarif           what is in a file, or in all files of a folder, as SARIF 2.1.0: places, never values. Dependencies and\n' +
        '                  what version control keeps are not gone into, links not followed. Exit 0 where nothing was found in\n' +
        '                  files that may leave, 1 where something was, or where a file could not be looked into',
    ),
    t(
      '--lang LANGUAGE   what people read comes in it, such as de; where it is left out, in the language of the system. What\n' +
        '                  programs read (--json, --jsonl) and what is sent never depends on it',
    ),
    t(
      '--refresh         ask OpenRouter first for its lists of models and of endpoints that keep nothing, and keep them in\n' +
        '                  .prompt-airlock in your home folder; for policy of an openrouter/… only. No fact hangs on them',
    ),
    t(
      'check and policy also take what you know of the account\n' +
        '--plan PLAN --region REGION --setting NAME=VALUE',
    ),
    t(
      '--jsonl works on a batch: one {"id","text"} a line in ("path" too, where it is a file\'s), one result a line out, in the\n' +
        'same order.\n' +
        'Exit 2 is wrong use, or a batch in which a line could not be used.',
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}
