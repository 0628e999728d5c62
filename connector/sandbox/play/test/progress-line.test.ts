import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressLine } from '../progress-line.ts';

const line = (data: object): string =>
    JSON.stringify({ level: 'info', connection: 'default', ...data, msg: 'progress' });

test('what takes long is told in the terminal, and nothing else of the log', () => {
    assert.equal(
        progressLine(line({ task: 'directory', state: 'running', done: 34, total: 72, percent: 47 })),
        '  Loading people from Salesforce: 34 of 72 (47 %)'
    );
    assert.equal(
        progressLine(line({ task: 'repair', state: 'done', done: 3 })),
        '  Comparing with Quo’s own list: 3 so far, done'
    );
    for (const other of [
        'connector listening on http://127.0.0.1:1',
        '{"msg":"pass failed"}',
        '{"progress"',
        '"progress"'
    ])
        assert.equal(progressLine(other), undefined, other);
});
