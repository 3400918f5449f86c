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
  prompt-airlock redact [--jsonl] [FILE]
  prompt-airlock policy DEST [--endpoint PATH] [--json]
  prompt-airlock kinds

FILE is standard input where it is left out. DEST is provider/model, such as openai/gpt-5,
nvidia/meta/llama-3.3-70b-instruct or deepinfra/meta-llama/Llama-3.3-70B-Instruct; dry-run, which is what
holds where --to is left out; or dry-run:provider/model.

check   what is in the text and whether it may go: exit 0 for allow and notify, 1 for redact, ask and block
        --explain also names what looked like a secret and was let pass: line:column and the exclusion,
        failed-check (its check digits are wrong) or too-weak (too short or too plain for one)
redact  the text with a stand-in for everything that was found
policy  what the destination does with data, with sources
kinds   every kind of finding, with its id, class, severity and name

check and redact also take
--config FILE  settings in JSON: terms, domains, internalPatterns, secretPatterns, kinds, requirements, rules,
               accounts, privateByRequest (policy takes it as well)
--known FILE   a file of settings such as .env, whose values are found again; as often as wanted

check and policy also take what you know of the account
--plan PLAN --region REGION --setting NAME=VALUE

--jsonl works on a batch: one {"id","text"} a line in, one result a line out, in the same order.
Exit 2 is wrong use, or a batch in which a line could not be used.
`;
