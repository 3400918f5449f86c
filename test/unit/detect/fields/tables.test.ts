import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cpuTime } from '../../../provision/cpu-time.ts';
import { groupTables } from '../../../../src/detect/fields/tables/summary.ts';
import type { Finding } from '../../../../src/detect/finding.ts';
import { DETECTORS } from '../../../../src/detect/rules.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';
import { tableLine } from '../../../../src/sentences/table.ts';
import { english } from '../../../../src/sentences/translate.ts';

const scan = (text: string): Promise<Finding[]> => scanText(text, DETECTORS);
const cells = async (text: string): Promise<string[]> =>
  (await scan(text)).map(({ start, end }) => text.slice(start, end));
const lines = async (text: string, name = ''): Promise<string[]> =>
  groupTables(await scan(text)).tables.map((table) => tableLine(table, english, name));

/** Rows of made-up people. */
function people(count: number, row: (first: string, last: string, i: number) => string): string {
  const first = ['Rosalind', 'Percy', 'Wiebke', 'Oreste', 'Maëlys', 'Itziar', 'Sybren'];
  const last = ['Haverford', 'Oduya', 'Harmsen', 'Malinverni', 'Delacourt', 'Goikoetxea'];
  return Array.from({ length: count }, (_, i) => row(first[i % 7] ?? '', last[i % 6] ?? '', i)).join('');
}

describe('tables with a personal column', () => {
  it('give every cell of it: in quotes, with quotes doubled, with line breaks, behind CR LF and a byte order mark', async () => {
    const text =
      '\ufeffid,"full_name",note\r\n1,"Rosalind ""Roz"" Haverford",ok\r\n2,percy,"two\r\nlines, here"\r\n3,"Oduya, P.",\r\n';
    assert.deepEqual(await cells(text), ['Rosalind ""Roz"" Haverford', 'percy', 'Oduya, P.']);
  });

  it('leave out what stands for nothing', async () => {
    assert.deepEqual(await cells('first_name,last_name\nRosalind,NULL\n-,Oduya\nPercy,\n'), [
      'Rosalind',
      'Oduya',
      'Percy',
    ]);
  });

  for (const [delimiter, name] of [
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'bar'],
  ] as const) {
    it(`are read with a ${name} between their cells`, async () => {
      const text = `id,first_name,city\n${people(4, (first, _, i) => `${i},${first},Truro\n`)}`;
      const found = await scan(text.replaceAll(',', delimiter));
      assert.equal(found.filter(({ table }) => table?.column === 1).length, 4);
      assert.equal(found.filter(({ table }) => table?.column === 2).length, 4);
    });
  }

  it('are read from statements, over several of them', async () => {
    const row = (first: string, last: string, i: number): string =>
      `INSERT INTO people (id, first_name, last_name) VALUES (${i}, '${first}', 'O''${last}');\n`;
    const found = await scan(people(5, row));
    assert.equal(new Set(found.map(({ table }) => table?.id)).size, 1);
    assert.equal(found.length, 10);
  });

  it('are read from records, also where one value would not say it', async () => {
    const row = (first: string, last: string, i: number): string =>
      `${JSON.stringify({ id: i, lastName: i === 2 ? 'x9' : last, firstName: first.toLowerCase() })}\n`;
    assert.equal((await scan(people(6, row))).length, 12);
    const array = `[${people(6, (first, last, i) => `${row(first, last, i).trim()},`)}]`;
    assert.equal((await scan(array)).length, 12);
  });

  it('are one line to a person', async () => {
    const csv = `id,name,email,phone\n${people(214, (first, last, i) => `${i},${first} ${last},p${i}@brightparcel.io,+44 20 7946 ${1000 + i}\n`)}`;
    assert.deepEqual(await lines(csv, 'customers.csv'), [
      'customers.csv: 3 columns, 214 people (name of a person, e-mail address, phone number)',
    ]);
    const records = people(12, (first, last) => `{"first_name":"${first}","last_name":"${last}"}\n`);
    assert.deepEqual(await lines(records), ['Table: 2 columns, 12 people (name of a person)']);
  });

  it('are said cell by cell where they are small, and what is beside them stays', async () => {
    const text = 'first_name,last_name\nRosalind,Haverford\n\nKunde: Wiebke Harmsen\n';
    const { tables, others } = groupTables(await scan(text));
    assert.equal(tables.length, 0);
    assert.equal(others.length, 3);
  });

  it('hold a hundred thousand rows, in time that grows with them', async () => {
    const text = (rows: number): string =>
      `id,last_name,city\n${people(rows, (_, last, i) => `${i},${last},Truro\n`)}`;
    const time = async (rows: number): Promise<number> => {
      const sample = text(rows);
      const start = cpuTime();
      const { tables } = groupTables(await scan(sample));
      assert.equal(tables[0]?.rows, rows);
      return cpuTime() - start;
    };
    await time(10_000);
    const [small, large] = [await time(10_000), await time(100_000)];
    assert.ok(large < small * 25, `${small} and ${large} ms`);
  });

  it('do not make one of lists, of code and of numbers', async () => {
    for (const text of [
      'name,version\nexpress,4\nlodash,5\nmocha,6\n',
      'foo(\n  name, city,\n  other, thing\n);\n',
      'city;area\nKiel;118\nHusum;25\nPassau;69\n',
      "INSERT INTO settings (id, name) VALUES (1, 'theme'), (2, 'lang');\n",
    ]) {
      assert.deepEqual(await cells(text), [], text);
    }
  });
});
