/** What a template or a string takes in: `${x}`, `#{x}`, `{{ x }}`, `<%= x %>`, `\(x)`, `%(x)s`, `$x`. */
const TAKES_IN = /[$#%]\{|\{\{|\{%|<%|\\\([A-Za-z]|%\(\w{1,40}\)s|(?<![\w$\\])\$[A-Za-z_]/;
/** Places of a format, which text may have as well: `{x}`, `%s`. */
const PLACES = /\{\w{0,40}\}|(?<![\w%])%[sd](?!\w)/g;
/** The domain of an address, which is no word of its own. */
const DOMAIN = /@[\w.-]{1,80}/g;
const SIGNS = /[$%{\\]/;

/** Whether a value stands there as it is, and is not put together when a program runs. */
export function isLiteral(value: string): boolean {
  if (!SIGNS.test(value)) return true;
  if (TAKES_IN.test(value)) return false;
  const rest = value.replaceAll(PLACES, '');
  return rest === value || /[\p{L}\p{N}]{3}/u.test(rest.replaceAll(DOMAIN, ''));
}

/** What stands for nothing. */
const EMPTY = /^(?:null|nil|none|nullptr|undefined|nan|true|false|default|n\/?a|-{1,3}|\?)$/i;

/** The type of a field, which stands where its value would. */
const TYPE =
  /^(?:string|str|number|int|integer|bigint|boolean|bool|float|double|char|varchar|text|date|datetime|object|any|unknown|never|void|optional|required)\??$/i;

/** Whether a value is a word for nothing. */
export function isEmpty(value: string): boolean {
  return EMPTY.test(value);
}

/** Whether a value without quotes may be one by its place alone: no word for nothing, no call, no piece of code. */
export function isPlainValue(value: string): boolean {
  return !EMPTY.test(value) && !TYPE.test(value) && !/["'`()[\]{}=<>$]/.test(value);
}
