import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { folded, unpacked } from '../../../../src/detect/people/names/fold.ts';
import { GIVEN_NAMES, GIVEN_NAMES_AND_WORDS } from '../../../../src/detect/people/names/given-names.ts';
import { givenLikeness, surnameLikeness } from '../../../../src/detect/people/names/lists.ts';
import { readName } from '../../../../src/detect/people/names/read-name.ts';
import { SURNAMES } from '../../../../src/detect/people/names/surnames.ts';

describe('lists of names', () => {
  for (const [name, table] of Object.entries({ GIVEN_NAMES, GIVEN_NAMES_AND_WORDS, SURNAMES })) {
    it(`${name} are sorted, folded and each but once`, () => {
      const words = unpacked(table);
      assert.deepEqual(words, [...new Set(words)].sort());
      assert.ok(words.every((word) => /^[a-z'-]{2,}$/.test(word)));
      assert.ok(words.length > 50, `${words.length}`);
    });
  }

  it('unpack what they were packed from', () => {
    assert.deepEqual(unpacked('0anna4e2ton'), ['anna', 'annae', 'anton']);
  });

  it('fold marks, capitals and letters of other alphabets of Latin writing', () => {
    assert.equal(folded('JÜRGEN'), 'jurgen');
    assert.equal(folded('Łukasz'), 'lukasz');
    assert.equal(folded('Strauß'), 'strauss');
    assert.equal(folded('O’Brien'), "o'brien");
  });

  it('know given names in both ways of writing marks, and by the first of two', () => {
    assert.equal(givenLikeness('jurgen'), 2);
    assert.equal(givenLikeness('juergen'), 2);
    assert.equal(givenLikeness('karl-heinz'), 2);
    assert.equal(givenLikeness('table'), 0);
  });

  it('know surnames by the list or by their shape, and not every word of that shape', () => {
    assert.equal(surnameLikeness('abbott'), 2);
    assert.equal(surnameLikeness('obermeier'), 1);
    assert.equal(surnameLikeness('json'), 0);
    assert.equal(surnameLikeness('table'), 0);
  });
});

describe('reading a name', () => {
  const read = (text: string, at = 0): string | undefined => {
    const name = readName(text, at);
    return name && text.slice(name.start, name.end);
  };

  it('takes particles, initials and double names, and leaves what is behind', () => {
    assert.equal(read('Ludger von der Heide kommt'), 'Ludger von der Heide');
    assert.equal(read('Martin J. Goldfarb wrote'), 'Martin J. Goldfarb');
    assert.equal(read("Siobhan O'Brien-Walsh, who"), "Siobhan O'Brien-Walsh");
    assert.equal(read('Annegret Monday'), 'Annegret');
  });

  it('reads nobody whom everybody knows, and nobody who stands for anybody', () => {
    assert.equal(read('Ada Lovelace wrote'), undefined);
    assert.equal(read('Max Mustermann'), undefined);
    assert.equal(read('Hildegard Doe'), undefined);
  });

  it('reads nothing where no capitalised word stands', () => {
    assert.equal(read('anna'), undefined);
    assert.equal(read('API'), undefined);
    assert.equal(read('', 0), undefined);
  });
});
