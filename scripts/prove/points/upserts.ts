import { codeOf, create, idOf, rows, told, upsert, withKey } from '../answers.ts';
import { MARK, type Point, type Trial } from '../point.ts';

const TASK = { Subject: MARK };

/** A Task with a key of its own. */
async function standing(
    trial: Trial,
    more: Readonly<Record<string, unknown>> = {}
): Promise<{ key: string; id: string }> {
    const key = trial.key();
    const answer = await upsert(trial, key, { ...TASK, ...more });
    const id = idOf(answer);
    if (id === undefined) throw new Error(`a Task was answered ${told(answer)}`);
    return { key, id };
}

const NEW: Point = {
    id: 'upsert-new',
    assumes: 'An upsert by the key makes a Task that is not there yet.',
    tries: 'PATCH Task/Quo_Key__c/<new key>',
    async run(trial) {
        const answer = await upsert(trial, trial.key(), TASK);
        return { holds: answer.status === 201, answered: told(answer) };
    }
};

const AGAIN: Point = {
    id: 'upsert-again',
    assumes: 'The same upsert again changes that Task and makes no other.',
    tries: 'the same PATCH twice, then a query by the key',
    async run(trial) {
        const { key, id } = await standing(trial);
        const answer = await upsert(trial, key, TASK);
        const found = await withKey(trial, key);
        const holds = answer.status === 200 && idOf(answer) === id && found.length === 1;
        return { holds, answered: `${told(answer)}; ${found.length} of that key` };
    }
};

const DELETED: Point = {
    id: 'upsert-deleted',
    assumes: 'A key that only a Task in the recycle bin has is free: an upsert makes a new Task.',
    tries: 'DELETE the Task, then PATCH its key again',
    async run(trial) {
        const { key, id } = await standing(trial);
        await trial.call('DELETE', `/sobjects/Task/${id}`);
        const answer = await upsert(trial, key, TASK);
        return { holds: answer.status === 201 && idOf(answer) !== id, answered: told(answer) };
    }
};

const ARCHIVED: Point = {
    id: 'upsert-archived',
    assumes: 'An upsert finds an archived Task by its key, and changes it.',
    tries: 'a closed Task of two years ago, archived; PATCH its key',
    async run(trial) {
        if (!trial.archive) return { untried: 'nobody can archive a Task; the org does so a year after it was due' };
        const [closed] = await rows(trial, 'SELECT ApiName FROM TaskStatus WHERE IsClosed = true LIMIT 1');
        const { key, id } = await standing(trial, { Status: closed?.['ApiName'], ActivityDate: '2020-01-31' });
        await trial.archive();
        const answer = await upsert(trial, key, TASK);
        return { holds: answer.status === 200 && idOf(answer) === id, answered: told(answer) };
    }
};

const UNSEEN: Point = {
    id: 'upsert-unseen',
    assumes: 'An upsert by the key of a Task that the user does not see is refused, and makes no second one.',
    tries: 'PATCH the key of another’s Task, as a rep',
    async run(trial) {
        const rep = trial.others.rep;
        if (!rep) return { untried: 'nobody signed in as a rep: --as rep=ALIAS' };
        const { key, id } = await standing(trial);
        const sees = await rep('GET', `/sobjects/Task/${id}`);
        if (sees.status === 200) return { untried: 'the rep sees every Task in this org' };
        const answer = await upsert(trial, key, TASK, rep);
        const found = await withKey(trial, key);
        return {
            holds: answer.status >= 400 && found.length === 1,
            answered: `${told(answer)}; ${found.length} of that key`
        };
    }
};

const ACROSS: Point = {
    id: 'unique-across',
    assumes: 'A key is unique among Tasks alone: an Event may have the same.',
    tries: 'an Event with the key of a Task',
    async run(trial) {
        const { key } = await standing(trial);
        const answer = await create(trial, 'Event', {
            Subject: MARK,
            StartDateTime: '2020-01-31T15:00:00Z',
            DurationInMinutes: 5,
            [trial.name('Quo_Key__c')]: key
        });
        if (answer.status !== 201 && codeOf(answer.body) !== 'DUPLICATE_VALUE')
            return { untried: `an Event was answered ${told(answer)}` };
        return { holds: answer.status === 201, answered: told(answer) };
    }
};

/** How a Task is found again by its key. */
export const UPSERTS: readonly Point[] = [NEW, AGAIN, DELETED, ARCHIVED, UNSEEN, ACROSS];
