import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import type { Habits } from 'salesforce-simulator/habits/habits.ts';
import { realOrgs } from 'salesforce-simulator/habits/read-habits.ts';
import { privateStore, type PrivateStore } from '../edges/store/database.ts';
import { CHOICES, saturdayChoices } from './admin-choices.ts';
import { playDay, wholeDay, type WholeDay } from './play-days.ts';
import { portugueseCallers } from './portuguese-callers.ts';
import { toldDay, type ToldDay } from './told-day.ts';

const MONDAY = '2026-11-16T14:00:00Z';
const SATURDAY = '2026-11-14T14:00:00Z';

/**
 * A day of calls and texts in the real orgs from one to another, and on a Saturday where a rule is about the weekend. Some
 * files share the 46 among them, so that they are played at the same time.
 */
export function playRealOrgs(from: string, to: string): void {
    const which = (org: string): boolean => org >= from && org <= to;
    suite(`a day of calls and texts in ${from} to ${to}`, () => {
        const days: ToldDay[] = [];
        /** Lines of the table in the guide to the simulators. */
        const rows: string[] = [];
        let database: PrivateStore;
        let monday: ToldDay;
        let whole: WholeDay;

        const begin = async (from: string): Promise<[ToldDay, WholeDay]> => {
            const day = await toldDay(from);
            days.push(day);
            return [day, await wholeDay(day, database.store)];
        };
        before(async () => {
            database = await privateStore();
            [monday, whole] = await begin(MONDAY);
        });
        after(() => Promise.all(days.map((day) => day.close())));

        const orgs = realOrgs().filter(({ org }) => which(org));
        for (const habits of orgs) {
            const { org: name } = habits;
            test(`${name}: everything is written, or waits under a habit of the org, and is written by a choice`, async () => {
                const day = name === 'org-46' ? portugueseCallers(monday) : monday;
                rows.push(await playDay({ habits, name, day, choices: CHOICES[name] }, whole, database.store));
            });
        }
        for (const habits of orgs.filter(isOnWeekdays)) {
            const name = `${habits.org}, on a Saturday`;
            test(`${name}: activities wait under its rule, until the integration user is exempt from it`, async () => {
                const [day, saturday] = await begin(SATURDAY);
                const choices = saturdayChoices(habits.org);
                rows.push(await playDay({ habits, name, day, choices }, saturday, database.store));
            });
        }
        test('the guide to the simulators says of each org what was written, what waits and why, and the choice', () => {
            const told = tableRows().filter((row) => which(row.slice(0, 'org-00'.length)));
            const wanted = rows.map((row) => `| ${row} |`).join('\n');
            assert.deepEqual(told.toSorted(), rows.toSorted(), `The table as it was played:\n${wanted}`);
        });
    });
}

function isOnWeekdays({ rulesThatRefuseCallLoggers: rules = [] }: Habits): boolean {
    return rules.some(({ mustBe }) => mustBe === 'Monday to Friday');
}

function tableRows(): readonly string[] {
    const guide = readFileSync(new URL('../../sandbox/README.md', import.meta.url), 'utf8');
    const rows = guide.split('\n').filter((line) => line.startsWith('| org-'));
    return rows.map((row) =>
        row
            .slice(1, -1)
            .split('|')
            .map((cell) => cell.trim())
            .join(' | ')
    );
}
