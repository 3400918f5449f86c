import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension host', () => {
  it('is a real editor', () => {
    assert.match(vscode.version, /^1\.\d+\.\d+/);
  });
});
