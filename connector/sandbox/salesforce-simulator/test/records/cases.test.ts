import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractOrg, type Row } from '../contract-org.ts';

const org = await contractOrg({ clock: () => Date.parse('2026-01-31T12:00:00Z') });

async function shown(id: string, fields: string): Promise<readonly unknown[]> {
    const [row] = await org.query(`SELECT ${fields} FROM Case WHERE Id = '${id}'`);
    return fields.split(', ').map((field) => row?.[field]);
}

test('a case has a number of its own and the first status, and is closed by its status (Object Reference, Case)', async () => {
    const first = await org.create('Case', { Subject: 'Toiture' });
    const second = await org.create('Case', { Subject: 'Gouttière', Status: 'Closed' });
    assert.match(first, /^500/);
    const [number, ...rest] = await shown(first, 'CaseNumber, Status, IsClosed, ClosedDate');
    assert.match(String(number), /^\d{8}$/);
    assert.notEqual(number, (await shown(second, 'CaseNumber'))[0]);
    assert.deepEqual(rest, ['New', false, null]);
    assert.deepEqual(await shown(second, 'IsClosed, ClosedDate'), [true, '2026-01-31T12:00:00.000+0000']);
    await org.call('PATCH', `sobjects/Case/${second}`, { Status: 'Working' });
    assert.deepEqual(await shown(second, 'IsClosed, ClosedDate'), [false, null]);
});

test('nobody writes the number of a case or that it is closed', async () => {
    for (const field of ['CaseNumber', 'IsClosed']) {
        const { errorCode } = await org.refused(400, 'POST', 'sobjects/Case', { Subject: 'x', [field]: '1' });
        assert.equal(errorCode, 'INVALID_FIELD_FOR_INSERT_UPDATE', field);
    }
});

test('a case shows the numbers of its contact, and leaves its account as it was given (Object Reference, Case)', async () => {
    const account = await org.create('Account', { Name: 'Boréal' });
    const contact = await org.create('Contact', { LastName: 'Roy', AccountId: account, MobilePhone: '514 555-0123' });
    const id = await org.create('Case', { Subject: 'Toiture', ContactId: contact });
    assert.deepEqual(await shown(id, 'ContactMobile, ContactPhone, AccountId'), ['514 555-0123', null, null]);
});

test('a task about a case has the account of the case, and is among its tasks', async () => {
    const account = await org.create('Account', { Name: 'Boréal' });
    const id = await org.create('Case', { Subject: 'Toiture', AccountId: account });
    const task = await org.create('Task', { Subject: 'Call', WhatId: id });
    const [row] = await org.query(`SELECT AccountId, What.Type FROM Task WHERE Id = '${task}'`);
    assert.deepEqual([row?.AccountId, (row?.What as Row).Type], [account, 'Case']);
    assert.equal((await org.query(`SELECT (SELECT Id FROM Tasks) FROM Case WHERE Id = '${id}' LIMIT 1`)).length, 1);
});
