/** What models write behind a fence, and what the editor calls it where that is something else. */
const IDS: Readonly<Record<string, string>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  node: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  jsx: 'javascriptreact',
  tsx: 'typescriptreact',
  py: 'python',
  python3: 'python',
  rb: 'ruby',
  rs: 'rust',
  golang: 'go',
  kt: 'kotlin',
  cs: 'csharp',
  'c#': 'csharp',
  fs: 'fsharp',
  'f#': 'fsharp',
  'c++': 'cpp',
  cc: 'cpp',
  hpp: 'cpp',
  h: 'c',
  objc: 'objective-c',
  objectivec: 'objective-c',
  sh: 'shellscript',
  bash: 'shellscript',
  zsh: 'shellscript',
  shell: 'shellscript',
  console: 'shellscript',
  ps1: 'powershell',
  pwsh: 'powershell',
  cmd: 'bat',
  dos: 'bat',
  yml: 'yaml',
  md: 'markdown',
  htm: 'html',
  svg: 'xml',
  docker: 'dockerfile',
  make: 'makefile',
  patch: 'diff',
  udiff: 'diff',
  postgresql: 'sql',
  postgres: 'sql',
  mysql: 'sql',
  sqlite: 'sql',
  tex: 'latex',
  hs: 'haskell',
  ex: 'elixir',
  pl: 'perl',
  vb: 'vb',
  env: 'dotenv',
};

/**
 * The editor's name of a language.
 * @param known those the editor has.
 */
export function languageId(written: string, known: readonly string[]): string {
  const id = IDS[written] ?? written;
  return known.includes(id) ? id : known.includes(written) ? written : 'plaintext';
}
