import assert from 'node:assert/strict';
import { CatalogueError, parseCatalogue } from '../../../src/policy/catalogue.ts';

/** A catalogue of one provider, made up, to spoil in tests. */

export const SOURCES = {
  schema: 'ai-data-policy/1',
  asOf: '2026-11-20',
  caution: 'Made up.',
  sources: {
    page: {
      title: 'A page',
      url: 'https://example.com/',
      asOf: '2026-11-01',
      asOfKind: 'document',
      primary: true,
      sections: ['1'],
    },
  },
};

export const CITES = [{ src: 'page', section: '1' }];

export const HOST = {
  id: 'some-host',
  name: 'Some host',
  kind: 'model-host',
  products: [],
  hosts: ['api.example.com'],
  base: {
    trainsOnInputs: { value: 'never' },
    retention: [{ what: 'prompt+output', term: 'days', n: 3, unit: 'days', why: 'made up' }],
    humanReview: { value: 'no' },
    metadataLogging: { value: 'no' },
    passThrough: [],
    zdr: { value: 'default' },
    region: { value: 'EU' },
    outputOwnership: { value: 'customer' },
  },
  baseCites: CITES,
  baseConfidence: 'high',
  rules: [],
  requestControls: [],
  ambiguities: [],
};

/** What a catalogue with this entry is refused for; the test fails where it is taken. */
export function problemOf(
  provider: unknown,
  sources: unknown = SOURCES,
): { file: string; field: string; message: string } {
  try {
    parseCatalogue({ sources, providers: { 'some-host': provider } });
  } catch (error) {
    assert.ok(error instanceof CatalogueError);
    return { file: error.file, field: error.field, message: error.message };
  }
  assert.fail('it was parsed');
}
