import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPackage } from '../../../scripts/metadata-check/check-package.ts';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { catalogue, PACKAGE } from './corrupt.ts';

test('the package holds nothing that an org would refuse, as far as it can be told here', () => {
    const found = checkPackage(PACKAGE, catalogue()).map(({ file, message }) => `${file}: ${message}`);
    assert.deepEqual(found, []);
});

test('the checks look at every kind of component that the package promises', () => {
    const kinds = new Map<string, number>();
    for (const { kind } of loadPackage(PACKAGE).components) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const promised = { field: 45, layout: 3, listView: 9, permissionset: 5, report: 11, dashboard: 2, reportType: 7 };
    for (const [kind, count] of Object.entries(promised)) assert.ok((kinds.get(kind) ?? 0) >= count, kind);
    for (const kind of ['app', 'tab', 'flexipage', 'customPermission', 'eca', 'ecaOauth', 'labels']) {
        assert.ok(kinds.has(kind), kind);
    }
});
