import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listenersOfOrgs } from '../../src/application/rights/listeners.ts';
import { listeningUseCases } from '../../src/application/listening/listening.ts';
import { listeningVerdict } from '../../src/application/listening/verdict.ts';
import type { User } from '../../src/contracts/auth.ts';
import type { OrgListeners, Verdict, Wish } from '../../src/contracts/rights/listening.ts';
import { CodedError } from '../../src/errors/errors.ts';
import { ORG_ID } from './fakes/salesforce.ts';
import { world, type World } from './fakes/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const [LUC, MARIE] = ['0055e000000LucA', '0055e000000Mari'];

/** A connection whose org has these listeners, and everything that decides whether a recording of it plays. */
async function listening(settings = {}, parts = {}) {
    const due: unknown[] = [];
    const makeDue = async (_connection: string, which: unknown): Promise<number> => due.push(which);
    const it = world({ activities: { makeDue }, ...parts });
    await it.connect('acme', settings);
    let org: OrgListeners | 'away' = { userIds: [LUC, MARIE], seesFrozen: true };
    let asked = 0;
    it.salesforce.administration.listeners = async () => {
        asked += 1;
        if (org === 'away') throw new CodedError('SF-UNREACHABLE', '503');
        return org;
    };
    it.salesforce.administration.users = async () => [
        { id: `${LUC}AA1`, name: 'Luc Roy', email: 'luc@acme.example', username: 'luc@acme.example', isActive: true }
    ];
    await it.context.connections.refresh();
    const listeners = listenersOfOrgs(it.context);
    const verdict = listeningVerdict(it.context, listeners);
    const play = (wish: Partial<Wish> = {}): Promise<Verdict> => verdict({ connection: 'acme', quoId: 'AC1', ...wish });
    const generation = async (): Promise<string> => (await it.store.listening.generation('acme')) ?? '';
    return {
        ...it,
        ...{ due, listeners, play, generation },
        use: listeningUseCases(it.context, listeners),
        asked: () => asked,
        answers: (next: OrgListeners | 'away') => void (org = next),
        /** An address that plays in place, made now for a call of so many days ago. */
        async inPlace(daysAgo = 0): Promise<Wish['inPlace']> {
            await listeners.of('acme');
            return { day: Math.floor(it.context.now().getTime() / DAY) - daysAgo, generation: await generation() };
        }
    };
}

const signedIn = (it: Pick<World, 'context'>, userId: string, member = ['acme']): NonNullable<Wish['signedIn']> => {
    const user: User = { actor: 'luc@acme.example', admin: [], member, identity: { userId, organizationId: ORG_ID } };
    return { user, sinceMs: it.context.now().getTime() };
};
const code = (verdict: Verdict): string =>
    verdict.plays ? `plays by ${verdict.by}` : (verdict.code ?? 'must sign in');

test('the link of a Description plays for holders of the right who signed in, under their name, and for nobody else', async () => {
    const it = await listening();
    assert.equal(code(await it.play()), 'must sign in');
    assert.deepEqual(await it.play({ signedIn: signedIn(it, `${LUC}AA1`) }), {
        plays: true,
        listener: 'luc@acme.example',
        by: 'sign-in',
        userId: LUC
    });
    assert.equal(code(await it.play({ signedIn: signedIn(it, '0055e000000AnyoAAA') })), 'WEB-RECORDING-RIGHT');
});

test('a listener of another connection’s org must sign in as somebody of this one', async () => {
    const it = await listening();
    assert.equal(code(await it.play({ signedIn: signedIn(it, `${LUC}AA1`, ['other']) })), 'must sign in');
});

test('neither the admin token nor looking after the connection is a right to listen', async () => {
    const it = await listening();
    const token: User = { actor: 'admin token', admin: 'all', member: [] };
    assert.equal(code(await it.play({ signedIn: { user: token, sinceMs: 0 } })), 'must sign in');
    const admin = { ...signedIn(it, '0055e000000AdmiAAA') };
    const verdict = await it.play({ signedIn: { ...admin, user: { ...admin.user, admin: ['acme'] } } });
    assert.equal(code(verdict), 'WEB-RECORDING-RIGHT');
});

