import { codeOf, create, idOf, rows, told } from '../answers.ts';
import { MARK, type Answered, type Point, type Trial } from '../point.ts';

const NO_ASSIGNMENT = { 'Sforce-Auto-Assign': 'FALSE' };

/** A Lead that is made by nobody's rule. The number is one of those kept for fiction (NANP 555-0100 to 0199). */
const lead = (phone: string) => ({ LastName: MARK, Company: MARK, Phone: phone });

/** Nothing is made that could not be deleted again: the integration user may not delete Leads, nor should it. */
async function mayNot({ call }: Trial): Promise<string | undefined> {
    const { createable, deletable } = ((await call('GET', '/sobjects/Lead/describe')).body ?? {}) as Record<
        string,
        unknown
    >;
    if (createable === true && deletable === true) return undefined;
    return 'whoever runs the proof may not make and delete Leads: run it as an administrator';
}

/** Whether the Lead stayed with its creator; nothing when it was refused. */
async function staysWithCreator(trial: Trial, answer: Answered): Promise<boolean | undefined> {
    const id = idOf(answer);
    if (id === undefined) return undefined;
    const [row] = await rows(trial, `SELECT OwnerId, CreatedById FROM Lead WHERE Id = '${id}'`);
    return row !== undefined && row['OwnerId'] === row['CreatedById'];
}

const ASSIGNED: Point = {
    id: 'auto-assign',
    assumes: 'Sforce-Auto-Assign: FALSE keeps the assignment rules from a new Lead.',
    tries: 'a Lead with TRUE, which a rule gives to somebody else; one with FALSE',
    async run(trial) {
        const untried = await mayNot(trial);
        if (untried !== undefined) return { untried };
        const asked = await create(trial, 'Lead', lead('+1 514 555 0197'), { 'Sforce-Auto-Assign': 'TRUE' });
        const stays = await staysWithCreator(trial, asked);
        if (stays === undefined) return { untried: `the org refuses such a Lead: ${told(asked)}` };
        if (stays) return { untried: 'no assignment rule of this org gives it to somebody else' };
        const own = await staysWithCreator(trial, await create(trial, 'Lead', lead('+1 514 555 0198'), NO_ASSIGNMENT));
        return { holds: own === true, answered: own === true ? 'stays with its creator' : 'given to somebody else' };
    }
};

/** Whether the answer says which record a duplicate rule found. */
function names({ body }: Answered): boolean {
    return /"matchRecords"\s*:\s*\[\s*\{/.test(JSON.stringify(body ?? null));
}

async function second(trial: Trial, phone: string): Promise<readonly [alone: Answered, together: Answered]> {
    const record = { attributes: { type: 'Lead' }, ...lead(phone) };
    const together = await trial.call(
        'POST',
        '/composite/sobjects',
        { allOrNone: false, records: [record] },
        NO_ASSIGNMENT
    );
    for (const { id } of together.body as readonly { readonly id?: string }[])
        if (id !== undefined) trial.made('Lead', id);
    return [await create(trial, 'Lead', lead(phone), NO_ASSIGNMENT), together];
}

const DUPLICATES: Point = {
    id: 'duplicates',
    assumes: 'A duplicate rule answers DUPLICATES_DETECTED, and a Lead asked for alone is told which record it is.',
    tries: 'the same Lead again, in a collection and alone',
    async run(trial) {
        const untried = await mayNot(trial);
        if (untried !== undefined) return { untried };
        const phone = '+1 514 555 0199';
        const first = await create(trial, 'Lead', lead(phone), NO_ASSIGNMENT);
        if (idOf(first) === undefined && codeOf(first.body) !== 'DUPLICATES_DETECTED')
            return { untried: `the org refuses such a Lead: ${told(first)}` };
        const [alone, together] = await second(trial, phone);
        const codes = [codeOf(alone.body), codeOf(together.body)];
        if (!codes.includes('DUPLICATES_DETECTED')) return { untried: 'no duplicate rule of this org stops it' };
        const answered = `${codes.join(', ')}; named alone: ${names(alone)}, in a collection: ${names(together)}`;
        return { holds: codes.every((code) => code === 'DUPLICATES_DETECTED') && names(alone), answered };
    }
};

/** What happens to a Lead that the connector makes. */
export const LEADS: readonly Point[] = [ASSIGNED, DUPLICATES];
