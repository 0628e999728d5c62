import { loadPeople } from 'sandbox-day/people.ts';
import type { ToldDay } from './told-day.ts';

/** Callers whom nobody knows: where a number of the country has nine digits, they call from there. */
export function portugueseCallers(day: ToldDay): ToldDay {
    const unknown = Object.values(loadPeople()).filter(({ kind, number }) => kind === 'unknown' && number[1] === '1');
    const moved = new Map(unknown.map(({ number }, n) => [number, `+3519155503${String(n).padStart(2, '0')}`]));
    const move = <T>(value: T): T =>
        JSON.parse(JSON.stringify(value), (_key, told: unknown) =>
            typeof told === 'string' ? (moved.get(told) ?? told) : told
        ) as T;
    const { workspace } = day;
    const pages = async function* <T>(asked: AsyncIterable<T>): AsyncGenerator<T> {
        for await (const page of asked) yield move(page);
    };
    return {
        ...day,
        facts: move(day.facts),
        workspace: {
            ...workspace,
            call: async (callId) => {
                const told = await workspace.call(callId);
                return told && move(told);
            },
            callsBetween: (from, to) => pages(workspace.callsBetween(from, to)),
            messagesBetween: (from, to) => pages(workspace.messagesBetween(from, to))
        }
    };
}