test('who lost the right listens for less than five minutes more; who was just given it, at once', async () => {
    const it = await listening();
    const luc = signedIn(it, LUC);
    assert.equal(code(await it.play({ signedIn: luc })), 'plays by sign-in');
    it.answers({ userIds: [MARIE], seesFrozen: true });
    it.later(4 * MINUTE);
    assert.equal(code(await it.play({ signedIn: luc })), 'WEB-RECORDING-RIGHT');
    it.answers({ userIds: [LUC, MARIE], seesFrozen: true });
    it.later(MINUTE);
    assert.equal(code(await it.play({ signedIn: luc })), 'plays by sign-in');
});

test('an org that cannot be asked lets nobody listen from ten minutes on, whatever it answers', async () => {
    const it = await listening();
    const inPlace = await it.inPlace();
    const luc = signedIn(it, LUC);
    it.answers('away');
    it.later(10 * MINUTE - 1);
    assert.equal(code(await it.play({ signedIn: luc })), 'plays by sign-in');
    assert.equal(code(await it.play({ inPlace })), 'plays by in-place');
    it.later(1);
    assert.equal(code(await it.play({ signedIn: luc })), 'WEB-RECORDING-UNSURE');
    assert.equal(code(await it.play({ inPlace })), 'WEB-RECORDING-UNSURE');
    it.later(MINUTE);
    it.answers({ userIds: [LUC, MARIE], seesFrozen: true });
    assert.equal(code(await it.play({ signedIn: luc })), 'plays by sign-in');
});

test('plays do not ask the org each time, nor does an org that does not answer hold them up', async () => {
    const it = await listening();
    for (let n = 0; n < 50; n += 1) await it.play({ signedIn: signedIn(it, LUC) });
    assert.equal(it.asked(), 1);
    it.answers('away');
    it.later(5 * MINUTE);
    for (let n = 0; n < 50; n += 1) await it.play({ signedIn: signedIn(it, LUC) });
    assert.equal(it.asked(), 2);
});

test('the address of the field plays in place for as many days as were chosen, by the choice of today', async () => {
    const it = await listening();
    const [fresh, old] = [await it.inPlace(0), await it.inPlace(31)];
    assert.equal(code(await it.play({ inPlace: fresh })), 'plays by in-place');
    assert.equal(code(await it.play({ inPlace: old })), 'must sign in');
    await it.add('acme', { recordingsInPlaceDays: 60 });
    assert.equal(code(await it.play({ inPlace: old })), 'plays by in-place');
    await it.add('acme', { recordingsInPlaceDays: 0 });
    assert.equal(code(await it.play({ inPlace: fresh })), 'must sign in');
});

test('who kept an address and lost the right has nothing in hand: all end, and the last days’ are written anew', async () => {
    const it = await listening();
    const kept = await it.inPlace();
    it.answers({ userIds: [MARIE], seesFrozen: true });
    it.later(4 * MINUTE);
    assert.equal(code(await it.play({ inPlace: kept })), 'must sign in');
    assert.equal(code(await it.play({ inPlace: kept, said: MARIE })), 'must sign in', 'nor as somebody else');
    assert.deepEqual(it.due, [{ sinceDays: 31 }]);
    assert.equal(code(await it.play({ inPlace: await it.inPlace() })), 'plays by in-place', 'those who still hold it');
    assert.equal(it.store.audited[0]?.action, 'listening.addresses-ended');
});

test('somebody who comes to hold the right ends nobody’s addresses', async () => {
    const it = await listening();
    const inPlace = await it.inPlace();
    it.answers({ userIds: [LUC, MARIE, '0055e000000Sara'], seesFrozen: true });
    it.later(4 * MINUTE);
    assert.equal(code(await it.play({ inPlace })), 'plays by in-place');
    assert.deepEqual(it.due, []);
});

test('the user that a page names can be refused by it, and never be let in', async () => {
    const it = await listening();
    const inPlace = await it.inPlace();
    assert.deepEqual(await it.play({ inPlace, said: `${LUC}AA1` }), {
        plays: true,
        listener: 'in-place',
        by: 'in-place',
        userId: LUC
    });
    assert.equal(code(await it.play({ inPlace, said: '0055e000000AnyoAAA' })), 'must sign in');
    assert.equal(code(await it.play({ said: LUC })), 'must sign in');
});

