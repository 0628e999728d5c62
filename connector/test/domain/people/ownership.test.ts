import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
    creditedQuoUser,
    creditedSender,
    orgUserOf,
    ownerFor,
    pairings,
    unmappedUsers
} from '../../../src/domain/people/ownership.ts';
import { DEFAULT_PREFERENCES } from '../../../src/domain/preferences/preferences.ts';
import type { OrgUser } from '../../../src/domain/workspace.ts';
import { aCall } from '../a-call.ts';

const user = (id: string, email: string, more: Partial<OrgUser> = {}): OrgUser => ({
    id: `005${id.padStart(12, '0')}AAA`,
    name: id,
    email,
    isActive: true,
    ...more
});
const marie = user('1', 'Marie@Example.com', { name: 'Marie Tremblay' });
const luc = user('2', 'luc@example.com', { isActive: false });
const boss = user('3', 'boss@example.com');
const quoUsers = [
    { id: 'US1', email: 'marie@example.COM' },
    { id: 'US2', email: 'luc@example.com' }
];
const owner = (quoUserId: string | undefined, preferences = {}, orgUsers: readonly OrgUser[] = [marie, luc, boss]) =>
    ownerFor({
        quoUserId,
        inboxId: 'PN1',
        orgUsers,
        quoUsers,
        preferences: { ...DEFAULT_PREFERENCES, ...preferences }
    });

test('who answered is credited, not whose number it is', () => {
    assert.equal(creditedQuoUser(aCall({ answeredBy: 'US1', userId: 'US2' })), 'US1');
    assert.equal(creditedQuoUser(aCall({ answeredBy: undefined, userId: 'US2' })), undefined);
});

test('who dialled is credited, or else whose call it is', () => {
    assert.equal(creditedQuoUser(aCall({ direction: 'outgoing', initiatedBy: 'US1', userId: 'US2' })), 'US1');
    assert.equal(creditedQuoUser(aCall({ direction: 'outgoing', answeredBy: undefined, userId: 'US2' })), 'US2');
});

test('Sona is nobody’s user; after a hand-off the person who took over is credited', () => {
    const sona = aCall({ status: 'sona', answeredBy: 'SYUsona1' });
    assert.equal(creditedQuoUser(sona), undefined);
    assert.equal(creditedQuoUser({ ...sona, summary: { progress: 'completed', answeredBy: 'US1' } }), 'US1');
    assert.equal(creditedQuoUser({ ...sona, forwarded: { to: 'US2' } }), 'US2');
    assert.equal(creditedQuoUser({ ...sona, forwarded: { to: '+12125550123' } }), undefined);
});

test('emails match in any case, and only active users own anything', () => {
    assert.equal(owner('US1'), marie.id);
    assert.equal(owner('US2'), undefined);
    assert.equal(owner('US2', { fallbackOwner: 'BOSS@example.com' }), boss.id);
});

test('the inbox’s fallback goes before the connection’s; ids of 15 and 18 characters, and queues, are fine', () => {
    const inboxOwners = { PN1: boss.id.slice(0, 15) };
    assert.equal(owner(undefined, { inboxOwners, fallbackOwner: marie.id }), boss.id);
    assert.equal(owner(undefined, { inboxOwners: { PN2: boss.id }, fallbackOwner: marie.id }), marie.id);
    assert.equal(owner(undefined, { fallbackOwner: '00G000000000001AAA' }), '00G000000000001AAA');
});

test('a fallback that is not active owns nothing', () => {
    assert.equal(owner(undefined, { fallbackOwner: luc.id }), undefined);
});

