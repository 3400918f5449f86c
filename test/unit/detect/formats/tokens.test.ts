import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { CHECKS } from '../../../../src/detect/checks/checks.ts';
import type { Format } from '../../../../src/detect/formats/format.ts';
import { TOKEN_FORMATS } from '../../../../src/detect/formats/tokens.ts';

interface Cases {
  /** Secrets of this format, made up. */
  readonly ng: readonly string[];
  /** What looks like one and is none. */
  readonly ok: readonly string[];
}

const FOLDER = new URL('../../../fixtures/formats/', import.meta.url);

function readCases(): ReadonlyMap<string, Cases> {
  const files = readdirSync(FOLDER).filter((file) => /^tokens-.*\.json$/.test(file));
  return new Map(
    files.flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Record<string, Cases>),
    ),
  );
}

/** A shape without its escapes and classes, so that what is left of `*`, `+` and `{n,}` repeats something. */
const bare = (shape: string): string => shape.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_');

function isWhole({ shape, ignoreCase }: Format, text: string): boolean {
  const match = new RegExp(shape, ignoreCase ? 'iuy' : 'uy').exec(text);
  return match?.[0].length === text.length;
}

function startsRight({ starts = [], anchors, ignoreCase }: Format, text: string): boolean {
  const fold = (value: string): string => (ignoreCase ? value.toLowerCase() : value);
  if (anchors) return anchors.some((anchor) => fold(text).includes(fold(anchor)));
  return starts.some((start) => fold(text).startsWith(fold(start)));
}

describe('formats of tokens', () => {
  const cases = readCases();

  it('has each id once', () => {
    const ids = TOKEN_FORMATS.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      [],
    );
  });

  it('has no cases without a format', () => {
    const ids = new Set(TOKEN_FORMATS.map(({ id }) => id));
    assert.deepEqual(
      [...cases.keys()].filter((id) => !ids.has(id)),
      [],
    );
  });

  for (const format of TOKEN_FORMATS) {
    describe(format.id, () => {
      const { ng, ok } = cases.get(format.id) ?? { ng: [], ok: [] };

      it('is written as a row must be', () => {
        assert.match(format.id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        assert.match(format.placeholder, /^[A-Z][A-Z0-9_]*[A-Z]$/);
        assert.match(format.revoke ?? 'https://', /^https:\/\//);
        const literals = format.anchors ?? format.starts ?? [];
        assert.ok(literals.length > 0 && literals.every((literal) => literal.length >= 3));
      });

      it('has a bounded shape that compiles', () => {
        assert.doesNotMatch(bare(format.shape), /[*+]|\{\d+,\}/);
        assert.doesNotMatch(bare(format.shape), /\((?!\?[:=!])/, 'a group that captures');
        assert.doesNotThrow(() => new RegExp(format.shape, 'uy'));
      });

      it('has cases', () => {
        assert.ok(ng.length >= 2 && ok.length >= 1);
      });

      it('matches its secrets whole, from one of its starts on', () => {
        assert.deepEqual(
          ng.filter((secret) => !startsRight(format, secret) || !isWhole(format, secret)),
          [],
        );
      });

      it('does not match near misses whole', () => {
        assert.deepEqual(
          ok.filter((miss) => isWhole(format, miss)),
          [],
        );
      });

      const { check } = format;
      if (check) {
        it(`verifies a secret by ${check} and refutes none`, () => {
          const verdicts = ng.map((secret) => CHECKS[check](secret));
          assert.ok(verdicts.includes('verified'));
          assert.ok(!verdicts.includes('refuted'));
        });
      }
    });
  }
});
