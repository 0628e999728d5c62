import assert from 'node:assert/strict';
import type { Habits } from 'salesforce-simulator/habits/habits.ts';
import { rulesOf } from 'salesforce-simulator/habits/rules.ts';
import { action, sentence, type ErrorNote } from '../../src/errors/errors.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { choose, type AdminChoices } from './admin-choices.ts';
import { dayConnection, type DayConnection } from './day-connection.ts';
import { rowOf, wordsOf, writtenIn, type Written } from './day-row.ts';
import { orgOfHabits, type OrgOfHabits } from './org-of-habits.ts';
import type { ToldDay } from './told-day.ts';

/** What a day leaves where the org has no habits. */
export interface WholeDay {
    readonly everything: Written;
    /** Leads of before the day. */
    readonly leadsBefore: number;
}

export async function wholeDay(day: ToldDay, store: OpenStore): Promise<WholeDay> {
    const org = await orgOfHabits(undefined);
    try {
        const leadsBefore = (await org.records('Lead')).length;
        const connection = await played(`no habits, ${day.now.toISOString()}`, org, day, store);
        assert.deepEqual(await connection.unwritten(), []);
        return { everything: await writtenIn(org), leadsBefore };
    } finally {
        await org.close();
    }
}

export interface DayToPlay {
    readonly habits: Habits;
    /** What the table calls it. */
    readonly name: string;
    readonly day: ToldDay;
    /** Made once the day was refused; absent: nothing is. */
    readonly choices: AdminChoices | undefined;
}

/**
 * Plays a day in an org of habits: what is not written waits under one of them, and the choices have it written.
 *
 * @returns its line of the table in the guide to the simulators
 */
export async function playDay(
    { habits, name, day, choices }: DayToPlay,
    whole: WholeDay,
    store: OpenStore
): Promise<string> {
    const org = await orgOfHabits(habits);
    try {
        const connection = await played(name, org, day, store);
        const unwritten = await connection.unwritten();
        for (const { error } of unwritten) assertIsTheOrgs(habits, error);
        const row = rowOf({ ...whole, name, written: await writtenIn(org), unwritten, choices });
        if (choices !== undefined) {
            assert.notEqual(unwritten.length, 0, 'nothing asks for a choice');
            await choose(choices, org, connection);
            await connection.retryAll();
        }
        assert.deepEqual(await connection.unwritten(), []);
        assert.deepEqual(await writtenIn(org), whole.everything);
        return row;
    } finally {
        await org.close();
    }
}

async function played(name: string, org: OrgOfHabits, day: ToldDay, store: OpenStore): Promise<DayConnection> {
    const connection = dayConnection(name, org.url, day, store);
    connection.preferences = { ...connection.preferences, unknownCallers: 'lead' };
    await connection.play();
    return connection;
}

/** What waits, waits under something that the org has, with its words and what to do. */
function assertIsTheOrgs(habits: Habits, error: ErrorNote): void {
    const { automation, recordTypes = [] } = habits;
    const isRule = rulesOf(habits).some(({ message }) => message === wordsOf(error));
    const isGivenAway = automation?.Task?.setOnItself?.includes('OwnerId') === true;
    const isOrgs: Readonly<Record<string, boolean>> = {
        'SF-VALIDATION-RULE': isRule,
        'SF-LEAD-REFUSED': isRule,
        // A queue has the record then, and who is no member neither sees nor changes it.
        'SF-RECORD-RIGHT': isGivenAway,
        'SF-REFERENCE': isGivenAway,
        'SF-NO-CLOSED-STATUS': recordTypes.some(({ object }) => object === 'Task')
    };
    assert.equal(isOrgs[error.code], true, JSON.stringify(error));
    for (const language of ['fr', 'en'] as const) {
        assert.ok(sentence(error, language).includes(wordsOf(error)));
        assert.notEqual(action(error, language), '');
    }
}
