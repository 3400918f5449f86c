/** The command was used wrongly, or with what cannot be used; the message says how to go on. Exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export const USAGE = `Usage:
  prompt-airlock check [--to DEST] [--endpoint PATH] [--json | --explain] [FILE]
  prompt-airlock check --jsonl [--to DEST] [--endpoint PATH] [FILE]
  prompt-airlock redact [--style STYLE] [--jsonl | --vault VAULT] [FILE]
  prompt-airlock redact --vault VAULT --restore [FILE]
  prompt-airlock policy DEST [--endpoint PATH] [--refresh] [--json]
  prompt-airlock policy --all [--json]
  prompt-airlock compare [DEST …] --require WHAT [--endpoint PATH] [--json]
  prompt-airlock kinds

FILE is standard input where it is left out. DEST is provider/model, such as openai/gpt-5,
nvidia/meta/llama-3.3-70b-instruct or deepinfra/meta-llama/Llama-3.3-70B-Instruct; dry-run, which is what
holds where --to is left out; or dry-run:provider/model.

check   what is in the text and whether it may go: exit 0 for allow and notify, 1 for redact, ask and block
        --explain also names what looked like a secret and was let pass: line:column and the exclusion,
        failed-check (its check digits are wrong) or too-weak (too short or too plain for one)
redact  the text with a stand-in for everything that was found
        --style placeholder (EMAIL_1; the default), surrogate (made up, of the same shape) or mask (••••1234, one way)
        --vault VAULT keeps the values in that file, in plain text and for you alone (mode 0600); one value has the
        same stand-in in every call. With --restore they are put back: exit 1 where a stand-in is left that VAULT has
        no value for, and nothing is printed then unless the text is over 10 MB
policy  what the destination does with data, with sources; --all: every destination with its grade
compare which destinations fit what you require, those that fit first, and the clause that each of the others
        misses: exit 0 where one fits, 1 where none does. DEST may also be an id of the catalogue, such as groq;
        all are compared where it is left out
kinds   every kind of finding, with its id, class, severity and name

--require WHAT is a preset (client-nda, health-data, open-source), clauses such as training=never, retentionDays=30,
humanReview=flagged-only, passThrough=none, ownership=customer or sourceAgeDays=365, commas between them, or the
setting's JSON; as often as wanted
--catalogue FILE  the organisation's own catalogue, laid over the built-in one; with every command but kinds

check and redact also take
--config FILE  settings in JSON: terms, domains, internalPatterns, secretPatterns, kinds, requirements, rules,
               accounts, privateByRequest (policy and compare take it as well). Rules with a path go by FILE, or
               by the "path" of a line of a batch; redact prints nothing of a file that one denies, and exits 1
--known FILE   a file of settings such as .env, whose values are found again; as often as wanted

--refresh         ask OpenRouter first for its lists of models and of endpoints that keep nothing, and keep them in
                  .prompt-airlock in your home folder; for policy of an openrouter/… only. No fact hangs on them

check and policy also take what you know of the account
--plan PLAN --region REGION --setting NAME=VALUE

--jsonl works on a batch: one {"id","text"} a line in ("path" too, where it is a file's), one result a line out, in the
same order.
Exit 2 is wrong use, or a batch in which a line could not be used.
`;
