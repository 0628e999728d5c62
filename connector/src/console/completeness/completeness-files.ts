import type { Completeness } from '../../contracts/completeness.ts';
import type { Words } from '../../locales/catalogue.ts';
import { csv } from './csv.ts';

/** Each inbox and day, and each reason why something of it is not in Salesforce. */
export function daysFile({ rows, inboxes }: Completeness, { completeness: says }: Words): string {
    return csv(
        [says.day, says.inbox, says.kind, says.quo, says.salesforce, says.reason, says.code, says.count],
        rows.flatMap(({ day, inbox, list, quo, salesforce, shortfalls }) => {
            const about = [day, nameOf(inbox, inboxes), says.lists[list], quo, salesforce];
            return shortfalls.length === 0
                ? [[...about, '', '', 0]]
                : shortfalls.map(({ state, code, count }) => [...about, says.states[state], code ?? '', count]);
        })
    );
}

/** Each call and text that is not in Salesforce, by Quo's id. */
export function missingFile({ missing, inboxes }: Completeness, { completeness: says }: Words): string {
    return csv(
        [says.began, says.inbox, says.kind, says.id, says.reason, says.code],
        missing.map(({ began, inbox, list, id, state, code }) => [
            ...[began, nameOf(inbox, inboxes), says.lists[list], id, says.states[state], code ?? '']
        ])
    );
}

function nameOf(inbox: string | null, inboxes: Readonly<Record<string, string>>): string {
    return inbox === null ? '' : (inboxes[inbox] ?? inbox);
}
