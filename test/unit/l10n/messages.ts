import { join, relative, sep } from 'node:path';
import { API } from 'typescript/unstable/sync';
import {
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { type Expression, type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';

/** A call of the translator. */
export interface Call {
  /** `file:line`, from the root of the repository. */
  readonly at: string;
  /** The messages it may be given; undefined where they are not written there. */
  readonly messages: readonly string[] | undefined;
  /** What it is given, as it is written. */
  readonly written: string;
}

/**
 * All calls of the translator in some files, read by TypeScript's own parser.
 *
 * @param root of the repository.
 * @param files in the project or not, as absolute paths.
 */
export function callsIn(root: string, files: readonly string[]): readonly Call[] {
  const api = new API({ cwd: root });
  try {
    const snapshot = api.updateSnapshot({ openFiles: [...files] });
    return files.flatMap((file) => {
      const source = snapshot.getDefaultProjectForFile(file)?.program.getSourceFile(file);
      if (source === undefined) throw new Error(`${file} was not read`);
      return callsOf(source, relative(root, file).split(sep).join('/'));
    });
  } finally {
    api.close();
  }
}

function callsOf(source: SourceFile, name: string): Call[] {
  const calls: Call[] = [];
  const look = (node: Node): void => {
    if (isCallExpression(node) && isTranslator(node.expression)) {
      const [message] = node.arguments;
      if (message !== undefined) {
        const line = source.text.slice(0, node.getStart(source)).split('\n').length;
        calls.push({
          at: `${name}:${line}`,
          messages: written(message),
          written: message.getText(source),
        });
      }
    }
    node.forEachChild(look);
  };
  look(source);
  return calls;
}

/** `t`, `english`, and whatever ends in `.t` or `.#t`, such as `vscode.l10n.t`. */
function isTranslator(callee: Expression): boolean {
  if (isIdentifier(callee)) return callee.text === 't' || callee.text === 'english';
  return isPropertyAccessExpression(callee) && ['t', '#t'].includes(callee.name.text);
}

/** What an expression may come to, where it is made of literals only. */
function written(node: Expression): readonly string[] | undefined {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (isParenthesizedExpression(node)) return written(node.expression);
  if (isConditionalExpression(node)) {
    const one = written(node.whenTrue);
    const other = written(node.whenFalse);
    return one && other && [...one, ...other];
  }
  if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.PlusToken) {
    const left = written(node.left);
    const right = written(node.right);
    return left && right?.flatMap((end) => left.map((start) => start + end));
  }
  return undefined;
}

/** The folders whose `t` is not the translator: detection speaks to nobody, and secretlint has one of its own. */
const SPEECHLESS = join('src', 'detect');

/** Whether what a file of `src/` calls `t` is the translator. */
export function speaks(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.as.ts') && !file.includes(`${SPEECHLESS}${sep}`);
}