test('where the org does not tell who is frozen, a sign-in counts for ten minutes, and the page goes on playing', async () => {
    const it = await listening();
    const inPlace = await it.inPlace();
    it.answers({ userIds: [LUC, MARIE], seesFrozen: false });
    it.later(4 * MINUTE);
    const luc = signedIn(it, LUC);
    assert.equal(code(await it.play({ inPlace })), 'plays by in-place');
    assert.equal(code(await it.play({ signedIn: luc })), 'plays by sign-in');
    it.later(10 * MINUTE);
    assert.equal(code(await it.play({ signedIn: luc })), 'must sign in');
});

test('a call that was ended plays for nobody, also for whoever has the link; let again, it does', async () => {
    for (const recordingsNeedSignIn of [true, false]) {
        const it = await listening({ recordingsNeedSignIn });
        const [luc, inPlace] = [signedIn(it, LUC), await it.inPlace()];
        await it.use.endCall('acme', 'https://quo.example.com/recordings/AC1/1?c=acme&s=x', 'marie');
        for (const wish of [{ signedIn: luc }, { inPlace }, {}])
            assert.equal(code(await it.play(wish)), 'WEB-RECORDING-ENDED');
        assert.equal(code(await it.play({ signedIn: luc, quoId: 'AC2' })).startsWith('plays'), true);
        assert.equal(await it.use.letAgain('acme', 'call', 'AC1'), true);
        assert.equal(code(await it.play({ signedIn: luc })).startsWith('plays'), true);
    }
});

test('a person for whom it was ended hears nothing, and while they hold the set nothing plays in place for anybody', async () => {
    const it = await listening();
    const [luc, marie, kept] = [signedIn(it, LUC), signedIn(it, MARIE), await it.inPlace()];
    await it.use.endPerson('acme', 'LUC@acme.example', 'marie');
    assert.equal(code(await it.play({ signedIn: luc })), 'WEB-RECORDING-ENDED');
    assert.equal(code(await it.play({ signedIn: marie })), 'plays by sign-in');
    assert.equal(code(await it.play({ inPlace: kept })), 'must sign in');
    assert.equal(code(await it.play({ inPlace: await it.inPlace() })), 'must sign in', 'they read the new one, too');
    it.answers({ userIds: [MARIE], seesFrozen: true });
    it.later(4 * MINUTE);
    assert.equal(code(await it.play({ inPlace: await it.inPlace() })), 'plays by in-place');
});

test('ending all ends what plays in place, writes the last days anew, and leaves the way over a sign-in', async () => {
    const it = await listening({ recordingsInPlaceDays: 7 });
    const inPlace = await it.inPlace();
    await it.use.endAll('acme', 'marie');
    assert.equal(code(await it.play({ inPlace })), 'must sign in');
    assert.deepEqual(it.due, [{ sinceDays: 8 }]);
    assert.equal(code(await it.play({ signedIn: signedIn(it, LUC) })), 'plays by sign-in');
});

test('every call and text that a description links to is ended at once, and no word of it is taken for one', async () => {
    const it = await listening();
    const links = [
        'recordings/AC1/1?c=acme&s=x',
        'attachments/AC2/1?c=acme',
        'attachments/AC2/2?c=acme',
        'attachments/AC3/1?'
    ];
    const typed = `ACME: see\n${links.map((link) => `https://quo.example.com/${link}`).join('\n')}`;
    assert.equal(await it.use.endCall('acme', typed, 'marie'), 'AC1, AC2, AC3');
    for (const quoId of ['AC1', 'AC2', 'AC3'])
        assert.equal(code(await it.play({ quoId, signedIn: signedIn(it, LUC) })), 'WEB-RECORDING-ENDED');
});

test('what names no call or nobody is refused by name, and ends nothing', async () => {
    const it = await listening();
    await assert.rejects(it.use.endCall('acme', 'that one', 'marie'), { code: 'WEB-LISTENING-CALL' });
    await assert.rejects(it.use.endPerson('acme', 'nobody@acme.example', 'marie'), { code: 'WEB-LISTENING-PERSON' });
    assert.deepEqual(await it.store.listening.ended('acme'), []);
});

test('whoever has the link listens where the admin chose so by name', async () => {
    const it = await listening({ recordingsNeedSignIn: false });
    assert.deepEqual(await it.play(), { plays: true, listener: 'link', by: 'link' });
    assert.equal(it.asked(), 0);
});
