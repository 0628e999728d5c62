import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOrgAdmin } from '../../../src/salesforce/admins.ts';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { directoryOrg } from './directory-org.ts';
import { SETTINGS } from './fake-org.ts';

const USER = '0055e000000UserAAA';

test('who looks after the connection holds our permission set or may modify all data', async () => {
    const fake = directoryOrg(() => [{ Id: '0Pa' }]);
    assert.equal(await isOrgAdmin(openSession(SETTINGS, fake.dependencies), USER, 'quo'), true);
    assert.equal(
        fake.queries[0]?.soql,
        `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${USER}' AND Assignee.IsActive = true AND ` +
            `(PermissionSet.PermissionsModifyAllData = true OR ` +
            `(PermissionSet.Name = 'Quo_Admin' AND PermissionSet.NamespacePrefix = 'quo')) LIMIT 1`
    );
});

test('nobody else does', async () => {
    const fake = directoryOrg(() => []);
    assert.equal(await isOrgAdmin(openSession(SETTINGS, fake.dependencies), USER, undefined), false);
    assert.match(fake.queries[0]?.soql ?? '', /PermissionSet\.NamespacePrefix = null/);
});
