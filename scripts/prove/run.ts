import { rows } from './answers.ts';
import { LEADS } from './points/leads.ts';
import { requestPoints } from './points/requests.ts';
import { RIGHTS } from './points/rights.ts';
import { UPSERTS } from './points/upserts.ts';
import type { Call, Kind, Point, Trial } from './point.ts';

export interface ProofOptions {
    readonly call: Call;
    readonly others: Readonly<Partial<Record<Kind, Call>>>;
    readonly namespace?: string | undefined;
    /** Path of the API's version: `/services/data/v66.0`. */
    readonly root: string;
    /** Tells this proof's records from those of another. */
    readonly run: string;
    readonly archive?: () => Promise<void>;
}

export type Verdict = 'holds' | 'differs' | 'not tried';

export interface Finding {
    readonly id: string;
    readonly assumes: string;
    readonly tries: string;
    readonly verdict: Verdict;
    readonly answered: string;
}

export interface Proof {
    readonly findings: readonly Finding[];
    /** How many records were made, and which could not be deleted again, as `Task 00T…`. */
    readonly made: number;
    readonly left: readonly string[];
}

/** A 401 and a refusal of the whole org tell nothing of the point. */
async function find(point: Point, trial: Trial): Promise<Finding> {
    const { id, assumes, tries } = point;
    try {
        const seen = await point.run(trial);
        if ('untried' in seen) return { id, assumes, tries, verdict: 'not tried', answered: seen.untried };
        return { id, assumes, tries, verdict: seen.holds ? 'holds' : 'differs', answered: seen.answered };
    } catch (error) {
        return {
            id,
            assumes,
            tries,
            verdict: 'not tried',
            answered: error instanceof Error ? error.message : 'failed'
        };
    }
}

/** Deletes what was made, newest first, and whatever else bears a key of this proof. @returns what is still there */
async function clean(trial: Trial, made: ReadonlyMap<string, string>, prefix: string): Promise<readonly string[]> {
    const field = trial.name('Quo_Key__c');
    const keyed = await rows(trial, `SELECT Id FROM Task WHERE ${field} LIKE '${prefix}%'`).catch(() => []);
    const all = new Map([...made, ...keyed.map((row): [string, string] => [String(row['Id']), 'Task'])]);
    const left: string[] = [];
    for (const [id, object] of [...all].toReversed()) {
        const status = await trial.call('DELETE', `/sobjects/${object}/${id}`).then(
            (answer) => answer.status,
            () => 0
        );
        // 404: in the recycle bin already.
        if (status !== 204 && status !== 404) left.push(`${object} ${id}`);
    }
    return left;
}

/**
 * Tries every point in an org, one after the other, and deletes what that made.
 *
 * @returns what was found; never throws for what the org answers
 */
export async function prove({ run, root, namespace, ...rest }: ProofOptions): Promise<Proof> {
    const prefix = `prove_${run}_`;
    const made = new Map<string, string>();
    let keys = 0;
    const trial: Trial = {
        ...rest,
        namespace,
        name: (own) => (namespace === undefined ? own : `${namespace}__${own}`),
        key: () => `${prefix}${(keys += 1)}`,
        made: (object, id) => void made.set(id, object)
    };
    const findings: Finding[] = [];
    for (const point of [...UPSERTS, ...RIGHTS, ...requestPoints(root), ...LEADS])
        findings.push(await find(point, trial));
    return { findings, made: made.size, left: await clean(trial, made, prefix) };
}
