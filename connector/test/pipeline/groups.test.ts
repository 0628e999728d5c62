import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MessageFact } from '../../src/domain/facts.ts';
import type { Person } from '../../src/domain/people/person.ts';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import { refreshDirectory } from '../../src/pipeline/refresh-directory.ts';
import type { WriteItem } from '../../src/contracts/salesforce.ts';
import type { DirectoryChange } from '../../src/contracts/store.ts';
import { bench, type Bench } from './pipeline-harness.ts';

const [ROSALIE, SIMON] = ['+14185550001', '+14185550002'];
const person = (n: number, name: string, number: string): Person => ({
    id: `00300000000000${n}AAA`,
    object: 'Contact',
    name,
    numbers: [{ e164: number, field: 'Phone' }]
});
const rosalie = person(1, 'Rosalie Paquet', ROSALIE);
const simon = person(2, 'Simon Lemieux', SIMON);
const luc = person(3, 'Luc Bédard', '+14185550003');
const NOTHING: DirectoryChange = { people: [], gone: [], related: [], goneRelated: [], highWater: {} };

const text = (minute: number): MessageFact => ({
    kind: 'message',
    messageId: `m${minute}`,
    conversation: 'CN1',
    at: `2026-11-20T16:${minute}:00.000Z`,
    createdAt: `2026-11-20T16:${minute}:00.000Z`,
    direction: 'outgoing',
    from: '+15145550100',
    to: [ROSALIE, SIMON],
    text: `Texto ${minute}`,
    phoneNumberId: 'PN1',
    status: 'delivered'
});

async function groupOf(...people: readonly Person[]): Promise<Bench> {
    const it = await bench();
    it.org.people = people;
    await it.tell(text(10));
    await it.flush();
    return it;
}

function lastWrite(it: Bench): WriteItem['draft'] {
    const item = it.org.writes.at(-1)?.[0];
    assert.ok(item);
    return item.draft;
}

async function learn(it: Bench, change: Partial<DirectoryChange>): Promise<void> {
    it.org.changes = async (_marks, onPage) => onPage({ ...NOTHING, ...change });
    await refreshDirectory(it.context, it.connection);
    it.org.changes = async () => undefined;
    await it.flush();
    await it.later();
}

async function nextText(it: Bench, minute: number): Promise<WriteItem['draft']> {
    await it.tell(text(minute));
    await it.later();
    const draft = lastWrite(it);
    assert.match(String(draft.fields['Description']), new RegExp(`Texto ${minute}`));
    return draft;
}

/** Somebody puts another person on the Task, and the next refresh hears of it. */
async function chooseByHand(it: Bench, whoId: string): Promise<void> {
    const [name = ''] = [...it.org.records.keys()];
    const key = name.slice('Task/'.length);
    const [written] = await it.context.store.activities.tasksByKey('default', [key]);
    const touched = {
        id: written?.salesforceId ?? '',
        key,
        whoId,
        ownerId: String(written?.fields['OwnerId']),
        match: 'matched',
        modifiedById: '005Z',
        modifiedAt: '2026-11-20T18:00:00.000Z',
        isDeleted: false
    };
    await followManualChanges(it.context, it.connection, [touched]);
}

test('a group is named once; a late text says nothing of whom a person may have chosen since', async () => {
    const it = await groupOf(rosalie, simon);
    assert.deepEqual([lastWrite(it).fields['WhoId'], lastWrite(it).alsoWhoIds], [rosalie.id, [simon.id]]);
    const late = await nextText(it, 20);
    assert.equal(late.fields['WhoId'], undefined);
    assert.equal(late.createOnly?.['WhoId'], rosalie.id, 'should the Task have to be made anew');
});

test('a choice on the Task of a group stays, and nobody is put beside it', async () => {
    const it = await groupOf(rosalie, simon);
    await chooseByHand(it, luc.id);
    const late = await nextText(it, 20);
    assert.ok(!('WhoId' in late.fields), 'it stands there already');
    assert.equal(late.alsoWhoIds, undefined);
});

test('a member of a group who turns up later is put beside the one who was known', async () => {
    const it = await groupOf(rosalie);
    assert.equal(lastWrite(it).alsoWhoIds, undefined);
    await learn(it, { people: [simon] });
    assert.deepEqual([lastWrite(it).fields['WhoId'], lastWrite(it).alsoWhoIds], [rosalie.id, [simon.id]]);
});

test('who was known first stays the first of the group, whoever turns up', async () => {
    const it = await groupOf(simon);
    await learn(it, { people: [rosalie] });
    assert.deepEqual(lastWrite(it).alsoWhoIds, [rosalie.id]);
    const [task] = [...it.org.records.values()];
    assert.equal(task?.['WhoId'], simon.id);
});

test('a member whose record is gone is taken off the Task', async () => {
    const it = await groupOf(rosalie, simon);
    it.org.people = [rosalie];
    await learn(it, { gone: [{ id: simon.id }] });
    assert.deepEqual([lastWrite(it).fields['WhoId'], lastWrite(it).alsoWhoIds], [rosalie.id, []]);
});
