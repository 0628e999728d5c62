import type { Step } from '../step.ts';

/** Marks the accounts of the sample, so that a second run finds them. */
export const SAMPLE = 'QUO-SAMPLE';

/** Loads accounts, contacts, leads and opportunities whose numbers the simulated Quo calls from. */
export function loadSamplePeople(org: string): Step {
    return {
        says: `Load sample people into ${org}`,
        words: ['data', 'import', 'tree', '--plan', 'scripts/org/sample/plan.json', '--target-org', org],
        done: async (sf) => {
            const query = `SELECT Id FROM Account WHERE AccountNumber = '${SAMPLE}' LIMIT 1`;
            const { result } = await sf(['data', 'query', '--query', query, '--target-org', org]);
            const found = (result as { totalSize?: number } | undefined)?.totalSize ?? 0;
            return found > 0 ? 'the sample people are there already' : undefined;
        }
    };
}
