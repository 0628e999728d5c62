import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wordingOf } from '../../../src/locales/records-wording.ts';
import { matchNumbers, type MatchInput } from '../../../src/domain/people/matching.ts';
import { DEFAULT_PREFERENCES } from '../../../src/domain/preferences/preferences.ts';
import { CALLER, account, contact, lead, personAccount } from './somebody.ts';
import type { Person } from '../../../src/domain/people/person.ts';

function match(people: readonly Person[], changes: Partial<MatchInput> = {}) {
    return matchNumbers({
        numbers: [CALLER],
        internal: false,
        people: new Map([[CALLER, people]]),
        choices: new Map(),
        chosenPeople: new Map(),
        related: [],
        preferences: DEFAULT_PREFERENCES,
        ...changes
    });
}

const jane = contact('1', 'Jane Doe', { accountId: '001A' });
const john = contact('2', 'John Roe', { accountId: '001A' });

test('the only contact with the number is who it is', () => {
    const found = match([jane]);
    assert.deepEqual([found.status, found.whoId, found.accountId], ['matched', jane.id, '001A']);
    assert.deepEqual(found.reason, {
        code: 'only-match',
        number: CALLER,
        who: { id: jane.id, object: 'Contact', name: 'Jane Doe' },
        field: 'Phone'
    });
});

test('a number that stands beside others in a field says so: it may be somebody else’s', () => {
    const numbers = [{ e164: CALLER, field: 'Phone', reading: 'one-of-several' as const }];
    const found = match([{ ...jane, numbers }]);
    assert.deepEqual([found.status, found.whoId], ['matched', jane.id]);
    assert.ok(found.reason.code === 'only-match' && found.reason.several === true);
});

test('a number that a field only may mean is nobody’s until a person chooses, and nobody’s lead', () => {
    for (const reading of ['other-country', 'shortened'] as const) {
        const perhaps = { ...jane, numbers: [{ e164: CALLER, field: 'Phone', reading }] };
        const found = match([perhaps]);
        assert.deepEqual([found.status, found.whoId, found.accountId], ['ambiguous', undefined, undefined]);
        assert.ok(found.reason.code === 'possible' && found.reason.others[0]?.id === jane.id);
        assert.deepEqual(match([perhaps, john]).whoId, john.id, 'whoever surely has it goes before');
    }
});

test('a mobile number is one person’s in each of its spellings, and ignored in each', () => {
    const [typed, dialled] = ['+525512345678', '+5215512345678'];
    const maria = contact('M', 'Maria', { numbers: [{ e164: typed, field: 'MobilePhone' }] });
    const people = new Map([[dialled, [maria]]]);
    const found = match([], { numbers: [dialled], people });
    assert.ok(found.reason.code === 'only-match' && found.reason.field === 'MobilePhone');
    const preferences = { ...DEFAULT_PREFERENCES, ignoredNumbers: [typed] };
    assert.equal(match([], { numbers: [dialled], people, preferences }).reason.code, 'ignored-number');
});

test('a contact goes before a lead, a lead before an account, and a converted lead is nobody', () => {
    const ann = lead('1', 'Ann Lee');
    const acme = account('1', 'Acme');
    assert.equal(match([ann, jane, acme]).reason.code, 'contact-over-lead');
    assert.deepEqual([match([ann, acme]).whoId, match([ann, acme]).whoObject], [ann.id, 'Lead']);
    assert.deepEqual([match([acme]).whoId, match([acme]).accountId], [undefined, acme.id]);
    assert.equal(match([acme]).reason.code, 'account-number');
    assert.equal(match([{ ...ann, isConverted: true }]).reason.code, 'nobody');
});

test('a number that others have too says who they are, its own account among them', () => {
    const [own, other] = [account('A', 'Acme'), account('B', 'Nord')];
    const shared = match([jane, own]).reason;
    assert.ok(shared.code === 'only-match' && shared.account === 'Acme' && shared.others === undefined);
    const alsoOther = match([jane, own, other]).reason;
    assert.ok(alsoOther.code === 'only-match' && alsoOther.account === 'Acme');
    assert.deepEqual(
        alsoOther.others?.map((one) => one.name),
        ['Nord']
    );
    const ofLead = match([lead('1', 'Ann Lee'), own]).reason;
    assert.ok(ofLead.code === 'only-match' && ofLead.account === undefined && ofLead.others?.[0]?.name === 'Acme');
    const alone = match([jane]).reason;
    assert.ok(alone.code === 'only-match' && alone.account === undefined && alone.others === undefined);
});

test('“nobody else has it” is said exactly when no contact, lead or account has it', () => {
    const anybody = fc.constantFrom(jane, lead('1', 'Ann Lee'), account('A', 'Acme'), account('B', 'Nord'));
    fc.assert(
        fc.property(fc.uniqueArray(anybody, { minLength: 1 }), (people) => {
            const { reason } = match(people);
            const says = wordingOf('en').reason(reason, (number) => number);
            assert.equal(says.includes('nobody else has it'), people.length === 1 && reason.code === 'only-match');
            if (reason.code !== 'only-match' && reason.code !== 'contact-over-lead') return;
            for (const { object, name } of people) if (object === 'Account') assert.ok(says.includes(name), says);
        })
    );
});

