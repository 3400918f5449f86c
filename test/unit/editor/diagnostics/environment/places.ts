/** Sources with a value between « and », and what they become once it is read from the variable `API_KEY`. */
export interface PlaceCase {
  readonly source: string;
  /** Undefined where that is not offered. */
  readonly becomes: string | undefined;
}

export interface LanguageCases {
  /** The editor's id. */
  readonly language: string;
  /** The ending by which a parser is found; undefined where there is none here. */
  readonly ending: string | undefined;
  readonly moved: readonly (readonly [source: string, becomes: string])[];
  readonly refused: readonly string[];
}

/** What the value is in all of them. */
export const VALUE = 'wolkenbruch-7Hj2kQ';
const V = `«${VALUE}»`;
const RUBY_MARK = '#{';
const HOLE = '${';

export const PLACES: readonly LanguageCases[] = [
  {
    language: 'javascript',
    ending: 'mjs',
    moved: [
      [`const key = "${V}";\n`, 'const key = process.env.API_KEY;\n'],
      [`const key = '${V}';\n`, 'const key = process.env.API_KEY;\n'],
      [`const key = \`${V}\`;\n`, 'const key = process.env.API_KEY;\n'],
      [`call("a", { key: '${V}', b: 2 });\n`, 'call("a", { key: process.env.API_KEY, b: 2 });\n'],
      [`x = a ? "b" + "${V}" : "c";\n`, 'x = a ? "b" + process.env.API_KEY : "c";\n'],
      [`x = \`Bearer ${V}\`;\n`, `x = \`Bearer ${HOLE}process.env.API_KEY}\`;\n`],
      [
        `x = \`${HOLE}host}/${V}/${HOLE}"a" + b}\`;\n`,
        `x = \`${HOLE}host}/${HOLE}process.env.API_KEY}/${HOLE}"a" + b}\`;\n`,
      ],
      [`x = \`${HOLE}f("${V}")}\`;\n`, `x = \`${HOLE}f(process.env.API_KEY)}\`;\n`],
      [
        `// it's "odd\nconst r = /["'\`]/g, key = "${V}";\n`,
        '// it\'s "odd\nconst r = /["\'`]/g, key = process.env.API_KEY;\n',
      ],
      [
        `/* " */ const a = 4 / 2; const key = "${V}"; // "\n`,
        '/* " */ const a = 4 / 2; const key = process.env.API_KEY; // "\n',
      ],
      [`const key = 'it\\'s' + "${V}";\n`, "const key = 'it\\'s' + process.env.API_KEY;\n"],
    ],
    refused: [
      `// const key = "${V}";\n`,
      `/* "${V}" */\n`,
      `const key = "Bearer ${V}";\n`,
      `const key = "${V}\\n";\n`,
      `const o = { "${V}": 1 };\n`,
      `import x from "${V}";\n`,
      `const x = await import("${V}");\n`,
      `const r = /${V}/;\n`,
      `const x = tag\`${V}\`;\n`,
      `switch (a) { case "${V}": break; }\n`,
      `x = \`${HOLE}a\\${V}\`;\n`,
      `x = \`\\${V}\`;\n`,
      `x = ${V};\n`.replace('-', '_'),
    ],
  },
  {
    language: 'typescript',
    ending: 'ts',
    moved: [
      [`const key: string | undefined = "${V}";\n`, 'const key: string | undefined = process.env.API_KEY;\n'],
      [
        `class A { private readonly apiKey = '${V}'; }\n`,
        'class A { private readonly apiKey = process.env.API_KEY; }\n',
      ],
    ],
    refused: [
      `type Key = "${V}";\n`,
      `enum Keys { A = "${V}" }\n`,
      `const a = "${V}" as const;\n`,
      `export type Key =\n  | 'a'\n  | '${V}';\n`,
    ],
  },
  {
    language: 'typescriptreact',
    ending: 'tsx',
    moved: [
      [`const a = <App key={"${V}"}>it's</App>;\n`, "const a = <App key={process.env.API_KEY}>it's</App>;\n"],
      [
        `const a = <p>it's</p>;\nconst key = "${V}";\n`,
        "const a = <p>it's</p>;\nconst key = process.env.API_KEY;\n",
      ],
    ],
    refused: [
      `const a = <App key="${V}" />;\n`,
      `const a = <App key="${V}" other="b" />;\n`,
      `const a = <App key="${V}">text</App>;\n`,
      `const a = <App\n  key="${V}"\n/>;\n`,
    ],
  },
  {
    language: 'python',
    ending: 'py',
    moved: [
      [`key = "${V}"\n`, 'import os\nkey = os.environ["API_KEY"]\n'],
      [`import os\nkey = '${V}'\n`, 'import os\nkey = os.environ["API_KEY"]\n'],
      [`import sys, os\nkey = '${V}'\n`, 'import sys, os\nkey = os.environ["API_KEY"]\n'],
      [`import os.path\nkey = '${V}'\n`, 'import os.path\nkey = os.environ["API_KEY"]\n'],
      [`import osmium\nkey = '${V}'\n`, 'import os\nimport osmium\nkey = os.environ["API_KEY"]\n'],
      [
        `#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n"""It's a "module"."""\nfrom __future__ import annotations\n\nimport json\n\nkey = {"a": "${V}"}\n`,
        '#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n"""It\'s a "module"."""\nfrom __future__ import annotations\n\nimport os\nimport json\n\nkey = {"a": os.environ["API_KEY"]}\n',
      ],
      [
        `"""Docs."""\n\ndef f():\n    import json\n    return g(key="${V}")\n`,
        '"""Docs."""\nimport os\n\ndef f():\n    import json\n    return g(key=os.environ["API_KEY"])\n',
      ],
      [`x = f"Bearer ${V}"\n`, 'import os\nx = f"Bearer {os.environ[\'API_KEY\']}"\n'],
      [`x = f'Bearer ${V}'\n`, 'import os\nx = f\'Bearer {os.environ["API_KEY"]}\'\n'],
      [`import os\r\nkey = '${V}'\r\n`, 'import os\r\nkey = os.environ["API_KEY"]\r\n'],
      [`key = "${V}"\r\n`, 'import os\r\nkey = os.environ["API_KEY"]\r\n'],
    ],
    refused: [
      `# key = "${V}"\n`,
      `key = b"${V}"\n`,
      `key = """${V}"""\n`,
      `key = "a" "${V}"\n`,
      `key = ("${V}"\n  "b")\n`,
      `x = {"${V}": 1}\n`,
      `x = "Bearer ${V}"\n`,
      `def f():\n    """Use '${V}' here."""\n`,
      `x = f"{y}\\${V}"\n`,
    ],
  },
  {
    language: 'go',
    ending: undefined,
    moved: [
      [
        `package main\n\nvar key = "${V}"\n`,
        'package main\n\nimport "os"\n\nvar key = os.Getenv("API_KEY")\n',
      ],
      [
        `package main\n\nimport (\n\t"fmt"\n)\n\nfunc main() {\n\tkey := "${V}"\n\tfmt.Println(key, '"')\n}\n`,
        'package main\n\nimport (\n\t"os"\n\t"fmt"\n)\n\nfunc main() {\n\tkey := os.Getenv("API_KEY")\n\tfmt.Println(key, \'"\')\n}\n',
      ],
      [
        `package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println('"', \`${V}\`)\n}\n`,
        'package main\n\nimport "os"\nimport "fmt"\n\nfunc main() {\n\tfmt.Println(\'"\', os.Getenv("API_KEY"))\n}\n',
      ],
      [
        `package main\n\nimport (\n\t"os"\n)\n\nvar (\n\tkey = "${V}"\n)\n`,
        'package main\n\nimport (\n\t"os"\n)\n\nvar (\n\tkey = os.Getenv("API_KEY")\n)\n',
      ],
    ],
    refused: [
      `package main\n\nconst key = "${V}"\n`,
      `package main\n\nconst (\n\ta = 1\n\tkey = "${V}"\n)\n`,
      `package main\n\nimport os "example.com/other"\n\nvar key = "${V}"\n`,
      `package main\n\nimport "example.com/os"\n\nvar key = "${V}"\n`,
      `package main\n\n// "${V}"\n`,
    ],
  },
  {
    language: 'java',
    ending: 'java',
    moved: [
      [
        `class A {\n  static final String KEY = "${V}";\n}\n`,
        'class A {\n  static final String KEY = System.getenv("API_KEY");\n}\n',
      ],
      [
        `class A {\n  void f() { g('"', "a\\"b", "${V}"); }\n}\n`,
        'class A {\n  void f() { g(\'"\', "a\\"b", System.getenv("API_KEY")); }\n}\n',
      ],
    ],
    refused: [
      `class A {\n  @Value("${V}") String key;\n}\n`,
      `@Api(name = "a", key = "${V}")\nclass A {}\n`,
      `class A {\n  String key = """\n    "${V}"\n    """;\n}\n`,
      `class A {\n  // "${V}"\n}\n`,
    ],
  },
  {
    language: 'kotlin',
    ending: undefined,
    moved: [
      [`val key = "${V}"\n`, 'val key = System.getenv("API_KEY")\n'],
      [`val a = "Bearer ${V}"\n`, `val a = "Bearer ${HOLE}System.getenv("API_KEY")}"\n`],
      [`val a = "${HOLE}f("x")} ${V}"\n`, `val a = "${HOLE}f("x")} ${HOLE}System.getenv("API_KEY")}"\n`],
    ],
    refused: [`const val KEY = "${V}"\n`, `@Key("${V}") class A\n`, `val a = """${V}"""\n`],
  },
  {
    language: 'csharp',
    ending: undefined,
    moved: [
      [
        `using System;\n\nvar key = "${V}";\n`,
        'using System;\n\nvar key = Environment.GetEnvironmentVariable("API_KEY");\n',
      ],
      [
        `var c = '"'; var p = @"C:\\"; var key = "${V}";\n`,
        'var c = \'"\'; var p = @"C:\\"; var key = System.Environment.GetEnvironmentVariable("API_KEY");\n',
      ],
    ],
    refused: [
      `const string Key = "${V}";\n`,
      `[Api("${V}")]\nclass A {}\n`,
      `var a = $"{b} ${V}";\n`,
      `var a = @"${V}";\n`,
      `void F(string key = "${V}") {}\n`,
    ],
  },
  {
    language: 'ruby',
    ending: 'rb',
    moved: [
      [`key = "${V}"\n`, 'key = ENV.fetch("API_KEY")\n'],
      [`key = '${V}'\n`, 'key = ENV.fetch("API_KEY")\n'],
      [`call(key: '${V}', b: 2)\n`, 'call(key: ENV.fetch("API_KEY"), b: 2)\n'],
      [`x = "Bearer ${V}"\n`, `x = "Bearer ${RUBY_MARK}ENV.fetch("API_KEY")}"\n`],
      [`x = "${RUBY_MARK}a["b"]} ${V}"\n`, `x = "${RUBY_MARK}a["b"]} ${RUBY_MARK}ENV.fetch("API_KEY")}"\n`],
      [
        `t = <<~TEXT\n  it's "odd\nTEXT\nkey = "${V}" # it's\n`,
        't = <<~TEXT\n  it\'s "odd\nTEXT\nkey = ENV.fetch("API_KEY") # it\'s\n',
      ],
    ],
    refused: [
      `# "${V}"\n`,
      `x = 'Bearer ${V}'\n`,
      `x = :"${V}"\n`,
      `h = { "${V}" => 1 }\n`,
      `h = { "${V}": 1 }\n`,
      `t = <<~TEXT\n  "${V}"\nTEXT\n`,
      `=begin\n"${V}"\n=end\n`,
    ],
  },
  {
    language: 'php',
    ending: 'php',
    moved: [
      [`<?php\n$key = "${V}";\n`, "<?php\n$key = getenv('API_KEY');\n"],
      [
        `<p>it's</p>\n<?php $c = ['key' => '${V}']; ?>\n<p>"</p>\n`,
        "<p>it's</p>\n<?php $c = ['key' => getenv('API_KEY')]; ?>\n<p>\"</p>\n",
      ],
      [
        `<?php\n# it's\n$t = <<<TXT\nit's "odd\nTXT;\ndefine('A', '${V}');\n`,
        "<?php\n# it's\n$t = <<<TXT\nit's \"odd\nTXT;\ndefine('A', getenv('API_KEY'));\n",
      ],
    ],
    refused: [
      `<p>"${V}"</p>\n`,
      `<?php\n$x = "a ${V}";\n`,
      `<?php\nconst KEY = '${V}';\n`,
      `<?php\nclass A { private $key = '${V}'; }\n`,
      `<?php\nclass A { private array $keys = ['a' => '${V}']; }\n`,
      `<?php\nfunction f($key = '${V}') {}\n`,
      `<?php\n// '${V}'\n`,
      `<?php\n$x = ['${V}' => 1];\n`,
    ],
  },
  {
    language: 'rust',
    ending: undefined,
    moved: [
      [
        `fn f<'a>() { let key = "${V}"; }\n`,
        'fn f<\'a>() { let key = &std::env::var("API_KEY").expect("API_KEY is not set"); }\n',
      ],
      [
        `fn f() { let c = '"'; let key = "${V}".to_string(); }\n`,
        'fn f() { let c = \'"\'; let key = std::env::var("API_KEY").expect("API_KEY is not set").to_string(); }\n',
      ],
    ],
    refused: [
      `const KEY: &str = "${V}";\n`,
      `static KEY: &str = "${V}";\n`,
      `fn f() { let a = r#""${V}""#; }\n`,
      `fn f() { let a = b"${V}"; }\n`,
      `#[key("${V}")]\nfn f() {}\n`,
      `fn f() { println!("${V}"); }\n`,
    ],
  },
  {
    language: 'shellscript',
    ending: 'sh',
    moved: [
      [`export KEY=${V}\n`, 'export KEY="$API_KEY"\n'],
      [`KEY="${V}"\n`, `KEY="${HOLE}API_KEY}"\n`],
      [`KEY='${V}'\n`, 'KEY="$API_KEY"\n'],
      [
        `curl -H "Authorization: Bearer ${V}" https://example.com\n`,
        `curl -H "Authorization: Bearer ${HOLE}API_KEY}" https://example.com\n`,
      ],
      [`curl -u me:${V} https://example.com # it's\n`, 'curl -u me:"$API_KEY" https://example.com # it\'s\n'],
      [`a "$(b "x" '${V}')" c\n`, 'a "$(b "x" "$API_KEY")" c\n'],
      [`echo it\\'s; KEY=${V}; echo\n`, 'echo it\\\'s; KEY="$API_KEY"; echo\n'],
    ],
    refused: [
      `# KEY=${V}\n`,
      `curl -H 'Authorization: Bearer ${V}'\n`,
      `cat <<EOF\nKEY=${V}\nEOF\n`,
      `echo "\\${V}"\n`,
      `KEY=a_${V}b\n`,
    ],
  },
  {
    language: 'dockercompose',
    ending: 'yaml',
    moved: [
      [
        `services:\n  a:\n    environment:\n      API_KEY: ${V}\n`,
        `services:\n  a:\n    environment:\n      API_KEY: ${HOLE}API_KEY}\n`,
      ],
      [
        `services:\n  a:\n    environment:\n      API_KEY: "${V}" # a\n`,
        `services:\n  a:\n    environment:\n      API_KEY: "${HOLE}API_KEY}" # a\n`,
      ],
      [
        `services:\n  a:\n    environment:\n      - API_KEY=${V}\n`,
        `services:\n  a:\n    environment:\n      - API_KEY=${HOLE}API_KEY}\n`,
      ],
      [
        `services:\n  a:\n    environment:\n      - 'API_KEY=${V}'\n`,
        `services:\n  a:\n    environment:\n      - 'API_KEY=${HOLE}API_KEY}'\n`,
      ],
    ],
    refused: [
      `services:\n  a:\n    # API_KEY: ${V}\n`,
      `services: { a: { environment: { API_KEY: ${V} } } }\n`,
      `services:\n  a:\n    command: run --key ${V} now\n`,
    ],
  },
];
