import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { excludedFrom } from '../../../../src/editor/scan/excluded.ts';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

describe('what settings leave out of a scan', () => {
  it('is what they name, wherever it lies or from the root, in any case', () => {
    const isExcluded = excludedFrom([
      { '**/out': true, '**/.DS_Store': true, '**/*.log': true, 'docs/api': true, '**/kept': false },
      { '**/Cache': { when: '$(basename).ts' }, '**/*.{map,min.js}': true },
    ]);
    const paths = ['out', 'a/OUT', 'a/.DS_Store', 'b.log', 'docs/api', 'a/x.min.js', 'a/b.map'];
    assert.deepEqual(
      paths.filter((path) => !isExcluded(path, nameOf(path))),
      [],
    );
    const others = ['outer', 'kept', 'a/docs/api', 'Cache', 'b.logs', 'a/out.ts'];
    assert.deepEqual(
      others.filter((path) => isExcluded(path, nameOf(path))),
      [],
    );
  });

  it('counts from the folder of the workspace, where a folder in it is scanned', () => {
    const isExcluded = excludedFrom([{ 'docs/api': true }], 'docs');
    assert.deepEqual([isExcluded('api', 'api'), isExcluded('docs/api', 'api')], [true, false]);
  });

  it('is nothing where settings are something else', () => {
    for (const settings of [[undefined], [null, 7, 'x'], [{ '': true }]])
      assert.equal(excludedFrom(settings)('a.ts', 'a.ts'), false);
  });
});
