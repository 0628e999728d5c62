import assert from 'node:assert/strict';
import test from 'node:test';
import { withStore } from './database.ts';

test('a connection has a generation of its own, made once', () =>
    withStore(async ({ listening }) => {
        let made = 0;
        const fresh = (): string => `generation-${(made += 1)}`;
        const first = await listening.generations(['acme', 'boreal'], fresh);
        assert.equal(new Set(first.values()).size, 2);
        assert.deepEqual(await listening.generations(['acme', 'boreal'], fresh), first);
        assert.equal(await listening.generation('acme'), first.get('acme'));
        assert.equal(await listening.generation('nobody'), undefined);
    }));

test('addresses end when somebody who could listen no longer can, and only then', () =>
    withStore(async ({ listening }) => {
        await listening.generations(['acme'], () => 'made-at-the-start');
        const told = async (userIds: readonly string[], fresh: string) => [
            await listening.keepListeners('acme', userIds, fresh),
            await listening.generation('acme')
        ];
        // What was written before anybody was asked plays on.
        assert.deepEqual(await told(['luc'], 'a'), ['kept', 'made-at-the-start']);
        assert.deepEqual(await told(['luc', 'marie'], 'b'), ['kept', 'made-at-the-start']);
        assert.deepEqual(await told(['marie'], 'c'), ['ended', 'c']);
        assert.deepEqual(await told(['luc', 'marie'], 'd'), ['kept', 'c']);
        await listening.renew('acme', 'e');
        assert.equal(await listening.generation('acme'), 'e');
    }));

test('what was ended for a call or a person stays ended until it is let again, and is the connection’s own', () =>
    withStore(async ({ listening }) => {
        const call = { kind: 'call', subject: 'AC1', name: 'AC1', actor: 'marie' } as const;
        const person = { kind: 'person', subject: '005', name: 'Luc', actor: 'marie' } as const;
        for (const what of [call, person, call]) await listening.end('acme', what);
        const kinds = async (connection: string) => (await listening.ended(connection)).map(({ kind }) => kind).sort();
        assert.deepEqual(await kinds('acme'), ['call', 'person']);
        assert.deepEqual(await kinds('boreal'), []);
        assert.equal(await listening.letAgain('boreal', 'call', 'AC1'), false);
        assert.equal(await listening.letAgain('acme', 'call', 'AC1'), true);
        assert.equal(await listening.letAgain('acme', 'call', 'AC1'), false);
        assert.deepEqual(await kinds('acme'), ['person']);
    }));
