import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasons } from '../../../scripts/org/reasons.ts';

const told = (message: string, result?: unknown): readonly string[] => reasons({ status: 1, message, result });

test('what each component was refused for is told, with its line', () => {
    const componentFailures = [
        { fileName: 'objects/Activity.object', lineNumber: 12, problem: 'Unknown type' },
        { fullName: 'Quo_User' }
    ];
    assert.deepEqual(told('', { details: { componentFailures } }), [
        'objects/Activity.object (line 12): Unknown type',
        'Quo_User: no reason given'
    ]);
});

test('what a user was refused a permission set for is told', () => {
    const failures = [{ name: 'marie@acme.com', message: 'Permission set "Quo_User" not found in target org.' }];
    assert.deepEqual(told('', { failures }), ['marie@acme.com: Permission set "Quo_User" not found in target org.']);
});

test('who is not signed in is told how to', () => {
    assert.deepEqual(
        told('Parsing --target-org \n\tNo authorization information found for acme.\nSee more help with --help'),
        [
            'Parsing --target-org \n\tNo authorization information found for acme.',
            'Sign in first: npx sf org login web --alias acme'
        ]
    );
    assert.match(told('No default dev hub found. Use -v or --target-dev-hub')[1] ?? '', /--set-default-dev-hub/);
    assert.match(told('spawn node ENOENT')[1] ?? '', /npm ci/);
});

test('an integration user without the licence for standard objects is told which one', () => {
    const message = "Can't assign permission set: The user license doesn't allow the permission: Read Accounts";
    assert.match(
        told('', { failures: [{ name: 'connector@acme.com', message }] })[1] ?? '',
        /Salesforce API Integration/
    );
});

test('a hundred reasons are not all told', () => {
    const componentFailures = Array.from({ length: 100 }, (_, index) => ({ fileName: `${index}`, problem: 'No' }));
    const lines = told('', { details: { componentFailures } });
    assert.equal(lines.length, 21);
    assert.equal(lines.at(-1), '… and 80 more');
});

test('a failure without any reason says so', () => {
    assert.deepEqual(told(''), ['the CLI gave no reason']);
});
