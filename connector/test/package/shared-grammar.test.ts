import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkGrammar } from '../../../scripts/lwc-build/shared-grammar.ts';

test('the timeline reads Descriptions by the very grammar that the connector writes them by', () => {
    assert.equal(checkGrammar(), '');
});
