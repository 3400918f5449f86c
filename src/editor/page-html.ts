/** What a page of ours is made of. */
export interface Page {
  /** File in dist/ that is run. */
  readonly script: string;
  /** File in dist/ that it looks like. */
  readonly style: string;
  readonly title: string;
}

/** Where a page of ours stands. */
export interface PlaceOfPage {
  /** The language it is in, as a tag. */
  readonly language: string;
  /** From where it may take styles and fonts, as a source of its content security policy. */
  readonly source: string;
  /** The address of a file in dist/. */
  readonly file: (name: string) => string;
}

/**
 * The HTML of a page of ours: it loads our script and styles and nothing else, from nowhere else, and can open no
 * connection.
 */
export function htmlOfPage({ script, style, title }: Page, { language, source, file }: PlaceOfPage): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('');
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `font-src ${source}`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ');
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('codicon.css')}">
<link rel="stylesheet" href="${file(style)}">
<title>${escapeHtml(title)}</title>
</head>
<body>
<div id="app"></div>
<script nonce="${nonce}" src="${file(script)}"></script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
