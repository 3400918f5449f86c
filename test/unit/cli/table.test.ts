import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { run } from './run-cli.ts';

const TABLE = `first_name,last_name,total
Rosalind,Haverford,12
Percy,Oduya,9
Wiebke,Harmsen,31
Oreste,Malinverni,7
`;

describe('check of a table', function () {
  this.timeout(60_000);

  it('is one line to a person, and every cell to a program', async () => {
    const said = await run(['check'], TABLE);
    assert.ok(said.stdout.includes('\n  Table: 2 columns, 4 people (name of a person)\n\n'), said.stdout);
    const { findings } = JSON.parse((await run(['check', '--json'], TABLE)).stdout) as {
      findings: { table: { column: number; row: number } }[];
    };
    assert.deepEqual(
      findings.map(({ table }) => [table.column, table.row]),
      [0, 1, 2, 3].flatMap((row) => [
        [0, row],
        [1, row],
      ]),
    );
  });
});
