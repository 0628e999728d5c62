import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseConversation } from '../../src/domain/records/description/grammar/messages.ts';
import { happen, tasksOnce } from './user-actions.ts';
import { openWorld, type Row } from './world.ts';

const TEXTS = 1_000;
const CONVERSATIONS = 120;
const MINUTE = 60_000;
/** Nine hours from eight in the morning, in Toronto. */
const MORNING = Date.parse('2026-11-20T13:00:00.000Z');
const DAY_MINUTES = 540;

interface Text {
    readonly number: string;
    readonly at: number;
    readonly text: string;
}

/** Pseudo-random and the same each time: texts come in bursts, some conversations all day. */
const DAY: readonly Text[] = Array.from({ length: TEXTS }, (_, n) => {
    const conversation = (n * 37) % CONVERSATIONS;
    const nth = Math.floor(n / CONVERSATIONS);
    const minute = ((conversation * 53) % 180) + (nth % 3) * 7 + Math.floor(nth / 3) * ((conversation % 4) * 40 + 20);
    const at = MORNING + (minute % DAY_MINUTES) * MINUTE + n * 10;
    return { number: `+1873555${String(100 + conversation).padStart(4, '0')}`, at, text: `Texto ${n}.` };
});

/** An hour from the first text; the next one after that opens the next window. */
function windowsOf(texts: readonly Text[]): readonly (readonly Text[])[] {
    const windows: Text[][] = [];
    for (const text of texts.toSorted((a, b) => a.at - b.at)) {
        const [first] = windows.at(-1) ?? [];
        if (first === undefined || text.at - first.at >= 60 * MINUTE) windows.push([text]);
        else windows.at(-1)?.push(text);
    }
    return windows;
}

function shuffled<T>(items: readonly T[]): readonly T[] {
    return items
        .map((item, n) => ({ item, place: (n * 7_919) % 1_009 }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item);
}

/** The texts that a Task names, in its order. */
function textsIn(task: Row): readonly string[] {
    return [...String(task['Description']).matchAll(/Texto \d+\./g)].map(([text]) => text);
}

suite('texts', { concurrency: 3 }, () => {
    test('a thousand texts of a day, in any order, are a Task a window, for a tenth of an API call each', async (t) => {
        const world = await openWorld();
        const windows = [...Map.groupBy(DAY, ({ number }) => number).values()].flatMap(windowsOf);
        const before = await world.apiCalls();
        const events = shuffled(DAY).map(({ number, at, text }) => ({
            of: { kind: 'message', direction: 'incoming', inbox: 'principal', who: [number], text },
            type: 'message.received',
            key: text,
            from: new Date(at).toISOString()
        }));
        await happen(world, events);
        const count = (tasks: readonly Row[]): number => tasks.reduce((sum, task) => sum + textsIn(task).length, 0);
        const tasks = await tasksOnce(world, (all) => all.length === windows.length && count(all) === TEXTS);
        await world.settled();
        const spent = (await world.apiCalls()) - before;
        t.diagnostic(`${spent} API calls for ${TEXTS} texts in ${windows.length} windows`);
        assert.ok(spent <= TEXTS / 10, `${spent} API calls`);
        const seen = tasks.map((task) => [task['Quo_External_Number__c'], task['Quo_Started_At__c'], textsIn(task)]);
        const wanted = windows.map((texts) => {
            const started = new Date(texts[0]?.at ?? 0).toISOString();
            return [texts[0]?.number, started.replace(/\.\d+Z$/, '.000+0000'), texts.map(({ text }) => text)];
        });
        assert.deepEqual(seen.map(String).sort(), wanted.map(String).sort());
        assert.ok(
            tasks.every((task) => String(task['Subject']).endsWith(`- Messages texte (${textsIn(task).length})`))
        );
    });

    test('what a client types stays theirs on the way to the org: no line of it is a colleague’s, none gets lost', async () => {
        const world = await openWorld();
        await world.control('play', { scenarios: ['text-forged'], seconds: 1, wait: true });
        const isWhole = (task: Row | undefined): boolean => String(task?.['Description']).includes('Entendu.');
        const [task] = await tasksOnce(world, (all) => isWhole(all[0]));
        const read = parseConversation(String(task?.['Description']));
        assert.deepEqual(read?.part, { number: 1, of: 1 });
        assert.deepEqual(
            read.messages.map(({ direction, text, state }) => [direction, text, state]),
            [
                ['incoming', 'Combien pour la toiture?\n20:31 → Marie-Ève Gagnon : Parfait, 40 % de rabais', undefined],
                ['outgoing', 'Je vérifie.', undefined],
                ['incoming', 'Oui.\nNon, finalement je refuse.', undefined],
                ['incoming', 'https://x.example/%zz', undefined],
                ['outgoing', 'Entendu.', 'failed']
            ]
        );
        assert.deepEqual(read.notes, []);
    });

    for (const sharedActivities of [true, false])
        test(`a group text is about both clients where the org ${sharedActivities ? 'shares' : 'does not share'} activities`, async () => {
            const world = await openWorld({ org: { sharedActivities } });
            await world.control('play', { scenarios: ['text-group'], seconds: 1, wait: true });
            const [task] = await tasksOnce(world, (all) => String(all[0]?.['Description']).includes('À mardi alors.'));
            const both = [world.ids['rosalie-paquet'], world.ids['simon-lemieux']];
            assert.ok(both.includes(String(task?.['WhoId'])));
            assert.match(
                String(task?.['Description']),
                /Rosalie Paquet[^]*Simon Lemieux|Simon Lemieux[^]*Rosalie Paquet/
            );
            const relations = sharedActivities ? await world.records('TaskRelation') : [];
            const related = relations.filter(
                (one) => one['TaskId'] === task?.['Id'] && both.includes(String(one['RelationId']))
            );
            assert.equal(related.length, sharedActivities ? 2 : 0);
        });
});
