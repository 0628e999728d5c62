import { codeOf, create, idOf, rows, told, withKey } from '../answers.ts';
import { MARK, type Point, type Trial } from '../point.ts';

interface Parts {
    readonly compositeResponse?: readonly { readonly httpStatusCode: number; readonly body: unknown }[];
}

async function composite(
    trial: Trial,
    requests: readonly Readonly<Record<string, unknown>>[]
): Promise<Parts['compositeResponse']> {
    const { body } = await trial.call('POST', '/composite', { allOrNone: true, compositeRequest: requests });
    return (body as Parts).compositeResponse ?? [];
}

const tasks = (root: string): string => `${root}/sobjects/Task`;

/** @param root path of the API's version, as a composite request names it */
function references(root: string): Point {
    return {
        id: 'composite-references',
        assumes:
            'A reference in a composite request stands for what an earlier part answered, in an address and in a value.',
        tries: 'a Task, then a PATCH of @{made.id} whose Description is @{made.id}',
        async run(trial) {
            const parts = await composite(trial, [
                { method: 'POST', url: tasks(root), referenceId: 'made', body: { Subject: MARK } },
                {
                    method: 'PATCH',
                    url: `${tasks(root)}/@{made.id}`,
                    referenceId: 'added',
                    body: { Description: '@{made.id}' }
                }
            ]);
            const [made, added] = parts ?? [];
            const { id } = (made?.body ?? {}) as { readonly id?: string };
            if (id === undefined) return { holds: false, answered: String(made?.httpStatusCode) };
            trial.made('Task', id);
            const [row] = await rows(trial, `SELECT Description FROM Task WHERE Id = '${id}'`);
            const same = row?.['Description'] === id;
            return {
                holds: added?.httpStatusCode === 204 && same,
                answered: `${added?.httpStatusCode}, value ${same ? 'replaced' : 'as it was'}`
            };
        }
    };
}

function undone(root: string): Point {
    return {
        id: 'composite-undo',
        assumes: 'One part with an unknown field takes back the whole all-or-none composite request.',
        tries: 'a Task, then a Task with the field Quo_Undo, which nobody has',
        async run(trial) {
            const key = trial.key();
            const field = trial.name('Quo_Key__c');
            const parts = await composite(trial, [
                { method: 'POST', url: tasks(root), referenceId: 'made', body: { Subject: MARK, [field]: key } },
                { method: 'POST', url: tasks(root), referenceId: 'undo', body: { Quo_Undo: true } }
            ]);
            const found = await withKey(trial, key);
            for (const id of found) trial.made('Task', id);
            const codes = (parts ?? []).map(({ body }) => codeOf(body) ?? 'no error');
            return {
                holds: found.length === 0 && codes[1] === 'INVALID_FIELD',
                answered: `${codes.join(', ')}; ${found.length} left`
            };
        }
    };
}

const LONG: Point = {
    id: 'long-texts',
    assumes: 'A text that is too long is refused, never cut, unless a header asks for it.',
    tries: 'a Task with a Subject of 256 characters',
    async run(trial) {
        const answer = await create(trial, 'Task', { Subject: MARK.padEnd(256, '.') });
        return { holds: codeOf(answer.body) === 'STRING_TOO_LONG', answered: told(answer) };
    }
};

const MARKS: Point = {
    id: 'description-marks',
    assumes: 'A Description keeps the marks of its lines, also at its ends.',
    tries: 'a Description with U+2060 to U+2064 and U+200B, read again',
    async run(trial) {
        const Description = '\u2060\u2061Quo\u200B\nproof\u2062\u2063\u2064\u200B';
        const answer = await create(trial, 'Task', { Subject: MARK, Description });
        const id = idOf(answer);
        if (id === undefined) return { untried: `a Task was answered ${told(answer)}` };
        const [row] = await rows(trial, `SELECT Description FROM Task WHERE Id = '${id}'`);
        const kept = row?.['Description'] === Description;
        return { holds: kept, answered: kept ? 'kept' : 'changed' };
    }
};

const LIMITS: Point = {
    id: 'limits-header',
    assumes: 'Every answer says how many API calls the day has used.',
    tries: 'the header Sforce-Limit-Info of a query',
    async run({ call }) {
        const { headers } = await call('GET', `/query?q=${encodeURIComponent('SELECT Id FROM Organization')}`);
        const holds = /^api-usage=\d+\/\d+/.test(headers.get('sforce-limit-info') ?? '');
        return { holds, answered: holds ? 'there' : 'not there' };
    }
};

/** What requests do, whatever they are about. */
export function requestPoints(root: string): readonly Point[] {
    return [references(root), undone(root), LONG, MARKS, LIMITS];
}