test('users of a sandbox are paired though the refresh made their emails invalid', () => {
    const sandbox = user('7', 'Marie@example.com.invalid', { username: 'marie@example.com.test' });
    const other = user('6', 'marie@example.com.invalid', { username: 'admin@example.com.test' });
    assert.equal(owner('US1', {}, [sandbox]), sandbox.id);
    assert.equal(owner('US1', {}, [other, sandbox]), sandbox.id, 'the one who signs in with it');
    assert.equal(owner('US1', {}, [sandbox, marie]), marie.id, 'an email that was corrected goes before');
    assert.equal(owner(undefined, { fallbackOwner: 'marie@example.com' }, [sandbox]), sandbox.id);
    assert.equal(pairings(quoUsers, [sandbox], { users: {} })[0]?.by, 'email');
    assert.equal(owner('US1', {}, [user('8', 'marie@example.community.invalid')]), undefined);
});

test('of several users with one email, the one who signs in with it is meant', () => {
    const bot = user('0', 'marie@example.com', { username: 'marie@example.com.bot' });
    const person = user('4', 'marie@example.com', { username: 'Marie@example.com' });
    assert.equal(owner('US1', {}, [bot, person]), person.id);
    assert.equal(owner('US1', {}, [marie, bot]), bot.id);
});

test('whoever wrote last is credited with a conversation', () => {
    const message = (userId?: string, direction: 'incoming' | 'outgoing' = 'outgoing') =>
        ({ id: 'AC', direction, createdAt: '2026-11-20T16:00:00.000Z', media: [], to: [], userId }) as const;
    const window = (...messages: ReturnType<typeof message>[]) =>
        ({ conversation: 'CN1', startedAt: '2026-11-20T16:00:00.000Z', messages, external: [] }) as const;
    const windows = [window(message('US1')), window(message('US2'), message('SYUsona1'), message('US1', 'incoming'))];
    assert.equal(creditedSender(windows), 'US2');
    assert.equal(creditedSender([window(message('SYUsona1'))]), undefined);
});

test('users without a match are listed with whom they could be', () => {
    const users = [
        ...quoUsers,
        { id: 'US3', email: 'm.tremblay@other.com', firstName: 'Marie', lastName: 'TREMBLAY' },
        { id: 'US4' }
    ];
    const found = unmappedUsers(users, [marie, luc, boss]);
    assert.deepEqual(
        found.map((one) => [one.user.id, one.suggestions.map((suggestion) => suggestion.id)]),
        [
            ['US2', []],
            ['US3', [marie.id]],
            ['US4', []]
        ]
    );
});

test('a pairing by hand goes before the email, and gives way to it when that user is not active any more', () => {
    const users = { US1: boss.id.slice(0, 15) };
    assert.equal(owner('US1', { users }), boss.id);
    assert.equal(owner('US1', { users }, [marie, luc, { ...boss, isActive: false }]), marie.id);
    assert.equal(owner('US9', { users: { US9: marie.id } }), marie.id);
});

test('words that every object inherits are no pairing', () => {
    const known = { quoUsers: [{ id: 'toString' }], orgUsers: [marie], preferences: { users: {} } };
    assert.equal(orgUserOf('toString', known), undefined);
});

test('everybody in Quo is told with how they are paired: by email, by hand, or not yet', () => {
    const all = [...quoUsers, { id: 'US3', firstName: 'Marie', lastName: 'Tremblay' }];
    const told = pairings(all, [marie, luc, boss], { users: { US2: boss.id } });
    assert.deepEqual(
        told.map(({ user, by, orgUser, suggestions }) => [user.id, by, orgUser?.id, suggestions.map(({ id }) => id)]),
        [
            ['US1', 'email', marie.id, []],
            ['US2', 'hand', boss.id, []],
            ['US3', 'nothing', undefined, [marie.id]]
        ]
    );
    assert.deepEqual(
        pairings(quoUsers, [marie, luc], { users: { US2: luc.id } }).map(({ by, orgUser }) => [by, orgUser?.id]),
        [
            ['email', marie.id],
            ['hand', undefined]
        ],
        'who was chosen is not active'
    );
    assert.deepEqual(
        unmappedUsers(all, [marie, luc, boss], { users: { US2: boss.id } }).map(({ user }) => user.id),
        ['US3']
    );
});