test('one person entered twice is the record with the latest activity, and the pair is reported', () => {
    const old = contact('1', 'Éric Côté', { accountId: '001A', lastActivityDate: '2026-01-02' });
    const live = contact('2', 'eric  cote', { accountId: '001B', lastActivityDate: '2026-11-02' });
    const found = match([old, live]);
    assert.equal(found.whoId, live.id);
    assert.equal(found.reason.code, 'same-person-twice');
    assert.deepEqual(
        found.duplicates.map((group) => group.map((one) => one.id)),
        [[live.id, old.id]]
    );
});

test('a contact and a lead of one name are reported as duplicates too', () => {
    const found = match([jane, lead('1', 'Jane Doe')]);
    assert.equal(found.whoId, jane.id);
    assert.equal(found.duplicates.length, 1);
});

test('different people of one account share a line: the account, nobody in particular', () => {
    const found = match([jane, john, account('A', 'Acme')]);
    assert.deepEqual([found.status, found.whoId, found.accountId], ['matched', undefined, '001A']);
    assert.ok(found.reason.code === 'shared-line' && found.reason.who.name === 'Acme');
    assert.deepEqual(
        found.reason.others.map((one) => one.name),
        ['Jane Doe', 'John Roe']
    );
});

test('people of different accounts, or of none, are ambiguous: everybody named, nobody attached', () => {
    for (const other of [contact('2', 'John Roe', { accountId: '001B' }), contact('2', 'John Roe')]) {
        const found = match([jane, other]);
        assert.deepEqual([found.status, found.whoId, found.accountId], ['ambiguous', undefined, undefined]);
        assert.ok(found.reason.code === 'ambiguous');
        assert.deepEqual(
            found.reason.others.map((one) => one.name),
            ['Jane Doe', 'John Roe']
        );
    }
    assert.equal(match([contact('1', 'A'), contact('2', 'B')]).status, 'ambiguous');
    assert.equal(match([lead('1', 'A'), lead('2', 'B')]).status, 'ambiguous');
    assert.equal(match([account('1', 'A'), account('2', 'B')]).status, 'ambiguous');
});

test('a person account stands in WhoId by its contact, whether that contact is listed too or not', () => {
    const paul = personAccount('P', 'Paul Roy', '003P');
    for (const people of [[paul], [paul, contact('P', 'Paul Roy', { accountId: paul.id })]]) {
        const found = match(people);
        assert.deepEqual([found.whoId, found.whoObject, found.accountId], ['003P', 'Contact', paul.id]);
        assert.deepEqual(found.duplicates, []);
    }
});

test('the lead that we made for a number says so', () => {
    const made = lead('1', '(415) 555-0100', { numbers: [{ e164: CALLER, field: 'Quo_Phone__c' }] });
    assert.equal(match([made]).reason.code, 'lead-created');
});

test('what a person chose goes before everything, unless it has gone since', () => {
    const choices = new Map([[CALLER, { record: john.id }]]);
    const chosen = match([jane, john], { choices, chosenPeople: new Map([[john.id, john]]) });
    assert.deepEqual([chosen.whoId, chosen.reason.code], [john.id, 'chosen']);
    assert.equal(match([jane], { choices }).reason.code, 'only-match');
});

test('an account that a person chose stands alone', () => {
    const acme = account('1', 'Acme');
    const found = match([jane], {
        choices: new Map([[CALLER, { record: acme.id }]]),
        chosenPeople: new Map([[acme.id, acme]])
    });
    assert.deepEqual([found.whoId, found.accountId], [undefined, acme.id]);
});

test('numbers to ignore are not matched, whoever said so', () => {
    const ignored = { code: 'ignored-number', number: CALLER };
    assert.deepEqual(match([jane], { choices: new Map([[CALLER, { record: 'ignore' }]]) }).reason, ignored);
    const preferences = { ...DEFAULT_PREFERENCES, ignoredNumbers: [CALLER] };
    const found = match([jane], { preferences });
    assert.deepEqual([found.status, found.whoId, found.reason], ['unmatched', undefined, ignored]);
});

test('what is no number matches nobody and says why', () => {
    assert.equal(match([jane], { numbers: undefined }).reason.code, 'not-told');
    assert.equal(match([jane], { numbers: ['Anonymous'] }).reason.code, 'hidden');
    assert.equal(match([jane], { numbers: ['anonymous'] }).reason.code, 'hidden');
    assert.equal(match([jane], { numbers: [], internal: true }).reason.code, 'internal');
    const shortCode = match([], { numbers: ['72345'], people: new Map([['72345', [jane]]]) });
    assert.deepEqual([shortCode.whoId, shortCode.reason], [undefined, { code: 'unreadable', seen: '72345' }]);
});
